/** Loads the order page and its messages. A price comparison has the texts of the checkout. */
import { checkoutMessages } from "../features/checkout/messages/load";
import { orderMessages } from "../features/checkout/order-messages/load";
import { withMessages } from "../ui/load-messages";

export const loadOrderStatus = withMessages(
  () => import("./routes/order-status"),
  checkoutMessages,
  orderMessages,
);
