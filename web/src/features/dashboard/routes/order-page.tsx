/** `/dashboard/orders/:id`: one order, or the news that there is no such thing. */
import { useQuery } from "@tanstack/react-query";
import * as v from "valibot";
import { order } from "../../../api/orders/get-order";
import { OrderId } from "../../../api/orders/order";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { PageHeading } from "../../../ui/page-heading";
import { useFocusHandover } from "../../../ui/use-focus-handover";
import { BackToList } from "../components/back-to-list";
import { OrderDetails } from "../components/order-details";
import { OrdersSkeleton } from "../components/orders-skeleton";
import styles from "./order-page.module.css";

interface Props {
  /** As it stands in the address. */
  readonly id: string;
}

export function OrderPage({ id }: Props) {
  const parsed = v.safeParse(OrderId, id);
  return (
    <>
      <BackToList />
      {/* What cannot be an order's number names none; the server need not be asked. */}
      {parsed.success ? <Known key={parsed.output} id={parsed.output} /> : <Malformed id={id} />}
    </>
  );
}

function Known({ id }: { readonly id: OrderId }) {
  const query = useQuery(order(id));

  if (query.error?.isNotFound === true) return <Unknown id={id} onAgain={() => void query.refetch()} />;
  return (
    <article>
      <header className={styles.header}>
        <PageHeading title={`Order ${id}`}>Order</PageHeading>
        <p>
          <code>{id}</code>
        </p>
      </header>
      {query.isPending && <OrdersSkeleton />}
      {query.data !== undefined && <OrderDetails order={query.data} />}
      {query.error !== null && (
        <EmployeeFailure
          error={query.error}
          retry={() => void query.refetch()}
          retrying={query.isFetching}
          place={query.data === undefined ? "page" : "inline"}
        />
      )}
    </article>
  );
}

function Unknown({ id, onAgain }: { readonly id: OrderId; readonly onAgain: () => void }) {
  const message = useFocusHandover<HTMLElement>();
  return (
    <section ref={message} className="message">
      <PageHeading title="No such order">There is no such order</PageHeading>
      <p>
        Nothing is known under <code>{id}</code>. An order that was placed a moment ago may take a second to
        show up.
      </p>
      <p>
        <Button look="quiet" onClick={onAgain}>
          Look again
        </Button>
      </p>
    </section>
  );
}

function Malformed({ id }: Props) {
  return (
    <section className="message">
      <PageHeading title="No order number">This is no order number</PageHeading>
      <p>
        <code>{id}</code> is not what the shop numbers its orders with. Part of the address may have got lost
        on the way.
      </p>
    </section>
  );
}
