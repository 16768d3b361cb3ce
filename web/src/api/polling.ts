/** Polls work in progress until it is decided: often at first, then with growing intervals. */
import type { ApiError } from "./failure";

const TRIES = 3;

export interface Backoff {
  readonly firstMs: number;
  /** Factor between two intervals. */
  readonly growth: number;
  readonly longestMs: number;
}

/** Query options for polling, without key and function. */
export const pollUntilDecided = (backoff: Backoff, isStopped: () => boolean = () => false) => ({
  staleTime: ({ state }: QueryState) => (isDecided(state.data) ? Infinity : 0),
  // Work that has just started may not be visible to every reader yet.
  retry: (failures: number, error: ApiError) =>
    failures < TRIES - 1 && (error.isTransient || error.isNotFound),
  refetchInterval: ({ state }: QueryState) =>
    isDecided(state.data) || isPermanent(state.error) || isStopped()
      ? (false as const)
      : waitAfter(state.dataUpdateCount + state.errorUpdateCount, backoff),
});

/** The part of a query's state that polling depends on. */
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

/** Whether the work has succeeded or failed. */
export const isDecided = (work: Trackable | undefined): boolean =>
  work !== undefined && work.status !== "RUNNING";

/** The interval after a number of responses. */
export const waitAfter = (answers: number, { firstMs, growth, longestMs }: Backoff): number =>
  Math.min(firstMs * growth ** Math.max(answers - 1, 0), longestMs);

/** Whether trying again cannot help. Being offline is temporary. */
function isPermanent(error: ApiError | null): boolean {
  return error !== null && !error.isTransient && error.failure.kind !== "offline";
}
