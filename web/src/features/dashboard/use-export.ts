/** Exports all orders that match the filter. Only a complete export is saved. */
import { useEffect, useRef, useState } from "react";
import { dayIn } from "../../api/orders/day";
import { allOrders, type OrderFilter } from "../../api/orders/list-orders";
import { ApiError } from "../../api/failure";
import { download } from "../../browser/download";
import { fileName, ordersCsv } from "./csv";

export type Export =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly orders: number }
  | { readonly kind: "done"; readonly orders: number }
  | { readonly kind: "failed"; readonly error: ApiError };

export function useExport(filter: OrderFilter, zone: string) {
  const [state, setState] = useState<Export>({ kind: "idle" });
  const reading = useRef<AbortController>(undefined);
  // Cancel when the list is closed.
  useEffect(() => () => reading.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    reading.current = controller;
    setState({ kind: "reading", orders: 0 });
    try {
      const orders = await allOrders(
        filter,
        (count) => {
          if (!controller.signal.aborted) setState({ kind: "reading", orders: count });
        },
        controller.signal,
      );
      if (controller.signal.aborted) return;
      download(fileName(filter, dayIn(zone, new Date())), "text/csv;charset=utf-8", ordersCsv(orders, zone));
      setState({ kind: "done", orders: orders.length });
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      setState({ kind: "failed", error });
    }
  };
  return {
    state,
    start: () => void start(),
    cancel: () => {
      reading.current?.abort();
      setState({ kind: "idle" });
    },
  };
}
