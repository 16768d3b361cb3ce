//! The gateway's own errors as problem documents (RFC 9457), with CORS headers so that the site's scripts can read them.
//! The application chooses the type, title and status of each error, so that they match its own;
//! [`GatewayError::problem`] provides defaults.

use std::borrow::Cow;

use infra_gen_cfn::{Handle, LogicalId, Map, Stack, apigateway};

use super::{Content, RestApiProps};

/// An error of the gateway itself, before or after the function runs.
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GatewayError {
    /// The body does not match the route's model.
    InvalidBody,
    /// A required parameter is missing.
    InvalidParameters,
    /// No route has this method and path. The gateway itself calls this a missing authentication token.
    NoSuchRoute,
    /// The token is missing, invalid, expired or has another scope.
    Unauthorized,
    /// The signature or key does not permit the request, or a firewall blocked it.
    Forbidden,
    /// The body is larger than 10 MB.
    BodyTooLarge,
    /// The route does not accept the body's media type.
    UnsupportedMediaType,
    /// The stage has received more requests than it accepts.
    Throttled,
    /// The function could not be invoked.
    IntegrationFailed,
    /// The function did not answer within 29 seconds.
    IntegrationTimeout,
    /// Any other error, usually in the API's configuration.
    Internal,
}

/// How an error appears in its problem document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatewayProblem {
    /// The HTTP status, 400 to 599.
    pub status: u16,
    /// The `type`: a stable URI reference.
    pub problem_type: Cow<'static, str>,
    /// The title, the same for every problem of the type.
    pub title: Cow<'static, str>,
}

impl GatewayProblem {
    /// A problem with this status, type and title.
    pub fn new(
        status: u16,
        problem_type: impl Into<Cow<'static, str>>,
        title: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            status,
            problem_type: problem_type.into(),
            title: title.into(),
        }
    }
}

pub(super) fn add_all(
    stack: &mut Stack,
    id: &LogicalId,
    api: &Handle<apigateway::RestApi>,
    props: &RestApiProps<'_>,
    content: &mut Content,
) {
    for error in GatewayError::ALL {
        let problem = (props.problem)(error);
        let retry = error
            .may_be_retried()
            .then(|| ("gatewayresponse.header.Retry-After", "'1'".into()));
        // Tells a client without a token which scheme to use (RFC 6750, section 3).
        let challenge = (error == GatewayError::Unauthorized)
            .then(|| ("gatewayresponse.header.WWW-Authenticate", "'Bearer'".into()));
        let origin = props.cors.as_ref().map(|cors| {
            (
                "gatewayresponse.header.Access-Control-Allow-Origin",
                cors.quoted_origin(),
            )
        });
        // The gateway selects a template by its media type; the client sees this header.
        let media_type = (
            "gatewayresponse.header.Content-Type",
            "'application/problem+json'".into(),
        );
        let headers: Map<String> = [media_type]
            .into_iter()
            .chain(origin)
            .chain(retry)
            .chain(challenge)
            .collect();
        let response = apigateway::GatewayResponse {
            status_code: Some(problem.status.to_string().into()),
            response_parameters: Some(headers.into()),
            response_templates: Some([("application/json", error.document(&problem))].into()),
            ..apigateway::GatewayResponse::new(error.response_type(), api.reference())
        };
        let response = stack.add(id.join(&format!("{error:?}")).join("Response"), response);
        content.add_awaited(response.logical_id());
    }
}

impl GatewayError {
    /// The default problem of each error.
    pub fn problem(self) -> GatewayProblem {
        let (status, problem_type, title) = match self {
            Self::InvalidBody => (400, "/problems/invalid-body", "Invalid body"),
            Self::InvalidParameters => (400, "/problems/invalid-parameters", "Missing parameter"),
            Self::NoSuchRoute => (404, "/problems/not-found", "Not found"),
            Self::Unauthorized => (401, "/problems/unauthorized", "Sign-in required"),
            Self::Forbidden => (403, "/problems/forbidden", "Forbidden"),
            Self::BodyTooLarge => (413, "/problems/body-too-large", "Body too large"),
            Self::UnsupportedMediaType => (415, "/problems/unsupported-media-type", "The body must be JSON"),
            Self::Throttled => (429, "/problems/too-many-requests", "Too many requests"),
            Self::IntegrationFailed => (503, "/problems/unavailable", "Temporarily unavailable"),
            Self::IntegrationTimeout => (504, "/problems/timeout", "Timeout"),
            Self::Internal => (500, "/problems/internal", "Internal error"),
        };
        GatewayProblem::new(status, problem_type, title)
    }

    const ALL: [Self; 11] = [
        Self::InvalidBody,
        Self::InvalidParameters,
        Self::NoSuchRoute,
        Self::Unauthorized,
        Self::Forbidden,
        Self::BodyTooLarge,
        Self::UnsupportedMediaType,
        Self::Throttled,
        Self::IntegrationFailed,
        Self::IntegrationTimeout,
        Self::Internal,
    ];

    /// The gateway's name of the error.
    fn response_type(self) -> &'static str {
        match self {
            Self::InvalidBody => "BAD_REQUEST_BODY",
            Self::InvalidParameters => "BAD_REQUEST_PARAMETERS",
            Self::NoSuchRoute => "MISSING_AUTHENTICATION_TOKEN",
            Self::Unauthorized => "UNAUTHORIZED",
            Self::Forbidden => "DEFAULT_4XX",
            Self::BodyTooLarge => "REQUEST_TOO_LARGE",
            Self::UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
            Self::Throttled => "THROTTLED",
            Self::IntegrationFailed => "INTEGRATION_FAILURE",
            Self::IntegrationTimeout => "INTEGRATION_TIMEOUT",
            Self::Internal => "DEFAULT_5XX",
        }
    }

    /// The problem's `detail`: a JSON string, or a variable of the gateway that contains one.
    fn detail(self) -> &'static str {
        match self {
            Self::InvalidBody => r#""$context.error.validationErrorString""#,
            Self::NoSuchRoute => r#""no route has this method and path""#,
            // The gateway does not distinguish a missing token from an expired one.
            Self::Unauthorized => r#""the token is missing, invalid or expired; sign in again""#,
            Self::Throttled | Self::IntegrationFailed | Self::IntegrationTimeout | Self::Internal => {
                r#""try again in a moment""#
            }
            Self::InvalidParameters | Self::Forbidden | Self::BodyTooLarge | Self::UnsupportedMediaType => {
                "$context.error.messageString"
            }
        }
    }

    fn may_be_retried(self) -> bool {
        matches!(
            self,
            Self::Throttled | Self::IntegrationFailed | Self::IntegrationTimeout
        )
    }

    fn document(self, problem: &GatewayProblem) -> String {
        let GatewayProblem {
            status,
            problem_type,
            title,
        } = problem;
        let detail = self.detail();
        format!(
            r#"{{"type":"{problem_type}","title":"{title}","status":{status},"detail":{detail},"requestId":"$context.requestId"}}"#
        )
    }
}
