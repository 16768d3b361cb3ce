/**
 * Orders of this browser whose end it has not seen: the page was closed too early, the answer got lost, or another tab has
 * just ordered. What they bought is still in the cart, so it is not ordered again before somebody has looked.
 *
 * A shop may have forgotten an order by the time somebody looks, so a note can also be dismissed unseen.
 */
import { useEffect } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { OrderId } from "../../../api/orders/order-id";
import { orderUnder } from "../../../api/orders/submission";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { orderStatusPath } from "../../../ui/paths";
import { useFocusHandover } from "../../../ui/use-focus-handover";
import { orderAccepted } from "../attempts";
import { completeOrder } from "../ordering";
import { changeCart } from "../stored-cart";
import { useCart } from "../use-cart";
import styles from "./open-orders.module.css";

export function OpenOrders() {
  const { placed, attempt } = useCart();
  return (
    <>
      {attempt !== undefined && attempt.unheard > 0 && <UnconfirmedAttempt orderKey={attempt.key} />}
      {placed.map(({ order }) => (
        <OpenOrder key={order} order={order} />
      ))}
    </>
  );
}

/** A try that nobody has heard of: the shop knows whether it arrived. */
function UnconfirmedAttempt({ orderKey }: { readonly orderKey: string }) {
  const { data } = useQuery(orderUnder(orderKey));
  useEffect(() => {
    if (data != null) orderAccepted(orderKey, data);
  }, [data, orderKey]);
  return (
    <p role="status" className={styles.note}>
      We’re not sure your last attempt went through. Try again; we’ll only take one order.
    </p>
  );
}

function OpenOrder({ order }: { readonly order: OrderId }) {
  const note = useFocusHandover<HTMLDivElement>();
  return (
    <div ref={note} className={styles.note}>
      <p role="status">
        You have an order in progress. <Link href={orderStatusPath(order)}>Check it</Link> before ordering
        again.
      </p>
      <Button
        variant="secondary"
        onClick={() => {
          changeCart((cart) => completeOrder(cart, order, []));
          announce("Dismissed. Your cart hasn’t changed.");
        }}
      >
        Dismiss
      </Button>
    </div>
  );
}
