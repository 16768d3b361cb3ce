/**
 * `/checkout`: who orders, where it goes, what it is; and then the order is placed, once.
 *
 * What is in the cart comes from outside, and so does its look: this page knows how to order, not how to shop.
 */
import { useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { ExecutionArn } from "../../../api/execution-arn";
import { PageHeading } from "../../../ui/page-heading";
import { CART_PATH, orderStatusPath } from "../../../ui/paths";
import { readOrder, type NewOrder } from "../api/order";
import { openAttempt } from "../attempt";
import { CustomerForm } from "../components/customer-form";
import { PlacingFailure } from "../components/placing-failure";
import { customerOf } from "../customer";
import type { Placed } from "../place-order";
import { refusedIn, type Refused } from "../refused";
import { usePlacing } from "../use-placing";
import styles from "./checkout-page.module.css";

export type OrderLines = NewOrder["lines"];

interface Props {
  /** What to order; `undefined` while the cart cannot be ordered as it is. */
  readonly lines: OrderLines | undefined;
  /** The cart, as its owner shows it. */
  readonly summary: ReactNode;
  readonly onPlaced: (execution: ExecutionArn, lines: OrderLines) => void;
}

export function CheckoutPage({ lines, summary, onPlaced }: Props) {
  const [, navigate] = useLocation();
  // What this tab once sent and never heard of again, from before the page was opened.
  const [unheard] = useState(() => openAttempt() !== undefined);
  const [earlier, setEarlier] = useState<ExecutionArn>();
  const [body, setBody] = useState<string>();

  const placing = usePlacing(({ created, body: placed }: Placed) => {
    onPlaced(created.executionArn, readOrder(placed)?.lines ?? []);
    if (placed === body) navigate(orderStatusPath(created.executionArn), { replace: true });
    else setEarlier(created.executionArn);
  });
  const send = (order: string) => {
    setEarlier(undefined);
    setBody(order);
    placing.place(order);
  };

  const refused: Refused =
    placing.error === null || body === undefined ? new Map() : refusedIn(placing.error, body);

  return (
    <>
      <nav aria-label="Breadcrumb" className={styles.back}>
        <Link href={CART_PATH}>
          <span aria-hidden="true">← </span>Your cart
        </Link>
      </nav>
      <PageHeading title="Checkout" className={styles.title}>
        Checkout
      </PageHeading>
      <div className={styles.columns}>
        <CustomerForm
          refused={refused}
          busy={placing.busy}
          blocked={lines === undefined}
          onSubmit={(values) => {
            if (lines === undefined) return;
            send(JSON.stringify({ customer: customerOf(values), lines } satisfies NewOrder));
          }}
        >
          {unheard && placing.error === null && earlier === undefined && (
            <p role="status" className={styles.note}>
              You pressed the button before, and the shop’s answer never came. Press it again: whether or not
              the first one arrived, it will be ordered once.
            </p>
          )}
          {earlier !== undefined && (
            <p role="alert" className={styles.note}>
              An earlier try of yours had arrived after all, with what you had entered then, so nothing was
              ordered now. <Link href={orderStatusPath(earlier)}>See that order</Link>, and come back if you
              want more.
            </p>
          )}
          {placing.error !== null && (
            <PlacingFailure
              error={placing.error}
              refused={refused}
              retry={() => {
                if (body !== undefined) send(body);
              }}
              retrying={placing.busy}
            />
          )}
        </CustomerForm>
        <aside className={styles.summary} aria-label="What you order">
          {summary}
        </aside>
      </div>
    </>
  );
}
