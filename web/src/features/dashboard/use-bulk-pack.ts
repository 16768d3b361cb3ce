/** Selects confirmed orders and marks them as packed together. */
import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/failure";
import type { Order, OrderId } from "../../api/orders/order";
import { transitionOrder } from "./api/change-order";
import { showChanged } from "./use-order-change";

export interface BulkPack {
  readonly selected: ReadonlySet<OrderId>;
  readonly toggle: (id: OrderId) => void;
  readonly selectAll: (orders: readonly Order[]) => void;
  readonly clear: () => void;
  readonly running: boolean;
  /** The outcome of the last run. Orders that could not be packed stay selected. */
  readonly outcome: { readonly packed: number; readonly failed: number } | undefined;
  readonly pack: () => void;
}

/** How many requests are sent at the same time. */
const CONCURRENT = 4;

export function useBulkPack(): BulkPack {
  const client = useQueryClient();
  const [selected, setSelected] = useState<ReadonlySet<OrderId>>(new Set());
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<BulkPack["outcome"]>();

  const pack = async () => {
    setRunning(true);
    setOutcome(undefined);
    const waiting = [...selected];
    const failed = new Set<OrderId>();
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        try {
          showChanged(client, await transitionOrder(id, { to: "PACKED" }));
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          failed.add(id);
        }
      }
    };
    await Promise.all(Array.from({ length: CONCURRENT }, work));
    setSelected(failed);
    setOutcome({ packed: selected.size - failed.size, failed: failed.size });
    setRunning(false);
  };

  return {
    selected,
    running,
    outcome,
    toggle: (id) => {
      setOutcome(undefined);
      setSelected((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      });
    },
    selectAll: (orders) => {
      setSelected(new Set(orders.filter(({ status }) => status === "CONFIRMED").map(({ id }) => id)));
    },
    clear: () => {
      setSelected(new Set());
    },
    pack: () => void pack(),
  };
}
