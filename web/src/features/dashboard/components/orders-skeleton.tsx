/** Where the orders will stand, while they are on their way. Shapes for the eye, one sentence for the ear. */
import styles from "./orders-skeleton.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function OrdersSkeleton() {
  return (
    <div role="status">
      <p className="visually-hidden">Loading orders…</p>
      <div className={styles.rows} aria-hidden="true">
        {ROWS.map((key) => (
          <div key={key} className={styles.row} />
        ))}
      </div>
    </div>
  );
}
