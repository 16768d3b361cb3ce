/** The product page's own piece of the bundle: asked for when one is opened, or just before. */
export const loadProductPage = () => import("./routes/product-page");
