/**
 * The order was rejected because prices have changed: compares old and new prices and offers to order at the
 * new ones.
 */
import type { PriceChange } from "../../../api/orders/order";
import { Button, ButtonLink } from "../../../ui/button";
import { formatMoney } from "../../../ui/money";
import { CART_PATH } from "../../../ui/paths";
import { PriceComparison } from "./price-comparison";
import styles from "./prices-changed.module.css";

interface Props {
  readonly change: PriceChange;
  readonly busy: boolean;
  readonly onAccept: () => void;
}

export function PricesChanged({ change, busy, onAccept }: Props) {
  return (
    <section className={styles.change}>
      <p role="alert" className={styles.text}>
        We didn’t place your order, because prices changed while you were ordering. Please check the new
        prices.
      </p>
      <PriceComparison change={change} />
      <div className={styles.actions}>
        <Button onClick={onAccept} busy={busy}>
          {busy ? "Placing your order…" : `Order and pay ${formatMoney(change.total)}`}
        </Button>
        <ButtonLink href={CART_PATH} variant="secondary">
          Back to your cart
        </ButtonLink>
      </div>
    </section>
  );
}
