/** Loads the chunk of the cart page. */
export const loadCartPage = () => import("./routes/cart-page");
