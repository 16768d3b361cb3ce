/** `/dashboard/products`: the stock of all products, the lowest first. */
import { useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { PageHeading } from "../../../ui/page-heading";
import { inventory } from "../api/inventory";
import { InventoryTable } from "../components/inventory-table";
import { t } from "../messages";
import styles from "./inventory.module.css";

export function InventoryPage() {
  const list = useInfiniteQuery(inventory);
  const [focusAt, setFocusAt] = useState<number>();
  const pages = list.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const unreadable = pages.reduce((sum, page) => sum + (page.unreadable ?? 0), 0);
  const more = () => {
    setFocusAt(items.length);
    void list.fetchNextPage();
  };
  return (
    <section className={styles.page}>
      <PageHeading title={t("title")}>{t("title")}</PageHeading>
      {list.isPending && <p role="status">{t("loading")}</p>}
      {list.data !== undefined && items.length === 0 && <p>{t("noProducts")}</p>}
      {unreadable > 0 && <p role="status">{t("unreadable", { count: unreadable })}</p>}
      {items.length > 0 && <InventoryTable items={items} focusAt={focusAt} />}
      {list.error !== null && (
        <EmployeeFailure
          error={list.error}
          retry={() => {
            if (list.isFetchNextPageError) more();
            else void list.refetch();
          }}
          retrying={list.isFetching}
          place={list.data === undefined ? "page" : "inline"}
        />
      )}
      {list.hasNextPage && list.error === null && (
        <Button variant="secondary" busy={list.isFetchingNextPage} onClick={more}>
          {t(list.isFetchingNextPage ? "loading" : "more")}
        </Button>
      )}
    </section>
  );
}
