/** The order page's own piece of the bundle: asked for when one is opened, and before one is needed. */
export const loadOrderStatus = () => import("./routes/order-status");
