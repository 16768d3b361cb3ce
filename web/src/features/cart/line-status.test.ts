import * as v from "valibot";
import { expect, test } from "vitest";
import { Product } from "../../api/products/product";
import { aProduct } from "../../test/network";
import { add, EMPTY, setQuantity, type Cart, type Line } from "./cart";
import { formatTotals, formerPrice, needsAttention, evaluate, lineTotal, fixCart } from "./line-status";

const product = (id: string, overrides: Parameters<typeof aProduct>[1] = {}) =>
  v.parse(Product, aProduct(id, overrides));
const MOON = product("half-moon");
const cartOf = (...products: Product[]): Cart => products.reduce(add, EMPTY);
const aLine = (quantity: number): Line => {
  const [line] = setQuantity(cartOf(MOON), MOON.id, quantity, 99).lines;
  if (line === undefined) throw new Error("a cart that something was added to has a line");
  return line;
};

test.each([
  ["unknown", undefined, 2],
  ["discontinued", null, 2],
  ["sold-out", { ...MOON, stock: 0 }, 2],
  ["short", { ...MOON, stock: 1 }, 2],
  ["available", { ...MOON, stock: 2 }, 2],
  ["available", { ...MOON, stock: 4000 }, 99],
] as const)("the status of a line is %s", (expected, known, quantity) => {
  expect(evaluate(aLine(quantity), known).status.kind).toBe(expected);
});

test("a line costs the current price and shows the former one", () => {
  const line = evaluate(aLine(3), { ...MOON, price: { amount: 400, currency: "EUR" } });
  expect(lineTotal(line)).toEqual({ amount: 1200, currency: "EUR" });
  expect(formerPrice(line)).toEqual({ amount: 350, currency: "EUR" });
});

test("a sold-out product shows no former price", () => {
  const dearer = { ...MOON, stock: 0, price: { amount: 400, currency: "EUR" } };
  expect(formerPrice(evaluate(aLine(3), dearer))).toBeUndefined();
});

test("an unchanged price shows no former price", () => {
  expect(formerPrice(evaluate(aLine(3), MOON))).toBeUndefined();
});

test("the subtotal counts available lines only", () => {
  expect(formatTotals([evaluate(aLine(2), MOON), evaluate(aLine(1), null)])).toBe("€7.00");
  expect(formatTotals([evaluate(aLine(1), null)])).toBe("–");
});

test("no subtotal is shown while a line is unknown", () => {
  expect(formatTotals([evaluate(aLine(2), MOON), evaluate(aLine(1), undefined)])).toBe("…");
});

test("two currencies are never added up", () => {
  const pounds = { ...MOON, price: { amount: 300, currency: "GBP" } };
  expect(formatTotals([evaluate(aLine(1), MOON), evaluate(aLine(2), pounds), evaluate(aLine(1), MOON)])).toBe(
    "€7.00 + £6.00",
  );
});

test("fixing a cart limits it to available items", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => product(id)) as [Product, Product, Product, Product];
  const cart = setQuantity(cartOf(a, b, c, d), a.id, 5, 99);
  const known = [{ ...a, stock: 3 }, { ...b, stock: 0 }, null, undefined];
  const lines = cart.lines.map((line, position) => evaluate(line, known[position]));
  expect(lines.map(needsAttention)).toEqual([true, true, true, false]);
  expect(fixCart(cart, lines).lines.map(({ id, quantity }) => [id, quantity])).toEqual([
    ["a", 3],
    ["d", 1],
  ]);
});
