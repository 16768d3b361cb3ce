/** Loads the messages of this folder. */
export const orderMessages = { en: () => import("./en"), de: () => import("./de") };
