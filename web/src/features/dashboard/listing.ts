/**
 * The loaded pages of the list, and what has changed since according to the newest page. Pure.
 *
 * Invariant: the shown orders are a gapless run of the API's list, each once. New orders are added only when
 * the employee asks for them; a shown order's status updates by itself.
 */
import type { InfiniteData } from "@tanstack/react-query";
import type { OrderPage } from "../../api/orders/list-orders";
import type { Order, OrderStatus } from "../../api/orders/order";

export type Listing = InfiniteData<OrderPage>;

/** The orders of the loaded pages, newest first, each once and in its latest state. */
export function shownOrders(listing: Listing, newest: OrderPage | undefined): Order[] {
  const shown = new Map<string, Order>();
  for (const order of listing.pages.flatMap((page) => page.items)) {
    shown.set(order.id, later(shown.get(order.id), order));
  }
  for (const order of newest?.items ?? []) {
    if (shown.has(order.id)) shown.set(order.id, later(shown.get(order.id), order));
  }
  return [...shown.values()].sort((a, b) => compare(b, a));
}

export interface Changes {
  /** The number of new orders. */
  readonly arrived: number;
  /** Whether there are more new orders than fit on the newest page. */
  readonly andMore: boolean;
  /** The number of orders that no longer have the status that the list is filtered by. */
  readonly left: number;
}

/** What `join` would change. */
export function changesBy(newest: OrderPage, listing: Listing): Changes {
  const shown = shownOrders(listing, undefined);
  const oldest = shown.at(-1);
  const known = new Set(shown.map(({ id }) => id));
  const listed = new Set(newest.items.map(({ id }) => id));
  // Orders below the oldest one have not been loaded yet, so they are not new.
  const isAbove = (order: Order) =>
    oldest === undefined || listing.pages.at(-1)?.nextToken === undefined || compare(order, oldest) > 0;
  return {
    arrived: newest.items.filter((order) => !known.has(order.id) && isAbove(order)).length,
    andMore: leavesGap(newest, shown),
    left: shown.filter((order) => covers(newest, order) && !listed.has(order.id)).length,
  };
}

/**
 * The list with the newest page on top. If the newest page does not reach the loaded orders, these are
 * dropped: loading more continues from there, whereas a gap would be wrong.
 */
export function join(newest: OrderPage, listing: Listing): Listing {
  const alone = { pages: [newest], pageParams: [undefined] };
  if (newest.nextToken === undefined || leavesGap(newest, shownOrders(listing, undefined))) return alone;

  const below = listing.pages.map((page) => ({
    ...page,
    items: page.items.filter((order) => !covers(newest, order)),
  }));
  // Keep the last page in any case, because it has the token of the next page.
  const kept = below.map((page, at) => page.items.length > 0 || at === below.length - 1);
  return {
    pages: [newest, ...below.filter((_, at) => kept[at])],
    pageParams: [undefined, ...listing.pageParams.filter((_, at) => kept[at])],
  };
}

/** Whether there may be orders between the newest page and the shown ones that neither has. */
function leavesGap(newest: OrderPage, shown: readonly Order[]): boolean {
  const [top] = shown;
  return newest.nextToken !== undefined && top !== undefined && !covers(newest, top);
}

/** Whether the page would contain this order if it were still listed. */
function covers({ items, nextToken }: OrderPage, order: Order): boolean {
  const last = items.at(-1);
  return nextToken === undefined || (last !== undefined && compare(order, last) >= 0);
}

/** An order passes through the statuses in one direction, so the later of two states is known. */
function later(before: Order | undefined, order: Order): Order {
  return before === undefined || PROGRESS[before.status] <= PROGRESS[order.status] ? order : before;
}

const PROGRESS: Readonly<Record<OrderStatus, number>> = {
  PENDING: 0,
  CONFIRMED: 1,
  PACKED: 2,
  SHIPPED: 3,
  DELIVERED: 4,
  CANCELLED: 4,
  REJECTED: 4,
};

/** The API's order: by time, then by ID. */
function compare(a: Order, b: Order): number {
  const [left, right] = [`${a.createdAt}#${a.id}`, `${b.createdAt}#${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
