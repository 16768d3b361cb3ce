/**
 * What a cart is and how it changes. Pure: nothing here stores, fetches or shows.
 *
 * A line remembers the name and the price that its customer saw; what the product costs now is for the API to say.
 */
import * as v from "valibot";
import { ProductId, type Product } from "../../api/products/product";
import { ExecutionArn } from "../../api/execution-arn";
import { Money } from "../../api/products/money";
import rules from "../../api/rules/lines";

export const MAX_LINES = rules[""].maxItems;
const MAX_QUANTITY = rules.quantity.maximum;

const Quantity = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_QUANTITY));

const Item = v.object({ id: ProductId, quantity: Quantity });

const Line = v.object({ ...Item.entries, name: v.string(), price: Money });

/** An order on its way, and what leaves the cart once it is confirmed. */
const Placed = v.object({ execution: ExecutionArn, items: v.array(Item) });

export const Cart = v.object({
  lines: v.pipe(
    v.array(Line),
    v.maxLength(MAX_LINES),
    v.check((lines) => new Set(lines.map((line) => line.id)).size === lines.length),
  ),
  placed: v.array(Placed),
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

/** Notes that an order for these items is on its way; they stay in the cart until it is confirmed. */
export function place(cart: Cart, execution: ExecutionArn, items: readonly Item[]): Cart {
  if (cart.placed.some((order) => order.execution === execution)) return cart;
  const bare = items.map(({ id, quantity }) => ({ id, quantity }));
  return { ...cart, placed: [...cart.placed, { execution, items: bare }] };
}

/**
 * Ends what `place` began. What was bought leaves the cart; what was put in meanwhile stays. An order that is not
 * noted changes nothing: it was settled before, or was placed in somebody else's browser.
 */
export function settle(cart: Cart, execution: ExecutionArn, bought: boolean): Cart {
  const order = cart.placed.find((placed) => placed.execution === execution);
  if (order === undefined) return cart;
  const placed = cart.placed.filter((other) => other !== order);
  return { placed, lines: bought ? without(cart.lines, order.items) : cart.lines };
}

function without(lines: readonly Line[], items: readonly Item[]): Line[] {
  return lines.flatMap((line) => {
    const taken = items.find((item) => item.id === line.id)?.quantity ?? 0;
    return line.quantity > taken ? [{ ...line, quantity: line.quantity - taken }] : [];
  });
}
