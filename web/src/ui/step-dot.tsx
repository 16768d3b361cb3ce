/** A mark for the state of a step. Decorative: put the state in words next to it. */
import styles from "./step-dot.module.css";

export type StepState = "waiting" | "running" | "done" | "failed";

export function StepDot({ state }: { readonly state: StepState }) {
  return <span className={styles[state]} aria-hidden="true" />;
}
