/**
 * The form values, kept in the tab until the order is confirmed: visiting the cart, a reload and a rejected
 * order keep them.
 */
import * as v from "valibot";
import { readJson } from "../../browser/storage-entry";
import { draftEntry } from "./draft-entry";
import { FIELDS, type Values } from "./rules";

/** A field that is missing was added to the form after the values were stored. */
const Draft = v.object(v.entriesFromList(FIELDS, v.optional(v.string(), "")));

export const readDraft = (): Values | undefined => readJson(draftEntry.read(), Draft);

export function keepDraft(values: Values): void {
  draftEntry.write(JSON.stringify(values));
}
