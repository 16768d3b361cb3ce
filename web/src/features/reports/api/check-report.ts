/**
 * GET /create_report/status/{executionArn}: the progress of a report, polled until it is decided. The
 * workflow always ends, so polling needs no limit.
 */
import { queryOptions } from "@tanstack/react-query";
import { getAsEmployee } from "../../../api/employee-client";
import type { ExecutionArn } from "../../../api/execution-arn";
import type { ApiError } from "../../../api/failure";
import { pollUntilDecided } from "../../../api/polling";
import { ReportStatus } from "./report";

/** Seconds for a small shop, minutes for a large one. */
const BACKOFF = { firstMs: 700, growth: 1.25, longestMs: 5_000 };

export const report = (execution: ExecutionArn) =>
  queryOptions({
    queryKey: ["reports", execution],
    queryFn: ({ signal }) =>
      getAsEmployee(`/create_report/status/${encodeURIComponent(execution)}`, ReportStatus, signal),
    ...pollUntilDecided(BACKOFF),
  });

/** The report does not exist, or another employee requested it. */
export const isUnknown = (error: ApiError | null): boolean =>
  error?.failure.kind === "refused" && (error.failure.status === 404 || error.failure.status === 400);
