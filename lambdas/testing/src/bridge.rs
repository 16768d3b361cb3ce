//! Sits between an SDK client and its endpoint. A test sees every request and may respond itself, with responses that the service
//! never returns, or as an unavailable service.

use aws_smithy_runtime_api::{
    client::{
        http::{HttpConnector, HttpConnectorFuture},
        orchestrator::HttpResponse,
        result::ConnectorError,
    },
    http::StatusCode,
};
use aws_smithy_types::body::SdkBody;
use serde_json::Value;
use shop_runtime::SdkConfig;

use crate::crossing::crossed;

/// What happens to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// It is forwarded, and the client gets the service's response.
    Pass,
    /// It is not forwarded, and the client gets this response.
    Answer(Answer),
    /// It is forwarded, and the response is lost.
    Lose,
    /// It is lost.
    Drop,
}

/// A response of a service with AWS's JSON protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Value,
}

impl Answer {
    /// An error response with the name of its exception.
    pub fn refusal(exception: &str) -> Self {
        Self {
            status: 400,
            body: serde_json::json!({ "__type": exception, "message": "the test says so" }),
        }
    }

    pub(crate) fn into_response(self) -> HttpResponse {
        let status = StatusCode::try_from(self.status).expect("a status of HTTP");
        HttpResponse::new(status, SdkBody::from(self.body.to_string()))
    }
}

/// A configuration with `rule` between its clients and their endpoint. The rule gets the operation of each attempt, such as
/// `DynamoDB_20120810.GetItem`, and its input.
pub fn bridged(
    config: &SdkConfig,
    rule: impl Fn(&str, &Value) -> Ruling + Send + Sync + 'static,
) -> SdkConfig {
    crossed(config, move |request, behind| {
        let operation = request.headers().get("x-amz-target").unwrap_or_default();
        let input = request.body().bytes().unwrap_or_default();
        let input = serde_json::from_slice(input).unwrap_or_default();
        let lost = || ConnectorError::io("the test lost the connection".into());
        match rule(operation, &input) {
            Ruling::Pass => behind.call(request),
            Ruling::Answer(answer) => HttpConnectorFuture::ready(Ok(answer.into_response())),
            Ruling::Lose => {
                let answer = behind.call(request);
                HttpConnectorFuture::new(async move {
                    answer.await?;
                    Err(lost())
                })
            }
            Ruling::Drop => HttpConnectorFuture::ready(Err(lost())),
        }
    })
}
