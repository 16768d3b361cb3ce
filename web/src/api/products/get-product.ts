/** GET /products/{id}: one product. */
import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { get } from "../client";
import { productApiPath } from "../paths";
import { products } from "./list-products";
import { Product, type ProductId } from "./product";

/** Starts with the product from the catalogue if that is loaded, so that the page opens at once. */
export const product = (id: ProductId, known: QueryClient) => {
  const catalogue = () => known.getQueryState(products().queryKey);
  return queryOptions({
    queryKey: ["products", "one", id],
    queryFn: ({ signal }) => get(productApiPath(id), Product, signal),
    initialData: () =>
      catalogue()
        ?.data?.pages.flatMap((page) => page.items)
        .find((item) => item.id === id),
    initialDataUpdatedAt: () => catalogue()?.dataUpdatedAt,
  });
};
