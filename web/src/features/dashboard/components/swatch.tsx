/** The color of a status in the chart, for a legend. */
import type { OrderStatus } from "../../../api/orders/order";
import styles from "./hours-chart.module.css";

export function Swatch({ status }: { readonly status: OrderStatus }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 12 12" aria-hidden="true">
      <rect x="1" y="1" width="10" height="10" rx="2" className={styles[status]} />
    </svg>
  );
}
