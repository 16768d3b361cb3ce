import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { OrderId } from "../../api/orders/order-id";
import { Product, ProductId } from "../../api/products/product";
import { aProduct } from "../../test/network";
import {
  add,
  Cart,
  count,
  EMPTY,
  hasRoom,
  ensureKey,
  limit,
  MAX_LINES,
  quantityOf,
  remove,
  setQuantity,
} from "./cart";
import { accept, begin, matches, refuse, reprice, completeOrder } from "./ordering";

const product = (id: string, stock = 12): Product => v.parse(Product, aProduct(id, { stock }));
const id = (text: string): ProductId => v.parse(ProductId, text);

const order = (number: number): OrderId =>
  v.parse(OrderId, `019ac3f0-0000-7000-8000-00000000000${String(number)}`);

const ORDER = order(0);
const KEY = "a-key";
const keyed = (cart: Cart): Cart => ({ ...cart, attempt: { key: KEY, unheard: 0 } });
/** The cart after its order was accepted. */
const place = (cart: Cart, which = ORDER): Cart => accept(keyed(cart), KEY, which);
const MOON = product("half-moon");
const withMoons = (quantity: number): Cart => setQuantity(add(EMPTY, MOON), MOON.id, quantity, 99);

/** Any change of a cart, with changing stock. */
const change = fc
  .record({
    kind: fc.constantFrom("add", "set", "remove", "place", "confirm", "reject"),
    which: fc.constantFrom("a", "b", "c"),
    stock: fc.integer({ min: 0, max: 150 }),
    requested: fc.integer({ min: -5, max: 1_000_000 }),
    whose: fc.constantFrom(order(1), order(2)),
  })
  .map(({ kind, which, stock, requested, whose }) => (cart: Cart): Cart => {
    switch (kind) {
      case "add":
        return add(cart, product(which, stock));
      case "set":
        return setQuantity(cart, id(which), requested, stock);
      case "remove":
        return remove(cart, id(which));
      case "place":
        return place(cart, whose);
      case "confirm":
        return completeOrder(cart, whose, cart.lines.slice(0, 1));
      case "reject":
        return completeOrder(cart, whose, []);
    }
  });

const anyCart = fc
  .array(change, { maxLength: 40 })
  .map((changes) => changes.reduce((cart, f) => f(cart), EMPTY));

test("after any changes, a cart can be stored and read again", () => {
  fc.assert(
    fc.property(anyCart, (cart) => {
      expect(v.parse(Cart, JSON.parse(JSON.stringify(cart)))).toEqual(cart);
    }),
  );
});

test("adding never exceeds the stock", () => {
  fc.assert(
    fc.property(anyCart, fc.integer({ min: 0, max: 150 }), (cart, stock) => {
      const before = quantityOf(cart, id("a"));
      const after = quantityOf(add(cart, product("a", stock)), id("a"));
      expect(after).toBe(before < limit(stock) ? before + 1 : before);
    }),
  );
});

test("a quantity is between one and the stock", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 150 }), (requested, stock) => {
      const quantity = quantityOf(setQuantity(withMoons(1), MOON.id, requested, stock), MOON.id);
      expect(quantity).toBe(Math.max(1, Math.min(requested, stock, 99)));
    }),
  );
});

test("without stock, no quantity can be set", () => {
  expect(setQuantity(withMoons(2), MOON.id, 1, 0).lines).toEqual([]);
});

test("a confirmed order removes exactly the bought items, once", () => {
  fc.assert(
    fc.property(anyCart, fc.array(change, { maxLength: 5 }), (before, meanwhile) => {
      const fresh: Cart = { ...before, placed: [] };
      const placed = place(fresh);
      const changed = meanwhile.reduce((cart, f) => f(cart), placed);
      const completed = completeOrder(changed, ORDER, fresh.lines);
      for (const line of completed.lines) {
        const bought = quantityOf(fresh, line.id);
        expect(line.quantity).toBe(quantityOf(changed, line.id) - bought);
      }
      expect(completeOrder(completed, ORDER, fresh.lines)).toBe(completed);
    }),
  );
});

