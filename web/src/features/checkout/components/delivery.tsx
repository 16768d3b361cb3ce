/** What happened to a confirmed order: its parcel and its refunds. */
import type { Fulfilment, OrderReceipt } from "../../../api/orders/submission";
import { locale } from "../../../ui/language";
import { formatMoney } from "../../../ui/money";
import { ParcelLink } from "../../../ui/parcel-link";
import { rich, t } from "../order-messages";
import styles from "./delivery.module.css";

export function Delivery({ fulfilment }: { readonly fulfilment: Fulfilment }) {
  if (!("shipment" in fulfilment)) return null;
  const { shipment } = fulfilment;
  return (
    <p className={styles.line}>
      <ParcelLink
        shipment={shipment}
        shippedWith={t("shippedWith", { carrier: shipment.carrier })}
        track={t("trackParcel")}
      />
    </p>
  );
}

export function Refunds({ refunds }: { readonly refunds: NonNullable<OrderReceipt["refunds"]> }) {
  return refunds.map(({ at, amount }, position) => (
    <p key={position} className={styles.line}>
      {rich("refund", { amount: formatMoney(amount), day: <time dateTime={at}>{formatDay(at)}</time> })}
    </p>
  ));
}

const formatDay = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(new Date(at));
