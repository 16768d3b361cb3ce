/**
 * Which field the server means when it refuses an order. Its problem documents name the place in the body:
 * ``body, `customer.address.city`: …``.
 *
 * The rules are the same on both sides, so this is for the day on which they are not: an old page, a new server.
 */
import type { ApiError } from "../../api/failure";
import { FIELDS, type Field } from "./rules";

export function refusedField({ failure }: ApiError): Field | undefined {
  if (failure.kind !== "refused" || failure.status !== 400) return undefined;
  const place = /`customer\.([\w.]+)`/.exec(failure.detail ?? "")?.[1];
  return FIELDS.find((field) => field === place);
}
