/** Connects the order page with the cart: bought items leave it, accepted prices update it. */
import { useEffect } from "react";
import { useLocation } from "wouter";
import * as v from "valibot";
import { OrderId } from "../../api/orders/order-id";
import type { PriceChange } from "../../api/orders/order";
import { reprice, completeOrder } from "../../features/cart/ordering";
import { changeCart } from "../../features/cart/stored-cart";
import { useCart } from "../../features/cart/use-cart";
import type { OrderLines } from "../../features/checkout/routes/checkout-page";
import { StatusPage } from "../../features/checkout/routes/status-page";
import { orderStatusPath } from "../../ui/paths";

interface Props {
  readonly params: { readonly order: string };
}

export default function OrderStatus({ params }: Props) {
  const order = orderIn(params.order);
  const { lines } = useCart();
  useShortAddress(order);
  return (
    <StatusPage order={order} onDecided={updateCart} onAccept={lines.length > 0 ? acceptPrices : undefined} />
  );
}

/** The order ID in a path segment: the ID itself, or the ARN of an execution, which ends in the ID. */
function orderIn(segment: string): OrderId | undefined {
  const id = v.safeParse(OrderId, decode(segment).split(":").at(-1));
  return id.success ? id.output : undefined;
}

/** The router does not decode colons. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Malformed percent-encoding.
    return segment;
  }
}

/** Replaces the path of older links, which contain an ARN, by the short one. */
function useShortAddress(order: OrderId | undefined) {
  const [here, navigate] = useLocation();
  useEffect(() => {
    if (order !== undefined && here !== orderStatusPath(order)) {
      navigate(orderStatusPath(order), { replace: true });
    }
  }, [here, navigate, order]);
}

function updateCart(order: OrderId, bought: OrderLines) {
  const items = bought.map(({ productId, quantity }) => ({ id: productId, quantity }));
  changeCart((cart) => completeOrder(cart, order, items));
}

function acceptPrices({ lines }: PriceChange) {
  changeCart((cart) => reprice(cart, lines));
}
