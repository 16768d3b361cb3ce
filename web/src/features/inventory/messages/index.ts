/** The messages of this folder, in the language in use. */
import { messages } from "../../../ui/translate";
import type { inventory } from "./en";

export const { t } = messages<typeof inventory>("inventory");
