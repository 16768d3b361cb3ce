import * as v from "valibot";
import { expect, test } from "vitest";
import { aProduct } from "../../test/network";
import { imageUrl, Product, ProductId } from "./product";

const accepts = (value: unknown) => v.is(Product, value);

test("a product of the contract is accepted", () => {
  expect(accepts(aProduct("half-moon"))).toBe(true);
});

test.each([
  ["a fraction of a cent", { price: { amount: 3.5, currency: "EUR" } }],
  ["a negative price", { price: { amount: -1, currency: "EUR" } }],
  ["an invalid currency", { price: { amount: 350, currency: "€" } }],
  ["a negative stock", { stock: -1 }],
  ["a name that is not text", { name: null }],
])("%s is rejected", (_, change) => {
  expect(accepts({ ...aProduct("half-moon"), ...change })).toBe(false);
});

test.each(["a", "half-moon", "64-percent", "a".repeat(64)])("`%s` is a product ID", (id) => {
  expect(v.is(ProductId, id)).toBe(true);
});

test.each(["", "-moon", "moon-", "Half-Moon", "half_moon", "../config", "a".repeat(65)])(
  "`%s` is not a product ID",
  (id) => {
    expect(v.is(ProductId, id)).toBe(false);
  },
);

test("the URL of any image is under /images/", () => {
  const product = v.parse(Product, aProduct("x", { imageKey: "../a b?.svg" }));
  expect(imageUrl(product)).toBe("/images/..%2Fa%20b%3F.svg");
});
