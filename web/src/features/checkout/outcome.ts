/** What a submission's state means to the customer, as a closed list. Pure; the words are `components/outcome-*.tsx`. */
import type { PriceChange, Shortfall } from "../../api/orders/order";
import type { SubmissionStatus } from "../../api/orders/submission";

export type Outcome =
  | { readonly kind: "in-progress" }
  | { readonly kind: "confirmed" }
  /** Less was left than was wanted. */
  | { readonly kind: "out-of-stock"; readonly shortfalls: readonly Shortfall[] }
  /** The prices changed after the customer agreed to them. */
  | { readonly kind: "prices-changed"; readonly change: PriceChange }
  /** Something in it is not sold any more. */
  | { readonly kind: "discontinued" }
  /** It ended without an order, and nobody but the shop can help it. */
  | { readonly kind: "failed" };

export function outcomeOf(submission: SubmissionStatus): Outcome {
  switch (submission.status) {
    case "RUNNING":
      return { kind: "in-progress" };
    case "SUCCEEDED":
      return { kind: "confirmed" };
    case "FAILED":
      switch (submission.error.code) {
        case "OutOfStock":
          return { kind: "out-of-stock", shortfalls: submission.error.shortfalls };
        case "PriceChanged":
          return { kind: "prices-changed", change: submission.error.priceChange };
        case "UnknownProduct":
          return { kind: "discontinued" };
        case "Internal":
          return { kind: "failed" };
      }
  }
}
