/**
 * A product as the app knows it: what the API sends, once it has been read.
 *
 * Several features speak of products, so they live here. No text for people is made here; pages do that.
 */
import * as v from "valibot";
import { reads } from "../contract";
import type { Product as WireProduct } from "../schema";
import { Money } from "./money";

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
    price: Money,
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
