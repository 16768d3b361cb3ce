/** `/dashboard`: today in figures, and all orders, newest first. What the list is narrowed to stands in the address. */
import type { ReactNode } from "react";
import { useLocation, useSearch } from "wouter";
import { DASHBOARD_PATH } from "../../../ui/paths";
import { PageHeading } from "../../../ui/page-heading";
import { Filters } from "../components/filters";
import { OrderList } from "../components/order-list";
import { OrderSearch } from "../components/order-search";
import { Today } from "../components/today";
import { readFilter, writeFilter } from "../filter";
import styles from "./dashboard-page.module.css";

/** `children`: what else employees do from here. */
export function DashboardPage({ children }: { readonly children: ReactNode }) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const filter = readFilter(search);

  return (
    <>
      <header className={styles.header}>
        <PageHeading title="Orders">Orders</PageHeading>
        {children}
      </header>
      <Today />
      <section aria-labelledby="all-orders" className={styles.list}>
        <h2 id="all-orders">All orders</h2>
        <p className={styles.note}>
          Days and times are UTC. Point at a time to see what your own clock said.
        </p>
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
