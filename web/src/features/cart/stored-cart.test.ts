import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { Product } from "../../api/products/product";
import { aProduct } from "../../test/network";
import { add, count, EMPTY } from "./cart";
import { changeCart, readCart, onCartChange } from "./stored-cart";

const NAME = "quarter-past.cart";
const MOON = v.parse(Product, aProduct("half-moon"));

const addOne = () => {
  changeCart((cart) => add(cart, MOON));
};

test("a stored cart can be read", () => {
  addOne();
  addOne();
  expect(count(readCart())).toBe(2);
});

test("reading returns the same object until the cart changes", () => {
  addOne();
  const cart = readCart();
  expect(readCart()).toBe(cart);
  changeCart((same) => same);
  expect(readCart()).toBe(cart);
});

test("a change starts from what another tab has stored", () => {
  addOne();
  const other = { ...readCart(), lines: readCart().lines.map((line) => ({ ...line, quantity: 5 })) };
  localStorage.setItem(NAME, JSON.stringify({ version: 1, cart: other }));
  addOne();
  expect(count(readCart())).toBe(6);
});

test("listeners are called on changes in all tabs, but not for other entries", () => {
  const listener = vi.fn();
  const stop = onCartChange(listener);

  addOne();
  expect(listener).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new StorageEvent("storage", { key: NAME }));
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
  expect(listener).toHaveBeenCalledTimes(3);
  window.dispatchEvent(new StorageEvent("storage", { key: "theme" }));
  expect(listener).toHaveBeenCalledTimes(3);

  stop();
  addOne();
  expect(listener).toHaveBeenCalledTimes(3);
});

const line = { id: "half-moon", quantity: 1, name: "Half Moon", price: { amount: 350, currency: "EUR" } };
const stored = (lines: unknown, version: unknown = 1) =>
  JSON.stringify({ version, cart: { lines, placed: [] } });

test("a stored cart is parsed", () => {
  localStorage.setItem(NAME, stored([line]));
  expect(count(readCart())).toBe(1);
});

test.each([
  ["is not JSON", "{"],
  ["is not a cart", "[]"],
  ["has an unknown version", stored([line], 2)],
  ["has a fractional quantity", stored([{ ...line, quantity: 0.5 }])],
  ["has too large a quantity", stored([{ ...line, quantity: 100 }])],
  ["has two lines of a product", stored([line, line])],
  ["has an invalid product ID", stored([{ ...line, id: "../x" }])],
])("a stored text that %s is read as an empty cart", (_, text) => {
  localStorage.setItem(NAME, text);
  expect(readCart()).toEqual(EMPTY);
});
