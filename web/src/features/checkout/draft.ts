/**
 * What is typed into the form, kept by the tab until it is ordered: the way to the cart and back, a reload and an order
 * that was turned down leave it as it is.
 */
import * as v from "valibot";
import { readJson, storageEntry } from "../../browser/storage-entry";
import { FIELDS, type Values } from "./rules";

const Draft = v.object(v.entriesFromList(FIELDS, v.string()));

const store = storageEntry("sessionStorage", "quarter-past.order-form");

export const readDraft = (): Values | undefined => readJson(store.read(), Draft);

export function keepDraft(values: Values): void {
  store.write(JSON.stringify(values));
}

/** It has been ordered: whoever uses the tab next does not find it. */
export function forgetDraft(): void {
  store.write(null);
}
