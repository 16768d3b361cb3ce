/** GET /products: the catalogue, page by page. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { get } from "../client";
import { reads } from "../contract";
import { productListApiPath } from "../paths";
import type { ProductPage as WireProductPage } from "../schema";
import { Product } from "./product";

const ProductPage = reads<WireProductPage>()(
  v.object({
    items: v.array(Product),
    /** How many products of the page are left out because their data is invalid. Not shown to customers. */
    unreadable: v.exactOptional(v.number()),
    nextToken: v.exactOptional(v.string()),
  }),
);

export const products = () =>
  infiniteQueryOptions({
    queryKey: ["products", "list"],
    queryFn: ({ pageParam, signal }) => get(productListApiPath(pageParam), ProductPage, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextToken,
  });
