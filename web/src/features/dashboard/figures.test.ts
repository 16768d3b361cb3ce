import fc from "fast-check";
import { expect, test } from "vitest";
import { ORDER_STATUSES } from "../../api/orders/order";
import { anOrder } from "../../test/orders";
import { figuresOf, sum } from "./figures";

const PENDING = { status: "PENDING", decidedAt: undefined };
const REJECTED = { status: "REJECTED", rejection: { reason: "NotProcessed" } };
const costs = (amount: number, currency = "EUR") => ({ total: { amount, currency } });

test("only what is confirmed is revenue, a currency each", () => {
  const orders = [
    anOrder(1, costs(100)),
    anOrder(2, costs(201)),
    anOrder(3, { ...costs(1000), ...PENDING }),
    anOrder(4, { ...costs(1000), ...REJECTED }),
    anOrder(5, costs(300, "CHF")),
  ];
  const figures = figuresOf({ orders, complete: true });
  expect(figures.orders).toBe(5);
  expect(figures.byStatus).toEqual({ CONFIRMED: 3, PENDING: 1, REJECTED: 1 });
  expect(figures.takings).toEqual([
    {
      revenue: { amount: 301, currency: "EUR" },
      confirmed: 2,
      average: { amount: 151, currency: "EUR" },
    },
    {
      revenue: { amount: 300, currency: "CHF" },
      confirmed: 1,
      average: { amount: 300, currency: "CHF" },
    },
  ]);
});

test("where nothing is confirmed, nothing has an average", () => {
  const [takings] = figuresOf({ orders: [anOrder(1, PENDING)], complete: true }).takings;
  expect(takings).toEqual({ revenue: { amount: 0, currency: "EUR" }, confirmed: 0, average: undefined });
});

test("a day without orders adds up to nothing", () => {
  const figures = figuresOf({ orders: [], complete: true });
  expect(figures).toMatchObject({ orders: 0, takings: [] });
  expect(figures.hours.map(({ complete }) => complete)).toEqual(Array.from({ length: 24 }, () => true));
});

test("of a day that was not read to its start, the hours that may lack orders are told apart", () => {
  const figures = figuresOf({ orders: [anOrder(60 * 9), anOrder(60 * 7 + 5)], complete: false });
  expect(figures.hours.findIndex(({ complete }) => complete)).toBe(8);
});

test("every order is in one hour and has one status", () => {
  const anyOrders = fc.array(
    fc
      .record({ number: fc.nat(60 * 24 - 1), state: fc.constantFrom({}, PENDING, REJECTED) })
      .map(({ number, state }) => anOrder(number, state)),
  );
  fc.assert(
    fc.property(anyOrders, (orders) => {
      const { hours, byStatus } = figuresOf({ orders, complete: true });
      expect(sum(byStatus)).toBe(orders.length);
      for (const status of ORDER_STATUSES) {
        expect(hours.reduce((all, { tally }) => all + tally[status], 0)).toBe(byStatus[status]);
      }
    }),
  );
});
