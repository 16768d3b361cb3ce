/** The sum of an order's refunds in minor units. Refunds have the currency of the order. */
import type { Order } from "../../api/orders/order";

export const refunded = ({ refunds = [] }: Order): number =>
  refunds.reduce((sum, { amount }) => sum + amount.amount, 0);
