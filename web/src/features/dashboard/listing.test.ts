import fc from "fast-check";
import { expect, test } from "vitest";
import type { OrderPage } from "../../api/orders/list-orders";
import type { Order } from "../../api/orders/order";
import { anOrder, pageOf } from "../../test/orders";
import { changesBy, join, shownOrders, type Listing } from "./listing";

const SIZE = 3;

const page = (orders: readonly Order[], after?: string, status?: string): OrderPage =>
  pageOf(
    orders,
    new URLSearchParams({
      limit: String(SIZE),
      ...(after !== undefined && { nextToken: after }),
      ...(status !== undefined && { status }),
    }),
  );

const start = (newest: OrderPage): Listing => ({ pages: [newest], pageParams: [undefined] });

/** Adds the next page, like the query client. */
function readOn(listing: Listing, orders: readonly Order[]): Listing {
  const after = listing.pages.at(-1)?.nextToken;
  if (after === undefined) return listing;
  return { pages: [...listing.pages, page(orders, after)], pageParams: [...listing.pageParams, after] };
}

const numbers = (orders: readonly Order[]) => orders.map(({ id }) => Number.parseInt(id.slice(-12), 16));
const upTo = (newest: number) => Array.from({ length: newest }, (_, index) => anOrder(index + 1));

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("arrive" as const), count: fc.integer({ min: 1, max: 8 }) }),
    fc.constant({ kind: "more" as const }),
    fc.constant({ kind: "join" as const }),
  ),
  { maxLength: 40 },
);

test("while orders arrive, the list has no duplicates and no gaps", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), steps, (before, taken) => {
      let server = upTo(before);
      let listing = start(page(server));
      for (const step of taken) {
        if (step.kind === "arrive") server = upTo(server.length + step.count);
        else if (step.kind === "more") listing = readOn(listing, server);
        else listing = join(page(server), listing);

        const shown = numbers(shownOrders(listing, page(server)));
        const [top = 0] = shown;
        // A gapless run downwards.
        expect(shown).toEqual(shown.map((_, index) => top - index));
        if (step.kind === "join") expect(top).toBe(server.length);
      }
      while (listing.pages.at(-1)?.nextToken !== undefined) listing = readOn(listing, server);
      expect(numbers(shownOrders(listing, undefined)).at(-1)).toBe(1);
    }),
  );
});

test("the order of the pages does not matter", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.record({ number: fc.nat(9), decided: fc.boolean() }), { maxLength: 5 })),
      fc.func(fc.integer()),
      (cells, key) => {
        const pages = cells.map((orders) => ({
          items: orders.map(({ number, decided }) =>
            anOrder(number, decided ? {} : { status: "PENDING", decidedAt: undefined }),
          ),
        }));
        const shown = (all: OrderPage[]) => shownOrders({ pages: all, pageParams: [] }, undefined);
        expect(shown([...pages].sort((a, b) => key(a) - key(b)))).toEqual(shown(pages));
      },
    ),
  );
});

test("new orders are counted and shown on request", () => {
  const listing = start(page(upTo(5)));
  const newest = page(upTo(7));
  expect(changesBy(newest, listing)).toEqual({ arrived: 2, andMore: false, left: 0 });
  expect(numbers(shownOrders(listing, newest))).toEqual([5, 4, 3]);
  expect(numbers(shownOrders(join(newest, listing), undefined))).toEqual([7, 6, 5, 4, 3]);
});

test("more than a page of new orders restarts the list instead of leaving a gap", () => {
  const listing = readOn(start(page(upTo(6))), upTo(6));
  const newest = page(upTo(20));
  expect(changesBy(newest, listing)).toEqual({ arrived: 3, andMore: true, left: 0 });
  const joined = join(newest, listing);
  expect(numbers(shownOrders(joined, undefined))).toEqual([20, 19, 18]);
  expect(numbers(shownOrders(readOn(joined, upTo(20)), undefined))).toEqual([20, 19, 18, 17, 16, 15]);
});

test("an order that appears late is inserted at its place", () => {
  const late = upTo(5).filter((_, index) => index !== 3);
  const listing = start(page(late));
  expect(numbers(shownOrders(listing, undefined))).toEqual([5, 3, 2]);
  const newest = page(upTo(5));
  expect(changesBy(newest, listing).arrived).toBe(1);
  expect(numbers(shownOrders(join(newest, listing), undefined))).toEqual([5, 4, 3, 2]);
});

test("a decided order changes in place", () => {
  const pending = anOrder(2, { status: "PENDING", decidedAt: undefined });
  const shown = shownOrders(start({ items: [pending, anOrder(1)] }), {
    items: [anOrder(2), anOrder(1)],
  });
  expect(shown.map(({ status }) => status)).toEqual(["CONFIRMED", "CONFIRMED"]);
  // A page requested earlier but received later does not undo the decision.
  expect(shownOrders(start({ items: [anOrder(2)] }), { items: [pending] })[0]?.status).toBe("CONFIRMED");
});

test("an order that no longer matches the status filter is counted, and removed on request", () => {
  const pending = (number: number) => anOrder(number, { status: "PENDING", decidedAt: undefined });
  const before = [1, 2, 3, 4, 5].map(pending);
  const listing = start(page(before, undefined, "PENDING"));
  const after = before.map((order) => (order.id === anOrder(4).id ? anOrder(4) : order));
  const newest = page(after, undefined, "PENDING");

  // The order that moves up to the end of the page is not new.
  expect(changesBy(newest, listing)).toEqual({ arrived: 0, andMore: false, left: 1 });
  expect(numbers(shownOrders(join(newest, listing), undefined))).toEqual([5, 3, 2]);
});

test("an empty list shows the first orders on request", () => {
  const listing = start(page([]));
  expect(changesBy(page(upTo(2)), listing)).toEqual({ arrived: 2, andMore: false, left: 0 });
  expect(numbers(shownOrders(join(page(upTo(2)), listing), undefined))).toEqual([2, 1]);
});
