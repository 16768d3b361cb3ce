import type { Translation } from "../../../ui/translate";
import type { reports as en } from "./en";

export const reports = {
  allOrders: "Alle Bestellungen",
  deleted: "Berichte werden nach einigen Wochen gelöscht. Vielleicht ist auch der Link unvollständig.",
  dismiss: "Ausblenden",
  failed: "Der Bericht ist fehlgeschlagen",
  failedAt: "Fehler bei „{step}“. {reason}",
  firstDay: "Erster Tag",
  generate: "Bericht erstellen",
  generateAnother: "Weiteren Bericht erstellen",
  generating: "Ihr Bericht wird erstellt",
  lastDay: "Letzter Tag",
  leavePage: "Sie können diese Seite verlassen; wir arbeiten weiter.",
  linksExpire: "Die direkten Links in der E-Mail gelten bis {time}.",
  linksNote:
    "Mit einem dieser Links kann jeder den Bericht bis {time} ohne Anmeldung öffnen. Um den Bericht zu teilen, teilen Sie diese Seite: Ihre Links werden erneuert, bevor sie ablaufen.",
  loading: "Ihr Bericht wird geladen",
  loadingLinks: "Der Bericht wird geladen …",
  noLongerAvailable: "Dieser Bericht ist nicht mehr verfügbar",
  noMailSent: "Es wurde keine E-Mail gesendet.",
  noSubscribers: "Bisher hat niemand Berichte abonniert. Ein Administrator kann Abonnenten hinzufügen.",
  notFound: "Bericht nicht gefunden",
  openOrders: "Bestellbericht öffnen",
  openProducts: "Produktbericht öffnen",
  openReport: "Bericht öffnen",
  period: "Zeitraum",
  ready: "Ihr Bericht ist fertig",
  report: "Bericht",
  requestNew: "Neuen Bericht anfordern",
  requesting: "Bericht wird angefordert …",
  reversedRange: "Das Startdatum liegt nach dem Enddatum.",
  sentTo: "Wir haben ihn an {email} gesendet.",
  sentToSubscribers: "An die Abonnenten gesendet:",
  stepsDone: "{done} von {all} Schritten erledigt",

  "preset.all": "Alle Bestellungen",
  "preset.today": "Heute",
  "preset.last7Days": "Letzte 7 Tage",
  "preset.thisMonth": "Dieser Monat",
  "preset.lastMonth": "Letzter Monat",
  "preset.custom": "Tage wählen …",

  "step.prepareOrdersData": "Bestellungen sammeln",
  "step.prepareOrdersHtml": "Seite der Bestellungen erstellen",
  "step.prepareProductsData": "Produkte sammeln",
  "step.prepareProductsHtml": "Seite der Produkte erstellen",
  "step.signLinks": "Links erstellen",
  "step.sendMail": "E-Mail senden",

  "state.WAITING": "nicht begonnen",
  "state.RUNNING": "läuft",
  "state.DONE": "erledigt",
  "state.FAILED": "fehlgeschlagen",

  "reason.Busy": "Ein Dienst war überlastet. Bitte versuchen Sie es in einigen Minuten erneut.",
  "reason.TimedOut":
    "Ein Schritt hat zu lange gedauert. Wenn das wieder geschieht, wenden Sie sich an Ihren Administrator.",
  "reason.Stopped": "Der Bericht wurde abgebrochen.",
  "reason.Internal":
    "Bei uns ist etwas schiefgelaufen. Ein neuer Versuch hilft nicht; wenden Sie sich an Ihren Administrator.",
} as const;

reports satisfies Translation<typeof en, typeof reports>;
