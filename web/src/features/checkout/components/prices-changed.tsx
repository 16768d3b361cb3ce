/**
 * The order was rejected because prices have changed: compares old and new prices and offers to order at the
 * new ones.
 */
import type { PriceChange } from "../../../api/orders/order";
import { Button, ButtonLink } from "../../../ui/button";
import { formatMoney } from "../../../ui/money";
import { CART_PATH } from "../../../ui/paths";
import { t } from "../messages";
import { PriceComparison } from "./price-comparison";
import styles from "./prices-changed.module.css";

interface Props {
  readonly change: PriceChange;
  readonly busy: boolean;
  readonly onAccept: () => void;
}

export default function PricesChanged({ change, busy, onAccept }: Props) {
  return (
    <section className={styles.change}>
      <p role="alert" className={styles.text}>
        {t("pricesChangedText")}
      </p>
      <PriceComparison change={change} />
      <div className={styles.actions}>
        <Button onClick={onAccept} busy={busy}>
          {busy ? t("placing") : t("orderAt", { price: formatMoney(change.total) })}
        </Button>
        <ButtonLink href={CART_PATH} variant="secondary">
          {t("backToCart")}
        </ButtonLink>
      </div>
    </section>
  );
}
