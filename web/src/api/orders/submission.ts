/**
 * GET /orders/status/{executionArn}: the status of an order, for everyone who has its ID. Polled until the
 * order is decided, which usually takes a second or two; after `POLL_LIMIT_MS` polling stops until the
 * customer asks again.
 */
import { queryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { get } from "../client";
import { orderStatusApiPath } from "../paths";
import { reads } from "../contract";
import { ApiError } from "../failure";
import { pollUntilDecided } from "../polling";
import { Money } from "../products/money";
import { ProductId } from "../products/product";
import type { SubmissionStatus as WireSubmissionStatus } from "../schema";
import { Timestamp } from "../timestamp";
import { Address, OrderLine, PriceChange, Shipment, Shortfall } from "./order-parts";
import { OrderId } from "./order-id";
import { orderIdOf } from "./order-id-of";

const OrderReceipt = v.object({
  number: v.string(),
  createdAt: Timestamp,
  name: v.string(),
  address: Address,
  lines: v.array(OrderLine),
  total: Money,
  refunds: v.exactOptional(v.array(v.object({ at: Timestamp, amount: Money }))),
});
export type OrderReceipt = v.InferOutput<typeof OrderReceipt>;

/** The progress of a confirmed order. */
const Fulfilment = v.variant("status", [
  v.object({ status: v.literal("CONFIRMED") }),
  v.object({ status: v.literal("PACKED") }),
  v.object({ status: v.literal("SHIPPED"), shipment: Shipment }),
  v.object({ status: v.literal("DELIVERED"), shipment: Shipment }),
]);
export type Fulfilment = v.InferOutput<typeof Fulfilment>;

const SubmissionError = v.variant("code", [
  v.object({ code: v.literal("OutOfStock"), shortfalls: v.array(Shortfall) }),
  v.object({ code: v.literal("PriceChanged"), priceChange: PriceChange }),
  v.object({ code: v.literal("UnknownProduct"), productIds: v.array(ProductId) }),
  v.object({ code: v.literal("Internal") }),
]);

export const SubmissionStatus = reads<WireSubmissionStatus>()(
  v.variant("status", [
    v.object({ status: v.literal("RUNNING"), orderId: OrderId, order: v.exactOptional(OrderReceipt) }),
    v.object({
      status: v.literal("SUCCEEDED"),
      orderId: OrderId,
      order: OrderReceipt,
      fulfilment: Fulfilment,
    }),
    v.object({ status: v.literal("CANCELLED"), orderId: OrderId, order: OrderReceipt }),
    v.object({
      status: v.literal("FAILED"),
      orderId: OrderId,
      error: SubmissionError,
      order: v.exactOptional(OrderReceipt),
    }),
  ]),
);
export type SubmissionStatus = v.InferOutput<typeof SubmissionStatus>;

const BACKOFF = { firstMs: 500, growth: 1.5, longestMs: 8_000 };
export const POLL_LIMIT_MS = 5 * 60_000;

export const submission = (order: OrderId, since: number) =>
  queryOptions({
    queryKey: ["orders", "submission", order],
    queryFn: ({ signal }) => get(orderStatusApiPath(order), SubmissionStatus, signal),
    ...pollUntilDecided(BACKOFF, () => Date.now() - since > POLL_LIMIT_MS),
  });

/** The order that was placed with an idempotency key; `null` if there is none. */
export const orderUnder = (key: string) =>
  queryOptions({
    queryKey: ["orders", "under", key],
    queryFn: async ({ signal }) => {
      const order = await orderIdOf(key);
      try {
        await get(orderStatusApiPath(order), SubmissionStatus, signal);
        return order;
      } catch (error) {
        if (error instanceof ApiError && error.isNotFound) return null;
        throw error;
      }
    },
    staleTime: 0,
    // A request of another tab may still be on its way.
    refetchInterval: ({ state }) => (state.data == null ? BACKOFF.longestMs : false),
  });
