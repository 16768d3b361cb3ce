import * as v from "valibot";
import { expect, test } from "vitest";
import { aProduct } from "../../test/network";
import { imageUrl, Product, ProductId } from "./product";

const accepts = (value: unknown) => v.is(Product, value);

test("a product of the contract reads well", () => {
  expect(accepts(aProduct("half-moon"))).toBe(true);
});

test.each([
  ["a price in fractions of a cent", { price: { amount: 3.5, currency: "EUR" } }],
  ["a price below nothing", { price: { amount: -1, currency: "EUR" } }],
  ["a price in no currency", { price: { amount: 350, currency: "€" } }],
  ["a stock below nothing", { stock: -1 }],
  ["a name that is no text", { name: null }],
])("%s is refused", (_, change) => {
  expect(accepts({ ...aProduct("half-moon"), ...change })).toBe(false);
});

test.each(["a", "half-moon", "64-percent", "a".repeat(64)])("`%s` names a product", (id) => {
  expect(v.is(ProductId, id)).toBe(true);
});

test.each(["", "-moon", "moon-", "Half-Moon", "half_moon", "../config", "a".repeat(65)])(
  "`%s` cannot name a product",
  (id) => {
    expect(v.is(ProductId, id)).toBe(false);
  },
);

test("whatever an image is called, its address stays under `/images/`", () => {
  const product = v.parse(Product, aProduct("x", { imageKey: "../a b?.svg" }));
  expect(imageUrl(product)).toBe("/images/..%2Fa%20b%3F.svg");
});
