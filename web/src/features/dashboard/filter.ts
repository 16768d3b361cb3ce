/** The filter of the list in the URL. Invalid values are ignored. */
import * as v from "valibot";
import { Day } from "../../api/orders/day";
import type { OrderFilter } from "../../api/orders/list-orders";
import { ORDER_STATUSES } from "../../api/orders/order";

/** Reads a query string. */
export function readFilter(search: string): OrderFilter {
  const parameters = new URLSearchParams(search);
  const day = (name: string): Day | undefined => {
    const parsed = v.safeParse(Day, parameters.get(name));
    return parsed.success ? parsed.output : undefined;
  };
  return {
    status: ORDER_STATUSES.find((status) => status === parameters.get("status")),
    from: day("from"),
    to: day("to"),
  };
}

/** Writes a query string; empty if nothing is filtered. */
export function writeFilter(filter: OrderFilter): string {
  const parameters = new URLSearchParams();
  for (const name of ["status", "from", "to"] as const) {
    const value = filter[name];
    if (value !== undefined) parameters.set(name, value);
  }
  const search = parameters.toString();
  return search === "" ? "" : `?${search}`;
}

export const isNarrowed = (filter: OrderFilter): boolean => writeFilter(filter) !== "";

/** Whether the range is empty, so that no request is needed. */
export const isReversed = ({ from, to }: OrderFilter): boolean =>
  from !== undefined && to !== undefined && from > to;
