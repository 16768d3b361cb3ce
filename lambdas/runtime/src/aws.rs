//! The one configuration that every client of an AWS service is made of.

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

/// Without these no client can be made.
pub(crate) const VARIABLES: [&str; 3] = ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

/// How long to wait for a connection. The services are in the same region.
const CONNECT: Duration = Duration::from_secs(1);
/// How long one attempt may take, so that a lost packet costs a retry and not the request.
const ATTEMPT: Duration = Duration::from_secs(2);
/// How long all attempts may take together: well under the 29 seconds that the gateway waits.
const OPERATION: Duration = Duration::from_secs(6);

/// Reads credentials, region and endpoint from the variables that Lambda sets.
///
/// They hold for as long as the process lives: Lambda ends an execution environment before its credentials expire.
/// `AWS_ENDPOINT_URL` sends every client to another endpoint, as in the command line of AWS.
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
    fn another_endpoint_is_honoured() {
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
    fn everything_that_is_missing_is_named() {
        let error = sdk_config(|name| (name == "AWS_REGION").then(String::new)).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` are not set"),
            "{error}"
        );
    }
}
