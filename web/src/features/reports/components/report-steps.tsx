/** The steps of a report: orders and products in parallel, then the shared ones. */
import { StepDot, type StepState as Dot } from "../../../ui/step-dot";
import type { Step, StepState } from "../api/report";
import { t } from "../messages";
import styles from "./report-steps.module.css";

export function ReportSteps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ step, state }) => (
        <li key={step} className={styles[state]}>
          <StepDot state={DOTS[state]} />
          <span>
            {t(`step.${step}`)}
            <span className="visually-hidden">, {t(`state.${state}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

const DOTS: Readonly<Record<StepState, Dot>> = {
  WAITING: "waiting",
  RUNNING: "running",
  DONE: "done",
  FAILED: "failed",
};
