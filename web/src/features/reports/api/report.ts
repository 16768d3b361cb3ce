/** The progress of a report. Its page requests the links. */
import * as v from "valibot";
import { reads } from "../../../api/contract";
import { ExecutionArn } from "../../../api/execution-arn";
import { Timestamp } from "../../../api/timestamp";
import { ReportId } from "./get-report";
import type {
  CreatedReport as WireCreatedReport,
  ReportErrorCode as WireReportErrorCode,
  ReportStatus as WireReportStatus,
  ReportStepName as WireReportStepName,
  ReportStepState as WireReportStepState,
} from "../../../api/schema";

export const CreatedReport = reads<WireCreatedReport>()(v.object({ executionArn: ExecutionArn }));

const StepName = reads<WireReportStepName>()(
  v.picklist([
    "prepareOrdersData",
    "prepareOrdersHtml",
    "prepareProductsData",
    "prepareProductsHtml",
    "signLinks",
    "sendMail",
  ]),
);
export type StepName = v.InferOutput<typeof StepName>;

const StepState = reads<WireReportStepState>()(v.picklist(["WAITING", "RUNNING", "DONE", "FAILED"]));
export type StepState = v.InferOutput<typeof StepState>;

const Step = v.object({ step: StepName, state: StepState });
export type Step = v.InferOutput<typeof Step>;

const ErrorCode = reads<WireReportErrorCode>()(v.picklist(["Busy", "TimedOut", "Stopped", "Internal"]));
export type ErrorCode = v.InferOutput<typeof ErrorCode>;

const steps = v.array(Step);

export const ReportStatus = reads<WireReportStatus>()(
  v.variant("status", [
    v.object({ status: v.literal("RUNNING"), steps }),
    v.object({
      status: v.literal("SUCCEEDED"),
      steps,
      reportId: ReportId,
      recipients: v.array(v.string()),
      requester: v.exactOptional(v.string()),
      linksExpireAt: Timestamp,
    }),
    v.object({
      status: v.literal("FAILED"),
      steps,
      error: v.object({ code: ErrorCode, step: v.exactOptional(StepName), detail: v.string() }),
    }),
  ]),
);
export type ReportStatus = v.InferOutput<typeof ReportStatus>;
