/** Sums up the products of orders. Pure. */
import type { Order } from "../../api/orders/order";
import type { ProductId } from "../../api/products/product";

export interface Pick {
  readonly productId: ProductId;
  /** The name in the latest order. */
  readonly name: string;
  readonly quantity: number;
}

/** The quantity of each product, by name. `orders`: newest first. */
export function picksOf(orders: readonly Order[]): Pick[] {
  const picks = new Map<ProductId, Pick>();
  for (const { productId, name, quantity } of orders.flatMap(({ lines }) => lines)) {
    const known = picks.get(productId);
    picks.set(productId, {
      productId,
      name: known?.name ?? name,
      quantity: (known?.quantity ?? 0) + quantity,
    });
  }
  return [...picks.values()].sort(
    (a, b) => a.name.localeCompare(b.name) || (a.productId < b.productId ? -1 : 1),
  );
}
