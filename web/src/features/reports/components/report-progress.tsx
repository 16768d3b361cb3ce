/** The progress and the result of a report. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { ExecutionArn } from "../../../api/execution-arn";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { DateTime } from "../../../ui/date-time";
import { REPORTS_PATH } from "../../../ui/paths";
import { isUnknown, report } from "../api/check-report";
import type { ReportStatus } from "../api/report";
import { REASONS, STEP_NAMES, summarize } from "../wording";
import { ReportSteps } from "./report-steps";
import styles from "./report-progress.module.css";

interface Props {
  readonly execution: ExecutionArn;
  /** Another report is being requested. */
  readonly requesting: boolean;
  readonly onGenerate: () => void;
  readonly onDismiss: () => void;
}

export function ReportProgress({ execution, requesting, onGenerate, onDismiss }: Props) {
  const query = useQuery(report(execution));
  const status = isUnknown(query.error) ? undefined : query.data;
  const ended = status !== undefined && status.status !== "RUNNING";

  return (
    <>
      <h2>{isUnknown(query.error) ? "This report is no longer available" : titleOf(status)}</h2>
      {status !== undefined && <ReportOutcome status={status} />}
      {query.error !== null && !isUnknown(query.error) && (
        <EmployeeFailure
          error={query.error}
          retry={() => void query.refetch()}
          retrying={query.isFetching}
          place="inline"
        />
      )}
      {(ended || isUnknown(query.error)) && (
        <p className={styles.actions}>
          <Button onClick={onGenerate} busy={requesting}>
            {requesting ? "Requesting report…" : "Generate another"}
          </Button>
          <Button variant="secondary" onClick={onDismiss}>
            Dismiss
          </Button>
        </p>
      )}
    </>
  );
}

function titleOf(status: ReportStatus | undefined): string {
  switch (status?.status) {
    case undefined:
      return "Loading your report";
    case "RUNNING":
      return "Your report is being generated";
    case "SUCCEEDED":
      return "Your report is ready";
    case "FAILED":
      return "The report failed";
  }
}

function ReportOutcome({ status }: { readonly status: ReportStatus }) {
  return (
    <>
      <div role="status" className={styles.text}>
        {status.status === "RUNNING" && (
          <>
            <p>You can leave this page; we&rsquo;ll keep working.</p>
            <p className="visually-hidden">{summarize(status.steps)}</p>
          </>
        )}
        {status.status === "SUCCEEDED" && <SentReport {...status} />}
        {status.status === "FAILED" && (
          <p>
            {status.error.step !== undefined && `It failed at “${STEP_NAMES[status.error.step]}”. `}
            {REASONS[status.error.code]}
            {/* If the mail step failed, the e-mail may have been sent. */}
            {status.error.step !== "sendMail" && " No e-mail was sent."}
          </p>
        )}
      </div>
      {status.status !== "SUCCEEDED" && <ReportSteps steps={status.steps} />}
    </>
  );
}

function SentReport(report: Extract<ReportStatus, { status: "SUCCEEDED" }>) {
  const { reportId, recipients, requester, linksExpireAt } = report;
  return (
    <>
      <p>
        <Link href={`${REPORTS_PATH}/${reportId}`}>Open the report</Link>
      </p>
      {requester !== undefined && <p>We sent it to you at {requester}.</p>}
      {recipients.length === 0 ? (
        <p>No one is subscribed to reports yet. An administrator can add subscribers.</p>
      ) : (
        <>
          <p>Sent to the subscribers:</p>
          <ul className={styles.recipients}>
            {recipients.map((recipient) => (
              <li key={recipient}>{recipient}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        The direct links in the e-mail expire on <DateTime at={linksExpireAt} full />.
      </p>
    </>
  );
}
