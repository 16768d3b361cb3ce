/**
 * Sends an order so that it is placed once, whatever happens between here and the server.
 *
 * It resolves when the outcome is known and good. It rejects with an `ApiError`: either the order was refused, and
 * the attempt with it, or nobody knows, and then the attempt stays open for the next try.
 */
import { ApiError } from "../../api/failure";
import { createOrder } from "./api/create-order";
import type { CreatedOrder } from "./api/order";
import { beginAttempt, endAttempt, forgetTry } from "./attempt";

export interface Placed {
  readonly created: CreatedOrder;
  /** What was ordered, as it was sent. Not always what was asked for just now: an earlier try may have arrived. */
  readonly body: string;
}

export async function placeOrder(body: string): Promise<Placed> {
  const { key, sent } = beginAttempt(body);
  try {
    return await send(body, key);
  } catch (error) {
    if (!isTaken(error)) {
      if (isRefusal(error)) forgetTry(body);
      throw error;
    }
    const earlier = await firstArrived(
      sent.filter((other) => other !== body),
      key,
    );
    if (earlier !== undefined) return earlier;
    // The server remembers an order that this tab never sent under the key, so the key is no good here.
    endAttempt();
    throw error;
  }
}

async function send(body: string, key: string): Promise<Placed> {
  const created = await createOrder(body, key);
  endAttempt();
  return { created, body };
}

/** The one among the earlier tries that the server took. */
async function firstArrived(bodies: readonly string[], key: string): Promise<Placed | undefined> {
  for (const body of bodies) {
    try {
      return await send(body, key);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return undefined;
}

/** The key has served for another order. */
const isTaken = (error: unknown): boolean =>
  error instanceof ApiError && error.failure.kind === "refused" && error.failure.status === 422;

/** The server surely did nothing, or was never asked. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure } = error;
  return failure.kind === "config" || (failure.kind === "refused" && failure.status < 500);
}
