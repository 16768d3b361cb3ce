/**
 * "Generate report", and what becomes of it. One report at a time: while one is being made there is nothing to press, and the
 * API would answer with that one anyhow.
 */
import { useLayoutEffect, useRef, useState } from "react";
import { dayIn } from "../../../api/orders/day";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { useShopZone } from "../../../ui/shop-zone";
import { isBackwards } from "../period";
import { useReport } from "../use-report";
import { chosen, EVERYTHING, PeriodField } from "./period-field";
import { ReportProgress } from "./report-progress";
import styles from "./report-panel.module.css";

export function ReportPanel() {
  const { execution, asking, putAway } = useReport();
  const zone = useShopZone();
  const [choice, setChoice] = useState(EVERYTHING);
  const panel = useRef<HTMLElement>(null);
  const asked = useRef(false);

  const ask = () => {
    const period = chosen(choice, dayIn(zone, new Date()));
    if (isBackwards(period)) return;
    asked.current = true;
    asking.mutate(period);
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
        <div className={styles.ask}>
          <PeriodField choice={choice} disabled={asking.isPending} onChange={setChoice} />
          <Button onClick={ask} busy={asking.isPending}>
            {asking.isPending ? "Requesting report…" : "Generate report"}
          </Button>
        </div>
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
