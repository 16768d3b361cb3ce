/** The items, total and delivery address of an order, for screen and print. */
import type { OrderReceipt } from "../../../api/orders/submission";
import { t as ui } from "../../../ui/messages";
import { formatMoney } from "../../../ui/money";
import { countryName } from "../../../ui/country-name";
import { locale } from "../../../ui/language";
import { Button } from "../../../ui/button";
import { rich, t } from "../order-messages";
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
          {t("receipt.items")}
        </h2>
        <table className={styles.lines}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t("receipt.quantityAndItem")}</th>
              <th scope="col">{t("receipt.unitPrice")}</th>
              <th scope="col">{t("receipt.price")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.productId}>
                <th scope="row">
                  {line.quantity} × {line.name}
                </th>
                <td>{ui("each", { price: formatMoney(line.price) })}</td>
                <td>{formatMoney({ ...line.price, amount: line.price.amount * line.quantity })}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("receipt.total")}</th>
              <td />
              <td>{formatMoney(total)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <section aria-labelledby="receipt-address">
        <h2 id="receipt-address" className={styles.title}>
          {t("receipt.address")}
        </h2>
        <address className={styles.address}>
          {name}
          <br />
          {address.street}
          <br />
          {address.postalCode} {address.city}
          <br />
          {countryName(address.country)}
        </address>
        <p className={styles.placed}>
          {rich("receipt.placedOn", { time: <time dateTime={createdAt}>{formatPlaced(createdAt)}</time> })}
        </p>
        <div className={styles.print}>
          <Button
            variant="secondary"
            onClick={() => {
              window.print();
            }}
          >
            {t("print")}
          </Button>
        </div>
      </section>
    </div>
  );
}

const formatPlaced = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(new Date(at));
