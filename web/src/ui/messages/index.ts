/** The messages of this folder, in the language in use. */
import { messages } from "../translate";
import type { ui } from "./en";

export const { t, rich } = messages<typeof ui>("ui");
