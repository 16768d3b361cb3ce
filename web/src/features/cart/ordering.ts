/**
 * How a cart changes when it is ordered. Pure. Separate from `cart.ts` because the catalogue does not need
 * it.
 */
import type { OrderId } from "../../api/orders/order-id";
import type { Money } from "../../api/products/money";
import type { ProductId } from "../../api/products/product";
import type { Cart, Item, Line } from "./cart";

/** Records that an order is being sent. Until a response arrives, the order may exist. */
export const begin = (cart: Cart, key: string): Cart => countAttempt(cart, key, 1);

/** Records that the shop rejected an attempt. Other attempts may have succeeded. */
export const refuse = (cart: Cart, key: string): Cart => countAttempt(cart, key, -1);

function countAttempt(cart: Cart, key: string, change: 1 | -1): Cart {
  if (cart.attempt?.key !== key) return cart;
  return { ...cart, attempt: { key, unheard: Math.max(cart.attempt.unheard + change, 0) } };
}

/**
 * Records that the order with this key was accepted, and drops the key. The items stay in the cart until the
 * order is confirmed. Does nothing if the key is not the cart's: another tab was faster.
 */
export function accept(cart: Cart, key: string, order: OrderId): Cart {
  const { attempt, ...rest } = cart;
  return attempt?.key === key ? { ...rest, placed: [...cart.placed, { order }] } : cart;
}

/**
 * Removes an order in progress, and the bought items from the cart. Items added since stay. Does nothing for
 * an order that is not recorded: it was completed before, or placed in another browser.
 */
export function completeOrder(cart: Cart, order: OrderId, bought: readonly Item[]): Cart {
  const placed = cart.placed.filter((other) => other.order !== order);
  if (placed.length === cart.placed.length) return cart;
  return { ...cart, placed, lines: without(cart.lines, bought) };
}

/** Updates the prices to those that the customer has just seen. */
export function reprice(
  cart: Cart,
  prices: readonly { readonly productId: ProductId; readonly price: Money }[],
): Cart {
  const lines = cart.lines.map((line) => {
    const seen = prices.find(({ productId }) => productId === line.id);
    return seen === undefined ? line : { ...line, price: seen.price };
  });
  return { ...cart, lines };
}

/** Whether the cart contains exactly these items. */
export const matches = ({ lines }: Cart, items: readonly Item[]): boolean =>
  lines.length === items.length &&
  lines.every(({ id, quantity }) => items.some((item) => item.id === id && item.quantity === quantity));

function without(lines: readonly Line[], items: readonly Item[]): Line[] {
  return lines.flatMap((line) => {
    const taken = items.find((item) => item.id === line.id)?.quantity ?? 0;
    return line.quantity > taken ? [{ ...line, quantity: line.quantity - taken }] : [];
  });
}
