/** The messages of this folder, in the language in use. */
import { messages } from "../../../ui/translate";
import type { fulfilment } from "./en";

export const { t, rich } = messages<typeof fulfilment>("fulfilment");
