/** Placeholder of the catalogue while it loads; a text for screen readers. */
import { t } from "../messages";
import grid from "./product-grid.module.css";
import styles from "./catalogue-skeleton.module.css";

const CARDS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function CatalogueSkeleton() {
  return (
    <div role="status">
      <p className="visually-hidden">{t("loadingCookies")}</p>
      <div className={grid.grid} aria-hidden="true">
        {CARDS.map((key) => (
          <div key={key} className={styles.card}>
            <div className={styles.picture} />
            <div className={styles.line} />
            <div className={styles.shortLine} />
          </div>
        ))}
      </div>
    </div>
  );
}
