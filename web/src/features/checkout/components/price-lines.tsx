/** The prices that the customer agreed to beside the prices now, line by line and in all. */
import { useQueries, useQueryClient } from "@tanstack/react-query";
import type { PriceChange } from "../../../api/orders/order";
import type { Money } from "../../../api/products/money";
import { product } from "../../../api/products/get-product";
import { formatMoney } from "../../../ui/money";
import { ProductImage } from "../../../ui/product-image";
import styles from "./price-lines.module.css";

export function PriceLines({ change: { lines, agreedTotal, total } }: { readonly change: PriceChange }) {
  const client = useQueryClient();
  // For the pictures only: without them the names still say which ones are meant.
  const queries = useQueries({ queries: lines.map(({ productId }) => product(productId, client)) });
  return (
    <div className={styles.change}>
      <ul role="list" className={styles.lines}>
        {lines.map(({ productId, name, quantity, agreedPrice, price }, position) => {
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
                <strong>
                  {quantity} × {name}
                </strong>
                <br />
                {agreedPrice === undefined || isSame(agreedPrice, price) ? (
                  <>{formatMoney(price)} each</>
                ) : (
                  <>
                    Was {formatMoney(agreedPrice)} each, now <strong>{formatMoney(price)}</strong> each
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ul>
      <dl className={styles.totals}>
        <div>
          <dt>Previous total</dt>
          <dd>{formatMoney(agreedTotal)}</dd>
        </div>
        <div className={styles.total}>
          <dt>New total</dt>
          <dd>{formatMoney(total)}</dd>
        </div>
      </dl>
    </div>
  );
}

const isSame = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency;
