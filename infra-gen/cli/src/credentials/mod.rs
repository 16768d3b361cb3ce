//! Where the AWS credentials of a run come from.
//!
//! The sources are tried in the order of the AWS CLI: environment, profile, web identity, container, instance metadata.
//! With `--profile`, only that profile is tried. If a configured source fails, no other one is tried, because a run must
//! never use an identity that its user did not choose. Each result is recorded, so that an error can list what was tried.
//!
//! The SDK reads each single source. The order, the roles of a profile and the MFA code are implemented here, because the
//! SDK does not report what it tried and does not support `mfa_serial`.
//!
//! No secret is ever printed: access keys are masked, and only stderr of a credential process is shown.
//!
//! - `profile.rs`: a profile of `~/.aws/config`.
//! - `role.rs`: assumes a role.
//! - `signed_in.rs`: the cached tokens of the AWS CLI.
//! - `cause.rs`: explains errors of the SDK.
//! - `report.rs`: the sources that were tried, with their results.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_config::SdkConfig;
use aws_config::ecs::EcsCredentialsProvider;
use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::imds::credentials::ImdsCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::retry::RetryConfig;
use aws_config::web_identity_token::WebIdentityTokenCredentialsProvider;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::terminal::eprint;
use cause::Network;
use report::{Answer, Attempt};

mod cause;
mod profile;
mod report;
mod role;
mod signed_in;

pub(crate) use report::Report;

/// The report inside an error, if a call failed because there were no credentials.
pub(crate) fn report_in<'a>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a Report> {
    cause::find(error)
}

/// The time limit of one source for its network calls.
const NETWORK_LIMIT: Duration = Duration::from_secs(30);
/// The time limit for loading credentials. It is long, because a user may have to type a code or to sign in in a browser.
pub(crate) const INTERACTIVE_LIMIT: Duration = Duration::from_mins(10);
/// Credentials that expire sooner than this are loaded again.
const EXPIRES_SOON: Duration = Duration::from_mins(1);
/// How often a call of a source is tried.
const ATTEMPTS: u32 = 2;

/// The credentials of a run. They are loaded once, and again before they expire.
#[derive(Debug, Clone)]
pub(crate) struct Chain(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// The profile of `--profile`.
    profile: Option<String>,
    sdk: SdkConfig,
    provider: ProviderConfig,
    verbose: bool,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    found: Option<Found>,
    /// The failure, kept so that each call of a run does not ask for the MFA code again.
    failed: Option<Report>,
}

/// Credentials and their source.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) credentials: Credentials,
    /// A description for people.
    pub(crate) source: String,
}

/// The sources, in the order in which they are tried.
#[derive(Debug, Clone, Copy)]
enum Source {
    Environment,
    Profile,
    WebIdentity,
    Container,
    InstanceMetadata,
}

impl Source {
    const ALL: [Self; 5] = [
        Self::Environment,
        Self::Profile,
        Self::WebIdentity,
        Self::Container,
        Self::InstanceMetadata,
    ];
}

impl Chain {
    /// `sdk` has the region and no credentials.
    pub(crate) fn new(sdk: SdkConfig, profile: Option<String>, verbose: bool) -> Self {
        let mut provider = ProviderConfig::without_region()
            .with_region(sdk.region().cloned())
            .with_retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS));
        if let Some(client) = sdk.http_client() {
            provider = provider.with_http_client(client);
        }
        Self(Arc::new(Inner {
            profile,
            sdk,
            provider,
            verbose,
            state: Mutex::default(),
        }))
    }

    /// The credentials, or a report of the sources that were tried.
    pub(crate) async fn resolve(&self) -> Result<Found, Report> {
        let mut state = self.0.state.lock().await;
        if let Some(found) = state.found.as_ref().filter(|found| found.is_fresh()) {
            return Ok(found.clone());
        }
        if let Some(report) = &state.failed {
            return Err(report.clone());
        }
        match self.0.try_sources().await {
            Ok(found) => {
                state.found = Some(found.clone());
                Ok(found)
            }
            Err(report) => {
                if state.found.is_none() {
                    state.failed = Some(report.clone());
                }
                Err(report)
            }
        }
    }
}

