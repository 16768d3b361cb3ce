/** The history of an order, with the reason if it was rejected. */
import type { Order, Rejection } from "../../../api/orders/order";
import { DateTime } from "../../../ui/date-time";
import { formatMoney } from "../../../ui/money";
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
            {t(`status.${order.status}`)}
            <DateTime at={order.decidedAt} full />
          </>
        )}
        {order.status === "REJECTED" && <Reason rejection={order.rejection} order={order} />}
      </li>
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
