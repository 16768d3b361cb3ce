/** Loads the chunk of the checkout. */
export const loadCheckout = () => import("./routes/checkout");
