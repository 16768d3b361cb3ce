import { expect, test } from "vitest";
import { adjustmentOf, type Typed } from "./adjustment";

const typed = (overrides: Partial<Typed>): Typed => ({
  reason: "DELIVERY",
  pieces: "24",
  note: "",
  ...overrides,
});

test.each([
  [{}, { change: 24, reason: "DELIVERY" }],
  [
    { reason: "WASTE", note: " Broken. " },
    { change: -24, reason: "WASTE", note: "Broken." },
  ],
  [
    { reason: "COUNT", pieces: " 10 " },
    { change: -2, reason: "COUNT" },
  ],
  [
    { reason: "COUNT", pieces: "0" },
    { change: -12, reason: "COUNT" },
  ],
] as const)("%j is a difference to the stock", (overrides, adjustment) => {
  expect(adjustmentOf(typed(overrides), 12)).toEqual(adjustment);
});

test.each([
  [{ pieces: "" }, "pieces"],
  [{ pieces: "0" }, "pieces"],
  [{ pieces: "-3" }, "pieces"],
  [{ pieces: "1.5" }, "pieces"],
  [{ pieces: "1000001" }, "pieces"],
  [{ reason: "COUNT", pieces: "12" }, "no-difference"],
  [{ note: "x".repeat(101) }, "note"],
] as const)("%j is refused", (overrides, fault) => {
  expect(adjustmentOf(typed(overrides), 12)).toBe(fault);
});
