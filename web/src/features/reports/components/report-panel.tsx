/**
 * "Generate report" and the report's progress. One report at a time: while one is in progress the button is
 * hidden, and the API would return that report anyway.
 */
import { useLayoutEffect, useRef, useState } from "react";
import { dayIn } from "../../../api/orders/day";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { useShopZone } from "../../../ui/shop-zone";
import { t } from "../messages";
import { isReversed } from "../period";
import { useReport } from "../use-report";
import { chosen, EVERYTHING, PeriodField } from "./period-field";
import { ReportProgress } from "./report-progress";
import styles from "./report-panel.module.css";

export function ReportPanel() {
  const { execution, request, dismiss } = useReport();
  const zone = useShopZone();
  const [choice, setChoice] = useState(EVERYTHING);
  const panel = useRef<HTMLElement>(null);
  const clicked = useRef(false);

  const generate = () => {
    const period = chosen(choice, dayIn(zone, new Date()));
    if (isReversed(period)) return;
    clicked.current = true;
    request.mutate(period);
  };
  // The clicked button is removed; keep the focus.
  useLayoutEffect(() => {
    if (clicked.current && execution !== undefined) panel.current?.focus({ preventScroll: true });
    clicked.current = false;
  }, [execution]);

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t("report")}
      className={execution === undefined && !request.isError ? styles.idle : styles.open}
    >
      {execution === undefined ? (
        <div className={styles.generate}>
          <PeriodField choice={choice} disabled={request.isPending} onChange={setChoice} />
          <Button onClick={generate} busy={request.isPending}>
            {request.isPending ? t("requesting") : t("generate")}
          </Button>
        </div>
      ) : (
        <ReportProgress
          key={execution}
          execution={execution}
          requesting={request.isPending}
          onGenerate={generate}
          onDismiss={dismiss}
        />
      )}
      {request.isError && (
        <EmployeeFailure error={request.error} retry={generate} retrying={request.isPending} place="inline" />
      )}
    </section>
  );
}
