/**
 * Which values of an order the server would not take, as its problem document points at them. What it points at
 * beside the fields of the form, and a document that points at nothing, is the order's as a whole.
 *
 * The rules are the same on both sides, so this is for the day on which they are not: an old page, a new server.
 */
import type { ApiError } from "../../api/failure";
import { readOrder } from "./api/order";
import { valuesOf } from "./customer";
import { FIELDS, type Field } from "./rules";

export type RejectedFields = ReadonlyMap<Field, string>;

/** `body`: the order, as it was sent. */
export function rejectedFieldsIn({ failure }: ApiError, body: string): RejectedFields {
  const order = readOrder(body);
  if (failure.kind !== "refused" || order === undefined) return new Map();
  const values = valuesOf(order.customer);
  return new Map(
    FIELDS.filter((field) => failure.pointers.includes(pointerTo(field))).map((field) => [
      field,
      values[field],
    ]),
  );
}

/** A JSON Pointer as a fragment (RFC 6901, 6): `#/customer/address/city`. No field has a name that wants escaping. */
const pointerTo = (field: Field): string => `#/customer/${field.replaceAll(".", "/")}`;
