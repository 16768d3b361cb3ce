/** `/dashboard/orders/:id/packing-slip`: a page for the parcel, without prices and without notes. */
import { useQuery } from "@tanstack/react-query";
import * as v from "valibot";
import { Link } from "wouter";
import { order as orderQuery } from "../../../api/orders/get-order";
import { OrderId, type Order } from "../../../api/orders/order";
import { Button } from "../../../ui/button";
import { DateTime } from "../../../ui/date-time";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { PageHeading } from "../../../ui/page-heading";
import { orderPath } from "../../../ui/paths";
import { OrdersSkeleton } from "../components/orders-skeleton";
import { t } from "../fulfilment-messages";
import { UnknownOrder } from "./order-page";
import styles from "./pick-list-page.module.css";

export function PackingSlipPage({ id }: { readonly id: string }) {
  const parsed = v.safeParse(OrderId, id);
  return parsed.success ? <Known id={parsed.output} /> : <UnknownOrder id={id} />;
}

function Known({ id }: { readonly id: OrderId }) {
  const query = useQuery(orderQuery(id));
  if (query.error?.isNotFound === true) return <UnknownOrder id={id} onAgain={() => void query.refetch()} />;
  return (
    <article>
      <div className={styles.tools}>
        <Link href={orderPath(id)}>{t("backToOrder")}</Link>
        <Button
          variant="secondary"
          onClick={() => {
            window.print();
          }}
        >
          {t("print")}
        </Button>
      </div>
      <header className={styles.header}>
        <PageHeading title={t("packingSlip")}>{t("packingSlip")}</PageHeading>
      </header>
      {query.isPending && <OrdersSkeleton />}
      {query.data !== undefined && <Slip order={query.data} />}
      {query.error !== null && (
        <EmployeeFailure
          error={query.error}
          retry={() => void query.refetch()}
          retrying={query.isFetching}
          place="page"
        />
      )}
    </article>
  );
}

function Slip({ order: { number, createdAt, customer, lines } }: { readonly order: Order }) {
  const { name, address } = customer;
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <p className={styles.address}>
        <strong>{number}</strong>, <DateTime at={createdAt} />
      </p>
      <h2>{t("shipTo")}</h2>
      <address className={styles.address}>
        {name}
        <br />
        {address.street}
        <br />
        {address.postalCode} {address.city}
        <br />
        {address.country}
      </address>
      <table className={styles.picks}>
        <caption className="visually-hidden">{t("packingSlip")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("product")}</th>
            <th scope="col" className={styles.number}>
              {t("quantity")}
            </th>
            <th scope="col">{t("packed")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.productId}>
              <th scope="row">{line.name}</th>
              <td className={styles.number}>{line.quantity}</td>
              <td>
                <span className={styles.box} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            <td className={styles.number}>{pieces}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p>{t("thanks")}</p>
    </>
  );
}
