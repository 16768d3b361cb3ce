/** GET /products/{id}/history: the changes of a product by employees, newest first, page by page. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { reads } from "../../../api/contract";
import { getAsEmployee } from "../../../api/employee-client";
import type { ProductId } from "../../../api/products/product";
import type { ProductHistoryPage as WirePage } from "../../../api/schema";
import { Timestamp } from "../../../api/timestamp";

const ProductHistoryPage = reads<WirePage>()(
  v.object({
    items: v.array(
      v.object({
        at: Timestamp,
        by: v.object({ sub: v.string(), name: v.exactOptional(v.string()) }),
        event: v.object({
          type: v.literal("STOCK_ADJUSTED"),
          change: v.number(),
          reason: v.picklist(["DELIVERY", "WASTE", "COUNT"]),
          note: v.exactOptional(v.string()),
        }),
      }),
    ),
    unreadable: v.exactOptional(v.number()),
    nextToken: v.exactOptional(v.string()),
  }),
);
export type ProductHistoryEntry = v.InferOutput<typeof ProductHistoryPage>["items"][number];

export const productHistory = (id: ProductId) =>
  infiniteQueryOptions({
    queryKey: ["product-history", id],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(pageParam === undefined ? {} : { nextToken: pageParam });
      return getAsEmployee(`/products/${id}/history?${query.toString()}`, ProductHistoryPage, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextToken,
  });
