/** Placeholder of the product page while it loads. */
import { t } from "../messages";
import styles from "./product-details.module.css";

export function ProductSkeleton() {
  return (
    <div role="status">
      <p className="visually-hidden">{t("loadingCookie")}</p>
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
