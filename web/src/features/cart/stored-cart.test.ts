import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { Product } from "../../api/products/product";
import { aProduct } from "../../test/network";
import { add, count, EMPTY } from "./cart";
import { changeCart, readCart, watchCart } from "./stored-cart";

const NAME = "quarter-past.cart";
const MOON = v.parse(Product, aProduct("half-moon"));

const addOne = () => {
  changeCart((cart) => add(cart, MOON));
};

test("what was put in is there for whoever reads next", () => {
  addOne();
  addOne();
  expect(count(readCart())).toBe(2);
});

test("it is one and the same cart until it changes", () => {
  addOne();
  const cart = readCart();
  expect(readCart()).toBe(cart);
  changeCart((same) => same);
  expect(readCart()).toBe(cart);
});

test("a change starts from what another tab has stored meanwhile", () => {
  addOne();
  const other = { ...readCart(), lines: readCart().lines.map((line) => ({ ...line, quantity: 5 })) };
  localStorage.setItem(NAME, JSON.stringify({ version: 1, cart: other }));
  addOne();
  expect(count(readCart())).toBe(6);
});

test("whoever watches hears of changes here and in other tabs, and of no other text", () => {
  const tell = vi.fn();
  const stop = watchCart(tell);

  addOne();
  expect(tell).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new StorageEvent("storage", { key: NAME }));
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
  expect(tell).toHaveBeenCalledTimes(3);
  window.dispatchEvent(new StorageEvent("storage", { key: "theme" }));
  expect(tell).toHaveBeenCalledTimes(3);

  stop();
  addOne();
  expect(tell).toHaveBeenCalledTimes(3);
});

const line = { id: "half-moon", quantity: 1, name: "Half Moon", price: { amount: 350, currency: "EUR" } };
const stored = (lines: unknown, version: unknown = 1) =>
  JSON.stringify({ version, cart: { lines, placed: [] } });

test("a cart as it is stored reads well", () => {
  localStorage.setItem(NAME, stored([line]));
  expect(count(readCart())).toBe(1);
});

test.each([
  ["is no JSON", "{"],
  ["is something else", "[]"],
  ["is of a version that is not known", stored([line], 2)],
  ["has half a cookie in it", stored([{ ...line, quantity: 0.5 }])],
  ["has more of one kind than fit", stored([{ ...line, quantity: 100 }])],
  ["has the same kind twice", stored([line, line])],
  ["has what cannot be a product", stored([{ ...line, id: "../x" }])],
])("a stored text that %s is an empty cart", (_, text) => {
  localStorage.setItem(NAME, text);
  expect(readCart()).toEqual(EMPTY);
});
