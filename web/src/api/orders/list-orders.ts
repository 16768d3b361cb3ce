/**
 * GET /orders: the orders, newest first, in three views: the list a page at a time, its newest page asked for again and
 * again, and all of it for an export.
 *
 * A page starts below an order and not at a number, so orders that come in shift nothing. What has come in since the
 * list was read is for the newest page to tell; the list itself is never read again by itself, which would move rows
 * under an employee's eyes.
 */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { reads } from "../contract";
import { getAsEmployee } from "../employee-client";
import type { OrderPage as WireOrderPage } from "../schema";
import type { Day } from "./day";
import { Order, type OrderStatus } from "./order";

/** Which orders are meant; what is absent narrows nothing. */
export interface OrderFilter {
  readonly status?: OrderStatus | undefined;
  /** Those that came in on this day or later. */
  readonly from?: Day | undefined;
  /** Those that came in on this day or earlier. */
  readonly to?: Day | undefined;
}

export const OrderPage = reads<WireOrderPage>()(
  v.object({
    items: v.array(Order),
    /** How many orders belong here and could not be read. */
    unreadable: v.exactOptional(v.number()),
    nextToken: v.exactOptional(v.string()),
  }),
);
export type OrderPage = v.InferOutput<typeof OrderPage>;

export const PAGE_SIZE = 50;
/** How often is asked what has come in. */
export const POLL_MS = 15_000;
/** The most that the API gives at once. */
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

/**
 * Every order that the filter lets through, newest first, page by page to the end; each once, also when orders come in
 * meanwhile. `onProgress` learns how many were read so far.
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
