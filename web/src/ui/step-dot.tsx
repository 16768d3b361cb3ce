/** How far one step of several is, for the eye; what it says to the ear stands beside it. */
import styles from "./step-dot.module.css";

export type StepState = "waiting" | "running" | "done" | "failed";

export function StepDot({ state }: { readonly state: StepState }) {
  return <span className={styles[state]} aria-hidden="true" />;
}
