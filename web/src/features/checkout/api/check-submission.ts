/**
 * GET /orders/status/{executionArn}: how far an order has come, asked again and again until that is decided. Most orders are
 * within a second or two. Not for ever, though: past `PATIENCE_MS` only a customer who asks is answered.
 */
import { queryOptions } from "@tanstack/react-query";
import { get } from "../../../api/client";
import type { ExecutionArn } from "../../../api/execution-arn";
import { untilDecided } from "../../../api/following";
import { SubmissionStatus } from "./order";

const PACE = { firstMs: 500, growth: 1.5, longestMs: 8_000 };
export const PATIENCE_MS = 5 * 60_000;

export const submission = (execution: ExecutionArn, since: number) =>
  queryOptions({
    queryKey: ["orders", "submission", execution],
    queryFn: ({ signal }) => get(`/orders/status/${encodeURIComponent(execution)}`, SubmissionStatus, signal),
    ...untilDecided(PACE, () => Date.now() - since > PATIENCE_MS),
  });
