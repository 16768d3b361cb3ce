/** What a customer orders, and what the API answers about it. */
import * as v from "valibot";
import { reads } from "../../../api/contract";
import { ExecutionArn } from "../../../api/execution-arn";
import { Customer, Shortfall } from "../../../api/orders/order";
import { ProductId } from "../../../api/products/product";
import { readJson } from "../../../browser/kept";
import type {
  CreatedOrder as WireCreatedOrder,
  NewOrder as WireNewOrder,
  SubmissionStatus as WireSubmissionStatus,
} from "../../../api/schema";

/** No prices: those are the shop's to say. */
export const NewOrder = reads<WireNewOrder>()(
  v.object({
    customer: Customer,
    lines: v.array(v.object({ productId: ProductId, quantity: v.number() })),
  }),
);
export type NewOrder = v.InferOutput<typeof NewOrder>;

/** An order as it was sent, read again; `undefined` for what is none. */
export const readOrder = (body: string): NewOrder | undefined => readJson(body, NewOrder);

const OrderId = v.string();

export const CreatedOrder = reads<WireCreatedOrder>()(
  v.object({ orderId: OrderId, executionArn: ExecutionArn }),
);
export type CreatedOrder = v.InferOutput<typeof CreatedOrder>;

const SubmissionError = v.variant("code", [
  v.object({ code: v.literal("OutOfStock"), shortfalls: v.array(Shortfall) }),
  v.object({ code: v.literal("UnknownProduct"), productIds: v.array(ProductId) }),
  v.object({ code: v.literal("Internal") }),
]);

export const SubmissionStatus = reads<WireSubmissionStatus>()(
  v.variant("status", [
    v.object({ status: v.literal("RUNNING"), orderId: OrderId }),
    v.object({ status: v.literal("SUCCEEDED"), orderId: OrderId }),
    v.object({ status: v.literal("FAILED"), orderId: OrderId, error: SubmissionError }),
  ]),
);
export type SubmissionStatus = v.InferOutput<typeof SubmissionStatus>;
