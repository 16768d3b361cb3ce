/**
 * POST /create_report: requests a report of a period. If one is in progress for this employee, returns that
 * one.
 */
import { postAsEmployee } from "../../../api/employee-client";
import type { ExecutionArn } from "../../../api/execution-arn";
import type { Period } from "../period";
import { CreatedReport } from "./report";

export async function createReport({ from, to }: Period): Promise<ExecutionArn> {
  const query = new URLSearchParams({
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  const path = query.size === 0 ? "/create_report" : `/create_report?${query.toString()}`;
  return (await postAsEmployee(path, CreatedReport, "{}")).executionArn;
}
