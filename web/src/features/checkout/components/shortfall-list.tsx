/** The products of an order that were out of stock: how many were ordered and how many were left. */

import type { Shortfall } from "../../../api/orders/order";
import { t } from "../order-messages";
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
              {available === 0
                ? t("leftNone", { requested })
                : t("leftSome", { requested, count: available })}
            </>
          )}
        </ProductLine>
      ))}
    </ProductLines>
  );
}
