/**
 * What a cart is and how it changes. Pure: no storage, requests or UI.
 *
 * A line keeps the name and price that the customer saw; the API knows the current ones.
 */
import * as v from "valibot";
import { OrderId } from "../../api/orders/order-id";
import { ProductId, type Product } from "../../api/products/product";
import { Money } from "../../api/products/money";
import rules from "../../api/rules/lines";

export const MAX_LINES = rules[""].maxItems;
const MAX_QUANTITY = rules.quantity.maximum;

const Quantity = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_QUANTITY));

const Item = v.object({ id: ProductId, quantity: Quantity });

const Line = v.object({ ...Item.entries, name: v.string(), price: Money });

/** An order in progress. Older carts have the ARN of its execution, which ends in the order ID. */
const Placed = v.pipe(
  v.union([v.object({ order: v.string() }), v.object({ execution: v.string() })]),
  v.transform((placed) => ("order" in placed ? placed : { order: placed.execution.slice(-36) })),
  v.object({ order: OrderId }),
);

/**
 * The next order of this cart. The key stays the same until an order is accepted: all tabs and attempts send
 * the same key, so the shop creates one order.
 */
const Attempt = v.object({
  key: v.string(),
  /** How many attempts were sent whose outcome is unknown. */
  unheard: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

export const Cart = v.object({
  lines: v.pipe(
    v.array(Line),
    v.maxLength(MAX_LINES),
    v.check((lines) => new Set(lines.map((line) => line.id)).size === lines.length),
  ),
  placed: v.array(Placed),
  attempt: v.exactOptional(Attempt),
});

export type Item = v.InferOutput<typeof Item>;
export type Line = v.InferOutput<typeof Line>;
export type Cart = v.InferOutput<typeof Cart>;

export const EMPTY: Cart = { lines: [], placed: [] };

/** The largest quantity of a product in one cart. */
export const limit = (stock: number): number => Math.min(stock, MAX_QUANTITY);

export const quantityOf = (cart: Cart, id: ProductId): number =>
  cart.lines.find((line) => line.id === id)?.quantity ?? 0;

export const count = (cart: Cart): number => cart.lines.reduce((sum, line) => sum + line.quantity, 0);

/** Whether one more of the product fits into the cart. */
export function hasRoom(cart: Cart, product: Product): boolean {
  const quantity = quantityOf(cart, product.id);
  return quantity < limit(product.stock) && (quantity > 0 || cart.lines.length < MAX_LINES);
}

/** Adds one of the product and updates the stored name and price to those the customer has just seen. */
export function add(cart: Cart, product: Product): Cart {
  if (!hasRoom(cart, product)) return cart;
  const { id, name, price } = product;
  const quantity = quantityOf(cart, id) + 1;
  const line = { id, quantity, name, price };
  return {
    ...cart,
    lines: quantity === 1 ? [...cart.lines, line] : cart.lines.map((old) => (old.id === id ? line : old)),
  };
}

/** Sets a quantity, limited to between 1 and the stock. Removes the line if the stock is 0. */
export function setQuantity(cart: Cart, id: ProductId, requested: number, stock: number): Cart {
  const quantity = Math.min(Math.max(requested, 1), limit(stock));
  if (quantity < 1) return remove(cart, id);
  return { ...cart, lines: cart.lines.map((line) => (line.id === id ? { ...line, quantity } : line)) };
}

export function remove(cart: Cart, id: ProductId): Cart {
  return { ...cart, lines: cart.lines.filter((line) => line.id !== id) };
}

/** Adds a key for the next order to a cart that has lines but no key. */
export function ensureKey(cart: Cart, newKey: () => string): Cart {
  if (cart.attempt !== undefined || cart.lines.length === 0) return cart;
  return { ...cart, attempt: { key: newKey(), unheard: 0 } };
}
