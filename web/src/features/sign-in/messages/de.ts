import type { Translation } from "../../../ui/translate";
import type { signIn as en } from "./en";

export const signIn = {
  dashboard: "Übersicht",
  employees: "Mitarbeiter",
  goToShop: "Zum Shop",
  noLongerVisible: "In diesem Browser sind keine Bestellungen mehr zu sehen.",
  oneMoment: "Einen Moment bitte.",
  otherAccount: "Anderes Konto verwenden",
  products: "Produkte",
  sessionEnded: "Ihre Sitzung ist beendet",
  signInAgain: "Erneut anmelden",
  signOut: "Abmelden",
  signedInAs: "Angemeldet als",
  signedOut: "Abgemeldet",
  signedOutHeading: "Sie sind abgemeldet",
  signingIn: "Sie werden angemeldet",
  signingOut: "Sie werden abgemeldet",

  "ended.elsewhere":
    "Sie haben sich in einem anderen Tab abgemeldet. Melden Sie sich erneut an, um zu dieser Seite zurückzukehren.",
  "ended.refused":
    "Ihre Anmeldung ist nicht mehr gültig. Melden Sie sich erneut an, um zu dieser Seite zurückzukehren.",

  "cancelled.title": "Sie haben die Anmeldung abgebrochen",
  "cancelled.text": "Sie können sich jederzeit erneut anmelden.",
  "rejected.title": "Die Anmeldung funktioniert nicht",
  "rejected.text": "Die Anmeldung des Shops ist falsch eingerichtet. Wenden Sie sich an Ihren Administrator.",
  "used.title": "Dieser Anmeldelink wurde bereits verwendet",
  "used.text":
    "Er gilt nur einmal. Vielleicht wurde er durch Neuladen oder die Zurück-Taste des Browsers erneut geöffnet.",
  "timed-out.title": "Diese Anmeldung hat zu lange gedauert",
  "timed-out.text": "Die Anmeldeseite war länger als eine Stunde geöffnet. Bitte melden Sie sich erneut an.",
  "unknown-state.title": "Diese Anmeldung wurde nicht in diesem Browser begonnen",
  "unknown-state.text":
    "Sie gehört zu einem anderen Tab, einem anderen Browser oder einer anderen Person. Bitte melden Sie sich erneut an.",
  "incomplete.title": "Keine Anmeldung begonnen",
  "incomplete.text": "Diese Seite schließt eine Anmeldung ab, es läuft aber keine. Bitte beginnen Sie neu.",
  "expired-code.title": "Dieser Anmeldelink ist abgelaufen",
  "expired-code.text": "Er gilt nur einmal und einige Minuten lang. Bitte melden Sie sich erneut an.",
  "token.title": "Wir konnten Ihre Identität nicht prüfen",
  "token.text":
    "Die Antwort der Anmeldeseite hat eine Sicherheitsprüfung nicht bestanden. Wenn das wieder geschieht, wenden Sie sich an Ihren Administrator.",
  "token.clock":
    "Die Anmeldung ist abgelaufen oder noch nicht gültig. Bitte prüfen Sie, ob die Uhr dieses Geräts richtig geht.",
  "not-an-employee.title": "Dieses Konto hat keinen Zugriff auf den Mitarbeiterbereich",
  "not-an-employee.text":
    "Sie sind angemeldet, aber dieses Konto hat keinen Zugriff auf den Mitarbeiterbereich. Ein Administrator kann es freischalten.",
  "insecure.title": "Diese Adresse ist nicht sicher",
  "insecure.text":
    "Die Anmeldung erfordert eine verschlüsselte Verbindung. Öffnen Sie den Shop unter seiner https-Adresse.",
  "request.text": "{why} Sie sind nicht angemeldet.",
} as const;

signIn satisfies Translation<typeof en, typeof signIn>;
