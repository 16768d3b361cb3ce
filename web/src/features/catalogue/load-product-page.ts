/** Loads the chunk of the product page. */
export const loadProductPage = () => import("./routes/product-page");
