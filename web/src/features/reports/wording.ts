/** What steps and failures of a report are called where people read them. */
import type { ErrorCode, Step, StepName, StepState } from "./api/report";

export const STEP_NAMES: Readonly<Record<StepName, string>> = {
  prepareOrdersData: "Read the orders and add them up",
  prepareOrdersHtml: "Write the page about the orders",
  prepareProductsData: "Read the products and what was sold",
  prepareProductsHtml: "Write the page about the products",
  signLinks: "Make the links",
  sendMail: "Send the mail",
};

export const STATE_NAMES: Readonly<Record<StepState, string>> = {
  WAITING: "not begun",
  RUNNING: "under way",
  DONE: "done",
  FAILED: "failed",
};

export const REASONS: Readonly<Record<ErrorCode, string>> = {
  Busy: "A service was busy for longer than was waited. Try again in a few minutes.",
  TimedOut: "A step took longer than it may. If it does so again, whoever runs the shop has to look into it.",
  Stopped: "Somebody stopped it.",
  Internal:
    "Something is wrong on our side. Trying again will not help; whoever runs the shop has to look into it.",
};

/** How far it is, for those who do not see the steps. */
export function summarize(steps: readonly Step[]): string {
  const done = steps.filter(({ state }) => state === "DONE").length;
  return `${String(done)} of ${String(steps.length)} steps done`;
}
