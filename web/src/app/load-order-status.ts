/** Loads the chunk of the order page. */
export const loadOrderStatus = () => import("./routes/order-status");
