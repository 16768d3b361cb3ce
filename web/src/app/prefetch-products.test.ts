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

/** Returns the IDs of the products loaded after a first visit to `path`. */
function visitAt(path: string) {
  network.use(...catalogue(SHELF));
  const client = createQueryClient(() => undefined);
  prefetchProducts(client, path);
  return () =>
    SHELF.map(({ id }) => v.parse(ProductId, id)).filter(
      (id) => client.getQueryData(["products", "one", id]) !== undefined,
    );
}

test("a product page requests its product", async () => {
  const known = visitAt("/products/half-moon");
  await waitFor(() => {
    expect(known()).toEqual(["half-moon"]);
  });
});

test.each(["/cart", "/checkout"])("%s requests the products of the cart", async (path) => {
  for (const item of SHELF.slice(0, 2)) changeCart((cart) => add(cart, v.parse(Product, item)));
  const known = visitAt(path);
  await waitFor(() => {
    expect(known()).toEqual(["half-moon", "lemon-glaze"]);
  });
});

test.each(["/", "/products/", "/products/half-moon/more", "/dashboard/half-moon"])(
  "%s requests nothing",
  (path) => {
    const client = createQueryClient(() => undefined);
    prefetchProducts(client, path);
    expect(client.getQueryCache().getAll()).toEqual([]);
  },
);
