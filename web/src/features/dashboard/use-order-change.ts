/** Changes an order and shows the result everywhere. */
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { order as orderQuery } from "../../api/orders/get-order";
import type { Order, OrderId } from "../../api/orders/order";
import type { Listing } from "./listing";

/** `change` sends one change. After a conflict, the order is fetched again, because someone else has changed it. */
export function useOrderChange<Change>(
  id: OrderId,
  change: (change: Change) => Promise<Order>,
  onDone?: (order: Order) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (changed) => {
      showChanged(client, changed);
      onDone?.(changed);
    },
    onError: () => void client.invalidateQueries({ queryKey: orderQuery(id).queryKey }),
  });
}

/** Replaces an order in all lists and on its page. */
export function showChanged(client: QueryClient, changed: Order): void {
  client.setQueryData(orderQuery(changed.id).queryKey, changed);
  client.setQueriesData<Listing>({ queryKey: ["orders", "list"] }, (listing) => {
    if (listing === undefined) return listing;
    const pages = listing.pages.map((page) => ({
      ...page,
      items: page.items.map((order) => (order.id === changed.id ? changed : order)),
    }));
    return { ...listing, pages };
  });
  void client.invalidateQueries({ queryKey: ["orders", "day"] });
  // A cancellation returns stock.
  void client.invalidateQueries({ queryKey: ["products"] });
}
