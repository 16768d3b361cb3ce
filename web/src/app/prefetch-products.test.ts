import { waitFor } from "@testing-library/react";
import * as v from "valibot";
import { expect, test } from "vitest";
import { Product, ProductId } from "../api/products/product";
import { add } from "../features/cart/cart";
import { changeCart } from "../features/cart/stored-cart";
import { aProduct, network, catalogue } from "../test/network";
import { prefetchProducts } from "./prefetch-products";
import { createQueryClient } from "./query-client";

const SHELF = [aProduct("half-moon"), aProduct("lemon-glaze"), aProduct("oat-raisin")];

/** The products that are known after a first page at `path`. */
function visitAt(path: string) {
  network.use(...catalogue(SHELF));
  const client = createQueryClient(() => undefined);
  prefetchProducts(client, path);
  return () =>
    SHELF.map(({ id }) => v.parse(ProductId, id)).filter(
      (id) => client.getQueryData(["products", "one", id]) !== undefined,
    );
}

test("a product's page has its product asked for", async () => {
  const known = visitAt("/products/half-moon");
  await waitFor(() => {
    expect(known()).toEqual(["half-moon"]);
  });
});

test.each(["/cart", "/checkout"])("%s has the products of the cart asked for", async (path) => {
  for (const item of SHELF.slice(0, 2)) changeCart((cart) => add(cart, v.parse(Product, item)));
  const known = visitAt(path);
  await waitFor(() => {
    expect(known()).toEqual(["half-moon", "lemon-glaze"]);
  });
});

test.each(["/", "/products/", "/products/half-moon/more", "/dashboard/half-moon"])(
  "%s asks for nothing",
  (path) => {
    const client = createQueryClient(() => undefined);
    prefetchProducts(client, path);
    expect(client.getQueryCache().getAll()).toEqual([]);
  },
);
