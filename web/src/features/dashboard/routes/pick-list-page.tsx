/** `/dashboard/pick-list`: what the confirmed orders placed until a day need. Printable. */
import { useQuery } from "@tanstack/react-query";
import { useLocation, useSearch } from "wouter";
import { dayIn } from "../../../api/orders/day";
import { ordersToPack } from "../../../api/orders/list-orders";
import { Button } from "../../../ui/button";
import { formatDay } from "../../../ui/date-time";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { PageHeading } from "../../../ui/page-heading";
import { PICK_LIST_PATH } from "../../../ui/paths";
import { useShopZone } from "../../../ui/shop-zone";
import { BackToList } from "../components/back-to-list";
import { DayField } from "../components/day-field";
import { OrdersSkeleton } from "../components/orders-skeleton";
import { readFilter, writeFilter } from "../filter";
import { t } from "../fulfilment-messages";
import { picksOf } from "../pick-list";
import styles from "./pick-list-page.module.css";

export function PickListPage() {
  const [, navigate] = useLocation();
  const zone = useShopZone();
  const to = readFilter(useSearch()).to ?? dayIn(zone, new Date());
  const query = useQuery(ordersToPack(to));
  const picks = picksOf(query.data ?? []);
  const pieces = picks.reduce((sum, { quantity }) => sum + quantity, 0);

  return (
    <>
      <BackToList />
      <article>
        <header className={styles.header}>
          <PageHeading title={t("pickList")}>{t("pickList")}</PageHeading>
          {query.data !== undefined && (
            <p role="status">
              {t("pickListText", {
                orders: t("orders", { count: query.data.length }),
                day: formatDay(to),
              })}
            </p>
          )}
        </header>
        <div className={styles.tools}>
          <DayField
            label={t("pickListDay")}
            value={to}
            invalid={false}
            onChange={(day) => {
              navigate(PICK_LIST_PATH + writeFilter({ to: day }));
            }}
          />
          <Button
            variant="secondary"
            onClick={() => {
              window.print();
            }}
          >
            {t("print")}
          </Button>
        </div>
        {query.isPending && <OrdersSkeleton />}
        {query.data !== undefined &&
          (picks.length === 0 ? (
            <p>{t("noCookies")}</p>
          ) : (
            <table className={styles.picks}>
              <caption className="visually-hidden">{t("pickListCaption")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("product")}</th>
                  <th scope="col" className={styles.number}>
                    {t("quantity")}
                  </th>
                  <th scope="col">{t("picked")}</th>
                </tr>
              </thead>
              <tbody>
                {picks.map(({ productId, name, quantity }) => (
                  <tr key={productId}>
                    <th scope="row">{name}</th>
                    <td className={styles.number}>{quantity}</td>
                    <td>
                      <span className={styles.box} />
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t("total")}</th>
                  <td className={styles.number}>{pieces}</td>
                  <td />
                </tr>
              </tfoot>
            </table>
          ))}
        {query.error !== null && (
          <EmployeeFailure
            error={query.error}
            retry={() => void query.refetch()}
            retrying={query.isFetching}
            place="page"
          />
        )}
      </article>
    </>
  );
}
