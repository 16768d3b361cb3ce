/** The checkout's own piece of the bundle: asked for when it is opened, and before it is needed. */
export const loadCheckout = () => import("./routes/checkout");
