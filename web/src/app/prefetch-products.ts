/**
 * Requests the products of the first page while its chunk is loading. The page then finds the response or
 * joins the request. A failed request is repeated and shown by the page.
 */
import type { QueryClient } from "@tanstack/react-query";
import * as v from "valibot";
import { product } from "../api/products/get-product";
import { ProductId } from "../api/products/product";
import { readCart } from "../features/cart/stored-cart";
import { CART_PATH, CHECKOUT_PATH, productPath } from "../ui/paths";

export function prefetchProducts(client: QueryClient, path: string): void {
  for (const id of productsOn(path)) {
    client.query(product(id, client)).catch(() => undefined);
  }
}

function productsOn(path: string): readonly ProductId[] {
  if (path === CART_PATH || path === CHECKOUT_PATH) return readCart().lines.map(({ id }) => id);
  const id = v.safeParse(ProductId, path.split("/")[2]);
  return id.success && path === productPath(id.output) ? [id.output] : [];
}
