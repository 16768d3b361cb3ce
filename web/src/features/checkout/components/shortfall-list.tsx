/** The products of an order that were out of stock: how many were ordered and how many were left. */

import type { Shortfall } from "../../../api/orders/order";
import { ProductLine, ProductLines } from "./product-line";

export function ShortfallList({ shortfalls }: { readonly shortfalls: readonly Shortfall[] }) {
  return (
    <ProductLines>
      {shortfalls.map(({ productId, requested, available }) => (
        <ProductLine key={productId} id={productId}>
          {(product) => (
            <>
              <strong>{product?.name ?? productId}</strong>
              <br />
              You wanted {requested}, {remaining(available)}.
            </>
          )}
        </ProductLine>
      ))}
    </ProductLines>
  );
}

function remaining(available: number): string {
  if (available === 0) return "but none are left";
  return `but only ${String(available)} ${available === 1 ? "is" : "are"} left`;
}
