/**
 * A product as the app knows it: what the API sends, once it has been read.
 *
 * No text for people is made here; see `components/`.
 */
import * as v from "valibot";
import { reads } from "../../../api/contract";
import type { Product as WireProduct } from "../../../api/schema";

export const ProductId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/),
  v.brand("ProductId"),
);
export type ProductId = v.InferOutput<typeof ProductId>;

export const Product = reads<WireProduct>()(
  v.object({
    id: ProductId,
    name: v.string(),
    description: v.string(),
    price: v.object({
      /** In the currency's minor unit, so that no price is ever a fraction. */
      amount: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      /** ISO 4217. */
      currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
    }),
    imageKey: v.string(),
    stock: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    updatedAt: v.string(),
  }),
);
export type Product = v.InferOutput<typeof Product>;

/** Pictures lie on the site's own origin, next to the bundle. */
export function imageUrl(product: Product): string {
  return `/images/${encodeURIComponent(product.imageKey)}`;
}
