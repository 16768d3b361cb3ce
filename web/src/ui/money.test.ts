import { expect, test } from "vitest";
import { formatMoney } from "./money";

const check = (amount: number, currency: string, expected: string, locale?: string) => {
  // Intl uses no-break spaces.
  expect(formatMoney({ amount, currency }, locale).replaceAll(/\s/g, " ")).toBe(expected);
};

test("an amount in cents is shown in euros", () => {
  check(350, "EUR", "€3.50");
});

test("an amount below one euro keeps its zeros", () => {
  check(5, "EUR", "€0.05");
  check(0, "EUR", "€0.00");
});

test("a currency without minor units has no decimals", () => {
  check(350, "JPY", "JP¥350");
});

test("a currency with three decimals has three", () => {
  check(1234, "KWD", "KWD 1.234");
});

test("the locale determines the separators", () => {
  check(123456, "EUR", "1.234,56 €", "de-DE");
});

test("a very large amount is formatted exactly", () => {
  check(Number.MAX_SAFE_INTEGER, "EUR", "€90,071,992,547,409.91");
});
