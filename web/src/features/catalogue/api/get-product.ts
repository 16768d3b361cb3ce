/** GET /products/{id}: one product. */
import { queryOptions } from "@tanstack/react-query";
import { get } from "../../../api/client";
import { Product, type ProductId } from "./product";

export const product = (id: ProductId) =>
  queryOptions({
    queryKey: ["products", "one", id],
    queryFn: ({ signal }) => get(`/products/${id}`, Product, signal),
  });
