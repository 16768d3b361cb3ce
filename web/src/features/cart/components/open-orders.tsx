/**
 * Orders that this browser placed and whose end it has not seen: the page was closed too early. What they bought is
 * still in the cart, so their customer had better look before ordering again.
 */
import { Link } from "wouter";
import { orderStatusPath } from "../../../ui/paths";
import { useCart } from "../use-cart";
import styles from "./open-orders.module.css";

export function OpenOrders() {
  const { placed } = useCart();
  return placed.map(({ execution }) => (
    <p key={execution} className={styles.note}>
      You have placed an order and not seen how it ended.{" "}
      <Link href={orderStatusPath(execution)}>See that order</Link> before you order the same again.
    </p>
  ));
}
