/** Defaults of requests: when data is stale and which failures are retried. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { type ApiError } from "../api/failure";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}

const TRIES = 3;

/** `report` receives every query failure, for the log. */
export function createQueryClient(report: (error: ApiError) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: report }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Send requests even if the browser reports being offline: the page then shows that instead of
        // waiting silently.
        networkMode: "always",
        refetchOnReconnect: true,
        retry: (failures, error) => failures < TRIES - 1 && error.isTransient,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      // Otherwise a mutation started offline would be sent later without the user's knowledge.
      mutations: { networkMode: "always" },
    },
  });
}
