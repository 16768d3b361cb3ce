/**
 * GET /create_report/status/{executionArn}: how far a report has come, asked again and again until that is decided. The
 * workflow has an end of its own, so nobody has to give up waiting for it.
 */
import { queryOptions } from "@tanstack/react-query";
import { getAsEmployee } from "../../../api/employee-client";
import type { ExecutionArn } from "../../../api/execution-arn";
import type { ApiError } from "../../../api/failure";
import { pollUntilDecided } from "../../../api/polling";
import { ReportStatus } from "./report";

/** A small shop's report takes seconds, a large one's minutes. */
const BACKOFF = { firstMs: 700, growth: 1.25, longestMs: 5_000 };

export const report = (execution: ExecutionArn) =>
  queryOptions({
    queryKey: ["reports", execution],
    queryFn: ({ signal }) =>
      getAsEmployee(`/create_report/status/${encodeURIComponent(execution)}`, ReportStatus, signal),
    ...pollUntilDecided(BACKOFF),
  });

/** The API knows no such report, or none that this employee may ask about. */
export const isUnknown = (error: ApiError | null): boolean =>
  error?.failure.kind === "refused" && (error.failure.status === 404 || error.failure.status === 400);
