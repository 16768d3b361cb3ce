/** What fell short: how many were wanted, how many there were. */
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { product } from "../../../api/products/get-product";
import { ProductImage } from "../../../ui/product-image";
import type { Shortfall } from "../../../api/orders/order";
import styles from "./short-lines.module.css";

export function ShortLines({ shortfalls }: { readonly shortfalls: readonly Shortfall[] }) {
  const client = useQueryClient();
  // For name and picture only: without them the identifier still says which one is meant.
  const queries = useQueries({ queries: shortfalls.map(({ productId }) => product(productId, client)) });
  return (
    <ul role="list" className={styles.lines}>
      {shortfalls.map(({ productId, requested, available }, position) => {
        const known = queries[position]?.data;
        return (
          <li key={productId} className={styles.line}>
            <div className={styles.picture}>
              {known === undefined ? (
                <div className={styles.noPicture} />
              ) : (
                <ProductImage product={known} alt="" eager />
              )}
            </div>
            <p>
              <strong>{known?.name ?? productId}</strong>
              <br />
              You wanted {requested},{" "}
              {available === 0
                ? "but none are left"
                : `but only ${String(available)} ${available === 1 ? "is" : "are"} left`}
              .
            </p>
          </li>
        );
      })}
    </ul>
  );
}
