/**
 * The ID that the API derives from an idempotency key: the first half of its SHA-256 as a version 8 UUID. It
 * allows looking up an order whose response was lost.
 */
import * as v from "valibot";
import { OrderId } from "./order-id";

export async function orderIdOf(key: string): Promise<OrderId> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const bytes = new Uint8Array(hash, 0, 16);
  // Version and variant of the UUID (RFC 9562, section 5.8).
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return v.parse(OrderId, digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
}
