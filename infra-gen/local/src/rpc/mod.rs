//! Calls AWS services that speak JSON, using the runtime of the AWS SDK: its credentials, signatures, retries and timeouts.
//! [`Client`] is for services with the protocol `awsJson1_1`, [`lambda`] for AWS Lambda, whose operations are paths.
//!
//! This is for services with few used operations, whose generated crates take longer to compile than the rest of this
//! workspace. The caller defines the input and output of an operation. Paging, streaming and other protocols are not
//! supported.

pub mod lambda;

use std::fmt;

use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_runtime::auth::sigv4::{SCHEME_ID, SigV4AuthScheme};
use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime::client::retries::classifiers::TransientErrorClassifier;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::AuthSchemeOptionResolverParams;
use aws_smithy_runtime_api::client::auth::static_resolver::StaticAuthSchemeOptionResolver;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::Layer;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::RetryConfig;
use aws_types::region::{Region, SigningRegion};
use aws_types::{SdkConfig, SigningName};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A service.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// The name in signatures and endpoints, `logs`.
    name: &'static str,
    /// The prefix of the operation in `X-Amz-Target`, `Logs_20140328`.
    target: &'static str,
}

/// Amazon CloudWatch Logs.
pub const LOGS: Service = Service {
    name: "logs",
    target: "Logs_20140328",
};

/// The user pools of Amazon Cognito.
pub const USER_POOLS: Service = Service {
    name: "cognito-idp",
    target: "AWSCognitoIdentityProviderService",
};

/// A client of a service, for the account, region and endpoint of a configuration.
#[derive(Debug, Clone)]
pub struct Client {
    config: SdkConfig,
    service: Service,
}

/// The error response of a service.
#[derive(Debug)]
pub struct ServiceError(ErrorMetadata);

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for ServiceError {}

impl ProvideErrorMetadata for ServiceError {
    fn meta(&self) -> &ErrorMetadata {
        &self.0
    }
}

/// Why a call failed.
pub type CallError = SdkError<ServiceError, HttpResponse>;

impl Client {
    /// Makes no call yet.
    pub fn new(config: &SdkConfig, service: Service) -> Self {
        Self {
            config: config.clone(),
            service,
        }
    }

