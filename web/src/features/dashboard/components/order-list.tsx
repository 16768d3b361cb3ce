/** The loaded orders that match the filter, with buttons to load more. */
import { useRef, useState } from "react";
import type { OrderFilter } from "../../../api/orders/list-orders";
import { Link } from "wouter";
import { Button } from "../../../ui/button";
import { PICK_LIST_PATH } from "../../../ui/paths";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { formatTime } from "../../../ui/date-time";
import { useShopZone } from "../../../ui/shop-zone";
import { isReversed, isNarrowed, writeFilter } from "../filter";
import { useListing } from "../use-listing";
import { t as fulfilment } from "../fulfilment-messages";
import { t } from "../messages";
import { useBulkPack } from "../use-bulk-pack";
import { BulkBar } from "./bulk-bar";
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
  const bulk = useBulkPack();
  const count = useRef<HTMLParagraphElement>(null);

  if (reversed) {
    return (
      <p id={RANGE_ERROR_ID} role="alert" className={styles.rangeError}>
        {t("reversedRange")}
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
              ? t("loadingMore")
              : list.hasNextPage
                ? t("latest", { count: shown.length })
                : t("ordersCounted", { count: shown.length })}
            {unreadable > 0 && `; ${t("notRead", { count: unreadable })}`}
          </span>
          {/* Outside the status element, so that the time is not announced. */}
          <span className={styles.soft}>
            {`, ${t("asOf", { time: formatTime(asOf, zone) })}`}
            {pollFailed && `; ${t("checkFailed")}`}
          </span>
        </p>
        <div className={styles.links}>
          <Link href={PICK_LIST_PATH}>{fulfilment("pickList")}</Link>
          {shown.length > 0 && <ExportButton filter={filter} />}
        </div>
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
        <OrdersTable orders={shown} search={writeFilter(filter)} focusAt={focusAt} bulk={bulk} />
      )}
      {list.isFetchNextPageError ? (
        <EmployeeFailure error={list.error} retry={more} retrying={list.isFetchingNextPage} place="inline" />
      ) : (
        list.hasNextPage && (
          <p className={styles.more}>
            <Button onClick={more} busy={list.isFetchingNextPage}>
              {list.isFetchingNextPage ? t("loading") : t("showMore")}
            </Button>
          </p>
        )
      )}
      <BulkBar bulk={bulk} orders={shown} />
      {/* Below the orders, which have their own height. Below the placeholder, it would move when they arrive. */}
      {shown.length > 0 && <p className={styles.note}>{t("localTimes", { zone })}</p>}
    </>
  );
}

function NoOrders({ narrowed }: { readonly narrowed: boolean }) {
  return (
    <section className={styles.empty}>
      <h3>{narrowed ? t("noMatch") : t("noOrders")}</h3>
      <p>{narrowed ? t("noMatchText") : t("noOrdersText")}</p>
    </section>
  );
}
