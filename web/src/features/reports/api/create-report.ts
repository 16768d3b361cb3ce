/** POST /create_report: asks for a report. While one is being made for this employee, that one is the answer. */
import { postAsEmployee } from "../../../api/employee-client";
import type { ExecutionArn } from "../../../api/execution-arn";
import { CreatedReport } from "./report";

export const createReport = async (): Promise<ExecutionArn> =>
  (await postAsEmployee("/create_report", CreatedReport, "{}")).executionArn;