    /// Calls an operation and returns its output.
    pub async fn call<O>(&self, operation: &'static str, input: &impl Serialize) -> Result<O, CallError>
    where
        O: DeserializeOwned + fmt::Debug + Send + Sync + 'static,
    {
        let request = Request {
            method: "POST",
            path: "/".to_owned(),
            headers: vec![
                ("content-type", "application/x-amz-json-1.1".to_owned()),
                ("x-amz-target", format!("{}.{operation}", self.service.target)),
            ],
            body: serde_json::to_vec(input).map_err(SdkError::construction_failure)?,
        };
        self.send(operation, request, json::<O>).await
    }

    /// Sends a request and reads the response of a successful operation.
    async fn send<O>(
        &self,
        operation: &'static str,
        request: Request,
        read: fn(&HttpResponse) -> Result<O, OrchestratorError<ServiceError>>,
    ) -> Result<O, CallError>
    where
        O: fmt::Debug + Send + Sync + 'static,
    {
        let mut builder = Operation::builder()
            .service_name(self.service.name)
            .operation_name(operation)
            .behavior_version(BehaviorVersion::latest())
            .endpoint_url(&self.endpoint())
            .standard_retry(self.config.retry_config().unwrap_or(&RetryConfig::standard()))
            .retry_classifier(AwsErrorCodeClassifier::<ServiceError>::new())
            .retry_classifier(TransientErrorClassifier::<ServiceError>::new())
            .with_connection_poisoning()
            .runtime_plugin(self.plugin());
        if let Some(limits) = self.config.timeout_config() {
            builder = builder.timeout_config(limits.clone());
        }
        builder
            .serializer(Request::into_http)
            .deserializer(move |response| {
                if response.status().is_success() {
                    read(response)
                } else {
                    Err(OrchestratorError::operation(service_error(response)))
                }
            })
            .build()
            .invoke(request)
            .await
    }

    /// The plugin that signs and sends the requests.
    fn plugin(&self) -> StaticRuntimePlugin {
        let mut layer = Layer::new("json service");
        layer.store_put(AuthSchemeOptionResolverParams::new(()));
        layer.store_put(SigV4OperationSigningConfig::default());
        layer.store_put(SigningName::from_static(self.service.name));
        if let Some(region) = self.config.region() {
            layer.store_put(region.clone());
            layer.store_put(SigningRegion::from(region.clone()));
        }
        let mut components = RuntimeComponentsBuilder::new("json service")
            .with_http_client(self.config.http_client())
            .with_sleep_impl(self.config.sleep_impl())
            .with_time_source(self.config.time_source())
            .with_identity_cache(self.config.identity_cache())
            .with_auth_scheme(SigV4AuthScheme::new())
            .with_auth_scheme_option_resolver(Some(StaticAuthSchemeOptionResolver::new(vec![SCHEME_ID])));
        if let Some(credentials) = self.config.credentials_provider() {
            components.set_identity_resolver(SCHEME_ID, credentials);
        }
        StaticRuntimePlugin::new()
            .with_config(layer.freeze())
            .with_runtime_components(components)
    }

    /// The endpoint of the configuration, or the default endpoint of the service.
    fn endpoint(&self) -> String {
        if let Some(endpoint) = self.config.endpoint_url() {
            return endpoint.to_owned();
        }
        let region = self.config.region().map_or("us-east-1", Region::as_ref);
        let fips = if self.config.use_fips() == Some(true) {
            "-fips"
        } else {
            ""
        };
        let suffix = suffix(region, self.config.use_dual_stack() == Some(true));
        format!("https://{}{fips}.{region}.{suffix}", self.service.name)
    }
}

/// The DNS suffix of the partition of a region.
fn suffix(region: &str, dual_stack: bool) -> &'static str {
    let partitions = [
        ("cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
        ("eusc-", "amazonaws.eu", "api.amazonwebservices.eu"),
        ("us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
        ("us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
    ];
    let partition = partitions
        .iter()
        .find(|(prefix, _, _)| region.starts_with(prefix));
    match partition {
        Some((_, _, both)) if dual_stack => both,
        Some((_, suffix, _)) => suffix,
        None if dual_stack => "api.aws",
        None => "amazonaws.com",
    }
}

/// An operation's HTTP request, without its signature.
#[derive(Debug)]
struct Request {
    method: &'static str,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Request {
    fn into_http(self) -> Result<HttpRequest, BoxError> {
        let mut request = HttpRequest::new(SdkBody::from(self.body));
        request.set_method(self.method)?;
        request.set_uri(self.path)?;
        for (name, value) in self.headers {
            request.headers_mut().try_append(name, value)?;
        }
        Ok(request)
    }
}

/// The output of an operation with a JSON response.
fn json<O: DeserializeOwned>(response: &HttpResponse) -> Result<O, OrchestratorError<ServiceError>> {
    let body = response.body().bytes().unwrap_or_default();
    // An operation without output may have an empty response.
    let body = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(OrchestratorError::other)
}

/// `{"__type": "com.amazonaws.logs#ResourceNotFoundException", "message": "…"}`, or the type in the header `x-amzn-errortype`.
fn service_error(response: &HttpResponse) -> ServiceError {
    let header = response.headers().get("x-amzn-errortype");
    error_in(response.body().bytes().unwrap_or_default(), header)
}

fn error_in(body: &[u8], header: Option<&str>) -> ServiceError {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |names: &[&str]| names.iter().find_map(|name| body.get(name)?.as_str());
    let mut metadata = ErrorMetadata::builder();
    if let Some(kind) = header.or_else(|| text(&["__type", "code"])) {
        let code = kind.rsplit('#').next().unwrap_or(kind);
        metadata = metadata.code(code.split(':').next().unwrap_or(code));
    }
    if let Some(message) = text(&["message", "Message", "errorMessage"]) {
        metadata = metadata.message(message);
    }
    ServiceError(metadata.build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_endpoint_depends_on_the_partition() {
        let endpoint = |region: &'static str, fips: bool, dual_stack: bool| {
            let config = SdkConfig::builder()
                .region(Region::new(region))
                .use_fips(fips)
                .use_dual_stack(dual_stack)
                .build();
            Client::new(&config, LOGS).endpoint()
        };
        assert_eq!(
            endpoint("eu-central-1", false, false),
            "https://logs.eu-central-1.amazonaws.com"
        );
        assert_eq!(
            endpoint("cn-north-1", false, false),
            "https://logs.cn-north-1.amazonaws.com.cn"
        );
        assert_eq!(
            endpoint("us-gov-west-1", true, false),
            "https://logs-fips.us-gov-west-1.amazonaws.com"
        );
        assert_eq!(
            endpoint("us-east-1", false, true),
            "https://logs.us-east-1.api.aws"
        );
    }

    #[test]
    fn the_error_code_is_the_last_part_of_the_type() {
        for (body, code, message) in [
            (
                r#"{"__type": "com.amazonaws.logs#ResourceNotFoundException", "message": "no group"}"#,
                Some("ResourceNotFoundException"),
                Some("no group"),
            ),
            (
                r#"{"__type": "ThrottlingException:http://internal.amazon.com/", "Message": "slow"}"#,
                Some("ThrottlingException"),
                Some("slow"),
            ),
            ("<html>", None, None),
        ] {
            let error = error_in(body.as_bytes(), None);
            assert_eq!((error.code(), error.message()), (code, message), "{body}");
        }
    }

    #[test]
    fn the_error_code_may_be_in_a_header() {
        let error = error_in(br#"{"message": "none"}"#, Some("ResourceNotFoundException"));
        assert_eq!(
            (error.code(), error.message()),
            (Some("ResourceNotFoundException"), Some("none"))
        );
    }
}
