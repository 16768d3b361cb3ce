/**
 * Today's totals, with an expandable chart per hour. The height does not change when the data arrives, and
 * leaves room for the list on the first screen.
 */
import { useQuery } from "@tanstack/react-query";
import { dayIn } from "../../../api/orders/day";
import { todaysOrders, type DaySummary } from "../../../api/orders/day-summary";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { formatDay } from "../../../ui/date-time";
import { formatMoney } from "../../../ui/money";
import { formatNumber } from "../../../ui/translate";
import { useShopZone } from "../../../ui/shop-zone";
import { t } from "../messages";
import { HoursChart, PARTS, sum } from "./hours-chart";
import { Swatch } from "./swatch";
import styles from "./today.module.css";

export function Today() {
  const query = useQuery(todaysOrders);
  const zone = useShopZone();
  const summary = query.data;

  return (
    <section aria-labelledby="today" className={styles.today}>
      <h2 id="today" className={styles.title}>
        {t("today")}
        <span className={styles.day}>
          , {formatDay(summary?.day ?? dayIn(zone, new Date()))} ({summary?.timeZone ?? zone})
        </span>
      </h2>
      {(summary !== undefined || !query.isError) && (
        <>
          {query.isPending && (
            <p role="status" className="visually-hidden">
              {t("loadingToday")}
            </p>
          )}
          <DayInFigures summary={summary} />
          <details className={styles.hours}>
            <summary>{t("ordersPerHour")}</summary>
            {summary !== undefined && <HoursChart hours={summary.hours} zone={summary.timeZone} />}
          </details>
        </>
      )}
      {summary !== undefined && summary.unreadable > 0 && (
        <p className={styles.note}>{t("notReadNorCounted", { count: summary.unreadable })}</p>
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

/** Without data, the same layout with placeholders, so that nothing moves. */
function DayInFigures({ summary }: { readonly summary: DaySummary | undefined }) {
  const revenue = summary?.revenue ?? [];
  return (
    <dl className={styles.figures} aria-busy={summary === undefined}>
      <Figure name={t("orders")} values={[summary && formatNumber(sum(summary.orders))]} />
      <Figure name={t("confirmedRevenue")} values={revenue.map(({ total }) => formatMoney(total))} />
      <Figure
        name={t("averageOrder")}
        values={revenue.map(({ orders, total }) =>
          formatMoney({ ...total, amount: Math.round(total.amount / orders) }),
        )}
      />
      <div className={styles.statuses}>
        <dt className="visually-hidden">{t("byStatus")}</dt>
        {PARTS.map(({ status, count }) => (
          <dd key={status}>
            <Swatch status={status} /> {summary === undefined ? NONE : formatNumber(count(summary.orders))}{" "}
            {t(`withStatus.${status}`)}
          </dd>
        ))}
      </div>
    </dl>
  );
}

const NONE = "–";

interface FigureProps {
  readonly name: string;
  /** One value per currency. */
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
