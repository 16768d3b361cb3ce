//! The gateway's own errors as problem documents (RFC 9457), with the CORS headers that let the site's scripts read
//! them. Which `type`, title and status an error has is the application's word, so that its clients meet one shape;
//! [`GatewayError::problem`] is for one that has none.

use infra_gen_cfn::{Handle, LogicalId, Map, Stack, apigateway};

use super::{Content, RestApiProps};

/// What the gateway refuses, or fails at, before or after the function.
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GatewayError {
    /// The body does not fit the route's model.
    InvalidBody,
    /// A required parameter is missing.
    InvalidParameters,
    /// No route has this method and path. The gateway's own name for it is a missing authentication token.
    NoSuchRoute,
    /// There is no token, or one that is not valid, has expired or was made for something else.
    Unauthorized,
    /// The signature or key is not good for this; a firewall's refusal, too.
    Forbidden,
    /// The body is larger than 10 MB.
    BodyTooLarge,
    /// The body's media type is not one that the route takes.
    UnsupportedMediaType,
    /// More requests than the stage allows.
    Throttled,
    /// The function could not be called.
    IntegrationFailed,
    /// The function did not answer in 29 seconds.
    IntegrationTimeout,
    /// Anything else; a mistake in the API's configuration, most often.
    Internal,
}

/// What an error is called in its problem document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GatewayProblem {
    /// The HTTP status, 400 to 599.
    pub status: u16,
    /// The `type`: a stable URI reference.
    pub problem_type: &'static str,
    /// The title: the same for every problem of the type.
    pub title: &'static str,
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
        // A client without a token is told what kind to get (RFC 6750, section 3).
        let challenge = (error == GatewayError::Unauthorized)
            .then(|| ("gatewayresponse.header.WWW-Authenticate", "'Bearer'".into()));
        let origin = (
            "gatewayresponse.header.Access-Control-Allow-Origin",
            props.cors.quoted_origin(),
        );
        // The template's media type is what the gateway chooses it by; the header is what the client sees.
        let media_type = (
            "gatewayresponse.header.Content-Type",
            "'application/problem+json'".into(),
        );
        let headers: Map<String> = [origin, media_type]
            .into_iter()
            .chain(retry)
            .chain(challenge)
            .collect();
        let response = apigateway::GatewayResponse {
            status_code: Some(problem.status.to_string().into()),
            response_parameters: Some(headers.into()),
            response_templates: Some([("application/json", error.document(problem))].into()),
            ..apigateway::GatewayResponse::new(error.response_type(), api.reference())
        };
        let response = stack.add(id.join(&format!("{error:?}")).join("Response"), response);
        content.add_awaited(response.logical_id());
    }
}

impl GatewayError {
    /// What an API without words of its own says: `problem: GatewayError::problem`.
    pub fn problem(self) -> GatewayProblem {
        let (status, problem_type, title) = match self {
            Self::InvalidBody => (
                400,
                "/problems/invalid-body",
                "The body is not what is expected here",
            ),
            Self::InvalidParameters => (400, "/problems/invalid-parameters", "A parameter is missing"),
            Self::NoSuchRoute => (404, "/problems/not-found", "There is nothing here"),
            Self::Unauthorized => (401, "/problems/unauthorized", "Sign in first"),
            Self::Forbidden => (403, "/problems/forbidden", "This is not allowed"),
            Self::BodyTooLarge => (413, "/problems/body-too-large", "The body is too large"),
            Self::UnsupportedMediaType => {
                (415, "/problems/unsupported-media-type", "The body has to be JSON")
            }
            Self::Throttled => (429, "/problems/too-many-requests", "There are too many requests"),
            Self::IntegrationFailed => (503, "/problems/unavailable", "This does not work at the moment"),
            Self::IntegrationTimeout => (504, "/problems/timeout", "The answer took too long"),
            Self::Internal => (500, "/problems/internal", "Something went wrong"),
        };
        GatewayProblem {
            status,
            problem_type,
            title,
        }
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

    /// The gateway's name for it.
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

    /// What to tell the client, as a JSON text or as the gateway's variable for one.
    fn detail(self) -> &'static str {
        match self {
            Self::InvalidBody => r#""$context.error.validationErrorString""#,
            Self::NoSuchRoute => r#""no route has this method and path""#,
            // The gateway's own word is no more than the status: it does not tell a missing token from an expired one.
            Self::Unauthorized => r#""there is no token here that is good for this; sign in again""#,
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

    fn document(self, problem: GatewayProblem) -> String {
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
