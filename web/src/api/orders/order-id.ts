/**
 * An order ID: a lower-case UUID of version 7 or 8. It is the only secret that protects an order's public
 * page.
 */
import * as v from "valibot";

export const OrderId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  v.brand("OrderId"),
);
export type OrderId = v.InferOutput<typeof OrderId>;
