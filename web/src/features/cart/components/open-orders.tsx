/**
 * Orders of this browser whose outcome it has not seen: the page was closed too early, the response was lost,
 * or another tab has just ordered. Their items are still in the cart, so they must not be ordered again
 * unnoticed.
 *
 * A note can be dismissed without looking, because the shop may no longer have the order.
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
import { rich, t } from "../messages";
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

/** An attempt whose response was lost; asks the shop whether the order exists. */
function UnconfirmedAttempt({ orderKey }: { readonly orderKey: string }) {
  const { data } = useQuery(orderUnder(orderKey));
  useEffect(() => {
    if (data != null) orderAccepted(orderKey, data);
  }, [data, orderKey]);
  return (
    <p role="status" className={styles.note}>
      {t("unsure")}
    </p>
  );
}

function OpenOrder({ order }: { readonly order: OrderId }) {
  const note = useFocusHandover<HTMLDivElement>();
  return (
    <div ref={note} className={styles.note}>
      <p role="status">
        {rich("orderPlaced", { link: <Link href={orderStatusPath(order)}>{t("checkIt")}</Link> })}
      </p>
      <Button
        variant="secondary"
        onClick={() => {
          changeCart((cart) => completeOrder(cart, order, []));
          announce(t("dismissed"));
        }}
      >
        {t("dismiss")}
      </Button>
    </div>
  );
}
