/** Compares the prices that the customer agreed to with the current ones, per line and in total. */

import type { PriceChange } from "../../../api/orders/order";
import type { Money } from "../../../api/products/money";
import { t as ui } from "../../../ui/messages";
import { formatMoney } from "../../../ui/money";
import { rich, t } from "../messages";
import styles from "./price-comparison.module.css";
import { ProductLine, ProductLines } from "./product-line";

export function PriceComparison({ change }: { readonly change: PriceChange }) {
  return (
    <div className={styles.comparison}>
      <ProductLines>
        {change.lines.map(({ productId, name, quantity, agreedPrice, price }) => (
          <ProductLine key={productId} id={productId}>
            {() => (
              <>
                <strong>
                  {quantity} × {name}
                </strong>
                <br />
                {agreedPrice === undefined || isSame(agreedPrice, price) ? (
                  <>{ui("each", { price: formatMoney(price) })}</>
                ) : (
                  rich("wasNow", {
                    before: formatMoney(agreedPrice),
                    now: <strong>{formatMoney(price)}</strong>,
                  })
                )}
              </>
            )}
          </ProductLine>
        ))}
      </ProductLines>
      <dl className={styles.totals}>
        <div>
          <dt>{t("previousTotal")}</dt>
          <dd>{formatMoney(change.agreedTotal)}</dd>
        </div>
        <div className={styles.total}>
          <dt>{t("newTotal")}</dt>
          <dd>{formatMoney(change.total)}</dd>
        </div>
      </dl>
    </div>
  );
}

const isSame = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency;
