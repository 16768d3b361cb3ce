/** GET /inventory: the stock of all products, the lowest first, page by page. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { reads } from "../../../api/contract";
import { getAsEmployee } from "../../../api/employee-client";
import { Money } from "../../../api/products/money";
import { ProductId } from "../../../api/products/product";
import type { InventoryItem as WireItem, InventoryPage as WirePage } from "../../../api/schema";
import { Timestamp } from "../../../api/timestamp";

export const InventoryItem = reads<WireItem>()(
  v.object({
    id: ProductId,
    name: v.string(),
    price: Money,
    imageKey: v.string(),
    stock: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    onSale: v.boolean(),
    updatedAt: Timestamp,
  }),
);
export type InventoryItem = v.InferOutput<typeof InventoryItem>;

const InventoryPage = reads<WirePage>()(
  v.object({
    items: v.array(InventoryItem),
    unreadable: v.exactOptional(v.number()),
    nextToken: v.exactOptional(v.string()),
  }),
);

export const inventory = infiniteQueryOptions({
  queryKey: ["inventory"],
  queryFn: ({ pageParam, signal }) => {
    const query = new URLSearchParams({
      limit: "50",
      ...(pageParam !== undefined && { nextToken: pageParam }),
    });
    return getAsEmployee(`/inventory?${query.toString()}`, InventoryPage, signal);
  },
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextToken,
});
