/** Ordering the stored cart: which idempotency key to send, and what to record about the response. */
import type { OrderId } from "../../api/orders/order-id";
import type { Item } from "./cart";
import { accept, begin, matches, refuse } from "./ordering";
import { changeCart, readCart } from "./stored-cart";

/** Adds the key to a cart that an older version stored without one, before two tabs need it. */
export function prepareOrder(): void {
  changeCart((cart) => cart);
}

/**
 * The key to order these items with. `undefined` if an order is in progress or another tab has changed the
 * cart.
 */
export function beginOrder(items: readonly Item[]): string | undefined {
  prepareOrder();
  const cart = readCart();
  const key = cart.attempt?.key;
  if (key === undefined || cart.placed.length > 0 || !matches(cart, items)) return undefined;
  changeCart((current) => begin(current, key));
  return key;
}

export function orderAccepted(key: string, order: OrderId): void {
  changeCart((cart) => accept(cart, key, order));
}

export function orderRefused(key: string): void {
  changeCart((cart) => refuse(cart, key));
}
