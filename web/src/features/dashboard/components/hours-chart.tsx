/**
 * A day's orders by the hour: a bar an hour, its parts the statuses. Only the bars are a picture, which is as wide as there
 * is room; what is written beside them is text and keeps its size. The table below says the same in numbers.
 */
import { useId } from "react";
import type { OrderStatus } from "../../../api/orders/order";
import { sum, type Hour } from "../figures";
import { counted, STATUS_NAMES } from "../wording";
import styles from "./hours-chart.module.css";

const WIDTH = 24;
const HEIGHT = 100;
/** How much of an hour's width its bar takes. */
const BAR = 0.68;
/** From the foot of a bar to its head. */
export const PARTS: readonly OrderStatus[] = ["CONFIRMED", "PENDING", "REJECTED"];
const LABELLED_HOURS = [0, 3, 6, 9, 12, 15, 18, 21];

export function HoursChart({ hours }: { readonly hours: readonly Hour[] }) {
  const id = useId();
  const ticks = ticksUpTo(Math.max(...hours.map(({ tally }) => sum(tally))));
  const top = ticks.at(-1) ?? 1;
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>Orders per hour (UTC)</figcaption>
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
          viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
          preserveAspectRatio="none"
        >
          <title id={`${id}-title`}>Orders per hour</title>
          <desc id={`${id}-description`}>{describe(hours)}</desc>
          {ticks.map((tick) => (
            <line key={tick} className={styles.line} x1="0" x2={WIDTH} y1={y(tick, top)} y2={y(tick, top)} />
          ))}
          {hours.map((hour, at) => (
            <Bar key={at} at={at} hour={hour} top={top} />
          ))}
        </svg>
        <div className={styles.hours} aria-hidden="true">
          {LABELLED_HOURS.map((hour) => (
            <span key={hour}>{clock(hour)}</span>
          ))}
        </div>
      </div>
      <details className={styles.details}>
        <summary>View as table</summary>
        <HoursTable hours={hours} />
      </details>
    </figure>
  );
}

function Bar({ at, hour, top }: { readonly at: number; readonly hour: Hour; readonly top: number }) {
  if (!hour.complete) return <rect className={styles.unread} x={at} y="0" width="1" height={HEIGHT} />;

  const parts = PARTS.map((status, position) => {
    const below = PARTS.slice(0, position).reduce((total, other) => total + hour.tally[other], 0);
    return { status, from: below, to: below + hour.tally[status] };
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

function HoursTable({ hours }: { readonly hours: readonly Hour[] }) {
  const told = hours
    .map((hour, at) => ({ ...hour, at }))
    .filter(({ tally, complete }) => sum(tally) > 0 || !complete);
  if (told.length === 0) return <p>No orders yet.</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Hour (UTC)</th>
          {PARTS.map((status) => (
            <th key={status} scope="col">
              {STATUS_NAMES[status]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {told.map(({ at, tally, complete }) => (
          <tr key={at}>
            <th scope="row">
              {clock(at)}–{clock(at + 1)}
            </th>
            {complete ? (
              PARTS.map((status) => <td key={status}>{tally[status]}</td>)
            ) : (
              <td colSpan={PARTS.length}>incomplete</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describe(hours: readonly Hour[]): string {
  const counts = hours.map(({ tally }) => sum(tally));
  const most = Math.max(...counts);
  if (most === 0) return "No orders yet.";
  const busiest = counts.indexOf(most);
  const unread = hours.filter(({ complete }) => !complete).length;
  const sentences = [
    `Busiest from ${clock(busiest)} to ${clock(busiest + 1)}: ${counted(most, "order")}.`,
    ...(unread > 0 ? [`Hours before ${clock(unread)} are incomplete.`] : []),
  ];
  return sentences.join(" ");
}

const y = (count: number, top: number): number => HEIGHT - (count / top) * HEIGHT;

const clock = (hour: number): string => `${String(hour % 24).padStart(2, "0")}:00`;

/** At most five round numbers from nought to one that no bar exceeds. */
export function ticksUpTo(most: number): number[] {
  const round = [1, 2, 5].flatMap((digit) => [0, 1, 2, 3, 4, 5].map((zeros) => digit * 10 ** zeros));
  const step = round.sort((a, b) => a - b).find((candidate) => candidate * 4 >= most) ?? most;
  const count = Math.max(Math.ceil(most / step), 1);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
