/** What holds for every price that a cart shows. */
export const TERMS = "Tax included. The order takes the prices of the moment you place it.";
