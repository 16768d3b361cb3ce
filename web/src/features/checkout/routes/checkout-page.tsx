/**
 * `/checkout`: contact details, delivery address and order summary. Places the order once, at the prices
 * shown.
 *
 * The cart is passed in: this feature does not know it.
 */
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { PriceChange } from "../../../api/orders/order";
import type { OrderId } from "../../../api/orders/order-id";
import { t as ui } from "../../../ui/messages";
import { PageHeading } from "../../../ui/page-heading";
import { CART_PATH, orderStatusPath } from "../../../ui/paths";
import type { NewOrder } from "../api/order";
import { CustomerForm } from "../components/customer-form";
import { OrderFailure } from "../components/order-failure";
import { customerOf } from "../customer";
import { rich, t } from "../messages";
import type { Attempts } from "../place-order";
import { atNewPrices, priceChangeIn } from "../price-change";
import { rejectedFieldsIn, type RejectedFields } from "../rejected-fields";
import { usePlaceOrder } from "../use-place-order";
import styles from "./checkout-page.module.css";

export type Basket = Pick<NewOrder, "lines" | "total">;
export type OrderLines = NewOrder["lines"];

interface Props {
  /** The lines and total shown; `undefined` if they cannot be ordered. */
  readonly basket: Basket | undefined;
  /** The cart, rendered by its feature. */
  readonly summary: ReactNode;
  /** A notice about earlier orders of this cart. */
  readonly notice: ReactNode;
  readonly attempts: Attempts;
  /** Called when the customer accepts new prices. */
  readonly onAccept: (change: PriceChange) => void;
}

// Rarely shown, so it is loaded after the form. The order page, which is loaded beside it, has most of its code.
const loadPricesChanged = () => import("../components/prices-changed");
const PricesChanged = lazy(loadPricesChanged);

export function CheckoutPage({ basket, summary, notice, attempts, onAccept }: Props) {
  const [, navigate] = useLocation();
  const [earlier, setEarlier] = useState<OrderId>();
  const [cartChanged, setCartChanged] = useState(false);
  const [body, setBody] = useState<string>();

  const placing = usePlaceOrder(attempts, (placed) => {
    if (placed.kind === "placed") navigate(orderStatusPath(placed.order), { replace: true });
    else if (placed.kind === "already-placed") setEarlier(placed.order);
    else setCartChanged(true);
  });
  const send = (order: NewOrder) => {
    const text = JSON.stringify(order);
    setEarlier(undefined);
    setCartChanged(false);
    setBody(text);
    placing.place(text);
  };

  useEffect(() => {
    // If this fails, it is loaded when it is shown.
    loadPricesChanged().catch(() => undefined);
  }, []);
  const page = useRef<HTMLDivElement>(null);
  const change = placing.error === null ? undefined : priceChangeIn(placing.error);
  const changed = change !== undefined;
  useEffect(() => {
    // The focused form is gone: focus the heading, which says what happened.
    if (changed) page.current?.querySelector("h1")?.focus();
  }, [changed]);

  const rejected: RejectedFields =
    placing.error === null || body === undefined ? new Map() : rejectedFieldsIn(placing.error, body);
  const title = t(changed ? "pricesChanged" : "title");
  return (
    <div ref={page}>
      <nav aria-label={ui("breadcrumb")} className={styles.back}>
        <Link href={CART_PATH}>
          <span aria-hidden="true">← </span>
          {t("cart")}
        </Link>
      </nav>
      <PageHeading title={title} className={styles.title}>
        {title}
      </PageHeading>
      {changed ? (
        <Suspense>
          <PricesChanged
            change={change}
            busy={placing.busy}
            onAccept={() => {
              const order = body === undefined ? undefined : atNewPrices(body, change);
              if (order === undefined) return;
              onAccept(change);
              send(order);
            }}
          />
        </Suspense>
      ) : (
        <div className={styles.columns}>
          <CustomerForm
            rejected={rejected}
            busy={placing.busy}
            blocked={basket === undefined}
            onSubmit={(values) => {
              if (basket !== undefined) send({ customer: customerOf(values), ...basket });
            }}
          >
            {/* While an order is being sent or has failed, the page shows its own messages instead. */}
            {!placing.busy && placing.error === null && earlier === undefined && notice}
            {cartChanged && (
              <p role="alert" className={styles.note}>
                {t("cartChanged")}
              </p>
            )}
            {earlier !== undefined && (
              <p role="alert" className={styles.note}>
                {rich("earlierOrder", {
                  link: <Link href={orderStatusPath(earlier)}>{t("viewOrder")}</Link>,
                })}
              </p>
            )}
            {placing.error !== null && (
              <OrderFailure
                error={placing.error}
                rejected={rejected}
                retry={() => {
                  if (body !== undefined) placing.place(body);
                }}
                retrying={placing.busy}
              />
            )}
          </CustomerForm>
          <aside className={styles.summary} aria-label={t("summary")}>
            {summary}
          </aside>
        </div>
      )}
    </div>
  );
}
