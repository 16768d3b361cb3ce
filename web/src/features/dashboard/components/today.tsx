/**
 * Today's orders in figures, and per hour on request. It takes the same room before and after the figures arrive, and
 * leaves the first screen to the list below it.
 *
 * Of a day with more orders than are read, only the latest are added up, and the card says so.
 */
import { useQuery } from "@tanstack/react-query";
import { ordersOfDay } from "../../../api/orders/list-orders";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { formatDay } from "../../../ui/moment";
import { formatMoney } from "../../../ui/money";
import { figuresOf, type Figures } from "../figures";
import { useToday } from "../use-today";
import { number, STATUS_NAMES } from "../wording";
import { HoursChart, PARTS } from "./hours-chart";
import { Swatch } from "./swatch";
import styles from "./today.module.css";

export function Today() {
  const today = useToday();
  const query = useQuery(ordersOfDay(today));
  const figures = query.data && figuresOf(query.data);

  return (
    <section aria-labelledby="today" className={styles.today}>
      <h2 id="today" className={styles.title}>
        Today<span className={styles.day}>, {formatDay(today)} (UTC)</span>
      </h2>
      {(figures !== undefined || !query.isError) && (
        <>
          {query.isPending && (
            <p role="status" className="visually-hidden">
              Adding up today&rsquo;s orders
            </p>
          )}
          <DayInFigures figures={figures} />
          <details className={styles.hours}>
            <summary>Orders per hour</summary>
            {figures !== undefined && <HoursChart hours={figures.hours} />}
          </details>
        </>
      )}
      {query.data?.complete === false && (
        <p className={styles.note}>
          Figures cover only the latest {number(query.data.orders.length)} orders today.
        </p>
      )}
      {query.isError && (
        <EmployeeFailure
          error={query.error}
          retry={() => void query.refetch()}
          retrying={query.isFetching}
          place="inline"
        />
      )}
    </section>
  );
}

/** Without figures: the same lines, empty, so that nothing moves when the figures arrive. */
function DayInFigures({ figures }: { readonly figures: Figures | undefined }) {
  const takings = figures?.takings ?? [];
  return (
    <dl className={styles.figures} aria-busy={figures === undefined}>
      <Figure name="Orders" values={[figures && number(figures.orders)]} />
      <Figure name="Confirmed revenue" values={takings.map(({ revenue }) => formatMoney(revenue))} />
      <Figure
        name="Average order value"
        values={takings.map(({ average }) => average && formatMoney(average))}
      />
      <div className={styles.statuses}>
        <dt className="visually-hidden">By status</dt>
        {PARTS.map((status) => (
          <dd key={status}>
            <Swatch status={status} /> {figures === undefined ? NONE : number(figures.byStatus[status])}{" "}
            {STATUS_NAMES[status].toLowerCase()}
          </dd>
        ))}
      </div>
    </dl>
  );
}

const NONE = "–";

interface FigureProps {
  readonly name: string;
  /** One per currency. */
  readonly values: readonly (string | undefined)[];
}

function Figure({ name, values }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      {(values.length === 0 ? [undefined] : values).map((value, position) => (
        <dd key={position} className={styles.value}>
          {value ?? NONE}
        </dd>
      ))}
    </div>
  );
}
