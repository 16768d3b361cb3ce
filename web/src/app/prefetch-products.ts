/**
 * Asks for the products that the first page is going to show while the page's piece of the bundle is still on its way.
 * The page then finds the answer, or joins the request. A failure is left to the page, which asks again and shows it.
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
