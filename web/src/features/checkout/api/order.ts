/** What a customer orders, and what the API answers about it. */
import * as v from "valibot";
import { ExecutionArn } from "../../../api/execution-arn";
import { ProductId } from "../../../api/products/product";

const Customer = v.object({
  name: v.string(),
  email: v.string(),
  phone: v.exactOptional(v.string()),
  address: v.object({
    street: v.string(),
    postalCode: v.string(),
    city: v.string(),
    country: v.string(),
  }),
});

/** No prices: those are the shop's to say. */
export const NewOrder = v.object({
  customer: Customer,
  lines: v.array(v.object({ productId: ProductId, quantity: v.number() })),
});
export type NewOrder = v.InferOutput<typeof NewOrder>;

/** An order as it was sent, read again; `undefined` for what is none. */
export function readOrder(body: string): NewOrder | undefined {
  try {
    const order = v.safeParse(NewOrder, JSON.parse(body));
    return order.success ? order.output : undefined;
  } catch {
    return undefined;
  }
}

export const CreatedOrder = v.object({ orderId: v.string(), executionArn: ExecutionArn });
export type CreatedOrder = v.InferOutput<typeof CreatedOrder>;

const ShortLine = v.object({ productId: ProductId, requested: v.number(), available: v.number() });
export type ShortLine = v.InferOutput<typeof ShortLine>;

export const SubmissionStatus = v.object({
  orderId: v.string(),
  status: v.picklist(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"]),
  error: v.exactOptional(
    v.object({ code: v.string(), message: v.string(), lines: v.exactOptional(v.array(ShortLine)) }),
  ),
});
export type SubmissionStatus = v.InferOutput<typeof SubmissionStatus>;
