/** `/reports/{id}`: linked from the report e-mail. Shows new links for as long as the report is stored. */
import { useQuery } from "@tanstack/react-query";
import * as v from "valibot";
import { Link } from "wouter";
import type { ApiError } from "../../../api/failure";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { DateTime } from "../../../ui/date-time";
import { PageHeading } from "../../../ui/page-heading";
import { DASHBOARD_PATH } from "../../../ui/paths";
import { reportLinks, ReportId, type ReportLinks } from "../api/get-report";
import { rich, t } from "../messages";
import styles from "./report-page.module.css";

export function ReportPage({ id }: { readonly id: string }) {
  const parsed = v.safeParse(ReportId, id);
  return parsed.success ? <KnownReport id={parsed.output} /> : <NoReport />;
}

function KnownReport({ id }: { readonly id: ReportId }) {
  const query = useQuery(reportLinks(id));
  if (isMissing(query.error)) return <NoReport />;

  return (
    <section className={styles.report}>
      <PageHeading title={t("report")}>{t("report")}</PageHeading>
      {query.data === undefined && query.error === null && <p role="status">{t("loadingLinks")}</p>}
      {query.data !== undefined && <Links links={query.data} />}
      {query.error !== null && (
        <EmployeeFailure
          error={query.error}
          retry={() => void query.refetch()}
          retrying={query.isFetching}
          place="inline"
        />
      )}
      <p>
        <Link href={DASHBOARD_PATH}>{t("allOrders")}</Link>
      </p>
    </section>
  );
}

function Links({ links }: { readonly links: ReportLinks }) {
  return (
    <>
      <ul role="list" className={styles.links}>
        <li>
          <a href={links.ordersUrl}>{t("openOrders")}</a>
        </li>
        <li>
          <a href={links.productsUrl}>{t("openProducts")}</a>
        </li>
      </ul>
      <p className={styles.note}>{rich("linksNote", { time: <DateTime at={links.linksExpireAt} full /> })}</p>
    </>
  );
}

function NoReport() {
  return (
    <section className="message">
      <PageHeading title={t("notFound")}>{t("noLongerAvailable")}</PageHeading>
      <p>{t("deleted")}</p>
      <p>
        <Link href={DASHBOARD_PATH}>{t("requestNew")}</Link>
      </p>
    </section>
  );
}

const isMissing = (error: ApiError | null): boolean =>
  error?.failure.kind === "refused" && error.failure.status === 404;
