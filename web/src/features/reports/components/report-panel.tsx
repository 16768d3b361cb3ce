/**
 * "Generate report", and what becomes of it. One report at a time: while one is being made there is nothing to press, and the
 * API would answer with that one anyhow.
 */
import { useLayoutEffect, useRef } from "react";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { useReport } from "../use-report";
import { ReportProgress } from "./report-progress";
import styles from "./report-panel.module.css";

export function ReportPanel() {
  const { execution, asking, putAway } = useReport();
  const panel = useRef<HTMLElement>(null);
  const asked = useRef(false);

  const ask = () => {
    asked.current = true;
    asking.mutate();
  };
  // The button that was pressed goes, and the focus on it must not get lost.
  useLayoutEffect(() => {
    if (asked.current && execution !== undefined) panel.current?.focus({ preventScroll: true });
    asked.current = false;
  }, [execution]);

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label="Report"
      className={execution === undefined && !asking.isError ? styles.idle : styles.open}
    >
      {execution === undefined ? (
        <Button onClick={ask} busy={asking.isPending}>
          {asking.isPending ? "Asking for a report…" : "Generate report"}
        </Button>
      ) : (
        <ReportProgress
          key={execution}
          execution={execution}
          asking={asking.isPending}
          onAgain={ask}
          onPutAway={putAway}
        />
      )}
      {asking.isError && (
        <EmployeeFailure error={asking.error} retry={ask} retrying={asking.isPending} place="inline" />
      )}
    </section>
  );
}
