/** `/dashboard/orders/:id`: one order, or that it does not exist. */
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
import { rich, t } from "../messages";
import styles from "./order-page.module.css";

interface Props {
  /** As in the URL. */
  readonly id: string;
}

export function OrderPage({ id }: Props) {
  const parsed = v.safeParse(OrderId, id);
  return (
    <>
      <BackToList />
      {/* An invalid ID needs no request. */}
      {parsed.success ? <Known key={parsed.output} id={parsed.output} /> : <UnknownOrder id={id} />}
    </>
  );
}

function Known({ id }: { readonly id: OrderId }) {
  const query = useQuery(order(id));

  if (query.error?.isNotFound === true) return <UnknownOrder id={id} onAgain={() => void query.refetch()} />;
  return (
    <article>
      <header className={styles.header}>
        <PageHeading title={t("orderTitle", { id })}>{t("order")}</PageHeading>
        <p>
          {query.data !== undefined && (
            <>
              <strong>{query.data.number}</strong>{" "}
            </>
          )}
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

/** An order that does not exist; without `onAgain`, because the ID is invalid. */
export function UnknownOrder({ id, onAgain }: Props & { readonly onAgain?: () => void }) {
  return onAgain === undefined ? <Malformed id={id} /> : <Unknown id={id} onAgain={onAgain} />;
}

function Unknown({ id, onAgain }: Props & { readonly onAgain: () => void }) {
  const message = useFocusHandover<HTMLElement>();
  return (
    <section ref={message} className="message">
      <PageHeading title={t("notFound")}>{t("notFound")}</PageHeading>
      <p>{rich("notFoundText", { id: <code>{id}</code> })}</p>
      <p>
        <Button variant="secondary" onClick={onAgain}>
          {t("tryAgain")}
        </Button>
      </p>
    </section>
  );
}

function Malformed({ id }: Props) {
  return (
    <section className="message">
      <PageHeading title={t("invalidNumber")}>{t("invalidNumberHeading")}</PageHeading>
      <p>{rich("invalidNumberText", { id: <code>{id}</code> })}</p>
    </section>
  );
}
