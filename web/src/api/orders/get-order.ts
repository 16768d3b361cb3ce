/** GET /orders/{id}: one order. */
import { queryOptions } from "@tanstack/react-query";
import { getAsEmployee } from "../employee-client";
import { Order, type OrderId } from "./order";

/** How often a pending order is fetched. */
const POLL_MS = 5_000;

export const order = (id: OrderId) =>
  queryOptions({
    queryKey: ["orders", "one", id],
    queryFn: ({ signal }) => getAsEmployee(`/orders/${id}`, Order, signal),
    refetchInterval: ({ state }) => (state.data?.status === "PENDING" ? POLL_MS : false),
  });
