/** Where the form values are stored. Separate from `draft.ts`, because the order page does not need the form's rules. */
import { storageEntry } from "../../browser/storage-entry";

export const draftEntry = storageEntry("sessionStorage", "quarter-past.order-form");

/** Removes the values after an order, so that the next user of the tab does not see them. */
export function forgetDraft(): void {
  draftEntry.write(null);
}
