//! The way to an AWS account, or to an endpoint that behaves like one.
//!
//! A local endpoint gets made-up credentials and never the user's own; AWS never gets the made-up ones.

use std::error::Error;

use aws_config::identity::IdentityCache;
use aws_config::retry::RetryConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_cloudformation as cloudformation;
use aws_sdk_s3 as s3;
use aws_sdk_s3::config::Credentials;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};

use crate::args::Global;
use crate::credentials::{self, Chain, Report};
use crate::settings::StackSettings;
use crate::terminal::Detail;
use connection_limit::ConnectionLimit;

mod connection_limit;

/// How often CloudFormation is asked before a refusal is believed, each time after a longer pause.
const PATIENCE: u32 = 8;

/// The clients of one run, all for the same account, region and endpoint.
#[derive(Debug, Clone)]
pub(crate) struct Aws {
    pub(crate) config: SdkConfig,
    pub(crate) region: String,
    pub(crate) endpoint: Option<String>,
    pub(crate) cloudformation: cloudformation::Client,
    pub(crate) s3: s3::Client,
    /// None at a local endpoint, which gets made-up credentials.
    credentials: Option<Chain>,
}

/// A call to AWS that failed, in words, with what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{text}")]
pub(crate) struct AwsError {
    text: String,
    code: Option<String>,
    said: Option<String>,
    #[source]
    detail: Option<Detail>,
}

impl AwsError {
    /// For use in `map_err(|error| AwsError::new("describe the stack", &error))`.
    pub(crate) fn new<E, R>(action: impl Into<String>, error: &SdkError<E, R>) -> Self
    where
        E: ProvideErrorMetadata + Error + 'static,
        R: std::fmt::Debug + 'static,
    {
        let code = error.code().map(str::to_owned);
        let said = error.message().map(str::to_owned);
        let (text, detail) = match (&code, credentials::report_in(error)) {
            (None, Some(report)) => (report.to_string(), report.source().map(Detail::new)),
            _ => (
                format!("could not {}: {}", action.into(), complaint(error)),
                Some(Detail::new(error)),
            ),
        };
        Self {
            text,
            code,
            said,
            detail,
        }
    }

    pub(crate) fn is(&self, code: &str) -> bool {
        self.code.as_deref() == Some(code)
    }

    /// The service's own words, if it had any.
    pub(crate) fn said(&self) -> Option<&str> {
        self.said.as_deref()
    }

    pub(crate) fn message_contains(&self, text: &str) -> bool {
        self.text.contains(text)
    }
}

/// What went wrong with a call that had its credentials.
fn complaint<E, R>(error: &SdkError<E, R>) -> String
where
    E: ProvideErrorMetadata + Error + 'static,
    R: std::fmt::Debug + 'static,
{
    match (error.code(), error.message()) {
        (Some(code), said) => {
            let said = said.map_or_else(String::new, |said| format!(" ({said})"));
            format!("the service answered `{code}`{said}{}", mend(code))
        }
        (None, _) if matches!(error, SdkError::TimeoutError(_)) => {
            "no answer in time; check the network and the endpoint".to_owned()
        }
        (None, _) if matches!(error, SdkError::DispatchFailure(_)) => {
            format!(
                "no connection ({}); check the network, the proxy settings and the endpoint",
                root_cause(error)
            )
        }
        (None, _) => root_cause(error),
    }
}

/// What usually helps against an error code.
fn mend(code: &str) -> &'static str {
    match code {
        "ExpiredToken" | "ExpiredTokenException" | "RequestExpired" => {
            "; the credentials have expired: sign in again (`aws sso login`, `aws login`)"
        }
        "InvalidClientTokenId"
        | "InvalidAccessKeyId"
        | "UnrecognizedClientException"
        | "SignatureDoesNotMatch" => {
            "; these credentials are not known there: check `AWS_PROFILE` and the region"
        }
        "AccessDenied" | "AccessDeniedException" => "; the credentials lack this permission",
        "Throttling" | "ThrottlingException" | "SlowDown" => "; too many calls: try again in a minute",
        _ => "",
    }
}

fn root_cause(error: &dyn Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}

impl Aws {
    /// Resolves region, endpoint and credentials; calls nothing yet.
    pub(crate) async fn connect(settings: &StackSettings, global: &Global) -> Self {
        let region = global.region.clone().unwrap_or_else(|| settings.region.clone());
        let endpoint = global.endpoint_url.clone().or_else(|| settings.endpoint.clone());
        let is_local = settings.endpoint.is_some();
        let loader = || {
            let loader = aws_config::defaults(BehaviorVersion::latest()).region(Region::new(region.clone()));
            match global.profile.as_ref().filter(|_| !is_local) {
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
            // What hands out credentials is not at the endpoint.
            let sdk = loader().no_credentials().load().await;
            let chain = Chain::new(sdk, global.profile.clone(), global.verbose);
            credentials = Some(chain.clone());
            config.credentials_provider(chain)
        };
        let config = config.load().await;
        // A bucket's name is no subdomain of 127.0.0.1.
        let path_style = endpoint.is_some();
        let s3 = s3::config::Builder::from(&config)
            .force_path_style(path_style)
            .build();
        // It limits the calls of a whole account, and a deployment is watched for minutes.
        let patient = cloudformation::config::Builder::from(&config)
            .retry_config(RetryConfig::standard().with_max_attempts(PATIENCE))
            .retry_classifier(ConnectionLimit::default())
            .build();
        Self {
            region,
            endpoint,
            cloudformation: cloudformation::Client::from_conf(patient),
            s3: s3::Client::from_conf(s3),
            config,
            credentials,
        }
    }

    /// The source of the credentials, in words. It may ask for a code at the terminal.
    pub(crate) async fn credential_source(&self) -> Result<String, Report> {
        match &self.credentials {
            Some(chain) => Ok(chain.resolve().await?.source),
            None => Ok("made-up credentials of a local endpoint".to_owned()),
        }
    }

    /// Who these credentials are. The first call of a run, so that a sign-in that is missing is told early.
    pub(crate) async fn account(&self) -> Result<String, AwsError> {
        let identity = aws_sdk_sts::Client::new(&self.config)
            .get_caller_identity()
            .send()
            .await
            .map_err(|error| AwsError::new("find out whose credentials these are", &error))?;
        Ok(identity.account().unwrap_or_default().to_owned())
    }

    /// The account, refused when the environment belongs to another.
    pub(crate) async fn expected_account(&self, settings: &StackSettings) -> Result<String, AccountError> {
        let account = self.account().await?;
        match &settings.account {
            Some(expected) if *expected != account && settings.endpoint.is_none() => {
                Err(AccountError::Another {
                    expected: expected.clone(),
                    account,
                })
            }
            _ => Ok(account),
        }
    }

    /// The partition that the region belongs to, as ARNs spell it.
    pub(crate) fn partition(&self) -> &'static str {
        match self.region.split('-').next() {
            Some("cn") => "aws-cn",
            _ if self.region.starts_with("us-gov-") => "aws-us-gov",
            _ => "aws",
        }
    }
}

/// Why the account is not the one.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AccountError {
    #[error(
        "these credentials belong to account `{account}`, the environment to `{expected}`; \
         choose the right profile with `--profile` or `AWS_PROFILE`"
    )]
    Another { expected: String, account: String },
    #[error(transparent)]
    Aws(#[from] AwsError),
}
