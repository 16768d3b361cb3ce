/** The history of an order, with the reason if it was rejected. */
import type { Order, Rejection } from "../../../api/orders/order";
import { DateTime } from "../../../ui/date-time";
import { formatMoney } from "../../../ui/money";
import { REASONS } from "../wording";
import styles from "./order-history.module.css";

export function OrderHistory({ order }: { readonly order: Order }) {
  return (
    <ol className={styles.history}>
      <li className={styles.step}>
        Received
        <DateTime at={order.createdAt} full />
      </li>
      <li className={styles.step}>
        {order.status === "PENDING" ? (
          <>
            Pending
            <span>This page updates automatically.</span>
          </>
        ) : (
          <>
            {order.status === "CONFIRMED" ? "Confirmed" : "Rejected"}
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
      <p>{REASONS[rejection.reason]}</p>
      {rejection.reason === "PriceChanged" && (
        <p>
          Agreed total: {formatMoney(rejection.priceChange.agreedTotal)}. New total:{" "}
          {formatMoney(rejection.priceChange.total)}.
        </p>
      )}
      {rejection.reason === "OutOfStock" && (
        <ul>
          {rejection.shortfalls.map(({ productId, requested, available }) => (
            <li key={productId}>
              {order.lines.find((line) => line.productId === productId)?.name ?? productId}: {requested}{" "}
              requested, {available} available
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
