/** The messages of shared components of staff pages, in the language in use. */
import { messages } from "../translate";
import type { staff } from "./en";

export const { t, rich } = messages<typeof staff>("staff");
