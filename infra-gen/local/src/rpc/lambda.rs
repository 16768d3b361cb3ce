//! AWS Lambda: the code of functions, and invocations.
//! <https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html>

use aws_smithy_runtime_api::client::orchestrator::{HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_types::SdkConfig;
use serde::Deserialize;
use serde_json::json;

use super::{CallError, Client, Request, Service, ServiceError, json};

const SERVICE: Service = Service {
    name: "lambda",
    target: "",
};

/// A client of AWS Lambda. Functions are named by their name or ARN.
#[derive(Debug, Clone)]
pub struct Lambda(Client);

/// What a function runs.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Configuration {
    /// The SHA-256 digest of the code in Base64.
    pub code_sha256: Option<String>,
    /// The state of the last update.
    pub last_update_status: Option<UpdateStatus>,
    /// Why the last update failed.
    pub last_update_status_reason: Option<String>,
}

/// The state of the last update of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum UpdateStatus {
    /// The function runs the updated code.
    Successful,
    /// The function still runs the previous code.
    InProgress,
    /// The function keeps the previous code.
    Failed,
    /// A status that this version does not know.
    #[serde(other)]
    Unknown,
}

/// The result of an invocation.
#[derive(Debug)]
pub struct Invocation {
    /// What the function returned, or its error.
    pub payload: Vec<u8>,
    /// Whether the function failed.
    pub failed: bool,
}

impl Lambda {
    /// Makes no call yet.
    pub fn new(config: &SdkConfig) -> Self {
        Self(Client::new(config, SERVICE))
    }

    /// `UpdateFunctionCode`: starts to run the archive at `key` in `bucket`.
    ///
    /// # Errors
    /// If AWS Lambda refuses the call or cannot be reached.
    pub async fn update_code(&self, function: &str, bucket: &str, key: &str) -> Result<(), CallError> {
        let input = json!({ "S3Bucket": bucket, "S3Key": key });
        let request = Request {
            method: "PUT",
            path: path(function, "code"),
            headers: vec![("content-type", "application/json".to_owned())],
            body: serde_json::to_vec(&input).map_err(SdkError::construction_failure)?,
        };
        self.0.send("UpdateFunctionCode", request, |_| Ok(())).await
    }

    /// `GetFunctionConfiguration`.
    ///
    /// # Errors
    /// If AWS Lambda refuses the call or cannot be reached.
    pub async fn configuration(&self, function: &str) -> Result<Configuration, CallError> {
        let request = Request {
            method: "GET",
            path: path(function, "configuration"),
            headers: Vec::new(),
            body: Vec::new(),
        };
        self.0.send("GetFunctionConfiguration", request, json).await
    }

    /// `Invoke`: calls a function and waits for its result.
    ///
    /// # Errors
    /// If AWS Lambda refuses the call or cannot be reached. A failure of the function itself is an [`Invocation`].
    pub async fn invoke(&self, function: &str, payload: &[u8]) -> Result<Invocation, CallError> {
        let request = Request {
            method: "POST",
            path: path(function, "invocations"),
            headers: vec![("content-type", "application/octet-stream".to_owned())],
            body: payload.to_vec(),
        };
        self.0.send("Invoke", request, invocation).await
    }
}

/// The path of an operation on a function.
fn path(function: &str, operation: &str) -> String {
    // An ARN contains colons, which are valid in a path.
    format!("/2015-03-31/functions/{function}/{operation}")
}

#[expect(clippy::unnecessary_wraps, reason = "other responses may be malformed")]
fn invocation(response: &HttpResponse) -> Result<Invocation, OrchestratorError<ServiceError>> {
    Ok(Invocation {
        payload: response.body().bytes().unwrap_or_default().to_vec(),
        failed: response.headers().get("x-amz-function-error").is_some(),
    })
}
