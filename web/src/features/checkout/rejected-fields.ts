/**
 * The form fields that the server rejected, from the pointers of its problem document. Other pointers, or
 * none, concern the order as a whole.
 *
 * Form and server have the same rules, so this only happens if they are of different versions.
 */
import type { ApiError } from "../../api/failure";
import { readOrder } from "./api/order";
import { valuesOf } from "./customer";
import { FIELDS, POINTERS, type Field } from "./rules";

export type RejectedFields = ReadonlyMap<Field, string>;

/** `body`: the order as sent. */
export function rejectedFieldsIn({ failure }: ApiError, body: string): RejectedFields {
  const order = readOrder(body);
  if (failure.kind !== "refused" || order === undefined) return new Map();
  const values = valuesOf(order.customer);
  return new Map(
    FIELDS.filter((field) => failure.pointers.includes(POINTERS[field])).map((field) => [
      field,
      values[field],
    ]),
  );
}
