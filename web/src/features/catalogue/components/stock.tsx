/** The stock in words; the number is shown only if it is low. */
import { t } from "../messages";
import styles from "./stock.module.css";

const TIGHT = 5;

export function Stock({ count }: { readonly count: number }) {
  const level = levelOf(count);
  return (
    <span className={styles[level]}>
      <span className={styles.dot} aria-hidden="true" />
      {level === "plenty" ? t("inStock") : level === "tight" ? t("left", { count }) : t("soldOut")}
    </span>
  );
}

function levelOf(count: number): "plenty" | "tight" | "out" {
  if (count === 0) return "out";
  return count <= TIGHT ? "tight" : "plenty";
}
