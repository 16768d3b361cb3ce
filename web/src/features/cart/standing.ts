/**
 * How a line of the cart stands against the shelf of this moment, and what mends it. Pure.
 *
 * A line that nothing is known about yet, or that could not be asked about, is neither good nor bad: it is left as it is.
 */
import type { Money } from "../../api/products/money";
import type { Product } from "../../api/products/product";
import { formatMoney } from "../../ui/money";
import { limit, remove, setQuantity, type Cart, type Line } from "./cart";

export type Standing =
  | { readonly kind: "unknown" }
  /** The shelf has no such product any more. */
  | { readonly kind: "gone" }
  | { readonly kind: "sold-out"; readonly product: Product }
  /** Fewer are left than the line wants. */
  | { readonly kind: "short"; readonly product: Product }
  | { readonly kind: "good"; readonly product: Product };

/** A line under the name that its product has now. */
export interface StandingLine extends Line {
  readonly standing: Standing;
}

/** `product`: what the shop sells under the line's id; `null`: nothing; `undefined`: not known. */
export function judge(line: Line, product: Product | null | undefined): StandingLine {
  return { ...line, name: product?.name ?? line.name, standing: standing(line, product) };
}

function standing(line: Line, product: Product | null | undefined): Standing {
  if (product === undefined) return { kind: "unknown" };
  if (product === null) return { kind: "gone" };
  if (product.stock === 0) return { kind: "sold-out", product };
  return { kind: line.quantity > limit(product.stock) ? "short" : "good", product };
}

export const isTroubled = ({ standing: { kind } }: StandingLine): boolean =>
  kind === "gone" || kind === "sold-out" || kind === "short";

/** What the line costs in all, where that can be said. */
export function lineTotal({ standing, quantity }: StandingLine): Money | undefined {
  if (standing.kind !== "good") return undefined;
  const { amount, currency } = standing.product.price;
  return { amount: amount * quantity, currency };
}

/** The price that the customer saw when adding, if it is another one now. What is sold out has none to speak of. */
export function formerPrice({ standing, price }: StandingLine): Money | undefined {
  if (standing.kind !== "good" && standing.kind !== "short") return undefined;
  const now = standing.product.price;
  return now.amount === price.amount && now.currency === price.currency ? undefined : price;
}

/** What the good lines cost together: one amount a currency, so that no two are ever mixed. */
export function totals(lines: readonly StandingLine[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of lines.flatMap((line) => lineTotal(line) ?? [])) {
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

/** The totals in words: usually one amount, and none while a line is still unknown. */
export function formatTotals(lines: readonly StandingLine[]): string {
  if (lines.some((line) => line.standing.kind === "unknown")) return "…";
  const amounts = totals(lines).map((total) => formatMoney(total));
  return amounts.length === 0 ? "–" : amounts.join(" + ");
}

/** The cart with nothing in it that cannot be had. */
export function mend(cart: Cart, lines: readonly StandingLine[]): Cart {
  return lines
    .filter(isTroubled)
    .reduce(
      (mended, { id, standing, quantity }) =>
        standing.kind === "short"
          ? setQuantity(mended, id, quantity, standing.product.stock)
          : remove(mended, id),
      cart,
    );
}
