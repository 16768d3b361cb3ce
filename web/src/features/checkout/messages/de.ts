import type { Translation } from "../../../ui/translate";
import type { checkout as en } from "./en";

export const checkout = {
  backToCart: "Zurück zum Warenkorb",
  cart: "Ihr Warenkorb",
  cartAndForm: "Ihren Warenkorb und Ihre Angaben",
  cartChanged:
    "Ihr Warenkorb wurde in einem anderen Tab geändert. Wir haben Ihre Bestellung daher nicht aufgenommen. Bitte prüfen Sie den Warenkorb und versuchen Sie es erneut.",
  chooseCountry: "Bitte wählen Sie ein Land",
  deliveryAddress: "Lieferadresse",
  earlierOrder:
    "Ihre vorherige Bestellung ist bei uns eingegangen. Wir haben daher keine weitere aufgenommen. {link}.",
  enter: "Bitte geben Sie {subject} ein",
  fix: { one: "Bitte prüfen Sie diese Angabe", other: "Bitte prüfen Sie diese {count} Angaben" },
  newTotal: "Neue Gesamtsumme",
  notAccepted: "Wir konnten diese Bestellung nicht annehmen",
  notAcceptedText:
    "Wir haben Ihre Bestellung nicht aufgenommen. Bitte prüfen Sie {what}. Wenn alles richtig ist, {contact}.",
  notAcceptedTextQuote:
    "Wir haben Ihre Bestellung nicht aufgenommen. Bitte prüfen Sie {what}. Wenn alles richtig ist, {contact} und nennen Sie {id}.",
  optional: "(optional)",
  order: "Zahlungspflichtig bestellen",
  orderAt: "Zahlungspflichtig bestellen ({price})",
  placing: "Ihre Bestellung wird gesendet …",
  postalCodeIn: "Format der Postleitzahlen für {country}: {example}",
  previousTotal: "Bisherige Gesamtsumme",
  pricesChanged: "Die Preise haben sich geändert",
  pricesChangedText:
    "Wir haben Ihre Bestellung nicht aufgenommen, weil sich die Preise währenddessen geändert haben. Bitte prüfen Sie die neuen Preise.",
  rejected: "Diese Angabe konnten wir nicht annehmen. Bitte prüfen Sie sie.",
  summary: "Bestellübersicht",
  title: "Kasse",
  tooLong: "Bitte höchstens {max} Zeichen eingeben",
  tooShort: "Bitte mindestens {min} Zeichen eingeben",
  tryAgainSafely: "Sie können es gefahrlos erneut versuchen; wir führen die Bestellung nur einmal aus.",
  viewOrder: "Bestellung ansehen",
  wasNow: "Bisher {before}, jetzt {now} pro Stück",
  yourDetails: "Ihre Daten",

  "name.label": "Name",
  "name.subject": "Ihren Namen",
  "name.malformed": "Bitte geben Sie einen gültigen Namen ein",
  "email.label": "E-Mail",
  "email.subject": "Ihre E-Mail-Adresse",
  "email.malformed": "Bitte geben Sie eine E-Mail-Adresse wie ada@example.com ein",
  "phone.label": "Telefon",
  "phone.subject": "Ihre Telefonnummer",
  "phone.hint": "Nur für den Fall, dass der Kurier Sie nicht findet.",
  "phone.malformed":
    "Bitte geben Sie 5 bis 20 Ziffern ein, zum Beispiel +49 30 1234567 oder (030) 123456 ext. 7",
  "address.street.label": "Straße und Hausnummer",
  "address.street.subject": "Straße und Hausnummer",
  "address.street.malformed": "Bitte geben Sie eine gültige Straße mit Hausnummer ein",
  "address.postalCode.label": "Postleitzahl",
  "address.postalCode.subject": "die Postleitzahl",
  "address.postalCode.malformed": "Bitte verwenden Sie nur Buchstaben, Ziffern, Leerzeichen und Bindestriche",
  "address.city.label": "Ort",
  "address.city.subject": "den Ort",
  "address.city.malformed": "Bitte geben Sie einen gültigen Ort ein",
  "address.country.label": "Land",
  "address.country.subject": "das Land",
  "address.country.malformed": "Bitte wählen Sie ein Land aus der Liste",
} as const;

checkout satisfies Translation<typeof en, typeof checkout>;
