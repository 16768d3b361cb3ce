/**
 * Places an order exactly once, across retries and tabs.
 *
 * All attempts to order a cart send the same key until one is accepted, and the shop creates one order per
 * key. Rejects with an `ApiError`: either the order was rejected, or the outcome is unknown and the next
 * attempt sends the same key.
 */
import { ApiError } from "../../api/failure";
import type { OrderId } from "../../api/orders/order-id";
import { orderIdOf } from "../../api/orders/order-id-of";
import { createOrder } from "./api/create-order";

/** Access to the key and the attempts recorded in the cart. */
export interface Attempts {
  /** The key to send. `undefined` if the cart differs from what the page showed, or an order is in progress. */
  readonly begin: () => string | undefined;
  readonly accepted: (key: string, order: OrderId) => void;
  /** The shop rejected the attempt and did nothing. */
  readonly refused: (key: string) => void;
}

export type Placed =
  | { readonly kind: "placed"; readonly order: OrderId }
  /** An earlier attempt with different content had succeeded, so nothing was ordered now. */
  | { readonly kind: "already-placed"; readonly order: OrderId }
  /** Nothing was sent; see {@link Attempts.begin}. */
  | { readonly kind: "cart-changed" };

export const placeOrder = (body: string, attempts: Attempts): Promise<Placed> =>
  withOrderLock(async () => {
    const key = attempts.begin();
    if (key === undefined) return { kind: "cart-changed" };
    try {
      const { orderId } = await createOrder(body, key);
      attempts.accepted(key, orderId);
      return { kind: "placed", order: orderId };
    } catch (error) {
      if (isKeyReused(error)) {
        const order = await orderIdOf(key);
        attempts.accepted(key, order);
        return { kind: "already-placed", order };
      }
      if (isRefusal(error)) attempts.refused(key);
      throw error;
    }
  });

/** Runs in one tab at a time if the browser supports locks; the next tab then sees the outcome. */
function withOrderLock<T>(work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request("quarter-past.order", work) : work();
}

/** The key was used for an order with different content. */
const isKeyReused = (error: unknown): boolean =>
  error instanceof ApiError && error.failure.kind === "refused" && error.failure.status === 422;

/** The server did nothing, or received nothing. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure } = error;
  return failure.kind === "config" || (failure.kind === "refused" && failure.status < 500);
}
