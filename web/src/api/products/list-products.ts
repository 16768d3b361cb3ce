/** GET /products: the catalogue, page by page. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { get } from "../client";
import { reads } from "../contract";
import type { ProductPage as WireProductPage } from "../schema";
import { Product } from "./product";

/** Divisible by two, three and four, the numbers of columns. */
const PAGE_SIZE = 12;

const ProductPage = reads<WireProductPage>()(
  v.object({
    items: v.array(Product),
    /** How many products of the page are left out because their data is invalid. Customers are not told. */
    unreadable: v.exactOptional(v.number()),
    nextToken: v.exactOptional(v.string()),
  }),
);

export const products = () =>
  infiniteQueryOptions({
    queryKey: ["products", "list"],
    queryFn: ({ pageParam, signal }) => get(`/products?${search(pageParam)}`, ProductPage, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextToken,
  });

function search(nextToken: string | undefined): string {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (nextToken !== undefined) query.set("nextToken", nextToken);
  return query.toString();
}
