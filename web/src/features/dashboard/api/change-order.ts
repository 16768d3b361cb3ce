/** POST /orders/{id}/transitions, …/refunds and …/notes: changes of an order. Each returns the changed order. */
import { Order, type OrderId } from "../../../api/orders/order";
import { postAsEmployee } from "../../../api/employee-client";
import type { NewNote, NewRefund, Transition } from "../../../api/schema";

export const transitionOrder = (id: OrderId, transition: Transition): Promise<Order> =>
  postAsEmployee(`/orders/${id}/transitions`, Order, JSON.stringify(transition));

/** `key`: the same in every attempt, so that the refund is recorded once. */
export const refundOrder = (id: OrderId, refund: NewRefund, key: string): Promise<Order> =>
  postAsEmployee(`/orders/${id}/refunds`, Order, JSON.stringify(refund), { "idempotency-key": key });

/** `key`: the same in every attempt, so that the note is added once. */
export const addNote = (id: OrderId, note: NewNote, key: string): Promise<Order> =>
  postAsEmployee(`/orders/${id}/notes`, Order, JSON.stringify(note), { "idempotency-key": key });
