/**
 * Sends an order so that it is placed once, whatever happens between here and the server, and from however many tabs.
 *
 * All tries of a cart have one key until the shop accepts one of them, and the shop takes one order per key. It rejects
 * with an `ApiError`: either the order was refused, or nobody knows, and then the next try has the same key.
 */
import { ApiError } from "../../api/failure";
import type { OrderId } from "../../api/orders/order-id";
import { orderIdOf } from "../../api/orders/order-id-of";
import { createOrder } from "./api/create-order";

/** The key of the cart's order, and what is noted about it beside the cart. */
export interface Attempts {
  /** The key to send with; `undefined` if the cart is not what the page showed any more, or is on its way already. */
  readonly begin: () => string | undefined;
  readonly accepted: (key: string, order: OrderId) => void;
  /** The shop has surely done nothing. */
  readonly refused: (key: string) => void;
}

export type Placed =
  | { readonly kind: "placed"; readonly order: OrderId }
  /** An earlier try with another content had arrived, so nothing was ordered now. */
  | { readonly kind: "already-placed"; readonly order: OrderId }
  /** Nothing was sent: see {@link Attempts.begin}. */
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

/** One tab at a time, where the browser can do that: the next one sees what has become of the order. */
function withOrderLock<T>(work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request("quarter-past.order", work) : work();
}

/** The key has served for another order. */
const isKeyReused = (error: unknown): boolean =>
  error instanceof ApiError && error.failure.kind === "refused" && error.failure.status === 422;

/** The server surely did nothing, or was never asked. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure } = error;
  return failure.kind === "config" || (failure.kind === "refused" && failure.status < 500);
}
