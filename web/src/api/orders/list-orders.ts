/**
 * GET /orders: the orders, newest first, as three queries: the list page by page, its newest page polled, and
 * all of it for an export.
 *
 * A page token names an order, not an offset, so new orders do not shift the pages. The list is never
 * refetched by itself, because that would move rows while an employee reads them; the newest page shows what
 * is new.
 */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { reads } from "../contract";
import { getAsEmployee } from "../employee-client";
import type { OrderPage as WireOrderPage } from "../schema";
import type { Day } from "./day";
import { Order, type OrderStatus } from "./order";

/** A filter. An absent key does not restrict the result. */
export interface OrderFilter {
  readonly status?: OrderStatus | undefined;
  /** First day, inclusive. */
  readonly from?: Day | undefined;
  /** Last day, inclusive. */
  readonly to?: Day | undefined;
}

export const OrderPage = reads<WireOrderPage>()(
  v.object({
    items: v.array(Order),
    /** How many orders of the page are left out because their data is invalid. */
    unreadable: v.exactOptional(v.number()),
    nextToken: v.exactOptional(v.string()),
  }),
);
export type OrderPage = v.InferOutput<typeof OrderPage>;

export const PAGE_SIZE = 50;
export const POLL_MS = 15_000;
/** The largest page that the API returns. */
const LARGEST_PAGE = 100;

export const orders = (filter: OrderFilter) =>
  infiniteQueryOptions({
    queryKey: ["orders", "list", filter],
    queryFn: ({ pageParam, signal }) => page(filter, PAGE_SIZE, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextToken,
    staleTime: Infinity,
    refetchOnReconnect: false,
  });

export const newestOrders = (filter: OrderFilter) =>
  queryOptions({
    queryKey: ["orders", "newest", filter],
    queryFn: ({ signal }) => page(filter, PAGE_SIZE, undefined, signal),
    staleTime: POLL_MS,
    refetchInterval: POLL_MS,
  });

/** The confirmed orders placed on this day or earlier, newest first. */
export const ordersToPack = (to: Day) =>
  queryOptions({
    queryKey: ["orders", "to-pack", to],
    queryFn: ({ signal }) => allOrders({ status: "CONFIRMED", to }, () => undefined, signal),
    staleTime: 0,
  });

/**
 * All orders that match the filter, newest first and each once, even if orders arrive meanwhile. `onProgress`
 * receives the number of orders read so far.
 */
export async function allOrders(
  filter: OrderFilter,
  onProgress: (count: number) => void,
  signal: AbortSignal,
): Promise<Order[]> {
  const found = new Map<string, Order>();
  let after: string | undefined;
  do {
    const { items, nextToken } = await page(filter, LARGEST_PAGE, after, signal);
    for (const order of items) found.set(order.id, order);
    onProgress(found.size);
    after = nextToken;
  } while (after !== undefined);
  return [...found.values()];
}

function page(filter: OrderFilter, limit: number, after: string | undefined, signal: AbortSignal) {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const name of ["status", "from", "to"] as const) {
    const value = filter[name];
    if (value !== undefined) query.set(name, value);
  }
  if (after !== undefined) query.set("nextToken", after);
  return getAsEmployee(`/orders?${query.toString()}`, OrderPage, signal);
}
