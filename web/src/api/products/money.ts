/** An amount of money as in the API. `ui/money.ts` formats it. */
import * as v from "valibot";
import { reads } from "../contract";
import type { Money as WireMoney } from "../schema";

export const Money = reads<WireMoney>()(
  v.object({
    /** In the currency's minor unit, so that amounts are integers. */
    amount: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** ISO 4217. */
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  }),
);
export type Money = v.InferOutput<typeof Money>;
