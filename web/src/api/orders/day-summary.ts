/** GET /orders/summary: totals of today's orders. The API decides which day it is, in the shop's time zone. */
import { queryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { reads } from "../contract";
import { getAsEmployee } from "../employee-client";
import { Money } from "../products/money";
import type { DaySummary as WireDaySummary } from "../schema";
import { Timestamp } from "../timestamp";
import { Day } from "./day";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const StatusCounts = v.object({
  pending: count,
  confirmed: count,
  packed: count,
  shipped: count,
  delivered: count,
  cancelled: count,
  rejected: count,
});
export type StatusCounts = v.InferOutput<typeof StatusCounts>;

const HourSummary = v.object({ begins: Timestamp, orders: StatusCounts });
export type HourSummary = v.InferOutput<typeof HourSummary>;

export const DaySummary = reads<WireDaySummary>()(
  v.object({
    day: Day,
    timeZone: v.string(),
    orders: StatusCounts,
    revenue: v.array(v.object({ orders: count, total: Money })),
    hours: v.array(HourSummary),
    unreadable: count,
  }),
);
export type DaySummary = v.InferOutput<typeof DaySummary>;

const POLL_MS = 60_000;

export const todaysOrders = queryOptions({
  queryKey: ["orders", "day"],
  queryFn: ({ signal }) => getAsEmployee("/orders/summary", DaySummary, signal),
  staleTime: POLL_MS,
  refetchInterval: POLL_MS,
});
