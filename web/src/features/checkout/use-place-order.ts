/** Places an order from a page, one at a time even if the button is clicked twice. */
import { useRef } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "../../api/failure";
import { placeOrder, type Attempts, type Placed } from "./place-order";

const TRIES = 3;

export interface OrderPlacement {
  readonly place: (body: string) => void;
  readonly busy: boolean;
  readonly error: ApiError | null;
}

export function usePlaceOrder(attempts: Attempts, onPlaced: (placed: Placed) => void): OrderPlacement {
  const client = useQueryClient();
  // A second click can arrive before the button is rendered busy.
  const underway = useRef(false);
  const mutation = useMutation({
    mutationFn: (body: string) => placeOrder(body, attempts),
    // Safe: every attempt sends the same key.
    retry: (failures, error) => failures < TRIES - 1 && error.isTransient,
    retryDelay: (failures) => 400 * 2 ** failures,
    onSuccess: onPlaced,
    // The order, or another customer, may have changed the stock.
    onSettled: () => {
      underway.current = false;
      return client.invalidateQueries({ queryKey: ["products"] });
    },
  });
  return {
    place: (body) => {
      if (underway.current) return;
      underway.current = true;
      mutation.mutate(body);
    },
    busy: mutation.isPending,
    error: mutation.error,
  };
}
