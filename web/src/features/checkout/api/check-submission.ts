/**
 * GET /orders/status/{executionArn}: how far an order has come, asked again and again until that is decided.
 *
 * Quickly at first, for most orders are decided within a second or two, then ever more slowly, and not for ever:
 * past `PATIENCE_MS` only a customer who asks is answered.
 */
import { queryOptions } from "@tanstack/react-query";
import { get } from "../../../api/client";
import type { ExecutionArn } from "../../../api/execution-arn";
import type { ApiError } from "../../../api/failure";
import { SubmissionStatus } from "./order";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
export const PATIENCE_MS = 5 * 60_000;
const TRIES = 3;

export const submission = (execution: ExecutionArn, since: number) =>
  queryOptions({
    queryKey: ["orders", "submission", execution],
    queryFn: ({ signal }) => get(`/orders/status/${encodeURIComponent(execution)}`, SubmissionStatus, signal),
    staleTime: ({ state }) => (isDecided(state.data) ? Infinity : 0),
    // An execution that was started this very moment may not be known everywhere yet.
    retry: (failures, error) => failures < TRIES - 1 && (error.isTransient || error.isNotFound),
    refetchInterval: ({ state }) =>
      isDecided(state.data) || isHopeless(state) || Date.now() - since > PATIENCE_MS
        ? false
        : waitAfter(state.dataUpdateCount + state.errorUpdateCount),
  });

/** Whether the order has ended, one way or the other. */
export const isDecided = (status: SubmissionStatus | undefined): boolean =>
  status !== undefined && status.status !== "RUNNING";

/** How long to wait after so many answers. */
export const waitAfter = (answers: number): number =>
  Math.min(FIRST_WAIT_MS * 1.5 ** Math.max(answers - 1, 0), LONGEST_WAIT_MS);

/** An answer that another try does not change. No network is none of these: that comes back. */
function isHopeless({ error }: { readonly error: ApiError | null }): boolean {
  return error !== null && !error.isTransient && error.failure.kind !== "offline";
}
