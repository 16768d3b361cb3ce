/** The routes that need both cart and checkout. Each page is loaded when it is opened. */
import { lazy } from "react";
import { Route } from "wouter";
import { CHECKOUT_PATH } from "../ui/paths";
import { loadCheckout } from "./load-checkout";
import { loadOrderStatus } from "./load-order-status";

const Checkout = lazy(loadCheckout);
const OrderStatus = lazy(loadOrderStatus);

export const checkoutRoutes = [
  <Route key="checkout" path={CHECKOUT_PATH} component={Checkout} />,
  <Route key="order" path="/orders/:order" component={OrderStatus} />,
  <Route key="order-by-execution" path="/orders/status/:order" component={OrderStatus} />,
];
