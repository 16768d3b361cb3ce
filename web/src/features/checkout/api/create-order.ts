/** POST /orders: places an order. Requests with the same key and body create one order. */
import { post } from "../../../api/client";
import { CreatedOrder } from "./order";

export const createOrder = (body: string, key: string): Promise<CreatedOrder> =>
  post("/orders", CreatedOrder, { body, headers: { "idempotency-key": key } });
