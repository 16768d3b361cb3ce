/** What a submission's state means to the customer, as a closed list. Pure; the words are `components/outcome-*.tsx`. */
import type { ShortLine, SubmissionStatus } from "./api/order";

export type Outcome =
  | { readonly kind: "underway" }
  | { readonly kind: "confirmed" }
  /** Less was left than was wanted. */
  | { readonly kind: "short"; readonly lines: readonly ShortLine[] }
  /** It ended in any other way than with an order. */
  | { readonly kind: "failed" };

export function outcomeOf({ status, error }: SubmissionStatus): Outcome {
  switch (status) {
    case "RUNNING":
    case "PENDING_REDRIVE":
      return { kind: "underway" };
    case "SUCCEEDED":
      return { kind: "confirmed" };
    case "FAILED":
    case "TIMED_OUT":
    case "ABORTED":
      return error?.code === OUT_OF_STOCK ? { kind: "short", lines: error.lines ?? [] } : { kind: "failed" };
  }
}

const OUT_OF_STOCK = "OutOfStock";
