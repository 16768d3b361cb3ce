/** A new order and the API's response. */
import * as v from "valibot";
import { reads } from "../../../api/contract";
import { Customer } from "../../../api/orders/order-parts";
import { OrderId } from "../../../api/orders/order-id";
import { Money } from "../../../api/products/money";
import { ProductId } from "../../../api/products/product";
import { readJson } from "../../../browser/storage-entry";
import type { CreatedOrder as WireCreatedOrder, NewOrder as WireNewOrder } from "../../../api/schema";

/** Prices and total are those that the page showed. The shop rejects the order if they differ from its own. */
export const NewOrder = reads<WireNewOrder>()(
  v.object({
    customer: Customer,
    lines: v.array(v.object({ productId: ProductId, quantity: v.number(), price: v.exactOptional(Money) })),
    total: Money,
  }),
);
export type NewOrder = v.InferOutput<typeof NewOrder>;

/** Parses the body of a request; `undefined` if it is not an order. */
export const readOrder = (body: string): NewOrder | undefined => readJson(body, NewOrder);

export const CreatedOrder = reads<WireCreatedOrder>()(v.object({ orderId: OrderId }));
export type CreatedOrder = v.InferOutput<typeof CreatedOrder>;
