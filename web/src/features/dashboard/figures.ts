/** What a day's orders add up to. Pure; of the orders that were read and no others. */
import type { DayOfOrders } from "../../api/orders/list-orders";
import type { Order, OrderStatus } from "../../api/orders/order";
import type { Money } from "../../api/products/money";

export type Tally = Readonly<Record<OrderStatus, number>>;

export interface Figures {
  readonly orders: number;
  readonly byStatus: Tally;
  /** A currency each, the one with most orders first. */
  readonly takings: readonly Takings[];
  /** The hours of the day, of UTC, from 0 to 23. */
  readonly hours: readonly Hour[];
}

export interface Takings {
  /** Of what is confirmed: nothing else is going to be paid. */
  readonly revenue: Money;
  readonly confirmed: number;
  /** A confirmed order's share, to the nearest minor unit. */
  readonly average: Money | undefined;
}

export interface Hour {
  readonly tally: Tally;
  /** Whether all orders of the hour were read. */
  readonly complete: boolean;
}

export function figuresOf({ orders, complete }: DayOfOrders): Figures {
  const hours = Array.from({ length: 24 }, () => noOrders());
  const byStatus = noOrders();
  for (const order of orders) {
    byStatus[order.status] += 1;
    const hour = hours[hourOf(order)];
    if (hour !== undefined) hour[order.status] += 1;
  }
  // The newest come first, so what was not read lies in the hour of the oldest one or before.
  const oldest = complete ? -1 : Math.min(...orders.map(hourOf));
  return {
    orders: orders.length,
    byStatus,
    takings: takingsOf(orders),
    hours: hours.map((tally, hour) => ({ tally, complete: hour > oldest })),
  };
}

export const sum = (tally: Tally): number => tally.CONFIRMED + tally.PENDING + tally.REJECTED;

function takingsOf(orders: readonly Order[]): Takings[] {
  const currencies = new Set(orders.map(({ total }) => total.currency));
  return [...currencies]
    .map((currency) => ({ currency, all: orders.filter(({ total }) => total.currency === currency) }))
    .sort((a, b) => b.all.length - a.all.length)
    .map(({ currency, all }) => takingsIn(currency, all));
}

function takingsIn(currency: string, orders: readonly Order[]): Takings {
  const confirmed = orders.filter(({ status }) => status === "CONFIRMED");
  const amount = confirmed.reduce((total, order) => total + order.total.amount, 0);
  return {
    revenue: { amount, currency },
    confirmed: confirmed.length,
    average: confirmed.length === 0 ? undefined : { amount: Math.round(amount / confirmed.length), currency },
  };
}

const noOrders = (): Record<OrderStatus, number> => ({ PENDING: 0, CONFIRMED: 0, REJECTED: 0 });

const hourOf = ({ createdAt }: Order): number => Number(createdAt.slice(11, 13));
