/** The cart page's own piece of the bundle: asked for when it is opened, or just before. */
export const loadCartPage = () => import("./routes/cart-page");
