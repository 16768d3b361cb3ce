/** The checkout, given the cart: which lines to order, how they look, and that they are on their way. */
import { useEffect } from "react";
import { PageHeading } from "../../ui/page-heading";
import { place } from "../../features/cart/cart";
import { EmptyCart } from "../../features/cart/components/empty-cart";
import { OrderSummary } from "../../features/cart/components/order-summary";
import { changeCart } from "../../features/cart/stored-cart";
import { useStandingLines } from "../../features/cart/use-standing-lines";
import { loadOrderStatus } from "../load-order-status";
import { CheckoutPage } from "../../features/checkout/routes/checkout-page";

export default function Checkout() {
  const cart = useStandingLines();
  // There before the order is placed: a connection lost right after must not cost the customer the page that says so.
  useEffect(() => void loadOrderStatus(), []);
  if (cart.lines.length === 0) {
    return (
      <>
        <PageHeading title="Checkout">Checkout</PageHeading>
        <EmptyCart />
      </>
    );
  }

  const orderable = cart.lines.every((line) => line.standing.kind === "good");
  return (
    <CheckoutPage
      lines={orderable ? cart.lines.map(({ id, quantity }) => ({ productId: id, quantity })) : undefined}
      summary={<OrderSummary cart={cart} />}
      onPlaced={(execution, lines) => {
        const items = lines.map(({ productId, quantity }) => ({ id: productId, quantity }));
        changeCart((before) => place(before, execution, items));
      }}
    />
  );
}
