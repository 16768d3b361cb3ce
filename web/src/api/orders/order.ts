/** An order as the staff routes return it, and the types that other responses share with it. */
import * as v from "valibot";
import { reads } from "../contract";
import { Money } from "../products/money";
import { ProductId } from "../products/product";
import type {
  OrderCustomer as WireCustomer,
  Order as WireOrder,
  PriceChange as WirePriceChange,
  Shortfall as WireShortfall,
} from "../schema";
import { Timestamp } from "../timestamp";
import { OrderId } from "./order-id";

export { OrderId } from "./order-id";

export const ORDER_STATUSES = ["PENDING", "CONFIRMED", "REJECTED"] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const Address = v.object({
  street: v.string(),
  postalCode: v.string(),
  city: v.string(),
  country: v.string(),
});
export type Address = v.InferOutput<typeof Address>;

export const Customer = reads<WireCustomer>()(
  v.object({
    name: v.string(),
    email: v.string(),
    phone: v.exactOptional(v.string()),
    address: Address,
  }),
);
export type Customer = v.InferOutput<typeof Customer>;

export const Shortfall = reads<WireShortfall>()(
  v.object({ productId: ProductId, requested: v.number(), available: v.number() }),
);
export type Shortfall = v.InferOutput<typeof Shortfall>;

const Quantity = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** The agreed prices and the current ones. */
export const PriceChange = reads<WirePriceChange>()(
  v.object({
    lines: v.array(
      v.object({
        productId: ProductId,
        name: v.string(),
        quantity: Quantity,
        agreedPrice: v.exactOptional(Money),
        price: Money,
      }),
    ),
    agreedTotal: Money,
    total: Money,
  }),
);
export type PriceChange = v.InferOutput<typeof PriceChange>;

const Rejection = v.variant("reason", [
  v.object({ reason: v.literal("OutOfStock"), shortfalls: v.array(Shortfall) }),
  v.object({ reason: v.literal("PriceChanged"), priceChange: PriceChange }),
  v.object({ reason: v.literal("NotProcessed") }),
]);
export type Rejection = v.InferOutput<typeof Rejection>;

export const OrderLine = v.object({
  productId: ProductId,
  name: v.string(),
  price: Money,
  quantity: Quantity,
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
