/** The history of an order, with the reason if it was rejected. */
import type { Order, Rejection } from "../../../api/orders/order";
import { DateTime } from "../../../ui/date-time";
import { formatMoney } from "../../../ui/money";
import { ParcelLink } from "../../../ui/parcel-link";
import { nameOf } from "../actor";
import { t as fulfilment } from "../fulfilment-messages";
import { t } from "../messages";
import styles from "./order-history.module.css";

export function OrderHistory({ order }: { readonly order: Order }) {
  return (
    <ol className={styles.history}>
      <li className={styles.step}>
        {t("received")}
        <DateTime at={order.createdAt} full />
      </li>
      <li className={styles.step}>
        {order.status === "PENDING" ? (
          <>
            {t("status.PENDING")}
            <span>{t("pendingNote")}</span>
          </>
        ) : (
          <>
            {t(order.status === "REJECTED" ? "status.REJECTED" : "status.CONFIRMED")}
            <DateTime at={order.decidedAt} full />
          </>
        )}
        {order.status === "REJECTED" && <Reason rejection={order.rejection} order={order} />}
      </li>
      {(order.history ?? []).map(({ at, by, event }) => (
        <li key={event} className={styles.step}>
          {t(`status.${event}`)}
          <DateTime at={at} full />
          <span>{fulfilment("by", { name: nameOf(by) })}</span>
          {event === "SHIPPED" && "shipment" in order && (
            <ParcelLink
              shipment={order.shipment}
              shippedWith={fulfilment("shippedWith", { carrier: order.shipment.carrier })}
              track={fulfilment("trackParcel")}
            />
          )}
          {event === "CANCELLED" && order.status === "CANCELLED" && (
            <p className={styles.reason}>{order.cancellation.reason}</p>
          )}
        </li>
      ))}
      {(order.refunds ?? []).map(({ id, at, by, amount, reason }) => (
        <li key={id} className={styles.step}>
          {fulfilment("refundOf", { amount: formatMoney(amount) })}
          <DateTime at={at} full />
          <span>{fulfilment("by", { name: nameOf(by) })}</span>
          <p className={styles.reason}>{reason}</p>
        </li>
      ))}
    </ol>
  );
}

function Reason({ rejection, order }: { readonly rejection: Rejection; readonly order: Order }) {
  return (
    <div className={styles.reason}>
      <p>{t(`reason.${rejection.reason}`)}</p>
      {rejection.reason === "PriceChanged" && (
        <p>
          {t("agreedTotal", {
            agreed: formatMoney(rejection.priceChange.agreedTotal),
            total: formatMoney(rejection.priceChange.total),
          })}
        </p>
      )}
      {rejection.reason === "OutOfStock" && (
        <ul>
          {rejection.shortfalls.map(({ productId, requested, available }) => (
            <li key={productId}>
              {t("shortfall", {
                name: order.lines.find((line) => line.productId === productId)?.name ?? productId,
                requested,
                available,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
