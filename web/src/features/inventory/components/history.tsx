/** The changes of a product by employees, newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ProductId } from "../../../api/products/product";
import { Button } from "../../../ui/button";
import { DateTime } from "../../../ui/date-time";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { formatNumber } from "../../../ui/translate";
import { productHistory, type ProductHistoryEntry } from "../api/product-history";
import { t } from "../messages";
import styles from "./history.module.css";

export function History({ id }: { readonly id: ProductId }) {
  const query = useInfiniteQuery(productHistory(id));
  const pages = query.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.items);
  const unreadable = pages.reduce((sum, page) => sum + (page.unreadable ?? 0), 0);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      {query.isPending && <p role="status">{t("loading")}</p>}
      {query.data !== undefined && entries.length === 0 && <p>{t("historyEmpty")}</p>}
      {unreadable > 0 && <p role="status">{t("unreadable", { count: unreadable })}</p>}
      <ul role="list" className={styles.entries}>
        {entries.map((entry, position) => (
          <li key={entries.length - position} className={styles.entry}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      {query.error !== null && (
        <EmployeeFailure
          error={query.error}
          retry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
          retrying={query.isFetching}
          place="inline"
        />
      )}
      {query.hasNextPage && query.error === null && (
        <Button
          variant="secondary"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t(query.isFetchingNextPage ? "loading" : "more")}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry: { at, by, event } }: { readonly entry: ProductHistoryEntry }) {
  const sign = event.change > 0 ? "+" : "−";
  return (
    <>
      <span className={styles.change}>{`${sign}${formatNumber(Math.abs(event.change))}`}</span>
      <span>
        {t(`reason.${event.reason}`)}
        {event.note !== undefined && <span className={styles.note}>{event.note}</span>}
      </span>
      <span className={styles.when}>
        <DateTime at={at} />
        <span className={styles.note}>{by.name ?? t("employee", { id: by.sub.slice(0, 8) })}</span>
      </span>
    </>
  );
}
