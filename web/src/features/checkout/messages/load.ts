/** Loads the messages of this folder. */
export const checkoutMessages = { en: () => import("./en"), de: () => import("./de") };
