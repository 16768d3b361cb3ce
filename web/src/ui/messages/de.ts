import type { Translation } from "../translate";
import type { ui as en } from "./en";

export const ui = {
  breadcrumb: "Navigationspfad",
  contact: "Kontakt",
  contactUs: "kontaktieren Sie uns",
  each: "{price} pro Stück",
  employees: "Mitarbeiter",
  ifItKeepsHappening: "Wenn das Problem weiterhin besteht, {contact}.",
  ifItKeepsHappeningQuote: "Wenn das Problem weiterhin besteht, {contact} und nennen Sie {id}.",
  imprint: "Impressum",
  noPicture: "Kein Bild",
  privacy: "Datenschutz",
  terms: "AGB",
  termsOfSale: "Allgemeine Geschäftsbedingungen",
  tryAgain: "Erneut versuchen",

  "offline.title": "Sie sind offline",
  "offline.text":
    "Ihr Gerät ist nicht mit dem Internet verbunden. Versuchen Sie es erneut, sobald Sie wieder online sind.",
  "unreachable.title": "Der Shop ist nicht erreichbar",
  "unreachable.text":
    "Ihre Verbindung scheint zu funktionieren, aber der Shop antwortet nicht. Bitte versuchen Sie es in einer Minute erneut.",
  "timeout.title": "Das dauert zu lange",
  "timeout.text": "Der Shop hat nicht rechtzeitig geantwortet. Bitte versuchen Sie es gleich noch einmal.",
  "busy.title": "Gerade ist sehr viel los",
  "busy.text": "Bitte versuchen Sie es gleich noch einmal.",
  "refused.title": "Bei uns ist etwas schiefgelaufen",
  "refused.text": "Es liegt nicht an Ihnen. Bitte versuchen Sie es gleich noch einmal.",
  "unreadable.title": "Diese Seite ist möglicherweise veraltet",
  "unreadable.text": "Laden Sie die Seite neu, um die aktuelle Version zu sehen.",
  "config.title": "Der Shop ist zurzeit nicht verfügbar",
  "config.text": "Bitte versuchen Sie es später erneut.",
} as const;

ui satisfies Translation<typeof en, typeof ui>;
