//! Connects to an AWS account, or to an AWS-compatible endpoint.
//!
//! A local endpoint gets dummy credentials and never the user's own; AWS never gets the dummy ones.

use std::error::Error;

use aws_config::identity::IdentityCache;
use aws_config::retry::RetryConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_cloudformation as cloudformation;
use aws_sdk_s3 as s3;
use aws_sdk_s3::config::Credentials;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};

use crate::credentials::{self, Chain, Report};
use crate::settings::StackSettings;
use crate::terminal::{Detail, split_hint};
use connection_limit::ConnectionLimit;

mod connection_limit;

/// How often a call of CloudFormation is tried, with exponential backoff.
const MAX_ATTEMPTS: u32 = 8;

/// The options of the command line that select the account to call. They take precedence over the environment's settings.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct AwsOptions<'a> {
    pub(crate) region: Option<&'a str>,
    pub(crate) endpoint_url: Option<&'a str>,
    pub(crate) profile: Option<&'a str>,
    /// Report each source of credentials that was tried.
    pub(crate) verbose: bool,
}

/// The clients of one run, all for the same account, region and endpoint.
#[derive(Debug, Clone)]
pub(crate) struct Aws {
    pub(crate) config: SdkConfig,
    pub(crate) region: String,
    pub(crate) endpoint: Option<String>,
    pub(crate) cloudformation: cloudformation::Client,
    pub(crate) s3: s3::Client,
    /// `None` at a local endpoint, which gets dummy credentials.
    credentials: Option<Chain>,
}

/// A failed call of AWS, with a hint for common error codes.
#[derive(Debug, thiserror::Error)]
#[error("{text}")]
pub(crate) struct AwsError {
    text: String,
    code: Option<String>,
    message: Option<String>,
    #[source]
    detail: Option<Detail>,
}

impl AwsError {
    /// `action` completes "could not …". For use in `map_err(|error| AwsError::new("describe the stack", &error))`.
    pub(crate) fn new<E, R>(action: impl Into<String>, error: &SdkError<E, R>) -> Self
    where
        E: ProvideErrorMetadata + Error + 'static,
        R: std::fmt::Debug + 'static,
    {
        let code = error.code().map(str::to_owned);
        let message = error.message().map(str::to_owned);
        let (text, detail) = match (&code, credentials::report_in(error)) {
            (None, Some(report)) => (report.to_string(), report.source().map(Detail::new)),
            _ => (
                format!("could not {}: {}", action.into(), describe(error)),
                Some(Detail::new(error)),
            ),
        };
        Self {
            text,
            code,
            message,
            detail,
        }
    }

    pub(crate) fn is(&self, code: &str) -> bool {
        self.code.as_deref() == Some(code)
    }

    /// The error message of the service, if it sent one.
    pub(crate) fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The text without the hint, for use inside another message.
    pub(crate) fn problem(&self) -> &str {
        split_hint(&self.text).0
    }

    pub(crate) fn message_contains(&self, text: &str) -> bool {
        self.text.contains(text)
    }
}

/// Why a call with credentials failed.
fn describe<E, R>(error: &SdkError<E, R>) -> String
where
    E: ProvideErrorMetadata + Error + 'static,
    R: std::fmt::Debug + 'static,
{
    match (error.code(), error.message()) {
        (Some(code), message) => {
            let message = message.map_or_else(String::new, |message| format!(" ({message})"));
            let hint = hint(code).map_or_else(String::new, |hint| format!("\n  hint: {hint}"));
            format!("the service returned `{code}`{message}{hint}")
        }
        (None, _) if matches!(error, SdkError::TimeoutError(_)) => {
            "the request timed out\n  hint: check the network and the endpoint".to_owned()
        }
        (None, _) if matches!(error, SdkError::DispatchFailure(_)) => {
            format!(
                "no connection ({})\n  hint: check the network, the proxy settings and the endpoint",
                root_cause(error)
            )
        }
        (None, _) => root_cause(error),
    }
}

/// The usual solution for an error code.
fn hint(code: &str) -> Option<&'static str> {
    Some(match code {
        "ExpiredToken" | "ExpiredTokenException" | "RequestExpired" => {
            "the credentials have expired; sign in again (`aws sso login` or `aws login`)"
        }
        "InvalidClientTokenId"
        | "InvalidAccessKeyId"
        | "UnrecognizedClientException"
        | "SignatureDoesNotMatch" => {
            "AWS does not accept these credentials; check `AWS_PROFILE` and the region"
        }
        "AccessDenied" | "AccessDeniedException" => {
            "these credentials do not have the permission; add it, or choose others with `--profile`"
        }
        "Throttling" | "ThrottlingException" | "SlowDown" => "too many requests; try again in a minute",
        _ => return None,
    })
}

