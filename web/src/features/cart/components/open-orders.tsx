/**
 * Orders that this browser placed and whose end it has not seen: the page was closed too early. What they bought is
 * still in the cart, so their customer had better look before ordering again.
 *
 * A shop may have forgotten an order by the time somebody looks, so a note can also be put away unseen.
 */
import { Link } from "wouter";
import type { ExecutionArn } from "../../../api/execution-arn";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { orderStatusPath } from "../../../ui/paths";
import { useFocusHandover } from "../../../ui/use-focus-handover";
import { settle } from "../cart";
import { changeCart } from "../stored-cart";
import { useCart } from "../use-cart";
import styles from "./open-orders.module.css";

export function OpenOrders() {
  const { placed } = useCart();
  return placed.map(({ execution }) => <OpenOrder key={execution} execution={execution} />);
}

function OpenOrder({ execution }: { readonly execution: ExecutionArn }) {
  const note = useFocusHandover<HTMLDivElement>();
  return (
    <div ref={note} className={styles.note}>
      <p>
        You have placed an order and not seen how it ended.{" "}
        <Link href={orderStatusPath(execution)}>See that order</Link> before you order the same again.
      </p>
      <Button
        look="quiet"
        onClick={() => {
          changeCart((cart) => settle(cart, execution, false));
          announce("The note is put away; your cart is as it was");
        }}
      >
        Put away
      </Button>
    </div>
  );
}
