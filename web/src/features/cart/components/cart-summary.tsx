/** The subtotal, and the next step: the checkout, or fixing the cart. */
import { Button, ButtonLink } from "../../../ui/button";
import { CHECKOUT_PATH } from "../../../ui/paths";
import { formatTotals, needsAttention, type CheckedLine } from "../line-status";
import { t } from "../messages";
import styles from "./cart-summary.module.css";

interface Props {
  readonly lines: readonly CheckedLine[];
  readonly onFix: () => void;
}

export function CartSummary({ lines, onFix }: Props) {
  const problems = lines.filter(needsAttention).length;
  return (
    <section className={styles.summary} aria-labelledby="cart-summary">
      <h2 id="cart-summary" className={styles.title}>
        {t("subtotal")}
      </h2>
      <p className={styles.total}>{formatTotals(lines)}</p>
      {problems > 0 ? (
        <>
          <p role="status">{t("problems", { count: problems })}</p>
          <Button onClick={onFix}>{t("fix")}</Button>
        </>
      ) : (
        <>
          <p className={styles.note}>{t("terms")}</p>
          <ButtonLink href={CHECKOUT_PATH}>{t("goToCheckout")}</ButtonLink>
        </>
      )}
    </section>
  );
}
