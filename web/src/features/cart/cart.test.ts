import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { ExecutionArn } from "../../api/execution-arn";
import { Product, ProductId } from "../../api/products/product";
import { aProduct } from "../../test/network";
import {
  add,
  Cart,
  count,
  EMPTY,
  hasRoom,
  limit,
  MAX_LINES,
  place,
  quantityOf,
  remove,
  setQuantity,
  settle,
} from "./cart";

const product = (id: string, stock = 12): Product => v.parse(Product, aProduct(id, { stock }));
const id = (text: string): ProductId => v.parse(ProductId, text);

const execution = (name: string): ExecutionArn =>
  v.parse(ExecutionArn, `arn:aws:states:eu-west-1:123456789012:execution:new_order:${name}`);

const ORDER = execution("order");
const MOON = product("half-moon");
const withMoons = (quantity: number): Cart => setQuantity(add(EMPTY, MOON), MOON.id, quantity, 99);

/** Any change that the shop can make to a cart, with a shelf that moves meanwhile. */
const change = fc
  .record({
    kind: fc.constantFrom("add", "set", "remove", "place", "confirm", "reject"),
    which: fc.constantFrom("a", "b", "c"),
    stock: fc.integer({ min: 0, max: 150 }),
    wanted: fc.integer({ min: -5, max: 1_000_000 }),
    order: fc.constantFrom(execution("first"), execution("second")),
  })
  .map(({ kind, which, stock, wanted, order }) => (cart: Cart): Cart => {
    switch (kind) {
      case "add":
        return add(cart, product(which, stock));
      case "set":
        return setQuantity(cart, id(which), wanted, stock);
      case "remove":
        return remove(cart, id(which));
      case "place":
        return place(cart, order, cart.lines);
      case "confirm":
        return settle(cart, order, true);
      case "reject":
        return settle(cart, order, false);
    }
  });

const anyCart = fc
  .array(change, { maxLength: 40 })
  .map((changes) => changes.reduce((cart, f) => f(cart), EMPTY));

test("whatever happens to it, a cart is one that can be stored and read again", () => {
  fc.assert(
    fc.property(anyCart, (cart) => {
      expect(v.parse(Cart, JSON.parse(JSON.stringify(cart)))).toEqual(cart);
    }),
  );
});

test("adding never goes beyond the stock", () => {
  fc.assert(
    fc.property(anyCart, fc.integer({ min: 0, max: 150 }), (cart, stock) => {
      const before = quantityOf(cart, id("a"));
      const after = quantityOf(add(cart, product("a", stock)), id("a"));
      expect(after).toBe(before < limit(stock) ? before + 1 : before);
    }),
  );
});

test("a quantity that was set is at least one and at most what there is", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 150 }), (wanted, stock) => {
      const quantity = quantityOf(setQuantity(withMoons(1), MOON.id, wanted, stock), MOON.id);
      expect(quantity).toBe(Math.max(1, Math.min(wanted, stock, 99)));
    }),
  );
});

test("where nothing is left, no quantity can be set", () => {
  expect(setQuantity(withMoons(2), MOON.id, 1, 0).lines).toEqual([]);
});

test("a confirmed order takes out exactly what was bought, however often it is told", () => {
  fc.assert(
    fc.property(anyCart, fc.array(change, { maxLength: 5 }), (before, meanwhile) => {
      const fresh: Cart = { ...before, placed: [] };
      const placed = place(fresh, ORDER, fresh.lines);
      const changed = meanwhile.reduce((cart, f) => f(cart), placed);
      const settled = settle(changed, ORDER, true);
      for (const line of settled.lines) {
        const bought = quantityOf(fresh, line.id);
        expect(line.quantity).toBe(quantityOf(changed, line.id) - bought);
      }
      expect(settle(settled, ORDER, true)).toBe(settled);
    }),
  );
});

test("a rejected order leaves the cart as it was", () => {
  const placed = place(withMoons(3), ORDER, withMoons(3).lines);
  expect(settle(placed, ORDER, false)).toEqual(withMoons(3));
});

test("an order from another browser takes nothing out", () => {
  const cart = withMoons(3);
  expect(settle(cart, execution("somebody-else-s"), true)).toBe(cart);
});

test("an order is noted once", () => {
  const placed = place(withMoons(1), ORDER, withMoons(1).lines);
  expect(place(placed, ORDER, [])).toBe(placed);
});

test("adding remembers the price of the moment, also for what was in already", () => {
  const dearer = { ...MOON, price: { amount: 400, currency: "EUR" } };
  expect(add(withMoons(1), dearer).lines).toEqual([
    { id: MOON.id, quantity: 2, name: MOON.name, price: { amount: 400, currency: "EUR" } },
  ]);
});

test("a cart that is full of kinds still takes more of one that is in it", () => {
  const kinds = Array.from({ length: MAX_LINES }, (_, number) => product(`kind-${String(number)}`));
  const full = kinds.reduce(add, EMPTY);
  expect(count(full)).toBe(MAX_LINES);
  expect(hasRoom(full, MOON)).toBe(false);
  expect(add(full, MOON)).toBe(full);
  expect(count(add(full, product("kind-0")))).toBe(MAX_LINES + 1);
});