impl Inner {
    async fn try_sources(&self) -> Result<Found, Report> {
        let sources = match self.profile {
            Some(_) => &[Source::Profile][..],
            None => &Source::ALL[..],
        };
        let mut attempts = Vec::new();
        for source in sources {
            let name = self.name(*source);
            let answer = self.try_source(*source).await;
            self.log(&name, &answer);
            match answer {
                Ok(found) => return Ok(found),
                Err(answer) => {
                    let is_last = answer.is_failure();
                    attempts.push(Attempt { source: name, answer });
                    if is_last {
                        break;
                    }
                }
            }
        }
        Err(Report::new(attempts))
    }

    fn name(&self, source: Source) -> String {
        match source {
            Source::Environment => "environment".to_owned(),
            Source::Profile => format!(
                "profile `{}` ({})",
                profile::selected(self.profile.as_deref()),
                profile::config_file()
            ),
            Source::WebIdentity => "web identity".to_owned(),
            Source::Container => "container".to_owned(),
            Source::InstanceMetadata => "instance metadata".to_owned(),
        }
    }

    async fn try_source(&self, source: Source) -> Result<Found, Answer> {
        match source {
            Source::Environment => self.environment().await,
            Source::Profile => profile::load(&self.sdk, &self.provider, self.profile.as_deref()).await,
            Source::WebIdentity => self.web_identity().await,
            Source::Container => self.container().await,
            Source::InstanceMetadata => self.instance_metadata().await,
        }
    }

    async fn environment(&self) -> Result<Found, Answer> {
        match (is_set("AWS_ACCESS_KEY_ID"), is_set("AWS_SECRET_ACCESS_KEY")) {
            (false, false) => Err(Answer::not_configured("AWS_ACCESS_KEY_ID is not set")),
            (true, false) => Err(Answer::failed(
                "AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not",
                "set both, or neither",
            )),
            (false, true) => Err(Answer::failed(
                "AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not",
                "set both, or neither",
            )),
            (true, true) => {
                let credentials = EnvironmentVariableCredentialsProvider::new()
                    .provide_credentials()
                    .await
                    .map_err(|error| cause::explain(&error, "the environment"))?;
                Ok(Found::new(credentials, "environment (AWS_ACCESS_KEY_ID)"))
            }
        }
    }

    async fn web_identity(&self) -> Result<Found, Answer> {
        const TOKEN: &str = "AWS_WEB_IDENTITY_TOKEN_FILE";
        if !is_set(TOKEN) {
            return Err(Answer::not_configured(format!("{TOKEN} is not set")));
        }
        if !is_set("AWS_ROLE_ARN") {
            return Err(Answer::failed(
                format!("{TOKEN} is set, but AWS_ROLE_ARN is not"),
                "set AWS_ROLE_ARN to the role that the token is for",
            ));
        }
        let provider = WebIdentityTokenCredentialsProvider::builder()
            .configure(&self.provider)
            .build();
        let credentials = load(&provider, "AWS STS").await?;
        let role = std::env::var("AWS_ROLE_ARN").unwrap_or_default();
        Ok(Found::new(credentials, format!("web identity, role `{role}`")))
    }

