/** How the app asks: what counts as fresh, and which failures are worth a second try. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { type ApiError } from "../api/failure";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}

const TRIES = 3;

/** `report` gets every failure that a page shows, with the words that are not for customers. */
export function createQueryClient(report: (error: ApiError) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: report }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Ask even when the browser believes it is offline: a page that says so beats one that waits in silence.
        networkMode: "always",
        refetchOnReconnect: true,
        retry: (failures, error) => failures < TRIES - 1 && error.isTransient,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      // Or what somebody asked for offline would be done behind their back once there is a connection.
      mutations: { networkMode: "always" },
    },
  });
}
