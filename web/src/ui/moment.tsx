/**
 * Moments and days as employees read them: in UTC, as the API counts its days and reports theirs. Whoever wants to know what
 * their own clock said, points at the moment.
 */
interface Props {
  /** `2026-11-22T10:00:00Z` */
  readonly at: string;
  /** To the second and with the zone, where it stands alone. */
  readonly whole?: boolean;
}

export function Moment({ at, whole = false }: Props) {
  return (
    <time dateTime={at} title={`${WHOLE_LOCAL.format(new Date(at))} on your clock`}>
      {(whole ? WHOLE_UTC : TO_THE_MINUTE).format(new Date(at))}
    </time>
  );
}

/** `2026-11-22` → `22 November 2026`. */
export const formatDay = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));

/** The time of the day: `10:00`. */
export const formatTime = (at: Date): string => TIME.format(at);

const LOCALE = "en-IE";
const UTC = { timeZone: "UTC" } as const;
const DATE = { day: "numeric", month: "short", year: "numeric" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

const DAY = new Intl.DateTimeFormat(LOCALE, { ...DATE, ...UTC, month: "long" });
const TIME = new Intl.DateTimeFormat(LOCALE, { ...CLOCK, ...UTC });
const TO_THE_MINUTE = new Intl.DateTimeFormat(LOCALE, { ...DATE, ...CLOCK, ...UTC });
const WHOLE = { ...DATE, ...CLOCK, second: "2-digit", timeZoneName: "short" } as const;
const WHOLE_UTC = new Intl.DateTimeFormat(LOCALE, { ...WHOLE, ...UTC });
const WHOLE_LOCAL = new Intl.DateTimeFormat(LOCALE, WHOLE);
