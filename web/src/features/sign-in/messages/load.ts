/** Loads the messages of this folder. */
export const signInMessages = { en: () => import("./en"), de: () => import("./de") };
