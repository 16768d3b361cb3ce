//! A place between an SDK client and its endpoint, where a test sees every request and may answer it itself: with what
//! the service behind never says, or as a service that is not there.

use std::{fmt, sync::Arc};

use aws_smithy_runtime_api::{
    client::{
        http::{
            HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
            SharedHttpConnector,
        },
        orchestrator::{HttpRequest, HttpResponse},
        result::ConnectorError,
        runtime_components::RuntimeComponents,
    },
    http::StatusCode,
};
use aws_smithy_types::body::SdkBody;
use serde_json::Value;
use shop_runtime::SdkConfig;

/// What a test does with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// The service gets it, and the client the service's answer.
    Pass,
    /// The client gets this answer, and the service nothing.
    Answer(Answer),
    /// The service gets it, and the client no answer.
    Lose,
    /// Neither gets anything.
    Drop,
}

/// An answer of a service that speaks AWS's JSON protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Value,
}

impl Answer {
    /// A refusal by the name of its exception.
    pub fn refusal(exception: &str) -> Self {
        Self {
            status: 400,
            body: serde_json::json!({ "__type": exception, "message": "the test says so" }),
        }
    }
}

/// The configuration with `rule` between its clients and their endpoint: it sees each attempt's operation, as
/// `DynamoDB_20120810.GetItem`, and its input.
pub fn bridged(
    config: &SdkConfig,
    rule: impl Fn(&str, &Value) -> Ruling + Send + Sync + 'static,
) -> SdkConfig {
    let bridge = Bridge {
        behind: config
            .http_client()
            .expect("the runtime's configuration has a client"),
        rule: Rule(Arc::new(rule)),
    };
    config.clone().into_builder().http_client(bridge).build()
}

type Ask = dyn Fn(&str, &Value) -> Ruling + Send + Sync;

#[derive(Clone)]
struct Rule(Arc<Ask>);

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rule")
    }
}

#[derive(Debug)]
struct Bridge {
    behind: SharedHttpClient,
    rule: Rule,
}

impl HttpClient for Bridge {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Crossing {
            behind: self.behind.http_connector(settings, components),
            rule: self.rule.clone(),
        })
    }
}

#[derive(Debug)]
struct Crossing {
    behind: SharedHttpConnector,
    rule: Rule,
}

impl HttpConnector for Crossing {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let operation = request.headers().get("x-amz-target").unwrap_or_default();
        let input = request.body().bytes().unwrap_or_default();
        let input = serde_json::from_slice(input).unwrap_or_default();
        let lost = || ConnectorError::io("the test lost the connection".into());
        match (self.rule.0)(operation, &input) {
            Ruling::Pass => self.behind.call(request),
            Ruling::Answer(answer) => {
                let status = StatusCode::try_from(answer.status).expect("a status of HTTP");
                let body = SdkBody::from(answer.body.to_string());
                HttpConnectorFuture::ready(Ok(HttpResponse::new(status, body)))
            }
            Ruling::Lose => {
                let answer = self.behind.call(request);
                HttpConnectorFuture::new(async move {
                    answer.await?;
                    Err(lost())
                })
            }
            Ruling::Drop => HttpConnectorFuture::ready(Err(lost())),
        }
    }
}
