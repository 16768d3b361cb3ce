/** The price change in the rejection of an order, and the order at the new prices. */
import * as v from "valibot";
import type { ApiError } from "../../api/failure";
import { PriceChange } from "../../api/orders/order-parts";
import { readOrder, type NewOrder } from "./api/order";

const Refusal = v.object({ priceChange: PriceChange });

/** The price change, if that is why the order was rejected. */
export function priceChangeIn({ failure }: ApiError): PriceChange | undefined {
  if (failure.kind !== "refused" || failure.status !== 409) return undefined;
  const refusal = v.safeParse(Refusal, failure.problem);
  return refusal.success ? refusal.output.priceChange : undefined;
}

/** The same order at the new prices; `undefined` if `body` is not an order. */
export function atNewPrices(body: string, { lines, total }: PriceChange): NewOrder | undefined {
  const order = readOrder(body);
  return (
    order && {
      ...order,
      lines: lines.map(({ productId, quantity, price }) => ({ productId, quantity, price })),
      total,
    }
  );
}
