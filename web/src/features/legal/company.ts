/** The company that runs the shop and the numbers in its terms, from `/config.json`. */
import { queryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { brokenConfig, config } from "../../api/config";

const Text = v.pipe(v.string(), v.nonEmpty());
const Days = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const Legal = v.object({
  company: v.object({
    name: Text,
    street: Text,
    postalCode: Text,
    city: Text,
    country: Text,
    director: Text,
    register: Text,
    registerNumber: Text,
    vatId: Text,
    email: Text,
    phone: Text,
  }),
  terms: v.object({ deliveryDays: Days, paymentDays: Days }),
});

export type Legal = v.InferOutput<typeof Legal>;
export type Company = Legal["company"];

export const legal = queryOptions<Legal>({
  queryKey: ["legal"],
  queryFn: async () => {
    const parsed = v.safeParse(Legal, await config());
    if (!parsed.success) throw brokenConfig(v.summarize(parsed.issues));
    return parsed.output;
  },
  staleTime: Infinity,
});
