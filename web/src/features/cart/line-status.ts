/**
 * How a line of the cart stands against the shelf of this moment, and what mends it. Pure.
 *
 * A line that nothing is known about yet, or that could not be asked about, is neither good nor bad: it is left as it is.
 */
import type { Money } from "../../api/products/money";
import type { Product } from "../../api/products/product";
import { formatMoney } from "../../ui/money";
import { limit, remove, setQuantity, type Cart, type Line } from "./cart";

export type LineStatus =
  | { readonly kind: "unknown" }
  /** The shelf has no such product any more. */
  | { readonly kind: "discontinued" }
  | { readonly kind: "sold-out"; readonly product: Product }
  /** Fewer are left than the line wants. */
  | { readonly kind: "short"; readonly product: Product }
  | { readonly kind: "available"; readonly product: Product };

/** A line under the name that its product has now. */
export interface CheckedLine extends Line {
  readonly status: LineStatus;
}

/** `product`: what the shop sells under the line's id; `null`: nothing; `undefined`: not known. */
export function evaluate(line: Line, product: Product | null | undefined): CheckedLine {
  return { ...line, name: product?.name ?? line.name, status: statusOf(line, product) };
}

function statusOf(line: Line, product: Product | null | undefined): LineStatus {
  if (product === undefined) return { kind: "unknown" };
  if (product === null) return { kind: "discontinued" };
  if (product.stock === 0) return { kind: "sold-out", product };
  return { kind: line.quantity > limit(product.stock) ? "short" : "available", product };
}

export const needsAttention = ({ status: { kind } }: CheckedLine): boolean =>
  kind === "discontinued" || kind === "sold-out" || kind === "short";

/** What the line costs in all, where that can be said. */
export function lineTotal({ status, quantity }: CheckedLine): Money | undefined {
  if (status.kind !== "available") return undefined;
  const { amount, currency } = status.product.price;
  return { amount: amount * quantity, currency };
}

/** The price that the customer saw when adding, if it is another one now. What is sold out has none to speak of. */
export function formerPrice({ status, price }: CheckedLine): Money | undefined {
  if (status.kind !== "available" && status.kind !== "short") return undefined;
  const now = status.product.price;
  return now.amount === price.amount && now.currency === price.currency ? undefined : price;
}

/** What the good lines cost together: one amount a currency, so that no two are ever mixed. */
export function totals(lines: readonly CheckedLine[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of lines.flatMap((line) => lineTotal(line) ?? [])) {
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

/** The totals in words: usually one amount, and none while a line is still unknown. */
export function formatTotals(lines: readonly CheckedLine[]): string {
  if (lines.some((line) => line.status.kind === "unknown")) return "…";
  const amounts = totals(lines).map((total) => formatMoney(total));
  return amounts.length === 0 ? "–" : amounts.join(" + ");
}

/** The cart with nothing in it that cannot be had. */
export function fixCart(cart: Cart, lines: readonly CheckedLine[]): Cart {
  return lines
    .filter(needsAttention)
    .reduce(
      (fixed, { id, status, quantity }) =>
        status.kind === "short" ? setQuantity(fixed, id, quantity, status.product.stock) : remove(fixed, id),
      cart,
    );
}
