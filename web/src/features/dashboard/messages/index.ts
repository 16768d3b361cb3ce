/** The messages of this folder, in the language in use. */
import { messages } from "../../../ui/translate";
import type { dashboard } from "./en";

export const { t, rich } = messages<typeof dashboard>("dashboard");
