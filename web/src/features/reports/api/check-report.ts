/**
 * GET /create_report/status/{executionArn}: how far a report has come, asked again and again until that is decided. The
 * workflow has an end of its own, so nobody has to give up waiting for it.
 */
import { queryOptions } from "@tanstack/react-query";
import { getAsEmployee } from "../../../api/employee-client";
import type { ExecutionArn } from "../../../api/execution-arn";
import type { ApiError } from "../../../api/failure";
import { ReportStatus } from "./report";

const FIRST_WAIT_MS = 700;
const LONGEST_WAIT_MS = 5_000;
const TRIES = 3;

export const report = (execution: ExecutionArn) =>
  queryOptions({
    queryKey: ["reports", execution],
    queryFn: ({ signal }) =>
      getAsEmployee(`/create_report/status/${encodeURIComponent(execution)}`, ReportStatus, signal),
    staleTime: ({ state }) => (isDecided(state.data) ? Infinity : 0),
    // An execution that was started this very moment may not be known everywhere yet.
    retry: (failures, error) => failures < TRIES - 1 && (error.isTransient || error.isNotFound),
    refetchInterval: ({ state }) =>
      isDecided(state.data) || isHopeless(state.error)
        ? false
        : waitAfter(state.dataUpdateCount + state.errorUpdateCount),
  });

/** Whether the report has ended, one way or the other. */
export const isDecided = (status: ReportStatus | undefined): boolean =>
  status !== undefined && status.status !== "RUNNING";

/** How long to wait after so many answers: a small shop's report takes seconds, a large one's minutes. */
export const waitAfter = (answers: number): number =>
  Math.min(FIRST_WAIT_MS * 1.25 ** Math.max(answers - 1, 0), LONGEST_WAIT_MS);

/** The API knows no such report, or none that this employee may ask about. */
export const isUnknown = (error: ApiError | null): boolean =>
  error?.failure.kind === "refused" && (error.failure.status === 404 || error.failure.status === 400);

/** An answer that another try does not change. No network is none of these: that comes back. */
function isHopeless(error: ApiError | null): boolean {
  return error !== null && !error.isTransient && error.failure.kind !== "offline";
}
