/** The progress and the result of a report. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { ExecutionArn } from "../../../api/execution-arn";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { DateTime } from "../../../ui/date-time";
import { REPORTS_PATH } from "../../../ui/paths";
import { isUnknown, report } from "../api/check-report";
import type { ReportStatus, Step } from "../api/report";
import { rich, t } from "../messages";
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
      <h2>{isUnknown(query.error) ? t("noLongerAvailable") : titleOf(status)}</h2>
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
            {requesting ? t("requesting") : t("generateAnother")}
          </Button>
          <Button variant="secondary" onClick={onDismiss}>
            {t("dismiss")}
          </Button>
        </p>
      )}
    </>
  );
}

function titleOf(status: ReportStatus | undefined): string {
  switch (status?.status) {
    case undefined:
      return t("loading");
    case "RUNNING":
      return t("generating");
    case "SUCCEEDED":
      return t("ready");
    case "FAILED":
      return t("failed");
  }
}

function ReportOutcome({ status }: { readonly status: ReportStatus }) {
  return (
    <>
      <div role="status" className={styles.text}>
        {status.status === "RUNNING" && (
          <>
            <p>{t("leavePage")}</p>
            <p className="visually-hidden">{summarize(status.steps)}</p>
          </>
        )}
        {status.status === "SUCCEEDED" && <SentReport {...status} />}
        {status.status === "FAILED" && (
          <p>
            {whyFailed(status.error)}
            {/* If the mail step failed, the e-mail may have been sent. */}
            {status.error.step !== "sendMail" && ` ${t("noMailSent")}`}
          </p>
        )}
      </div>
      {status.status !== "SUCCEEDED" && <ReportSteps steps={status.steps} />}
    </>
  );
}

function whyFailed({ code, step }: Extract<ReportStatus, { status: "FAILED" }>["error"]): string {
  const reason = t(`reason.${code}`);
  return step === undefined ? reason : t("failedAt", { step: t(`step.${step}`), reason });
}

/** The progress in words, for screen readers. */
function summarize(steps: readonly Step[]): string {
  return t("stepsDone", {
    done: steps.filter(({ state }) => state === "DONE").length,
    all: steps.length,
  });
}

function SentReport(report: Extract<ReportStatus, { status: "SUCCEEDED" }>) {
  const { reportId, recipients, requester, linksExpireAt } = report;
  return (
    <>
      <p>
        <Link href={`${REPORTS_PATH}/${reportId}`}>{t("openReport")}</Link>
      </p>
      {requester !== undefined && <p>{t("sentTo", { email: requester })}</p>}
      {recipients.length === 0 ? (
        <p>{t("noSubscribers")}</p>
      ) : (
        <>
          <p>{t("sentToSubscribers")}</p>
          <ul className={styles.recipients}>
            {recipients.map((recipient) => (
              <li key={recipient}>{recipient}</li>
            ))}
          </ul>
        </>
      )}
      <p>{rich("linksExpire", { time: <DateTime at={linksExpireAt} full /> })}</p>
    </>
  );
}
