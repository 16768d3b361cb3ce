/** The feature's routes. */
import { lazy } from "react";
import { Route } from "wouter";
import { CART_PATH } from "../../ui/paths";
import { loadCartPage } from "./load-cart-page";

const CartPage = lazy(loadCartPage);

export const cartRoutes = [<Route key="cart" path={CART_PATH} component={CartPage} />];
