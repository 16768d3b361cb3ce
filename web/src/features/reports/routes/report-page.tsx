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
      <PageHeading title="Report">Report</PageHeading>
      {query.data === undefined && query.error === null && <p role="status">Loading the report…</p>}
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
        <Link href={DASHBOARD_PATH}>All orders</Link>
      </p>
    </section>
  );
}

function Links({ links }: { readonly links: ReportLinks }) {
  return (
    <>
      <ul role="list" className={styles.links}>
        <li>
          <a href={links.ordersUrl}>Open the orders report</a>
        </li>
        <li>
          <a href={links.productsUrl}>Open the products report</a>
        </li>
      </ul>
      <p className={styles.note}>
        Anyone with one of these links can open the report without signing in until{" "}
        <DateTime at={links.linksExpireAt} full />. To share the report, share this page: its links are
        renewed before they expire.
      </p>
    </>
  );
}

function NoReport() {
  return (
    <section className="message">
      <PageHeading title="Report not found">This report is no longer available</PageHeading>
      <p>Reports are deleted after a few weeks. The link may also be incomplete.</p>
      <p>
        <Link href={DASHBOARD_PATH}>Request a new report</Link>
      </p>
    </section>
  );
}

const isMissing = (error: ApiError | null): boolean =>
  error?.failure.kind === "refused" && error.failure.status === 404;
