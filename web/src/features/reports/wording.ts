/** Names of steps and states, and texts of errors. */
import type { ErrorCode, Step, StepName, StepState } from "./api/report";

export const STEP_NAMES: Readonly<Record<StepName, string>> = {
  prepareOrdersData: "Collecting orders",
  prepareOrdersHtml: "Building the orders page",
  prepareProductsData: "Collecting products",
  prepareProductsHtml: "Building the products page",
  signLinks: "Creating links",
  sendMail: "Sending the e-mail",
};

export const STATE_NAMES: Readonly<Record<StepState, string>> = {
  WAITING: "not started",
  RUNNING: "in progress",
  DONE: "done",
  FAILED: "failed",
};

export const REASONS: Readonly<Record<ErrorCode, string>> = {
  Busy: "A service was too busy. Try again in a few minutes.",
  TimedOut: "A step took too long. If it happens again, contact your administrator.",
  Stopped: "Someone stopped the report.",
  Internal: "Something went wrong on our end. Trying again won’t help; contact your administrator.",
};

/** The progress in words, for screen readers. */
export function summarize(steps: readonly Step[]): string {
  const done = steps.filter(({ state }) => state === "DONE").length;
  return `${String(done)} of ${String(steps.length)} steps done`;
}
