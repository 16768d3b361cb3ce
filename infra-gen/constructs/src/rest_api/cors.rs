//! Cross-origin resource sharing for exactly one site: <https://fetch.spec.whatwg.org/#http-cors-protocol>.
//!
//! Only one, because the headers of the gateway's own responses are fixed: with a list, the gateway would have to echo the
//! request's origin. Fixed headers need no `Vary`, either.

use std::borrow::Cow;

use infra_gen_cfn::{
    Id, Value,
    apigateway::{self, method},
    intrinsic::concat,
    kind,
};

use super::HttpMethod;

/// The site whose scripts may call the API.
#[derive(Debug, Clone)]
pub struct Cors {
    /// Its origin, `https://shop.example`: scheme and host without path and trailing slash.
    pub origin: Value<String>,
    /// Request headers that its scripts may set; by default `content-type`.
    pub request_headers: Vec<Cow<'static, str>>,
    /// How long a browser may cache the preflight response, in seconds; by default 600.
    pub max_age_seconds: u32,
}

impl Cors {
    /// Allows the scripts of the site at `origin` to call the API.
    pub fn new(origin: impl Into<Value<String>>) -> Self {
        Self {
            origin: origin.into(),
            request_headers: vec!["content-type".into()],
            max_age_seconds: 600,
        }
    }

    /// The origin as a literal of the gateway's mapping language, which requires quotes.
    pub(super) fn quoted_origin(&self) -> Value<String> {
        concat(["'".into(), self.origin.clone(), "'".into()])
    }

    /// The `OPTIONS` method of a path that has these `methods`.
    pub(super) fn preflight(
        &self,
        methods: &[HttpMethod],
        resource: Value<Id<kind::apigateway::Resource>>,
        api: Value<Id<kind::apigateway::RestApi>>,
    ) -> apigateway::Method {
        let mut allowed: Vec<&str> = methods.iter().map(|method| method.as_str()).collect();
        allowed.sort_unstable();
        allowed.push("OPTIONS");
        let headers: [(&str, Value<String>); 4] = [
            (
                "Access-Control-Allow-Headers",
                quoted(&self.request_headers.join(",")),
            ),
            ("Access-Control-Allow-Methods", quoted(&allowed.join(","))),
            ("Access-Control-Allow-Origin", self.quoted_origin()),
            (
                "Access-Control-Max-Age",
                quoted(&self.max_age_seconds.to_string()),
            ),
        ];
        let declared = headers.each_ref().map(|(name, _)| (response_header(name), true));
        let answer = method::IntegrationResponse {
            response_parameters: Some(headers.map(|(name, value)| (response_header(name), value)).into()),
            ..method::IntegrationResponse::new(STATUS)
        };
        let integration = method::Integration {
            request_templates: Some([("application/json", r#"{"statusCode":204}"#)].into()),
            integration_responses: Some([answer].into()),
            ..method::Integration::new(method::IntegrationType::Mock)
        };
        apigateway::Method {
            authorization_type: Some("NONE".into()),
            integration: Some(integration.into()),
            method_responses: Some(
                [method::MethodResponse {
                    response_parameters: Some(declared.into()),
                    ..method::MethodResponse::new(STATUS)
                }]
                .into(),
            ),
            ..apigateway::Method::new("OPTIONS", resource, api)
        }
    }
}

/// No content.
const STATUS: &str = "204";

fn response_header(name: &str) -> String {
    format!("method.response.header.{name}")
}

fn quoted(text: &str) -> Value<String> {
    Value::from(format!("'{text}'"))
}
