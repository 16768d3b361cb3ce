/** The messages of this folder, in the language in use. */
import { messages } from "../../ui/translate";
import type { app } from "./en";

export const { t, rich } = messages<typeof app>("app");
