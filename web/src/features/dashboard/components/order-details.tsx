/** All details of an order, printable. */
import { Link } from "wouter";
import type { Customer, Order } from "../../../api/orders/order";
import { readAuthState } from "../../../api/session";
import { Button } from "../../../ui/button";
import { countryName } from "../../../ui/country-name";
import { formatMoney } from "../../../ui/money";
import { productPath } from "../../../ui/paths";
import { t as fulfilment } from "../fulfilment-messages";
import { t } from "../messages";
import { NoteForm } from "./note-form";
import { OrderActions } from "./order-actions";
import { OrderHistory } from "./order-history";
import { OrderNotes } from "./order-notes";
import { RefundForm } from "./refund-form";
import { StatusBadge } from "./status-badge";
import styles from "./order-details.module.css";

export function OrderDetails({ order }: { readonly order: Order }) {
  return (
    <>
      <div className={styles.bar}>
        <p role="status">
          <StatusBadge status={order.status} />
        </p>
        <Button
          variant="secondary"
          onClick={() => {
            window.print();
          }}
        >
          {t("print")}
        </Button>
      </div>
      <OrderActions order={order} />
      <div className={styles.columns}>
        <section aria-labelledby="lines">
          <h2 id="lines" className={styles.title}>
            {t("items")}
          </h2>
          <Lines order={order} />
        </section>
        <div className={styles.side}>
          <section aria-labelledby="customer">
            <h2 id="customer" className={styles.title}>
              {t("customer")}
            </h2>
            <CustomerCard customer={order.customer} />
          </section>
          <section aria-labelledby="history">
            <h2 id="history" className={styles.title}>
              {t("history")}
            </h2>
            <OrderHistory order={order} />
          </section>
          <section aria-labelledby="notes" className={styles.notes}>
            <h2 id="notes" className={styles.title}>
              {fulfilment("notes")}
            </h2>
            {order.notes !== undefined && <OrderNotes notes={order.notes} />}
            <NoteForm id={order.id} />
          </section>
          {canRefund(order) && (
            <section aria-labelledby="refund" className={styles.refund}>
              <h2 id="refund" className={styles.title}>
                {fulfilment("refund")}
              </h2>
              <RefundForm order={order} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}

/** Whether this employee may refund the order. Decides only what is shown: the API checks each request itself. */
function canRefund({ status }: Order): boolean {
  const authState = readAuthState();
  const isManager = authState.kind === "signed-in" && authState.session.role === "manager";
  return isManager && (status === "CANCELLED" || status === "SHIPPED" || status === "DELIVERED");
}

function Lines({ order }: { readonly order: Order }) {
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{t("cookie")}</th>
          <th scope="col" className={styles.number}>
            {t("price")}
          </th>
          <th scope="col" className={styles.number}>
            {t("quantity")}
          </th>
          <th scope="col" className={styles.number}>
            {t("amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map(({ productId, name, price, quantity }) => (
          <tr key={productId}>
            <th scope="row">
              <Link href={productPath(productId)}>{name}</Link>
            </th>
            <td className={styles.number}>{formatMoney(price)}</td>
            <td className={styles.number}>{quantity}</td>
            <td className={styles.number}>{formatMoney({ ...price, amount: price.amount * quantity })}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t("total")}
          </th>
          <td className={styles.number}>{formatMoney(order.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function CustomerCard({ customer }: { readonly customer: Customer }) {
  const { name, email, phone, address } = customer;
  return (
    <address className={styles.address}>
      <p>
        <strong>{name}</strong>
        <br />
        {address.street}
        <br />
        {address.postalCode} {address.city}
        <br />
        {countryName(address.country)}
      </p>
      <p>
        <a href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`}>{email}</a>
        {phone !== undefined && (
          <>
            <br />
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a>
          </>
        )}
      </p>
    </address>
  );
}
