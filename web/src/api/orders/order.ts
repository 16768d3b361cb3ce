/** An order as the staff routes return it, and the types that other responses share with it. */
import * as v from "valibot";
import { reads } from "../contract";
import { Money } from "../products/money";
import type { Order as WireOrder } from "../schema";
import { Timestamp } from "../timestamp";
import { OrderId } from "./order-id";
import { Customer, OrderLine, PriceChange, Shipment, Shortfall } from "./order-parts";

export { OrderId } from "./order-id";
export { Address, Customer, OrderLine, PriceChange, Shipment, Shortfall } from "./order-parts";

export const ORDER_STATUSES = [
  "PENDING",
  "CONFIRMED",
  "PACKED",
  "SHIPPED",
  "DELIVERED",
  "CANCELLED",
  "REJECTED",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

const Rejection = v.variant("reason", [
  v.object({ reason: v.literal("OutOfStock"), shortfalls: v.array(Shortfall) }),
  v.object({ reason: v.literal("PriceChanged"), priceChange: PriceChange }),
  v.object({ reason: v.literal("NotProcessed") }),
]);
export type Rejection = v.InferOutput<typeof Rejection>;

/** An order's number for people: `K7Q2-9F4M`. */
const OrderNumber = v.string();

const Actor = v.object({ sub: v.string(), name: v.exactOptional(v.string()) });
export type Actor = v.InferOutput<typeof Actor>;

const HistoryEntry = v.object({
  at: Timestamp,
  by: Actor,
  event: v.picklist(["PACKED", "SHIPPED", "DELIVERED", "CANCELLED"]),
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;

const Note = v.object({ id: v.string(), at: Timestamp, by: Actor, text: v.string() });
export type Note = v.InferOutput<typeof Note>;

const Refund = v.object({ id: v.string(), at: Timestamp, by: Actor, amount: Money, reason: v.string() });
export type Refund = v.InferOutput<typeof Refund>;

const placed = {
  id: OrderId,
  number: OrderNumber,
  createdAt: Timestamp,
  customer: Customer,
  lines: v.array(OrderLine),
  total: Money,
  history: v.exactOptional(v.array(HistoryEntry)),
  notes: v.exactOptional(v.array(Note)),
  refunds: v.exactOptional(v.array(Refund)),
};

export const Order = reads<WireOrder>()(
  v.variant("status", [
    v.object({ ...placed, status: v.literal("PENDING") }),
    v.object({ ...placed, status: v.literal("CONFIRMED"), decidedAt: Timestamp }),
    v.object({ ...placed, status: v.literal("PACKED"), decidedAt: Timestamp }),
    v.object({ ...placed, status: v.literal("SHIPPED"), decidedAt: Timestamp, shipment: Shipment }),
    v.object({ ...placed, status: v.literal("DELIVERED"), decidedAt: Timestamp, shipment: Shipment }),
    v.object({
      ...placed,
      status: v.literal("CANCELLED"),
      decidedAt: Timestamp,
      cancellation: v.object({ reason: v.string() }),
    }),
    v.object({ ...placed, status: v.literal("REJECTED"), decidedAt: Timestamp, rejection: Rejection }),
  ]),
);
export type Order = v.InferOutput<typeof Order>;
