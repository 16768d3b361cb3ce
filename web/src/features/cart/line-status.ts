/**
 * Compares the lines of the cart with the current products. Pure.
 *
 * A line whose product is not loaded is `unknown`, which is neither a problem nor orderable.
 */
import type { Money } from "../../api/products/money";
import type { Product } from "../../api/products/product";
import { formatMoney } from "../../ui/money";
import { limit, remove, setQuantity, type Cart, type Line } from "./cart";

export type LineStatus =
  | { readonly kind: "unknown" }
  /** The product was discontinued. */
  | { readonly kind: "discontinued" }
  | { readonly kind: "sold-out"; readonly product: Product }
  /** Fewer are left than are in the cart. */
  | { readonly kind: "short"; readonly product: Product }
  | { readonly kind: "available"; readonly product: Product };

/** A line with its status and the current name of its product. */
export interface CheckedLine extends Line {
  readonly status: LineStatus;
}

/** `product`: the current product; `null` if it was discontinued; `undefined` if it is not loaded. */
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

/** The total of the line, if it can be ordered. */
export function lineTotal({ status, quantity }: CheckedLine): Money | undefined {
  if (status.kind !== "available") return undefined;
  const { amount, currency } = status.product.price;
  return { amount: amount * quantity, currency };
}

/**
 * The price when the line was added, if it has changed since. `undefined` for products that cannot be bought.
 */
export function formerPrice({ status, price }: CheckedLine): Money | undefined {
  if (status.kind !== "available" && status.kind !== "short") return undefined;
  const now = status.product.price;
  return now.amount === price.amount && now.currency === price.currency ? undefined : price;
}

/** The totals of the lines that can be ordered, one per currency. */
export function totals(lines: readonly CheckedLine[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of lines.flatMap((line) => lineTotal(line) ?? [])) {
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

/** The totals as text: `…` while a line is unknown. */
export function formatTotals(lines: readonly CheckedLine[]): string {
  if (lines.some((line) => line.status.kind === "unknown")) return "…";
  const amounts = totals(lines).map((total) => formatMoney(total));
  return amounts.length === 0 ? "–" : amounts.join(" + ");
}

/** Limits each line to the stock and removes lines that cannot be ordered. */
export function fixCart(cart: Cart, lines: readonly CheckedLine[]): Cart {
  return lines
    .filter(needsAttention)
    .reduce(
      (fixed, { id, status, quantity }) =>
        status.kind === "short" ? setQuantity(fixed, id, quantity, status.product.stock) : remove(fixed, id),
      cart,
    );
}
