/** The period of a report, as days in the shop's time zone. This module reads no clock. */
import * as v from "valibot";
import { Day } from "../../api/orders/day";

/** An absent day means no limit. */
export interface Period {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

export const PRESETS = ["all", "today", "last7Days", "thisMonth", "lastMonth", "custom"] as const;
export type Preset = (typeof PRESETS)[number];

/** The days of a preset. `custom` has none: the employee chooses them. */
export function periodOf(preset: Preset, today: Day): Period {
  switch (preset) {
    case "all":
    case "custom":
      return {};
    case "today":
      return { from: today, to: today };
    case "last7Days":
      return { from: daysAfter(today, -6), to: today };
    case "thisMonth":
      return { from: firstOfMonth(today), to: today };
    case "lastMonth": {
      const last = daysAfter(firstOfMonth(today), -1);
      return { from: firstOfMonth(last), to: last };
    }
  }
}

/** Whether the period contains no day. */
export const isReversed = ({ from, to }: Period): boolean =>
  from !== undefined && to !== undefined && from > to;

const firstOfMonth = (day: Day): Day => v.parse(Day, `${day.slice(0, 8)}01`);

function daysAfter(day: Day, days: number): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return v.parse(Day, moment.toISOString().slice(0, 10));
}
