import * as v from "valibot";
import { expect, test } from "vitest";
import { Day } from "../../api/orders/day";
import { isReversed, periodOf, type Preset } from "./period";

test.each<[Preset, string, string | undefined, string | undefined]>([
  ["all", "2026-11-22", undefined, undefined],
  ["today", "2026-11-22", "2026-11-22", "2026-11-22"],
  ["last7Days", "2026-03-02", "2026-02-24", "2026-03-02"],
  ["thisMonth", "2026-11-01", "2026-11-01", "2026-11-01"],
  ["lastMonth", "2026-03-31", "2026-02-01", "2026-02-28"],
  ["lastMonth", "2026-01-15", "2025-12-01", "2025-12-31"],
])("`%s` on %s is from %s to %s", (preset, today, from, to) => {
  expect(periodOf(preset, v.parse(Day, today))).toEqual({
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
});

test("a period that ends before it starts is detected", () => {
  const day = (text: string) => v.parse(Day, text);
  expect(isReversed({ from: day("2026-11-02"), to: day("2026-11-01") })).toBe(true);
  expect(isReversed({ from: day("2026-11-01"), to: day("2026-11-01") })).toBe(false);
  expect(isReversed({ from: day("2026-11-01") })).toBe(false);
});
