/** Loads the messages of the staff pages except those of the sign-in. */
export const employeeMessages = { en: () => import("./en"), de: () => import("./de") };
