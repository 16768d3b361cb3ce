/** The steps of an order and how far it is. */
import { StepDot } from "../../../ui/step-dot";
import { t } from "../order-messages";
import styles from "./progress.module.css";

const STEPS = ["received", "reserving", "confirmed"] as const;

/** The number of completed steps. */
export function Progress({ at }: { readonly at: number }) {
  return (
    <ol className={styles.steps}>
      {STEPS.map((step, position) => {
        const state = position < at ? "done" : position === at ? "running" : "waiting";
        return (
          <li key={step} className={styles[state]} aria-current={state === "running" ? "step" : undefined}>
            <StepDot state={state} />
            {t(`step.${step}`)}
            {state === "done" && <span className="visually-hidden">, {t("done")}</span>}
          </li>
        );
      })}
    </ol>
  );
}
