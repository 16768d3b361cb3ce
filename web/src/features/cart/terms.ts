/** Applies to all prices of the cart and the checkout. */
export const TERMS = "Tax included. Prices are fixed when you place your order.";
