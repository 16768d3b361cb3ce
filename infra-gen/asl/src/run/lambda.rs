//! The optimized integration of Lambda: the form of its result, and the errors of functions.

use serde_json::json;

use crate::{
    model::Json,
    run::{error::TaskError, runtime::Runtime, task_runner::is_lambda_integration},
};

/// The error of the function, if `response` to an invocation has one. The optimized integration raises it; the integration
/// of the SDK returns it.
/// <https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html>
pub(super) fn function_error(resource: &str, response: &Json) -> Option<TaskError> {
    if !is_lambda_integration(resource) {
        return None;
    }
    response.get("FunctionError")?.as_str()?;
    let payload = match response.get("Payload") {
        Some(Json::String(text)) => serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into()),
        Some(payload) => payload.clone(),
        None => Json::Null,
    };
    Some(match payload.get("errorType").and_then(Json::as_str) {
        Some(name) => TaskError::named(name, payload.to_string()),
        // The words of AWS.
        None => TaskError::named(
            "Lambda.Unknown",
            format!(
                "The cause could not be determined because Lambda did not return an error type. Returned payload: {payload}"
            ),
        ),
    })
}

/// The result of the `lambda:invoke` integration for a function's response.
pub(super) fn invoke_result(runtime: &Runtime<'_>, payload: &Json) -> Json {
    let length = payload.to_string().len().to_string();
    let request = runtime.random.borrow_mut().uuid();
    json!({
        "ExecutedVersion": "$LATEST",
        "Payload": payload,
        "SdkHttpMetadata": {
            "AllHttpHeaders": {
                "X-Amz-Executed-Version": ["$LATEST"],
                "x-amzn-RequestId": [request],
                "Content-Length": [length],
                "Content-Type": ["application/json"],
            },
            "HttpHeaders": {
                "Content-Length": length,
                "Content-Type": "application/json",
                "X-Amz-Executed-Version": "$LATEST",
                "x-amzn-RequestId": request,
            },
            "HttpStatusCode": 200,
        },
        "SdkResponseMetadata": { "RequestId": request },
        "StatusCode": 200,
    })
}
