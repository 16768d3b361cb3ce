/** What a submission's state means to the customer, as a closed list. Pure; the words are `components/outcome-*.tsx`. */
import type { Shortfall } from "../../api/orders/order";
import type { SubmissionStatus } from "./api/order";

export type Outcome =
  | { readonly kind: "underway" }
  | { readonly kind: "confirmed" }
  /** Less was left than was wanted. */
  | { readonly kind: "short"; readonly shortfalls: readonly Shortfall[] }
  /** Something in it is not sold any more. */
  | { readonly kind: "gone" }
  /** It ended without an order, and nobody but the shop can help it. */
  | { readonly kind: "failed" };

export function outcomeOf(submission: SubmissionStatus): Outcome {
  switch (submission.status) {
    case "RUNNING":
      return { kind: "underway" };
    case "SUCCEEDED":
      return { kind: "confirmed" };
    case "FAILED":
      switch (submission.error.code) {
        case "OutOfStock":
          return { kind: "short", shortfalls: submission.error.shortfalls };
        case "UnknownProduct":
          return { kind: "gone" };
        case "Internal":
          return { kind: "failed" };
      }
  }
}
