/**
 * A day's orders as a bar per hour, stacked by status. Only the bars are SVG, stretched to the available
 * width; labels are text and keep their size. The table below shows the same numbers.
 */
import { useId } from "react";
import type { HourSummary, StatusCounts } from "../../../api/orders/day-summary";
import type { OrderStatus } from "../../../api/orders/order";
import { formatTime } from "../../../ui/date-time";
import { t } from "../messages";
import styles from "./hours-chart.module.css";

const HEIGHT = 100;
/** The width of a bar, as a fraction of its hour. */
const BAR = 0.68;
/** From bottom to top. An order that was packed, shipped or delivered still counts as confirmed. */
export const PARTS: readonly Part[] = [
  {
    status: "CONFIRMED",
    count: ({ confirmed, packed, shipped, delivered }) => confirmed + packed + shipped + delivered,
  },
  { status: "PENDING", count: ({ pending }) => pending },
  { status: "CANCELLED", count: ({ cancelled }) => cancelled },
  { status: "REJECTED", count: ({ rejected }) => rejected },
];
/** Every third hour is labelled. */
const LABELLED = 3;

interface Part {
  readonly status: OrderStatus;
  readonly count: (orders: StatusCounts) => number;
}

interface Props {
  /** 24 hours, or 23 or 25 when the clocks change. */
  readonly hours: readonly HourSummary[];
  readonly zone: string;
}

export const sum = (orders: StatusCounts): number =>
  PARTS.reduce((total, { count }) => total + count(orders), 0);

export function HoursChart({ hours, zone }: Props) {
  const id = useId();
  const ticks = ticksUpTo(Math.max(0, ...hours.map(({ orders }) => sum(orders))));
  const top = ticks.at(-1) ?? 1;
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>{t("ordersPerHourIn", { zone })}</figcaption>
      <div className={styles.plot}>
        <div className={styles.scale} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ bottom: `${String((tick / top) * 100)}%` }}>
              {tick}
            </span>
          ))}
        </div>
        <svg
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
          className={styles.picture}
          viewBox={`0 0 ${String(hours.length)} ${String(HEIGHT)}`}
          preserveAspectRatio="none"
        >
          <title id={`${id}-title`}>{t("ordersPerHour")}</title>
          <desc id={`${id}-description`}>{describe(hours, zone)}</desc>
          {ticks.map((tick) => (
            <line
              key={tick}
              className={styles.line}
              x1="0"
              x2={hours.length}
              y1={y(tick, top)}
              y2={y(tick, top)}
            />
          ))}
          {hours.map((hour, at) => (
            <Bar key={hour.begins} at={at} orders={hour.orders} top={top} />
          ))}
        </svg>
        <div
          className={styles.hours}
          style={{ gridTemplateColumns: `repeat(${String(hours.length)}, minmax(0, 1fr))` }}
          aria-hidden="true"
        >
          {labels(hours, zone).map(({ at, text }) => (
            <span key={at} style={{ gridColumn: `${String(at + 1)} / span ${String(LABELLED)}` }}>
              {text}
            </span>
          ))}
        </div>
      </div>
      <details className={styles.details}>
        <summary>{t("viewAsTable")}</summary>
        <HoursTable hours={hours} zone={zone} />
      </details>
    </figure>
  );
}

interface BarProps {
  readonly at: number;
  readonly orders: StatusCounts;
  readonly top: number;
}

function Bar({ at, orders, top }: BarProps) {
  const parts = PARTS.map(({ status, count }, position) => {
    const below = PARTS.slice(0, position).reduce((total, other) => total + other.count(orders), 0);
    return { status, from: below, to: below + count(orders) };
  });
  return parts
    .filter(({ from, to }) => to > from)
    .map(({ status, from, to }) => (
      <rect
        key={status}
        className={styles[status]}
        x={at + (1 - BAR) / 2}
        y={y(to, top)}
        width={BAR}
        height={y(from, top) - y(to, top)}
      />
    ));
}

function HoursTable({ hours, zone }: Props) {
  const busy = hours.filter(({ orders }) => sum(orders) > 0);
  if (busy.length === 0) return <p>{t("noOrdersInHours")}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("hour")}</th>
          {PARTS.map(({ status }) => (
            <th key={status} scope="col">
              {t(`status.${status}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {busy.map(({ begins, orders }) => (
          <tr key={begins}>
            <th scope="row">{span(begins, zone)}</th>
            {PARTS.map(({ status, count }) => (
              <td key={status}>{count(orders)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describe(hours: readonly HourSummary[], zone: string): string {
  const counts = hours.map(({ orders }) => sum(orders));
  const most = Math.max(0, ...counts);
  const busiest = hours[counts.indexOf(most)];
  if (most === 0 || busiest === undefined) return t("noOrdersInHours");
  return t("busiestHour", { hour: span(busiest.begins, zone), orders: t("ordersCounted", { count: most }) });
}

/** The labels of the hours. When the clocks go back, an hour occurs twice and is labelled once. */
function labels(hours: readonly HourSummary[], zone: string): { at: number; text: string }[] {
  const all = hours.map(({ begins }, at) => ({ at, text: formatTime(begins, zone) }));
  const first = all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at);
  return first.filter(({ text }) => Number(text.slice(0, 2)) % LABELLED === 0);
}

const y = (count: number, top: number): number => HEIGHT - (count / top) * HEIGHT;

/** `09:00–10:00` */
const span = (begins: string, zone: string): string =>
  [begins, Date.parse(begins) + HOUR_MS].map((at) => formatTime(new Date(at), zone)).join("–");

const HOUR_MS = 3_600_000;

/** Up to five round numbers from 0 to at least the highest bar. */
export function ticksUpTo(most: number): number[] {
  const round = [1, 2, 5].flatMap((digit) => [0, 1, 2, 3, 4, 5].map((zeros) => digit * 10 ** zeros));
  const step = round.sort((a, b) => a - b).find((candidate) => candidate * 4 >= most) ?? most;
  const count = Math.max(Math.ceil(most / step), 1);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
