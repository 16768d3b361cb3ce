/** POST /orders: asks for an order. The same key with the same bytes, however often it comes, makes one. */
import { post } from "../../../api/client";
import { CreatedOrder } from "./order";

export const createOrder = (body: string, key: string): Promise<CreatedOrder> =>
  post("/orders", CreatedOrder, { body, headers: { "idempotency-key": key } });
