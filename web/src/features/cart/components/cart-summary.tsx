/** The subtotal, and the next step: the checkout, or fixing the cart. */
import { Button, ButtonLink } from "../../../ui/button";
import { CHECKOUT_PATH } from "../../../ui/paths";
import { formatTotals, needsAttention, type CheckedLine } from "../line-status";
import { TERMS } from "../terms";
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
        Subtotal
      </h2>
      <p className={styles.total}>{formatTotals(lines)}</p>
      {problems > 0 ? (
        <>
          <p role="status">
            {problems === 1
              ? "1 item needs attention before you can check out. It isn’t included in the subtotal."
              : `${String(problems)} items need attention before you can check out. They aren’t included in the subtotal.`}
          </p>
          <Button onClick={onFix}>Fix my cart</Button>
        </>
      ) : (
        <>
          <p className={styles.note}>{TERMS}</p>
          <ButtonLink href={CHECKOUT_PATH}>Go to checkout</ButtonLink>
        </>
      )}
    </section>
  );
}
