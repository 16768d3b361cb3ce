/** The messages of this folder, in the language in use. */
import { messages } from "../../../ui/translate";
import type { signIn } from "./en";

export const { t, rich } = messages<typeof signIn>("signIn");
