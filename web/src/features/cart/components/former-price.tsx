/** The price when the line was added, if it has changed. */
import { formatMoney } from "../../../ui/money";
import { formerPrice, type CheckedLine } from "../line-status";
import { t } from "../messages";
import styles from "./former-price.module.css";

export function FormerPrice({ line }: { readonly line: CheckedLine }) {
  const former = formerPrice(line);
  if (former === undefined) return null;
  return <p className={styles.changed}>{t("formerPrice", { price: formatMoney(former) })}</p>;
}
