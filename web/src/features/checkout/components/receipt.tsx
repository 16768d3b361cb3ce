/** The items, total and delivery address of an order, for screen and print. */
import type { OrderReceipt } from "../../../api/orders/submission";
import { formatMoney } from "../../../ui/money";
import { Button } from "../../../ui/button";
import styles from "./receipt.module.css";

export function Receipt({
  order: { createdAt, name, address, lines, total },
}: {
  readonly order: OrderReceipt;
}) {
  return (
    <div className={styles.receipt}>
      <section aria-labelledby="receipt-items">
        <h2 id="receipt-items" className={styles.title}>
          Your order
        </h2>
        <table className={styles.lines}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Quantity and item</th>
              <th scope="col">Unit price</th>
              <th scope="col">Price</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.productId}>
                <th scope="row">
                  {line.quantity} × {line.name}
                </th>
                <td>{formatMoney(line.price)} each</td>
                <td>{formatMoney({ ...line.price, amount: line.price.amount * line.quantity })}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td />
              <td>{formatMoney(total)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <section aria-labelledby="receipt-address">
        <h2 id="receipt-address" className={styles.title}>
          Delivery address
        </h2>
        <address className={styles.address}>
          {name}
          <br />
          {address.street}
          <br />
          {address.postalCode} {address.city}
          <br />
          {COUNTRIES.of(address.country) ?? address.country}
        </address>
        <p className={styles.placed}>
          Placed on <time dateTime={createdAt}>{PLACED.format(new Date(createdAt))}</time>
        </p>
        <div className={styles.print}>
          <Button
            variant="secondary"
            onClick={() => {
              window.print();
            }}
          >
            Print
          </Button>
        </div>
      </section>
    </div>
  );
}

const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });
const PLACED = new Intl.DateTimeFormat("en-IE", { dateStyle: "long", timeStyle: "short" });
