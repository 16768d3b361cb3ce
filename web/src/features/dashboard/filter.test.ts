import fc from "fast-check";
import { expect, test } from "vitest";
import { ORDER_STATUSES } from "../../api/orders/order";
import { dayIn } from "../../api/orders/day";
import { isReversed, readFilter, writeFilter } from "./filter";

test("a filter survives writing and reading", () => {
  const day = fc
    .date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((date) => dayIn("UTC", date));
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
  fc.assert(
    fc.property(
      fc.record({ status: maybe(fc.constantFrom(...ORDER_STATUSES)), from: maybe(day), to: maybe(day) }),
      (filter) => {
        expect(readFilter(writeFilter(filter))).toEqual(filter);
      },
    ),
  );
});

test("invalid values in the URL are ignored", () => {
  const nothing = { status: undefined, from: undefined, to: undefined };
  for (const search of ["", "?", "?status=LOST&from=yesterday&to=2026-02-30", "?status=", "?page=2"]) {
    expect(readFilter(search), search).toEqual(nothing);
  }
  expect(writeFilter(nothing)).toBe("");
});

test("a start date after the end date is detected", () => {
  expect(isReversed(readFilter("?from=2026-11-02&to=2026-11-01"))).toBe(true);
  expect(isReversed(readFilter("?from=2026-11-01&to=2026-11-01"))).toBe(false);
  expect(isReversed(readFilter("?from=2026-11-02"))).toBe(false);
});
