/** Names of statuses and texts of reasons. */
import type { OrderStatus, Rejection } from "../../api/orders/order";

export const STATUS_NAMES: Readonly<Record<OrderStatus, string>> = {
  PENDING: "Pending",
  CONFIRMED: "Confirmed",
  REJECTED: "Rejected",
};

export const REASONS: Readonly<Record<Rejection["reason"], string>> = {
  OutOfStock: "Not enough in stock.",
  PriceChanged: "Prices changed after the customer agreed to them. The stock is unchanged.",
  NotProcessed: "The order couldn’t be processed because of an error on our end. The stock is unchanged.",
};

/** `1 order`, `2 orders`, `1,234 orders`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

export const number = (count: number): string => count.toLocaleString("en-IE");
