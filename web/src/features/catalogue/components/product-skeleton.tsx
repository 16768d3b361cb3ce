/** Placeholder of the product page while it loads. */
import styles from "./product-details.module.css";

export function ProductSkeleton() {
  return (
    <div role="status">
      <p className="visually-hidden">Loading cookie…</p>
      <div className={styles.product} aria-hidden="true">
        <div className={styles.frame} />
        <div className={styles.facts}>
          <div className={styles.titleLine} />
          <div className={styles.line} />
          <div className={styles.line} />
        </div>
      </div>
    </div>
  );
}
