/** The list of orders, what has changed since, and the action to show the changes. */
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { newestOrders, orders, type OrderFilter } from "../../api/orders/list-orders";
import { changesBy, join, shownOrders, type Listing } from "./listing";

export function useListing(filter: OrderFilter, enabled: boolean) {
  const client = useQueryClient();
  const list = useInfiniteQuery({ ...orders(filter), enabled });
  const newest = useQuery({
    ...newestOrders(filter),
    // Starts with the first page of the list.
    enabled: enabled && list.data !== undefined,
    initialData: () => list.data?.pages[0],
    initialDataUpdatedAt: () => list.dataUpdatedAt,
  });

  return {
    list,
    shown: list.data === undefined ? [] : shownOrders(list.data, newest.data),
    changes: list.data === undefined || newest.data === undefined ? NONE : changesBy(newest.data, list.data),
    /** The number of orders left out because their data is invalid. */
    unreadable: (list.data?.pages ?? []).reduce((sum, page) => sum + (page.unreadable ?? 0), 0),
    /** The time of the last successful check for new orders. */
    asOf: new Date(Math.max(list.dataUpdatedAt, newest.dataUpdatedAt)),
    pollFailed: newest.isError,
    show: () => {
      if (newest.data === undefined) return;
      const page = newest.data;
      client.setQueryData<Listing>(orders(filter).queryKey, (listing) =>
        listing === undefined ? listing : join(page, listing),
      );
      void client.invalidateQueries({ queryKey: ["orders", "day"] });
    },
  };
}

const NONE = { arrived: 0, andMore: false, left: 0 };
