//! Who answers a route: a function of the stack, or another server, to which the gateway hands the request on.

use infra_gen_cfn::{
    Value,
    apigateway::method,
    intrinsic::{account_id, concat, partition, region},
    lambda,
};

use super::{HttpMethod, RestApiAddress};
use crate::function::Function;

/// Who answers a route.
#[derive(Clone)]
pub enum Target<'a> {
    /// A function: it gets the whole request and gives the whole answer.
    Function(&'a Function),
    /// Another server, whose answer goes back as it is: without CORS headers, so not to scripts of a site.
    Proxy(HttpProxy),
}

/// Another server that answers in the gateway's place.
#[derive(Debug, Clone)]
pub struct HttpProxy {
    /// The address that requests are handed on to.
    pub url: Value<String>,
    /// How long the gateway waits for the answer, in milliseconds: 50 to 29,000.
    pub timeout_millis: u16,
}

impl Target<'_> {
    /// Whether scripts of the site may call it, so that it wants a preflight.
    pub(super) fn answers_browsers(&self) -> bool {
        match self {
            Self::Function(_) => true,
            Self::Proxy(_) => false,
        }
    }

    pub(super) fn integration(&self, method: HttpMethod) -> method::Integration {
        match self {
            Self::Function(function) => method::Integration {
                // Lambda's own API is called with POST, whatever the route's method.
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
    /// Lets one method of one path of the one stage call the function. A path parameter stands for any text.
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
