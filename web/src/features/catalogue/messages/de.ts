import type { Translation } from "../../../ui/translate";
import type { catalogue as en } from "./en";

export const catalogue = {
  allCookies: "Alle Kekse",
  heading: "Gebacken um Viertel nach vier.",
  illustration: "Abbildung: {name}",
  inStock: "Auf Lager",
  lede: "Kleine Mengen, echte Butter, gute Schokolade: frisch aus dem Ofen von heute Morgen.",
  left: "Nur noch {count}",
  loading: "Wird geladen …",
  loadingCookie: "Keks wird geladen …",
  loadingCookies: "Kekse werden geladen …",
  loadingMore: "Weitere Kekse werden geladen",
  noProducts: "Zurzeit gibt es keine Kekse",
  noProductsText: "Um Viertel nach vier heizen wir die Öfen wieder an.",
  notAvailable: "Nicht verfügbar",
  notAvailableHeading: "Dieser Keks kann gerade nicht angezeigt werden",
  notFound: "Keks nicht gefunden",
  notFoundHeading: "Diesen Keks backen wir nicht",
  notFoundText:
    "Wir konnten diesen Keks nicht finden. Vielleicht gibt es ihn nicht mehr, oder der Link ist falsch.",
  showMore: "Mehr Kekse anzeigen",
  shown: { one: "{count} Keks angezeigt", other: "{count} Kekse angezeigt" },
  soldOut: "Ausverkauft",
  title: "Kekse, gebacken bevor Sie aufwachen",
  tryThese: "Probieren Sie einen von diesen",
  youMightLike: "Das könnte Ihnen auch schmecken",
} as const;

catalogue satisfies Translation<typeof en, typeof catalogue>;
