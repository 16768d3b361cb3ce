/** Loads the messages of this folder. */
export const inventoryMessages = { en: () => import("./en"), de: () => import("./de") };
