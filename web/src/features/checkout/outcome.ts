/** What the status of an order means to the customer. Pure; the texts are in `components/outcome-view.tsx`. */
import type { PriceChange, Shortfall } from "../../api/orders/order";
import type { Fulfilment, SubmissionStatus } from "../../api/orders/submission";

export type Outcome =
  | { readonly kind: "in-progress" }
  | { readonly kind: "confirmed"; readonly fulfilment: Fulfilment }
  | { readonly kind: "cancelled" }
  /** Less was left than ordered. */
  | { readonly kind: "out-of-stock"; readonly shortfalls: readonly Shortfall[] }
  /** Prices changed after the customer agreed to them. */
  | { readonly kind: "prices-changed"; readonly change: PriceChange }
  /** A product was discontinued. */
  | { readonly kind: "discontinued" }
  /** Failed on the shop's side, without an order. */
  | { readonly kind: "failed" };

export function outcomeOf(submission: SubmissionStatus): Outcome {
  switch (submission.status) {
    case "RUNNING":
      return { kind: "in-progress" };
    case "SUCCEEDED":
      return { kind: "confirmed", fulfilment: submission.fulfilment };
    case "CANCELLED":
      return { kind: "cancelled" };
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
