import type { Translation } from "../../../ui/translate";
import type { cart as en } from "./en";

export const cart = {
  add: "In den Warenkorb",
  added: "{name} hinzugefügt. Sie haben jetzt {count} im Warenkorb.",
  addNamed: "{name} in den Warenkorb legen",
  addNamedAgain: "{name} in den Warenkorb legen ({count} im Warenkorb)",
  browse: "Zu unseren Keksen",
  cart: "Warenkorb",
  cartFull: "Ihr Warenkorb ist voll. Er fasst höchstens {max} verschiedene Kekse",
  changeTo: "Auf {max} ändern {name}",
  checkIt: "Bitte prüfen Sie diese",
  cookies: { one: "Keks", other: "Kekse" },
  decrease: "Menge verringern",
  discontinued: "{name} wird nicht mehr verkauft. Bitte entfernen Sie diesen Artikel.",
  dismiss: "Ausblenden",
  dismissed: "Ausgeblendet. Ihr Warenkorb ist unverändert.",
  empty: "Ihr Warenkorb ist leer.",
  fix: "Warenkorb anpassen",
  fixed: "Ihr Warenkorb enthält jetzt nur noch verfügbare Artikel",
  formerPrice: "Der Preis hat sich geändert: Beim Hinzufügen waren es {price}.",
  goToCheckout: "Zur Kasse",
  inCart: "{count} im Warenkorb",
  increase: "Menge erhöhen",
  itemInCart: "{quantity} × {name} im Warenkorb",
  last: {
    one: "Sie haben das letzte Stück {name} im Warenkorb",
    other: "Sie haben die letzten {count} Stück {name} im Warenkorb",
  },
  left: "Nur noch {left} auf Lager; in Ihrem Warenkorb sind {quantity}.",
  limitReached: "Sie haben {count} Stück {name} im Warenkorb, mehr sind pro Bestellung nicht möglich",
  moreThanLeft: "Sie haben mehr {name} im Warenkorb, als noch auf Lager sind",
  orderPlaced: "Sie haben bereits eine Bestellung aufgegeben. {link}, bevor Sie erneut bestellen.",
  overLimit: "Pro Bestellung sind höchstens {max} möglich; in Ihrem Warenkorb sind {quantity}.",
  problems: {
    one: "Bitte prüfen Sie 1 Artikel, bevor Sie zur Kasse gehen. Er ist in der Zwischensumme nicht enthalten.",
    other:
      "Bitte prüfen Sie {count} Artikel, bevor Sie zur Kasse gehen. Sie sind in der Zwischensumme nicht enthalten.",
  },
  quantity: "Menge (höchstens {max})",
  quantityOf: "Menge von {name}",
  remove: "Entfernen {name}",
  removed: "{name} aus dem Warenkorb entfernt",
  soldOut: "Inzwischen ausverkauft. Bitte entfernen Sie diesen Artikel.",
  subtotal: "Zwischensumme",
  summary: "Bestellübersicht",
  terms: "Inkl. MwSt. Es gelten die Preise zum Zeitpunkt Ihrer Bestellung.",
  title: "Ihr Warenkorb",
  total: "Gesamtsumme",
  unavailable: "Einige Artikel sind nicht mehr verfügbar. {link}, um fortzufahren.",
  unsure:
    "Wir wissen nicht, ob Ihre letzte Bestellung bei uns angekommen ist. Versuchen Sie es erneut; wir führen sie nur einmal aus.",
  updateCart: "Passen Sie Ihren Warenkorb an",
  view: "Warenkorb ansehen",
} as const;

cart satisfies Translation<typeof en, typeof cart>;
