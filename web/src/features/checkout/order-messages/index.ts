/** The messages of the order page, in the language in use. */
import { messages } from "../../../ui/translate";
import type { order } from "./en";

export const { t, rich } = messages<typeof order>("order");
