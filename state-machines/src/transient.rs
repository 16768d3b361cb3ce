//! Transient errors of tasks.

use infra_gen_asl::model::ErrorName;

/// The errors of a timeout: of the task, or of the Lambda function.
pub(crate) const TIMEOUTS: [ErrorName; 2] = [ErrorName::TIMEOUT, ErrorName::new("Sandbox.Timedout")];

/// Lambda errors after which a retry may succeed, besides [`TIMEOUTS`].
/// <https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html>
pub(crate) fn lambda_errors() -> [ErrorName; 8] {
    [
        ErrorName::new("Lambda.ClientExecutionTimeoutException"),
        ErrorName::new("Lambda.ServiceException"),
        ErrorName::new("Lambda.AWSLambdaException"),
        ErrorName::new("Lambda.SdkClientException"),
        ErrorName::new("Lambda.TooManyRequestsException"),
        ErrorName::new("Lambda.Unknown"),
        // The process was killed or ran out of memory.
        ErrorName::new("Runtime.ExitError"),
        // The process ended before it was ready for the first event.
        ErrorName::new("Runtime.Unknown"),
    ]
}
