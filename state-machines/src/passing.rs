//! What a task fails by in passing.

use infra_gen_asl::model::ErrorName;

/// The names by which a run fails that takes too long: the state machine waits no longer, or Lambda ends the function.
pub(crate) const OUT_OF_TIME: [ErrorName; 2] = [ErrorName::TIMEOUT, ErrorName::new("Sandbox.Timedout")];

/// The names by which an invocation fails that may succeed the next time, beside those of [`OUT_OF_TIME`].
/// <https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html>
pub(crate) fn errors_of_lambda() -> [ErrorName; 8] {
    [
        ErrorName::new("Lambda.ClientExecutionTimeoutException"),
        ErrorName::new("Lambda.ServiceException"),
        ErrorName::new("Lambda.AWSLambdaException"),
        ErrorName::new("Lambda.SdkClientException"),
        ErrorName::new("Lambda.TooManyRequestsException"),
        ErrorName::new("Lambda.Unknown"),
        // The process ended, killed or out of memory. Another one may come to its end.
        ErrorName::new("Runtime.ExitError"),
        // It ended before it was ready for the first event.
        ErrorName::new("Runtime.Unknown"),
    ]
}
