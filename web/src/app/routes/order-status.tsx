/** An order's page, given the cart: what was bought leaves it. */
import type { ExecutionArn } from "../../api/execution-arn";
import { settle } from "../../features/cart/cart";
import { changeCart } from "../../features/cart/stored-cart";
import { StatusPage } from "../../features/checkout/routes/status-page";

interface Props {
  readonly params: { readonly execution: string };
}

export default function OrderStatus({ params }: Props) {
  return <StatusPage execution={params.execution} onDecided={settleCart} />;
}

function settleCart(execution: ExecutionArn, bought: boolean) {
  changeCart((cart) => settle(cart, execution, bought));
}
