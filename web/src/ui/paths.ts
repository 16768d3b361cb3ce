/** Paths of pages. The features' routes say which page each one shows. */
import type { OrderId } from "../api/orders/order-id";
import type { ProductId } from "../api/products/product";

export const CATALOGUE_PATH = "/";

export const productPath = (id: ProductId): string => `/products/${id}`;

export const CART_PATH = "/cart";

export const CHECKOUT_PATH = "/checkout";

/** An order's public page. */
export const orderStatusPath = (id: OrderId): string => `/orders/${id}`;

export const CONTACT_PATH = "/contact";
export const IMPRINT_PATH = "/imprint";
export const TERMS_PATH = "/terms";
export const PRIVACY_PATH = "/privacy";

export const DASHBOARD_PATH = "/dashboard";

/** All staff pages. */
export const STAFF_PATHS = /^\/(?:dashboard(?:\/.*)?|reports\/[^/]+)\/?$/;

/** An order's staff page. */
export const orderPath = (id: OrderId): string => `${DASHBOARD_PATH}/orders/${id}`;

/** The stock of all products. */
export const INVENTORY_PATH = `${DASHBOARD_PATH}/products`;

/** The stock of a product. */
export const stockPath = (id: ProductId): string => `${INVENTORY_PATH}/${id}`;

/** An order's packing slip. */
export const packingSlipPath = (id: OrderId): string => `${orderPath(id)}/packing-slip`;

/** What has to be packed. */
export const PICK_LIST_PATH = `${DASHBOARD_PATH}/pick-list`;

/** A report, linked from its e-mail: `/reports/{id}`. */
export const REPORTS_PATH = "/reports";

/** Registered with the pool's client; changing one requires changing the stack. */
export const SIGN_IN_CALLBACK_PATH = "/sign-in/callback";
export const SIGNED_OUT_PATH = "/signed-out";
