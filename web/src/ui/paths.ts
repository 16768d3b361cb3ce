/** The addresses that pages link to each other by. Which page stands there is for the features' routes to say. */
import type { OrderId } from "../api/orders/order-id";
import type { ProductId } from "../api/products/product";

export const CATALOGUE_PATH = "/";

export const productPath = (id: ProductId): string => `/products/${id}`;

export const CART_PATH = "/cart";

export const CHECKOUT_PATH = "/checkout";

/** An order as everyone with its link sees it. */
export const orderStatusPath = (id: OrderId): string => `/orders/${id}`;

/** Who runs the shop, and on which terms. */
export const CONTACT_PATH = "/contact";
export const IMPRINT_PATH = "/imprint";
export const TERMS_PATH = "/terms";
export const PRIVACY_PATH = "/privacy";

/** Where employees begin. */
export const DASHBOARD_PATH = "/dashboard";

/** Every page behind the sign-in. */
export const STAFF_PATHS = /^\/(?:dashboard(?:\/.*)?|reports\/[^/]+)\/?$/;

/** An order as employees see it. */
export const orderPath = (id: OrderId): string => `${DASHBOARD_PATH}/orders/${id}`;

/** Where the mail about a report leads; `/reports/{id}`. */
export const REPORTS_PATH = "/reports";

/** Both are on the list of the pool's client, letter for letter. */
export const SIGN_IN_CALLBACK_PATH = "/sign-in/callback";
export const SIGNED_OUT_PATH = "/signed-out";
