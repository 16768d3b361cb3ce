/** The loaded orders that match the filter, with buttons to load more. */
import { useRef, useState } from "react";
import type { OrderFilter } from "../../../api/orders/list-orders";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { formatTime } from "../../../ui/date-time";
import { useShopZone } from "../../../ui/shop-zone";
import { isReversed, isNarrowed, writeFilter } from "../filter";
import { useListing } from "../use-listing";
import { counted, number } from "../wording";
import { ChangesNotice } from "./changes-notice";
import { RANGE_ERROR_ID } from "./day-field";
import { ExportButton } from "./export-button";
import { OrdersSkeleton } from "./orders-skeleton";
import { OrdersTable } from "./orders-table";
import styles from "./order-list.module.css";

export function OrderList({ filter }: { readonly filter: OrderFilter }) {
  const reversed = isReversed(filter);
  const zone = useShopZone();
  const { list, shown, unreadable, changes, asOf, pollFailed, show } = useListing(filter, !reversed);
  const [focusAt, setFocusAt] = useState<number>();
  const count = useRef<HTMLParagraphElement>(null);

  if (reversed) {
    return (
      <p id={RANGE_ERROR_ID} role="alert" className={styles.rangeError}>
        The start date is after the end date. Swap them, or clear one.
      </p>
    );
  }
  if (list.isPending) return <OrdersSkeleton />;
  if (list.data === undefined) {
    return (
      <EmployeeFailure
        error={list.error}
        retry={() => void list.refetch()}
        retrying={list.isFetching}
        place="page"
      />
    );
  }

  const more = () => {
    setFocusAt(shown.length);
    void list.fetchNextPage();
  };
  return (
    <>
      <div className={styles.bar}>
        <p ref={count} tabIndex={-1}>
          <span role="status">
            {list.isFetchingNextPage
              ? "Loading more orders…"
              : list.hasNextPage
                ? `Showing the latest ${number(shown.length)} orders`
                : counted(shown.length, "order")}
            {unreadable > 0 && `; ${counted(unreadable, "order")} couldn’t be read`}
          </span>
          {/* Outside the status element, so that the time is not announced. */}
          <span className={styles.soft}>
            {`, as of ${formatTime(asOf, zone)}`}
            {pollFailed && "; can’t check for new orders right now"}
          </span>
        </p>
        {shown.length > 0 && <ExportButton filter={filter} />}
      </div>
      <ChangesNotice
        changes={changes}
        status={filter.status}
        onShow={() => {
          setFocusAt(undefined);
          show();
          // The clicked button is removed; keep the focus.
          count.current?.focus({ preventScroll: true });
        }}
      />
      {shown.length === 0 ? (
        <NoOrders narrowed={isNarrowed(filter)} />
      ) : (
        <OrdersTable orders={shown} search={writeFilter(filter)} focusAt={focusAt} />
      )}
      {list.isFetchNextPageError ? (
        <EmployeeFailure error={list.error} retry={more} retrying={list.isFetchingNextPage} place="inline" />
      ) : (
        list.hasNextPage && (
          <p className={styles.more}>
            <Button onClick={more} busy={list.isFetchingNextPage}>
              {list.isFetchingNextPage ? "Loading…" : "Show more orders"}
            </Button>
          </p>
        )
      )}
      {/* Below the orders, which have their own height. Below the placeholder, it would move when they arrive. */}
      {shown.length > 0 && (
        <p className={styles.note}>
          Times are shown in {zone}. Hover over a time to see it in your time zone.
        </p>
      )}
    </>
  );
}

function NoOrders({ narrowed }: { readonly narrowed: boolean }) {
  return (
    <section className={styles.empty}>
      <h3>{narrowed ? "No matching orders" : "No orders yet"}</h3>
      <p>
        {narrowed
          ? "Widen the date range or choose another status."
          : "New orders appear here automatically."}
      </p>
    </section>
  );
}
