import type { Translation } from "../translate";
import type { staff as en } from "./en";

export const staff = {
  noAccess: "Sie haben keinen Zugriff",
  noAccessText:
    "Ihr Konto hat keinen Zugriff auf den Mitarbeiterbereich. Wenden Sie sich an einen Administrator und melden Sie sich dann erneut an.",
  quote: "Nennen Sie dabei {id}.",
  yourTimeZone: "{time} in Ihrer Zeitzone",
} as const;

staff satisfies Translation<typeof en, typeof staff>;
