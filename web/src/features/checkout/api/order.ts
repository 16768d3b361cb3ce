/** What a customer orders, and what the API answers. */
import * as v from "valibot";
import { reads } from "../../../api/contract";
import { Customer } from "../../../api/orders/order";
import { OrderId } from "../../../api/orders/order-id";
import { Money } from "../../../api/products/money";
import { ProductId } from "../../../api/products/product";
import { readJson } from "../../../browser/storage-entry";
import type { CreatedOrder as WireCreatedOrder, NewOrder as WireNewOrder } from "../../../api/schema";

/** The prices and the total are those that the page shows. The shop compares, and charges nothing else. */
export const NewOrder = reads<WireNewOrder>()(
  v.object({
    customer: Customer,
    lines: v.array(v.object({ productId: ProductId, quantity: v.number(), price: v.exactOptional(Money) })),
    total: Money,
  }),
);
export type NewOrder = v.InferOutput<typeof NewOrder>;

/** An order as it was sent, read again; `undefined` for what is none. */
export const readOrder = (body: string): NewOrder | undefined => readJson(body, NewOrder);

export const CreatedOrder = reads<WireCreatedOrder>()(v.object({ orderId: OrderId }));
export type CreatedOrder = v.InferOutput<typeof CreatedOrder>;