    async fn container(&self) -> Result<Found, Answer> {
        let set =
            is_set("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || is_set("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        if !set {
            return Err(Answer::not_configured("not configured"));
        }
        let provider = EcsCredentialsProvider::builder()
            .configure(&self.provider)
            .build();
        let credentials = load(&provider, "the container's credential endpoint").await?;
        Ok(Found::new(credentials, "container"))
    }

    async fn instance_metadata(&self) -> Result<Found, Answer> {
        let is_disabled = std::env::var("AWS_EC2_METADATA_DISABLED")
            .is_ok_and(|disabled| disabled.eq_ignore_ascii_case("true"));
        if is_disabled {
            return Err(Answer::not_configured("disabled by AWS_EC2_METADATA_DISABLED"));
        }
        let provider = ImdsCredentialsProvider::builder()
            .configure(&self.provider)
            .build();
        let endpoint = metadata_endpoint();
        match load(&provider, &endpoint).await {
            Ok(credentials) => Ok(Found::new(credentials, "instance metadata")),
            // Most machines have no such service, so this is not a problem of the network.
            Err(answer) => Err(match &answer.network {
                Some(Network::TimedOut) => {
                    Answer::not_configured(format!("no response from {endpoint} within 1 s"))
                }
                Some(Network::Failed(why)) => {
                    Answer::not_configured(format!("no connection to {endpoint} ({why})"))
                }
                None => answer.not_required(),
            }),
        }
    }

    fn log(&self, source: &str, answer: &Result<Found, Answer>) {
        if !self.verbose {
            return;
        }
        match answer {
            Ok(found) => eprint(format_args!("credentials: found in {}\n", Summary(found))),
            Err(answer) => eprint(format_args!("credentials: {source}: {}\n", answer.text)),
        }
    }
}

impl ProvideCredentials for Chain {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            match self.resolve().await {
                Ok(found) => Ok(found.credentials),
                Err(report) => Err(CredentialsError::provider_error(report)),
            }
        })
    }
}

impl Found {
    fn new(credentials: Credentials, source: impl Into<String>) -> Self {
        Self {
            credentials,
            source: source.into(),
        }
    }

    fn is_fresh(&self) -> bool {
        self.credentials
            .expiry()
            .is_none_or(|expiry| expiry > SystemTime::now() + EXPIRES_SOON)
    }
}

/// The description of credentials: source, masked access key, time until they expire.
struct Summary<'a>(&'a Found);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Found { credentials, source } = self.0;
        write!(f, "{source}, access key {}", masked(credentials.access_key_id()))?;
        if let Some(expiry) = credentials.expiry()
            && let Ok(left) = expiry.duration_since(SystemTime::now())
        {
            write!(f, ", expires in {}", report::rough(left))?;
        }
        Ok(())
    }
}

/// The first and last four characters of an access key: `AKIA…WXYZ`.
fn masked(key: &str) -> String {
    let characters: Vec<char> = key.chars().collect();
    match characters.len() {
        0..=11 => "…".to_owned(),
        length => {
            let part = |range: &[char]| range.iter().collect::<String>();
            format!("{}…{}", part(&characters[..4]), part(&characters[length - 4..]))
        }
    }
}

/// Calls a provider of the SDK, with the time limit of a source.
async fn load(provider: &impl ProvideCredentials, service: &str) -> Result<Credentials, Answer> {
    match timeout(NETWORK_LIMIT, provider.provide_credentials()).await {
        Ok(Ok(credentials)) => Ok(credentials),
        Ok(Err(error)) => Err(cause::explain(&error, service)),
        Err(_) => Err(Answer::failed(
            format!("no response from {service} within {} s", NETWORK_LIMIT.as_secs()),
            cause::CHECK_NETWORK,
        )),
    }
}

fn metadata_endpoint() -> String {
    std::env::var("AWS_EC2_METADATA_SERVICE_ENDPOINT").map_or_else(
        |_| "169.254.169.254".to_owned(),
        |endpoint| {
            endpoint
                .trim_start_matches("http://")
                .trim_end_matches('/')
                .to_owned()
        },
    )
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_access_key_is_masked() {
        assert_eq!(masked("AKIAIOSFODNN7EXAMPLE"), "AKIA…MPLE");
        assert_eq!(masked("short"), "…");
        assert_eq!(masked(""), "…");
    }

    #[test]
    fn credentials_that_expire_soon_are_loaded_again() {
        let found = |left: Option<u64>| {
            let expiry = left.map(|left| SystemTime::now() + Duration::from_secs(left));
            Found::new(Credentials::new("id", "secret", None, expiry, "test"), "test")
        };
        assert!(found(None).is_fresh());
        assert!(found(Some(3600)).is_fresh());
        assert!(!found(Some(30)).is_fresh());
    }
}
