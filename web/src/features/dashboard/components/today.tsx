/**
 * What has come in today, in figures and by the hour. Of a day with more orders than are read, only the newest are added
 * up, and it says so.
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

  return (
    <section aria-labelledby="today" className={styles.today}>
      <h2 id="today">
        Today<span className={styles.day}>, {formatDay(today)} (UTC)</span>
      </h2>
      {query.data !== undefined && (
        <DayInFigures figures={figuresOf(query.data)} complete={query.data.complete} />
      )}
      {query.isPending && (
        <div role="status" className={styles.pending}>
          <p className="visually-hidden">Adding up today&rsquo;s orders</p>
        </div>
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

function DayInFigures({ figures, complete }: { readonly figures: Figures; readonly complete: boolean }) {
  return (
    <>
      {!complete && (
        <p className={styles.note}>
          More orders came in than are added up here: these are the latest {number(figures.orders)} of them.
        </p>
      )}
      <div className={styles.columns}>
        <dl className={styles.figures}>
          <div className={styles.figure}>
            <dt>Orders</dt>
            <dd className={styles.value}>{number(figures.orders)}</dd>
            <dd>
              <ul role="list" className={styles.statuses}>
                {PARTS.map((status) => (
                  <li key={status}>
                    <Swatch status={status} /> {number(figures.byStatus[status])}{" "}
                    {STATUS_NAMES[status].toLowerCase()}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
          <div className={styles.figure}>
            <dt>Revenue, confirmed</dt>
            {figures.takings.length === 0 && <dd className={styles.value}>–</dd>}
            {figures.takings.map(({ revenue }) => (
              <dd key={revenue.currency} className={styles.value}>
                {formatMoney(revenue)}
              </dd>
            ))}
          </div>
          <div className={styles.figure}>
            <dt>Average order, confirmed</dt>
            {figures.takings.length === 0 && <dd className={styles.value}>–</dd>}
            {figures.takings.map(({ revenue, average }) => (
              <dd key={revenue.currency} className={styles.value}>
                {average === undefined ? "–" : formatMoney(average)}
              </dd>
            ))}
          </div>
        </dl>
        <HoursChart hours={figures.hours} />
      </div>
    </>
  );
}