test("a rejected order does not change the cart", () => {
  expect(completeOrder(place(withMoons(3)), ORDER, [])).toEqual(withMoons(3));
});

test("an order from another browser does not change the cart", () => {
  const cart = withMoons(3);
  expect(completeOrder(cart, order(9), cart.lines)).toBe(cart);
});

test("accepting replaces the key by the order, once", () => {
  const placed = place(withMoons(1));
  expect(placed.attempt).toBeUndefined();
  expect(placed.placed).toEqual([{ order: ORDER }]);
  // Another tab receives the response later; the order may be completed by then.
  expect(accept(placed, KEY, ORDER)).toBe(placed);
  const completed = completeOrder(placed, ORDER, []);
  expect(accept(completed, KEY, ORDER)).toBe(completed);
});

test("a cart with lines has a key, which survives every change", () => {
  let keys = 0;
  const newKey = () => `key-${String((keys += 1))}`;
  expect(ensureKey(EMPTY, newKey)).toBe(EMPTY);
  const first = ensureKey(withMoons(1), newKey);
  expect(first.attempt).toEqual({ key: "key-1", unheard: 0 });
  const emptied = ensureKey(remove(first, MOON.id), newKey);
  expect(ensureKey(add(emptied, MOON), newKey).attempt?.key).toBe("key-1");
  // The next order has a new key.
  expect(ensureKey(accept(first, "key-1", ORDER), newKey).attempt?.key).toBe("key-2");
});

test("attempts without a response are counted", () => {
  const sent = begin(begin(keyed(withMoons(1)), KEY), KEY);
  expect(sent.attempt?.unheard).toBe(2);
  expect(refuse(sent, KEY).attempt).toEqual({ key: KEY, unheard: 1 });
  expect(refuse(refuse(refuse(sent, KEY), KEY), KEY).attempt?.unheard).toBe(0);
  expect(begin(sent, "of-another-tab")).toBe(sent);
});

test("a cart of an older version is read, with its orders by ID", () => {
  const execution = `arn:aws:states:eu-west-1:123456789012:execution:new_order:${ORDER}`;
  const items = [{ id: "half-moon", quantity: 1 }];
  const stored: unknown = { lines: [], placed: [{ execution, items }] };
  expect(v.parse(Cart, stored)).toEqual({ lines: [], placed: [{ order: ORDER }] });
});

test("the prices seen by the customer are stored", () => {
  const price = { amount: 400, currency: "EUR" };
  const cart = reprice(withMoons(2), [{ productId: MOON.id, price }]);
  expect(cart.lines).toEqual([{ id: MOON.id, quantity: 2, name: MOON.name, price }]);
  expect(reprice(withMoons(2), [{ productId: id("other"), price }])).toEqual(withMoons(2));
});

test("a cart matches exactly its items", () => {
  const cart = add(withMoons(2), product("linzer"));
  const items = [
    { id: id("linzer"), quantity: 1 },
    { id: MOON.id, quantity: 2 },
  ];
  expect(matches(cart, items)).toBe(true);
  expect(matches(cart, items.slice(1))).toBe(false);
  expect(matches(withMoons(1), items.slice(1))).toBe(false);
});

test("adding updates the stored price of an existing line", () => {
  const dearer = { ...MOON, price: { amount: 400, currency: "EUR" } };
  expect(add(withMoons(1), dearer).lines).toEqual([
    { id: MOON.id, quantity: 2, name: MOON.name, price: { amount: 400, currency: "EUR" } },
  ]);
});

test("a full cart still accepts more of its own products", () => {
  const kinds = Array.from({ length: MAX_LINES }, (_, number) => product(`kind-${String(number)}`));
  const full = kinds.reduce(add, EMPTY);
  expect(count(full)).toBe(MAX_LINES);
  expect(hasRoom(full, MOON)).toBe(false);
  expect(add(full, MOON)).toBe(full);
  expect(count(add(full, product("kind-0")))).toBe(MAX_LINES + 1);
});
