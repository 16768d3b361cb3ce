/**
 * How a cart changes when it is ordered. Pure, and apart from `cart.ts`, because the catalogue does without it.
 */
import type { OrderId } from "../../api/orders/order-id";
import type { Money } from "../../api/products/money";
import type { ProductId } from "../../api/products/product";
import type { Cart, Item, Line } from "./cart";

/** Notes that an order is about to be sent. Until it is heard of, it may exist. */
export const begin = (cart: Cart, key: string): Cart => countAttempt(cart, key, 1);

/** Notes that the shop has surely done nothing with a try. Other tries may have arrived. */
export const refuse = (cart: Cart, key: string): Cart => countAttempt(cart, key, -1);

function countAttempt(cart: Cart, key: string, change: 1 | -1): Cart {
  if (cart.attempt?.key !== key) return cart;
  return { ...cart, attempt: { key, unheard: Math.max(cart.attempt.unheard + change, 0) } };
}

/**
 * Notes that the order under this key is on its way, and drops the key. What was ordered stays in the cart until the order
 * is confirmed. A key that is not the cart's changes nothing: another tab has heard of the order before.
 */
export function accept(cart: Cart, key: string, order: OrderId): Cart {
  const { attempt, ...rest } = cart;
  return attempt?.key === key ? { ...rest, placed: [...cart.placed, { order }] } : cart;
}

/**
 * Ends what `accept` began. What was bought leaves the cart; what was put in meanwhile stays. An order that is not
 * noted changes nothing: it was completed before, or was placed in somebody else's browser.
 */
export function completeOrder(cart: Cart, order: OrderId, bought: readonly Item[]): Cart {
  const placed = cart.placed.filter((other) => other.order !== order);
  if (placed.length === cart.placed.length) return cart;
  return { ...cart, placed, lines: without(cart.lines, bought) };
}

/** The cart with prices that its customer has just seen. */
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

/** Whether the cart matches exactly these. */
export const matches = ({ lines }: Cart, items: readonly Item[]): boolean =>
  lines.length === items.length &&
  lines.every(({ id, quantity }) => items.some((item) => item.id === id && item.quantity === quantity));

function without(lines: readonly Line[], items: readonly Item[]): Line[] {
  return lines.flatMap((line) => {
    const taken = items.find((item) => item.id === line.id)?.quantity ?? 0;
    return line.quantity > taken ? [{ ...line, quantity: line.quantity - taken }] : [];
  });
}
