/** Connects the checkout with the cart. */
import { useEffect } from "react";
import { PageHeading } from "../../ui/page-heading";
import { beginOrder, orderAccepted, orderRefused, prepareOrder } from "../../features/cart/attempts";
import { EmptyCart } from "../../features/cart/components/empty-cart";
import { OpenOrders } from "../../features/cart/components/open-orders";
import { OrderSummary } from "../../features/cart/components/order-summary";
import { reprice } from "../../features/cart/ordering";
import { totals } from "../../features/cart/line-status";
import { changeCart } from "../../features/cart/stored-cart";
import { useCart } from "../../features/cart/use-cart";
import { useCheckedLines } from "../../features/cart/use-checked-lines";
import { loadOrderStatus } from "../load-order-status";
import { t } from "../../features/checkout/messages";
import { CheckoutPage, type Basket } from "../../features/checkout/routes/checkout-page";

export default function Checkout() {
  const cart = useCheckedLines();
  const { placed } = useCart();
  // Loaded before the order is placed, so that a connection lost right after cannot prevent the order page
  // from opening.
  useEffect(() => void loadOrderStatus(), []);
  useEffect(prepareOrder, []);
  if (cart.lines.length === 0) {
    return (
      <>
        <PageHeading title={t("title")}>{t("title")}</PageHeading>
        <EmptyCart />
      </>
    );
  }

  const items = cart.lines.map(({ id, quantity }) => ({ id, quantity }));
  return (
    <CheckoutPage
      basket={placed.length === 0 ? basketOf(cart.lines) : undefined}
      summary={<OrderSummary cart={cart} />}
      notice={<OpenOrders />}
      attempts={{ begin: () => beginOrder(items), accepted: orderAccepted, refused: orderRefused }}
      onAccept={({ lines }) => {
        changeCart((before) => reprice(before, lines));
      }}
    />
  );
}

/** The order at the prices shown; `undefined` if some of it cannot be ordered. */
function basketOf(lines: ReturnType<typeof useCheckedLines>["lines"]): Basket | undefined {
  const [total, ...others] = totals(lines);
  if (total === undefined || others.length > 0) return undefined;
  const ordered = lines.flatMap(({ id, quantity, status }) =>
    status.kind === "available" ? [{ productId: id, quantity, price: status.product.price }] : [],
  );
  return ordered.length === lines.length ? { lines: ordered, total } : undefined;
}
