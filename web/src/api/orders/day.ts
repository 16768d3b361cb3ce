/** A day of the API: UTC's, from midnight to midnight. Nothing here reads the clock. */
import * as v from "valibot";
import type { Timestamp } from "../timestamp";

/** `2026-11-22`, and one of the calendar. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isOfCalendar), v.brand("Day"));
export type Day = v.InferOutput<typeof Day>;

/** The day in which a moment lies. */
export const dayOf = (moment: Timestamp | Date): Day =>
  v.parse(Day, (typeof moment === "string" ? moment : moment.toISOString()).slice(0, 10));

/** `2026-02-30` has the shape of a day; `Date` would make it one of March. */
function isOfCalendar(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
