/**
 * `/dashboard`: today's totals and all orders, newest first. The URL contains the filter.
 *
 * Filters and the first order must be on the first screen, also on a phone.
 */
import type { ReactNode } from "react";
import { useLocation, useSearch } from "wouter";
import { DASHBOARD_PATH } from "../../../ui/paths";
import { PageHeading } from "../../../ui/page-heading";
import { Filters } from "../components/filters";
import { OrderList } from "../components/order-list";
import { OrderSearch } from "../components/order-search";
import { Today } from "../components/today";
import { readFilter, writeFilter } from "../filter";
import { t } from "../messages";
import styles from "./dashboard-page.module.css";

/** `children`: further actions, shown next to the heading. */
export function DashboardPage({ children }: { readonly children: ReactNode }) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const filter = readFilter(search);

  return (
    <>
      <header className={styles.header}>
        <PageHeading title={t("orders")}>{t("orders")}</PageHeading>
        {children}
      </header>
      <Today />
      <section aria-labelledby="all-orders" className={styles.list}>
        <h2 id="all-orders" className="visually-hidden">
          {t("allOrders")}
        </h2>
        <div className={styles.tools}>
          <Filters
            filter={filter}
            onChange={(next) => {
              navigate(DASHBOARD_PATH + writeFilter(next));
            }}
          />
          <OrderSearch search={writeFilter(filter)} />
        </div>
        <OrderList key={writeFilter(filter)} filter={filter} />
      </section>
    </>
  );
}
