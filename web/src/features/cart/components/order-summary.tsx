/** The cart on the checkout page, read-only. */
import { Link } from "wouter";
import { FailureNotice } from "../../../ui/failure-notice";
import { formatMoney } from "../../../ui/money";
import { CART_PATH } from "../../../ui/paths";
import { ProductImage } from "../../../ui/product-image";
import { formatTotals, needsAttention, lineTotal } from "../line-status";
import { rich, t } from "../messages";
import type { CheckedLines } from "../use-checked-lines";
import { FormerPrice } from "./former-price";
import styles from "./order-summary.module.css";

export function OrderSummary({ cart: { lines, error, isFetching, retry } }: { readonly cart: CheckedLines }) {
  return (
    <div className={styles.summary}>
      <h2 className={styles.title}>{t("summary")}</h2>
      <ul role="list">
        {lines.map((line) => {
          const total = lineTotal(line);
          return (
            <li key={line.id} className={styles.line}>
              <div className={styles.picture}>
                {"product" in line.status && <ProductImage product={line.status.product} alt="" eager />}
              </div>
              <div>
                <p>
                  {line.quantity} × {line.name}
                </p>
                <FormerPrice line={line} />
              </div>
              <p className={styles.amount}>{total !== undefined && formatMoney(total)}</p>
            </li>
          );
        })}
      </ul>
      <p className={styles.total}>
        <span>{t("total")}</span>
        <span className={styles.amount}>{formatTotals(lines)}</span>
      </p>
      <p className={styles.note}>{t("terms")}</p>
      {lines.some(needsAttention) && (
        <p role="alert" className={styles.problem}>
          {rich("unavailable", { link: <Link href={CART_PATH}>{t("updateCart")}</Link> })}
        </p>
      )}
      {/*
       * If all prices are shown, the order can be placed, because the server compares them: a failed refresh
       * does not matter.
       */}
      {error !== undefined && lines.some(({ status }) => status.kind === "unknown") && (
        <FailureNotice error={error} retry={retry} retrying={isFetching} place="inline" />
      )}
    </div>
  );
}