fn root_cause(error: &dyn Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}

impl Aws {
    /// Resolves region and endpoint and creates the clients; sends no request yet.
    pub(crate) async fn connect(settings: &StackSettings, options: AwsOptions<'_>) -> Self {
        let region = options.region.unwrap_or(&settings.region).to_owned();
        let endpoint = options.endpoint_url.map(str::to_owned);
        let endpoint = endpoint.or_else(|| settings.endpoint.clone());
        let is_local = settings.endpoint.is_some();
        let loader = || {
            let loader = aws_config::defaults(BehaviorVersion::latest()).region(Region::new(region.clone()));
            match options.profile.filter(|_| !is_local) {
                Some(profile) => loader.profile_name(profile),
                None => loader,
            }
        };
        let mut config = loader().identity_cache(
            IdentityCache::lazy()
                .load_timeout(credentials::INTERACTIVE_LIMIT)
                .build(),
        );
        if let Some(endpoint) = &endpoint {
            config = config.endpoint_url(endpoint);
        }
        let mut credentials = None;
        config = if is_local {
            config.credentials_provider(Credentials::new("test", "test", None, None, "local endpoint"))
        } else {
            // Without the endpoint: it does not provide credentials.
            let sdk = loader().no_credentials().load().await;
            let chain = Chain::new(sdk, options.profile.map(str::to_owned), options.verbose);
            credentials = Some(chain.clone());
            config.credentials_provider(chain)
        };
        let config = config.load().await;
        // A bucket name cannot be a subdomain of 127.0.0.1.
        let path_style = endpoint.is_some();
        let s3 = s3::config::Builder::from(&config)
            .force_path_style(path_style)
            .build();
        // CloudFormation limits the calls of a whole account, and a deployment is polled for minutes.
        let cloudformation = cloudformation::config::Builder::from(&config)
            .retry_config(RetryConfig::standard().with_max_attempts(MAX_ATTEMPTS))
            .retry_classifier(ConnectionLimit::default())
            .build();
        Self {
            region,
            endpoint,
            cloudformation: cloudformation::Client::from_conf(cloudformation),
            s3: s3::Client::from_conf(s3),
            config,
            credentials,
        }
    }

    /// A description of the credentials' source. May ask for an MFA code at the terminal.
    pub(crate) async fn credential_source(&self) -> Result<String, Report> {
        match &self.credentials {
            Some(chain) => Ok(chain.resolve().await?.source),
            None => Ok("dummy credentials of a local endpoint".to_owned()),
        }
    }

    /// The account of the credentials. This is the first call of a run, so that a missing sign-in is reported early.
    pub(crate) async fn account(&self) -> Result<String, AwsError> {
        let identity = aws_sdk_sts::Client::new(&self.config)
            .get_caller_identity()
            .send()
            .await
            .map_err(|error| AwsError::new("look up the account of the credentials", &error))?;
        Ok(identity.account().unwrap_or_default().to_owned())
    }

    /// The account, or an error if the environment belongs to another one.
    pub(crate) async fn expected_account(&self, settings: &StackSettings) -> Result<String, AccountError> {
        let account = self.account().await?;
        match &settings.account {
            Some(expected) if *expected != account && settings.endpoint.is_none() => {
                Err(AccountError::Mismatch {
                    expected: expected.clone(),
                    account,
                })
            }
            _ => Ok(account),
        }
    }

    /// The region's partition, as it appears in ARNs.
    pub(crate) fn partition(&self) -> &'static str {
        match self.region.split('-').next() {
            Some("cn") => "aws-cn",
            _ if self.region.starts_with("us-gov-") => "aws-us-gov",
            _ => "aws",
        }
    }
}

/// Why the account cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AccountError {
    #[error(
        "the credentials belong to account `{account}`, but the environment belongs to `{expected}`\n  \
         hint: choose another profile with `--profile` or `AWS_PROFILE`"
    )]
    Mismatch { expected: String, account: String },
    #[error(transparent)]
    Aws(#[from] AwsError),
}
