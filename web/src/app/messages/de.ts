import type { Translation } from "../../ui/translate";
import type { app as en } from "./en";

export const app = {
  language: "Sprache",
  languageUnchanged:
    "Die Sprache konnte nicht geändert werden. Versuchen Sie es erneut, wenn Sie wieder online sind.",
  loading: "Wird geladen …",
  pageMissing: "Diese Seite gibt es nicht.",
  pageNotFound: "Seite nicht gefunden",
  pageNotFoundHeading: "Hier sind nur noch Krümel",
  browseCookies: "Zu unseren Keksen",
  reload: "Seite neu laden",
  skipToContent: "Zum Inhalt springen",
  somethingWentWrong: "Etwas ist schiefgelaufen",
  tagline: "Quarter Past, Kekse aus der Frühschicht.",
  tryReloading: "Bitte laden Sie die Seite neu.",
  viewOrders: "Zu den Bestellungen",
  waitingForNetwork: "Die Seite wird automatisch geladen, sobald Sie wieder online sind.",
} as const;

app satisfies Translation<typeof en, typeof app>;
