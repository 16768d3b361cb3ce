import { expect, test } from "vitest";
import { minorUnits } from "./amount";

test.each([
  ["3.50", "EUR", 350],
  ["3,5", "EUR", 350],
  [" 3 ", "EUR", 300],
  ["0", "EUR", 0],
  ["0.01", "EUR", 1],
  ["123", "JPY", 123],
])("`%s` in %s is %d minor units", (text, currency, expected) => {
  expect(minorUnits(text, currency)).toBe(expected);
});

test.each([
  ["", "EUR"],
  ["3.505", "EUR"],
  ["-1", "EUR"],
  ["1e3", "EUR"],
  ["1.000,00", "EUR"],
  ["3.", "EUR"],
  ["1.5", "JPY"],
  ["€3", "EUR"],
])("`%s` is not an amount in %s", (text, currency) => {
  expect(minorUnits(text, currency)).toBeUndefined();
});
