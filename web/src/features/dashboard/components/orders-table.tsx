/**
 * The orders as table rows, or as cards on narrow screens. Explicit roles, because some browsers drop table
 * semantics when `display` changes.
 */
import { Link } from "wouter";
import type { Order } from "../../../api/orders/order";
import { formatMoney } from "../../../ui/money";
import { DateTime } from "../../../ui/date-time";
import { orderPath } from "../../../ui/paths";
import { useShopZone } from "../../../ui/shop-zone";
import { takeFocus } from "../../../ui/take-focus";
import { t as fulfilment } from "../fulfilment-messages";
import type { BulkPack } from "../use-bulk-pack";
import { listState } from "../list-link";
import { t } from "../messages";
import { StatusBadge } from "./status-badge";
import styles from "./orders-table.module.css";

interface Props {
  readonly orders: readonly Order[];
  /** The filter as a query string, for the way back from an order. */
  readonly search: string;
  /** The position of the first order of a page just loaded; its link gets the focus. */
  readonly focusAt: number | undefined;
  readonly bulk: BulkPack;
}

export function OrdersTable({ orders, search, focusAt, bulk }: Props) {
  const zone = useShopZone();
  return (
    <table role="table" className={styles.table}>
      <caption className="visually-hidden">{t("tableCaption", { zone })}</caption>
      <thead className={styles.head}>
        <tr role="row">
          <th role="columnheader">{t("received")}</th>
          <th role="columnheader">{t("order")}</th>
          <th role="columnheader">{t("customer")}</th>
          <th role="columnheader" className={styles.number}>
            {t("total")}
          </th>
          <th role="columnheader">{t("status")}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order, position) => (
          <tr key={order.id} role="row" className={styles.order}>
            <td role="cell" className={styles.moment}>
              {order.status === "CONFIRMED" && (
                <input
                  type="checkbox"
                  className={styles.select}
                  aria-label={fulfilment("select", { number: order.number })}
                  checked={bulk.selected.has(order.id)}
                  onChange={() => {
                    bulk.toggle(order.id);
                  }}
                />
              )}
              <DateTime at={order.createdAt} />
            </td>
            <td role="cell" className={styles.id}>
              <Link
                ref={position === focusAt ? takeFocus : null}
                className={styles.link}
                href={orderPath(order.id)}
                state={listState(search)}
              >
                <span className={styles.code}>{order.number}</span>
              </Link>
            </td>
            <td role="cell" className={styles.customer}>
              {order.customer.name}
              <span className={styles.email}>{order.customer.email}</span>
            </td>
            <td role="cell" className={styles.total}>
              {formatMoney(order.total)}
              <span className={styles.count}>{t("cookies", { count: cookies(order) })}</span>
            </td>
            <td role="cell" className={styles.status}>
              <StatusBadge status={order.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cookies = ({ lines }: Order): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);
