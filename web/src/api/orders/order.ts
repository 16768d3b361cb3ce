/**
 * An order as employees see it, and the pieces of it that others speak of too. No text for people is made here.
 */
import * as v from "valibot";
import { reads } from "../contract";
import { Money } from "../products/money";
import { ProductId } from "../products/product";
import type {
  OrderCustomer as WireCustomer,
  Order as WireOrder,
  Shortfall as WireShortfall,
} from "../schema";
import { Timestamp } from "../timestamp";

/** A UUID in lower case, of the kinds that the shop makes. */
export const OrderId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  v.brand("OrderId"),
);
export type OrderId = v.InferOutput<typeof OrderId>;

export const ORDER_STATUSES = ["PENDING", "CONFIRMED", "REJECTED"] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const Customer = reads<WireCustomer>()(
  v.object({
    name: v.string(),
    email: v.string(),
    phone: v.exactOptional(v.string()),
    address: v.object({
      street: v.string(),
      postalCode: v.string(),
      city: v.string(),
      country: v.string(),
    }),
  }),
);
export type Customer = v.InferOutput<typeof Customer>;

export const Shortfall = reads<WireShortfall>()(
  v.object({ productId: ProductId, requested: v.number(), available: v.number() }),
);
export type Shortfall = v.InferOutput<typeof Shortfall>;

const Rejection = v.variant("reason", [
  v.object({ reason: v.literal("OutOfStock"), shortfalls: v.array(Shortfall) }),
  v.object({ reason: v.literal("NotProcessed") }),
]);
export type Rejection = v.InferOutput<typeof Rejection>;

const OrderLine = v.object({
  productId: ProductId,
  name: v.string(),
  price: Money,
  quantity: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type OrderLine = v.InferOutput<typeof OrderLine>;

const placed = {
  id: OrderId,
  createdAt: Timestamp,
  customer: Customer,
  lines: v.array(OrderLine),
  total: Money,
};

export const Order = reads<WireOrder>()(
  v.variant("status", [
    v.object({ ...placed, status: v.literal("PENDING") }),
    v.object({ ...placed, status: v.literal("CONFIRMED"), decidedAt: Timestamp }),
    v.object({ ...placed, status: v.literal("REJECTED"), decidedAt: Timestamp, rejection: Rejection }),
  ]),
);
export type Order = v.InferOutput<typeof Order>;
