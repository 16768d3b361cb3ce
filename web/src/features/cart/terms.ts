/** What matches for every price that a cart shows. */
export const TERMS = "Tax included. Prices are fixed when you place your order.";
