/** Loads the checkout and its messages. */
import { checkoutMessages } from "../features/checkout/messages/load";
import { withMessages } from "../ui/load-messages";

export const loadCheckout = withMessages(() => import("./routes/checkout"), checkoutMessages);
