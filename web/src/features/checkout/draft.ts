/**
 * The form values, kept in the tab until the order is confirmed: visiting the cart, a reload and a rejected
 * order keep them.
 */
import * as v from "valibot";
import { readJson, storageEntry } from "../../browser/storage-entry";
import { FIELDS, type Values } from "./rules";

/** A field that is missing was added to the form after the values were stored. */
const Draft = v.object(v.entriesFromList(FIELDS, v.optional(v.string(), "")));

const store = storageEntry("sessionStorage", "quarter-past.order-form");

export const readDraft = (): Values | undefined => readJson(store.read(), Draft);

export function keepDraft(values: Values): void {
  store.write(JSON.stringify(values));
}

/** Removes the values after an order, so that the next user of the tab does not see them. */
export function forgetDraft(): void {
  store.write(null);
}
