/**
 * Days and times as employees read them: in the shop's time zone, as the API counts its days. The tooltip has the time of
 * the reader's own clock.
 */
import { useShopZone } from "./shop-zone";

interface Props {
  /** `2026-11-22T10:00:00Z` */
  readonly at: string;
  /** To the second and with the zone, where it stands alone. */
  readonly full?: boolean;
}

export function DateTime({ at, full = false }: Props) {
  const zone = useShopZone();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={`${format(FULL).format(moment)} in your time zone`}>
      {format(full ? FULL : TO_THE_MINUTE, zone).format(moment)}
    </time>
  );
}

/** `2026-11-22` → `22 November 2026`. */
export const formatDay = (day: string): string => format(DAY, "UTC").format(new Date(`${day}T00:00:00Z`));

/** The time of the day in a zone: `10:00`. */
export const formatTime = (at: Date | string, zone: string): string =>
  format(CLOCK, zone).format(new Date(at));

const LOCALE = "en-IE";
const DATE = { day: "numeric", month: "short", year: "numeric" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DAY = { ...DATE, month: "long" } as const;
const TO_THE_MINUTE = { ...DATE, ...CLOCK } as const;
const FULL = { ...DATE, ...CLOCK, second: "2-digit", timeZoneName: "short" } as const;

/** Making a format takes longer than using it a hundred times. Without a zone it is the reader's own. */
function format(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat {
  const inZone = made.get(options) ?? new Map<string | undefined, Intl.DateTimeFormat>();
  const known = inZone.get(zone) ?? new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone });
  made.set(options, inZone.set(zone, known));
  return known;
}

const made = new Map<Intl.DateTimeFormatOptions, Map<string | undefined, Intl.DateTimeFormat>>();
