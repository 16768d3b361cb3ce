/** Placeholder of the list while it loads; a text for screen readers. */
import { t } from "../messages";
import styles from "./orders-skeleton.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function OrdersSkeleton() {
  return (
    <div role="status">
      <p className="visually-hidden">{t("loadingOrders")}</p>
      <div className={styles.rows} aria-hidden="true">
        {ROWS.map((key) => (
          <div key={key} className={styles.row} />
        ))}
      </div>
    </div>
  );
}
