import type { Translation } from "../../../ui/translate";
import type { inventory as en } from "./en";

export const inventory = {
  adjust: "Bestand ändern",
  adjusted: "Gespeichert. {name}: jetzt {count} auf Lager.",
  adjusting: "Wird gespeichert …",
  allProducts: "Alle Produkte",
  caption: "Produkte, niedrigster Bestand zuerst",
  counted: "Gezählte Stücke",
  date: "Datum",
  delivered: "Gelieferte Stücke",
  employee: "Mitarbeiter {id}",
  history: "Verlauf",
  historyEmpty: "Noch keine Änderungen. Verkäufe stehen hier nicht.",
  inStock: { one: "{count} auf Lager", other: "{count} auf Lager" },
  loading: "Wird geladen …",
  more: "Mehr anzeigen",
  noDifference: "Das ist bereits der Bestand. Es gibt nichts zu speichern.",
  noProducts: "Noch keine Produkte",
  note: "Notiz (optional)",
  notFound: "Produkt nicht gefunden",
  notFoundText: "Unter dieser Adresse gibt es kein Produkt. Vielleicht wurde es gelöscht.",
  notOnSale: "Nicht im Verkauf",
  onSale: "Im Verkauf",
  price: "Preis",
  product: "Produkt",
  quantityInvalid: "Geben Sie eine ganze Zahl von 1 bis {max} ein.",
  countInvalid: "Geben Sie eine ganze Zahl von 0 bis {max} ein.",
  noteInvalid: "Geben Sie höchstens 100 Zeichen in einer Zeile ein.",
  reason: "Grund",
  "reason.COUNT": "Zählung",
  "reason.DELIVERY": "Lieferung",
  "reason.WASTE": "Verderb",
  stock: "Bestand",
  stockChanged:
    "Der Bestand hat sich inzwischen geändert und ist dafür zu niedrig. Prüfen Sie die Zahl und speichern Sie erneut.",
  title: "Produkte",
  unreadable: {
    one: "{count} Eintrag ist nicht lesbar",
    other: "{count} Einträge sind nicht lesbar",
  },
  wasted: "Weggeworfene Stücke",
} as const;

inventory satisfies Translation<typeof en, typeof inventory>;
