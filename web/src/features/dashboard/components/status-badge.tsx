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
  PACKED: "M2.5 5.5 8 2.5l5.5 3v6L8 14.5l-5.5-3zM2.5 5.5 8 8.5l5.5-3M8 8.5v6",
  SHIPPED: "M2 4h7v7H2zM9 6.5h3l2 2.5v2H9M4.5 13a1 1 0 1 0 .01 0M11.5 13a1 1 0 1 0 .01 0",
  DELIVERED: "m1.5 8.5 3 3 6-7M8.5 11.5l6-7",
  CANCELLED: "M8 2a6 6 0 1 0 .01 0M4 12l8-8",
  REJECTED: "m4 4 8 8m0-8-8 8",
};
