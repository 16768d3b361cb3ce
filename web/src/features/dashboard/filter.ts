/** Which orders the list shows, as it stands in the address. What does not read well there isNarrowed nothing. */
import * as v from "valibot";
import { Day } from "../../api/orders/day";
import type { OrderFilter } from "../../api/orders/list-orders";
import { ORDER_STATUSES } from "../../api/orders/order";

/** From the part of an address after the question mark. */
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

/** The other way; nothing at all where the filter isNarrowed nothing. */
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

/** No day lies in it, so the API need not be asked. */
export const isReversed = ({ from, to }: OrderFilter): boolean =>
  from !== undefined && to !== undefined && from > to;
