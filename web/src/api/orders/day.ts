/** A day in the shop's time zone. This module reads no clock. */
import * as v from "valibot";

/** A calendar date: `2026-11-22`. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isOfCalendar), v.brand("Day"));
export type Day = v.InferOutput<typeof Day>;

/** The day of a point in time in a time zone. */
export function dayIn(zone: string, moment: Date): Day {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return v.parse(Day, `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
}

/** `Date` accepts `2026-02-30` and turns it into a day of March. */
function isOfCalendar(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
