/**
 * The list of orders as it was read, page by page, and what the newest page says has changed since. Pure.
 *
 * What is shown is always an unbroken run of the API's list: no order twice, none left out in between. New orders join
 * when the employee asks for them and not before; only the state of an order that is shown follows by itself.
 */
import type { InfiniteData } from "@tanstack/react-query";
import type { OrderPage } from "../../api/orders/list-orders";
import type { Order } from "../../api/orders/order";

export type Listing = InfiniteData<OrderPage>;

/** The orders of the pages that were read, newest first, each once, as it was last seen. */
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
  /** How many orders have come in. */
  readonly arrived: number;
  /** There are even more of them than one page tells. */
  readonly andMore: boolean;
  /** How many orders no longer have the status that the list is about. */
  readonly left: number;
}

/** What joining the newest page would change. */
export function changesBy(newest: OrderPage, listing: Listing): Changes {
  const shown = shownOrders(listing, undefined);
  const oldest = shown.at(-1);
  const known = new Set(shown.map(({ id }) => id));
  const listed = new Set(newest.items.map(({ id }) => id));
  // Below the oldest one stands what has not been asked for yet, which is not new.
  const isAbove = (order: Order) =>
    oldest === undefined || listing.pages.at(-1)?.nextToken === undefined || compare(order, oldest) > 0;
  return {
    arrived: newest.items.filter((order) => !known.has(order.id) && isAbove(order)).length,
    andMore: leavesGap(newest, shown),
    left: shown.filter((order) => covers(newest, order) && !listed.has(order.id)).length,
  };
}

/**
 * The list with the newest page on top. Where that does not reach down to what was shown, the rest is given up: it can be
 * read again from there on, while a list with a hole in it would be wrong.
 */
export function join(newest: OrderPage, listing: Listing): Listing {
  const alone = { pages: [newest], pageParams: [undefined] };
  if (newest.nextToken === undefined || leavesGap(newest, shownOrders(listing, undefined))) return alone;

  const below = listing.pages.map((page) => ({
    ...page,
    items: page.items.filter((order) => !covers(newest, order)),
  }));
  // The last page stays in any case: it knows where the list goes on.
  const kept = below.map((page, at) => page.items.length > 0 || at === below.length - 1);
  return {
    pages: [newest, ...below.filter((_, at) => kept[at])],
    pageParams: [undefined, ...listing.pageParams.filter((_, at) => kept[at])],
  };
}

/** Whether there may be orders between the newest page and what is shown that are in neither. */
function leavesGap(newest: OrderPage, shown: readonly Order[]): boolean {
  const [top] = shown;
  return newest.nextToken !== undefined && top !== undefined && !covers(newest, top);
}

/** Whether the page would hold this order if it were still listed. */
function covers({ items, nextToken }: OrderPage, order: Order): boolean {
  const last = items.at(-1);
  return nextToken === undefined || (last !== undefined && compare(order, last) >= 0);
}

/** An order is decided once and for good, so the decided one of two is the later. */
function later(before: Order | undefined, order: Order): Order {
  return before === undefined || before.status === "PENDING" ? order : before;
}

/** The API's order: by the moment, and among those of one second by the identifier. */
function compare(a: Order, b: Order): number {
  const [left, right] = [`${a.createdAt}#${a.id}`, `${b.createdAt}#${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
