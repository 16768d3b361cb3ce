import type { Translation } from "../../../ui/translate";
import type { order as en } from "./en";

export const order = {
  accept: "Akzeptieren und neu bestellen",
  backToCart: "Zurück zum Warenkorb",
  browse: "Zu unseren Keksen",
  checkAgain: "Erneut prüfen",
  contactUs: "Kontaktieren Sie uns",
  done: "erledigt",
  leftNone: "Sie wollten {requested}, es ist aber nichts mehr da.",
  leftSome: {
    one: "Sie wollten {requested}, es ist aber nur noch {count} Stück da.",
    other: "Sie wollten {requested}, es sind aber nur noch {count} Stück da.",
  },
  needHelp: "Brauchen Sie Hilfe? {contact}.",
  needHelpQuote: "Brauchen Sie Hilfe? {contact} und nennen Sie Ihre Bestellnummer.",
  orderNumber: "Bestellnummer",
  print: "Drucken",
  refund: "Erstattung von {amount} am {day}",
  shippedWith: "Versendet mit {carrier}",
  trackParcel: "Sendung verfolgen",
  updateCart: "Warenkorb anpassen",

  "step.received": "Bestellung eingegangen",
  "step.reserving": "Ihre Kekse werden reserviert",
  "step.confirmed": "Bestätigt",

  "wait.normal": "Das dauert nur einen Moment.",
  "wait.slow":
    "Das dauert länger als üblich. Sie müssen nicht warten: Diese Seite zeigt das Ergebnis, wenn Sie wiederkommen. Bitte bestellen Sie nicht noch einmal.",
  "wait.stopped":
    "Wir prüfen nicht mehr automatisch. Die Bestellung kann noch bestätigt werden, bitte bestellen Sie daher nicht noch einmal. Unten können Sie erneut prüfen.",

  "loading.title": "Ihre Bestellung",
  "loading.text": "Ihre Bestellung wird geladen …",
  "unknown.title": "Wir finden diese Bestellung nicht",
  "unknown.text": "Vielleicht ist der Link unvollständig. Bitte prüfen Sie, ob Sie ihn ganz kopiert haben.",
  "in-progress.title": "Ihre Bestellung wird bearbeitet",
  "CONFIRMED.title": "Bestellung bestätigt",
  "CONFIRMED.text":
    "Vielen Dank! Ihre Bestellung ist bei uns eingegangen. Mit einem Lesezeichen finden Sie diese Seite später wieder.",
  "PACKED.title": "Bestellung gepackt",
  "PACKED.text": "Ihre Bestellung ist gepackt und macht sich bald auf den Weg.",
  "SHIPPED.title": "Bestellung versendet",
  "SHIPPED.text": "Ihre Bestellung ist unterwegs.",
  "DELIVERED.title": "Bestellung zugestellt",
  "DELIVERED.text": "Ihre Bestellung ist angekommen. Guten Appetit!",
  "cancelled.title": "Bestellung storniert",
  "cancelled.text": "Diese Bestellung wurde storniert und wird nicht geliefert.",
  "sold-out.title": "Gerade ausverkauft",
  "out-of-stock.title": "Nicht mehr genug da",
  "out-of-stock.text":
    "Jemand war schneller, daher haben wir Ihre Bestellung nicht aufgenommen. Ihr Warenkorb ist unverändert und zeigt, was fehlt.",
  "prices-changed.title": "Die Preise haben sich geändert",
  "prices-changed.text":
    "Wir haben Ihre Bestellung nicht aufgenommen, weil sich die Preise währenddessen geändert haben. Bitte prüfen Sie die neuen Preise.",
  "discontinued.title": "Einige Artikel werden nicht mehr verkauft",
  "discontinued.text":
    "Wir haben Ihre Bestellung nicht aufgenommen. Ihr Warenkorb ist unverändert und zeigt, was fehlt.",
  "failed.title": "Wir konnten Ihre Bestellung nicht aufnehmen",
  "failed.text":
    "Bei uns ist etwas schiefgelaufen. Ihr Warenkorb ist unverändert, Sie können also erneut bestellen.",

  "receipt.address": "Lieferadresse",
  "receipt.items": "Ihre Bestellung",
  "receipt.placedOn": "Bestellt am {time}",
  "receipt.price": "Preis",
  "receipt.quantityAndItem": "Menge und Artikel",
  "receipt.total": "Gesamtsumme",
  "receipt.unitPrice": "Einzelpreis",
} as const;

order satisfies Translation<typeof en, typeof order>;
