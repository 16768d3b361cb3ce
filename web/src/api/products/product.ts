/** A product as parsed from the API. Several features use it; formatting is up to them. */
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

/** Images are served from the site's own origin. */
export function imageUrl(product: Product): string {
  return `/images/${encodeURIComponent(product.imageKey)}`;
}
