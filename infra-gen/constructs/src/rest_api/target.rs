//! What answers a route: a function of the stack, or another server to which the gateway forwards the request.

use infra_gen_cfn::{
    Value,
    apigateway::method,
    intrinsic::{account_id, concat, partition, region},
    lambda,
};

use super::{HttpMethod, RestApiAddress};
use crate::function::Function;

/// What answers a route.
#[derive(Clone)]
pub enum Target<'a> {
    /// A function, which receives the whole request and returns the whole response.
    Function(&'a Function),
    /// Another server. The gateway returns its response unchanged, without CORS headers, so a site's scripts cannot read it.
    Proxy(HttpProxy),
}

/// A server that the gateway forwards requests to.
#[derive(Debug, Clone)]
pub struct HttpProxy {
    /// The URL that receives the requests.
    pub url: Value<String>,
    /// How long the gateway waits for the response, in milliseconds, 50 to 29,000; by default 29,000.
    pub timeout_millis: u16,
}

impl HttpProxy {
    /// Forwards requests to `url`.
    pub fn new(url: impl Into<Value<String>>) -> Self {
        Self {
            url: url.into(),
            timeout_millis: 29_000,
        }
    }
}

impl Target<'_> {
    /// Whether a site's scripts may call it, so that its path needs a preflight response.
    pub(super) fn supports_cors(&self) -> bool {
        match self {
            Self::Function(_) => true,
            Self::Proxy(_) => false,
        }
    }

    pub(super) fn integration(&self, method: HttpMethod) -> method::Integration {
        match self {
            Self::Function(function) => method::Integration {
                // The gateway invokes Lambda with POST, whatever the route's method.
                integration_http_method: Some("POST".into()),
                uri: Some(invocation(function)),
                ..method::Integration::new(method::IntegrationType::AwsProxy)
            },
            Self::Proxy(proxy) => method::Integration {
                integration_http_method: Some(method.as_str().into()),
                uri: Some(proxy.url.clone()),
                timeout_in_millis: Some(i64::from(proxy.timeout_millis).into()),
                ..method::Integration::new(method::IntegrationType::HttpProxy)
            },
        }
    }
}

fn invocation(function: &Function) -> Value<String> {
    concat([
        "arn:".into(),
        partition(),
        ":apigateway:".into(),
        region(),
        ":lambda:path/2015-03-31/functions/".into(),
        function.arn().into(),
        "/invocations".into(),
    ])
}

impl RestApiAddress {
    /// Allows one method of one path of the stage to invoke the function. A path parameter matches any text.
    pub(super) fn permission(
        &self,
        method: HttpMethod,
        path: &str,
        function: &Function,
    ) -> lambda::Permission {
        let path: Vec<&str> = path
            .split('/')
            .map(|part| if part.starts_with('{') { "*" } else { part })
            .collect();
        let source = concat([
            "arn:".into(),
            partition(),
            ":execute-api:".into(),
            region(),
            ":".into(),
            account_id(),
            ":".into(),
            self.api.reference().into(),
            format!("/{}/{}{}", self.stage_name, method.as_str(), path.join("/")).into(),
        ]);
        lambda::Permission {
            source_arn: Some(source),
            ..lambda::Permission::new(
                "lambda:InvokeFunction",
                function.arn(),
                "apigateway.amazonaws.com",
            )
        }
    }
}
