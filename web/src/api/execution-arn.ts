/** The ARN of a workflow execution, which identifies a report in progress. */
import * as v from "valibot";

export const ExecutionArn = v.pipe(
  v.string(),
  v.regex(
    /^arn:aws[a-z-]{0,10}:states:[a-z0-9-]{1,32}:[0-9]{12}:execution:[A-Za-z0-9_-]{1,80}:[A-Za-z0-9_-]{1,80}$/,
  ),
  v.brand("ExecutionArn"),
);
export type ExecutionArn = v.InferOutput<typeof ExecutionArn>;
