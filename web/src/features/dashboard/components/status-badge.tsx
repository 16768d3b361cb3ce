/** A status, shown by text and icon as well as color. */
import type { OrderStatus } from "../../../api/orders/order";
import { t } from "../messages";
import styles from "./status-badge.module.css";

export function StatusBadge({ status }: { readonly status: OrderStatus }) {
  return (
    <span className={styles[status]}>
      <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden="true">
        <path d={MARKS[status]} />
      </svg>
      {t(`status.${status}`)}
    </span>
  );
}

const MARKS: Readonly<Record<OrderStatus, string>> = {
  PENDING: "M8 2a6 6 0 1 0 .01 0M8 5v3l2 1.5",
  CONFIRMED: "m3.5 8.5 3 3 6-7",
  REJECTED: "m4 4 8 8m0-8-8 8",
};
