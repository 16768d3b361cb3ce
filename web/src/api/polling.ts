/**
 * Asking about work that goes on at the shop, again and again until it is decided: quickly at first, for most of it is soon,
 * then ever more slowly.
 */
import type { ApiError } from "./failure";

const TRIES = 3;

export interface Backoff {
  readonly firstMs: number;
  /** By how much each wait is longer than the one before. */
  readonly growth: number;
  readonly longestMs: number;
}

/** What a query of the work needs besides its key and its function. */
export const pollUntilDecided = (backoff: Backoff, isStopped: () => boolean = () => false) => ({
  staleTime: ({ state }: QueryState) => (isDecided(state.data) ? Infinity : 0),
  // What was started this very moment may not be known everywhere yet.
  retry: (failures: number, error: ApiError) =>
    failures < TRIES - 1 && (error.isTransient || error.isNotFound),
  refetchInterval: ({ state }: QueryState) =>
    isDecided(state.data) || isPermanent(state.error) || isStopped()
      ? (false as const)
      : waitAfter(state.dataUpdateCount + state.errorUpdateCount, backoff),
});

/** As far as a query knows. */
interface QueryState {
  readonly state: {
    readonly data: Trackable | undefined;
    readonly error: ApiError | null;
    readonly dataUpdateCount: number;
    readonly errorUpdateCount: number;
  };
}

interface Trackable {
  readonly status: string;
}

/** Whether the work has ended, one way or the other. */
export const isDecided = (work: Trackable | undefined): boolean =>
  work !== undefined && work.status !== "RUNNING";

/** How long to wait after so many answers. */
export const waitAfter = (answers: number, { firstMs, growth, longestMs }: Backoff): number =>
  Math.min(firstMs * growth ** Math.max(answers - 1, 0), longestMs);

/** An answer that another try does not change. No network is none of these: that comes back. */
function isPermanent(error: ApiError | null): boolean {
  return error !== null && !error.isTransient && error.failure.kind !== "offline";
}
