/** An amount of money, as the API writes it. How people read it is `ui/money.ts`. */
import * as v from "valibot";
import { reads } from "../contract";
import type { Money as WireMoney } from "../schema";

export const Money = reads<WireMoney>()(
  v.object({
    /** In the currency's minor unit, so that no price is ever a fraction. */
    amount: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** ISO 4217. */
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  }),
);
export type Money = v.InferOutput<typeof Money>;
