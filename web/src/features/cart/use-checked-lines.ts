/** The cart's lines with their current status. */
import { useQueries, useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "../../api/failure";
import { product } from "../../api/products/get-product";
import { evaluate, type CheckedLine } from "./line-status";
import { useCart } from "./use-cart";

export interface CheckedLines {
  readonly lines: readonly CheckedLine[];
  /** Why a product could not be loaded. A discontinued product is not an error. */
  readonly error: ApiError | undefined;
  readonly isFetching: boolean;
  readonly retry: () => void;
}

export function useCheckedLines(): CheckedLines {
  const { lines } = useCart();
  const client = useQueryClient();
  const queries = useQueries({
    // Shows the product from the catalogue at once and fetches it again.
    queries: lines.map(({ id }) => ({ ...product(id, client), refetchOnMount: "always" as const })),
  });

  const failed = queries.filter(({ error }) => error !== null && !error.isNotFound);
  return {
    lines: lines.map((line, position) => {
      const query = queries[position];
      return evaluate(line, query?.error?.isNotFound === true ? null : query?.data);
    }),
    error: failed[0]?.error ?? undefined,
    isFetching: queries.some((query) => query.isFetching),
    retry: () => {
      for (const query of failed) void query.refetch();
    },
  };
}
