//! The configuration of all AWS clients.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_smithy_http_client::tls::{self, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_types::{
    SdkConfig,
    region::Region,
    sdk_config::{RetryConfig, SharedCredentialsProvider, TimeoutConfig},
};

use crate::{StartError, start::require};

/// The variables that every client needs.
pub(crate) const VARIABLES: [&str; 3] = ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

/// The connect timeout. The services are in the same region.
const CONNECT: Duration = Duration::from_secs(1);
/// The timeout of one attempt, so that a lost packet causes a retry and not a failed request.
const ATTEMPT: Duration = Duration::from_secs(2);
/// The timeout of all attempts together, well below the 29 seconds of the gateway.
const OPERATION: Duration = Duration::from_secs(6);

/// Reads credentials, region and endpoint from the variables that Lambda sets.
///
/// They are valid for the lifetime of the process: Lambda ends an execution environment before its credentials expire.
/// `AWS_ENDPOINT_URL` overrides the endpoint of every client, as in the AWS CLI.
pub fn sdk_config(mut variable: impl FnMut(&'static str) -> Option<String>) -> Result<SdkConfig, StartError> {
    require(&VARIABLES, &mut variable)?;
    let [region, key_id, secret] = VARIABLES.map(|name| variable(name).unwrap_or_default());
    let credentials = Credentials::new(key_id, secret, variable("AWS_SESSION_TOKEN"), None, "environment");
    let http = aws_smithy_http_client::Builder::new()
        .tls_provider(tls::Provider::Rustls(CryptoMode::AwsLc))
        .build_https();
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(CONNECT)
        .operation_attempt_timeout(ATTEMPT)
        .operation_timeout(OPERATION)
        .build();
    let mut config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(region))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(http)
        .retry_config(RetryConfig::standard())
        .timeout_config(timeouts);
    config.set_endpoint_url(variable("AWS_ENDPOINT_URL"));
    Ok(config.build())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lambda(name: &str) -> Option<String> {
        matches!(
            name,
            "AWS_REGION" | "AWS_ACCESS_KEY_ID" | "AWS_SECRET_ACCESS_KEY" | "AWS_SESSION_TOKEN"
        )
        .then(|| format!("the {name}"))
    }

    #[test]
    fn region_and_credentials_come_from_the_environment() {
        let config = sdk_config(lambda).unwrap();
        assert_eq!(config.region().unwrap().as_ref(), "the AWS_REGION");
        assert_eq!(config.endpoint_url(), None);
    }

    #[test]
    fn the_endpoint_can_be_overridden() {
        let local = |name| {
            if name == "AWS_ENDPOINT_URL" {
                Some("http://127.0.0.1:4566".into())
            } else {
                lambda(name)
            }
        };
        assert_eq!(
            sdk_config(local).unwrap().endpoint_url(),
            Some("http://127.0.0.1:4566")
        );
    }

    #[test]
    fn an_error_names_all_missing_variables() {
        let error = sdk_config(|name| (name == "AWS_REGION").then(String::new)).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` are not set"),
            "{error}"
        );
    }
}
