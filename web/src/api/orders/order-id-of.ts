/**
 * The ID of the order that was sent under an idempotency key, as the API derives it: the first half of the key's SHA-256
 * as a UUID of version 8. With it the API can be asked about an order whose answer was lost.
 */
import * as v from "valibot";
import { OrderId } from "./order-id";

export async function orderIdOf(key: string): Promise<OrderId> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const bytes = new Uint8Array(hash, 0, 16);
  // The version and the variant of a UUID (RFC 9562, 5.8).
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return v.parse(OrderId, digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
}
