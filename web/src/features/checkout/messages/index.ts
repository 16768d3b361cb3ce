/** The messages of the checkout, in the language in use. */
import { messages } from "../../../ui/translate";
import type { checkout } from "./en";

export const { t, rich } = messages<typeof checkout>("checkout");
