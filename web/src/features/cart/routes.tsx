/** What this feature adds to the app's addresses. */
import { lazy } from "react";
import { Route } from "wouter";
import { CART_PATH } from "../../ui/paths";
import { loadCartPage } from "./load-cart-page";

const CartPage = lazy(loadCartPage);

export const cartRoutes = [<Route key="cart" path={CART_PATH} component={CartPage} />];
