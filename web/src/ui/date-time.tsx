/**
 * Dates and times of staff pages, in the shop's time zone like the days of the API. The tooltip shows the
 * reader's local time.
 */
import { locale } from "./language";
import { t } from "./staff-messages";
import { useShopZone } from "./shop-zone";

interface Props {
  /** `2026-11-22T10:00:00Z` */
  readonly at: string;
  /** With seconds and time zone. */
  readonly full?: boolean;
}

export function DateTime({ at, full = false }: Props) {
  const zone = useShopZone();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={t("yourTimeZone", { time: format(FULL).format(moment) })}>
      {format(full ? FULL : TO_THE_MINUTE, zone).format(moment)}
    </time>
  );
}

/** `2026-11-22` → `22 November 2026`, in the language in use. */
export const formatDay = (day: string): string => format(DAY, "UTC").format(new Date(`${day}T00:00:00Z`));

/** The time in a zone: `10:00`. */
export const formatTime = (at: Date | string, zone: string): string =>
  format(CLOCK, zone).format(new Date(at));

const DATE = { day: "numeric", month: "short", year: "numeric" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DAY = { ...DATE, month: "long" } as const;
const TO_THE_MINUTE = { ...DATE, ...CLOCK } as const;
const FULL = { ...DATE, ...CLOCK, second: "2-digit", timeZoneName: "short" } as const;

/** Formats are cached, because creating one is slow. Without a zone, the format uses the reader's own. */
function format(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat {
  const tag = locale();
  const key = `${tag} ${zone ?? ""}`;
  const known = made.get(options) ?? new Map<string, Intl.DateTimeFormat>();
  const found = known.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
  made.set(options, known.set(key, found));
  return found;
}

const made = new Map<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>();
