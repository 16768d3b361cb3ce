/**
 * What a cart is and how it changes. Pure: nothing here stores, fetches or shows.
 *
 * A line remembers the name and the price that its customer saw; what the product costs now is for the API to say.
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

/** An order on its way. Older carts name it by its execution, whose ARN ends in the order's ID. */
const Placed = v.pipe(
  v.union([v.object({ order: v.string() }), v.object({ execution: v.string() })]),
  v.transform((placed) => ("order" in placed ? placed : { order: placed.execution.slice(-36) })),
  v.object({ order: OrderId }),
);

/**
 * The next order of this cart. Its key lives as long as the cart is not ordered, so that every tab and every try sends the
 * same one, and the shop takes one order.
 */
const Attempt = v.object({
  key: v.string(),
  /** How many tries were sent whose outcome is not known. */
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

/** How many of a product one cart may hold. */
export const limit = (stock: number): number => Math.min(stock, MAX_QUANTITY);

export const quantityOf = (cart: Cart, id: ProductId): number =>
  cart.lines.find((line) => line.id === id)?.quantity ?? 0;

export const count = (cart: Cart): number => cart.lines.reduce((sum, line) => sum + line.quantity, 0);

/** Whether one more of the product fits. */
export function hasRoom(cart: Cart, product: Product): boolean {
  const quantity = quantityOf(cart, product.id);
  return quantity < limit(product.stock) && (quantity > 0 || cart.lines.length < MAX_LINES);
}

/** One more of the product. Its customer has just seen name and price, so those are the ones to remember. */
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

/** As many as wanted, between one and what there is; none at all where there is nothing. */
export function setQuantity(cart: Cart, id: ProductId, wanted: number, stock: number): Cart {
  const quantity = Math.min(Math.max(wanted, 1), limit(stock));
  if (quantity < 1) return remove(cart, id);
  return { ...cart, lines: cart.lines.map((line) => (line.id === id ? { ...line, quantity } : line)) };
}

export function remove(cart: Cart, id: ProductId): Cart {
  return { ...cart, lines: cart.lines.filter((line) => line.id !== id) };
}

/** The cart with a key for its order, if it matches anything to order. */
export function ensureKey(cart: Cart, newKey: () => string): Cart {
  if (cart.attempt !== undefined || cart.lines.length === 0) return cart;
  return { ...cart, attempt: { key: newKey(), unheard: 0 } };
}
