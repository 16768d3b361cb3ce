//! A profile of `~/.aws/config` and `~/.aws/credentials`: its first credentials, and the roles that it assumes with them.
//!
//! A profile that was named explicitly must exist. Roles are assumed here, because the SDK ignores `mfa_serial`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use aws_config::SdkConfig;
use aws_config::ecs::EcsCredentialsProvider;
use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::imds::credentials::ImdsCredentialsProvider;
use aws_config::profile::{Profile, ProfileFileCredentialsProvider, ProfileSet};
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_types::os_shim_internal::{Env, Fs};

use super::report::{Answer, rough};
use super::role::Role;
use super::signed_in::{self, SignIn};
use super::{Found, NETWORK_LIMIT, cause};

const DEFAULT: &str = "default";

/// The profile of a run: `--profile`, else `AWS_PROFILE`, else `default`.
pub(super) fn selected(option: Option<&str>) -> String {
    option
        .map(str::to_owned)
        .or_else(from_environment)
        .unwrap_or_else(|| DEFAULT.to_owned())
}

fn from_environment() -> Option<String> {
    std::env::var("AWS_PROFILE").ok().filter(|name| !name.is_empty())
}

/// The path of the file with the profiles, for messages.
pub(super) fn config_file() -> String {
    std::env::var("AWS_CONFIG_FILE").unwrap_or_else(|_| "~/.aws/config".to_owned())
}

/// The credentials of a profile.
pub(super) async fn load(
    sdk: &SdkConfig,
    provider: &ProviderConfig,
    option: Option<&str>,
) -> Result<Found, Answer> {
    let files = EnvConfigFiles::default();
    let profiles = aws_config::profile::load(&Fs::real(), &Env::real(), &files, None)
        .await
        .map_err(|error| Answer::failed(error.to_string(), "correct the file").because(&error))?;
    let name = selected(option);
    if profiles.get_profile(&name).is_none() {
        return Err(if option.is_some() || from_environment().is_some() {
            unknown_profile(&profiles)
        } else {
            Answer::not_configured("profile not found")
        });
    }
    let plan = Plan::read(&profiles, &name)?;
    if let (Base::Nothing, true, None) = (&plan.base, plan.roles.is_empty(), option) {
        return Err(Answer::not_configured("no credentials in this profile"));
    }
    let (mut credentials, mut source) = plan.base_credentials(provider).await?;
    for role in &plan.roles {
        credentials = role.assume(sdk, credentials).await?;
        let _ = write!(source, " → role `{}`", role.arn);
    }
    Ok(Found::new(credentials, format!("profile `{name}`: {source}")))
}

fn unknown_profile(profiles: &ProfileSet) -> Answer {
    let known: BTreeSet<&str> = profiles.profiles().collect();
    if known.is_empty() {
        return Answer::failed(
            "profile not found; no profile is configured",
            "create one with `aws configure sso` or `aws configure`",
        );
    }
    let known = known.into_iter().collect::<Vec<_>>().join("`, `");
    Answer::failed(
        format!("profile not found; known profiles: `{known}`"),
        "choose one of them with `--profile` or AWS_PROFILE",
    )
}

/// How a profile gets its credentials.
#[derive(Debug)]
struct Plan {
    /// The profile with the first credentials.
    first: String,
    base: Base,
    /// In the order in which they are assumed.
    roles: Vec<Role>,
    /// The profile without its role, if it is its own `source_profile`. The SDK must not see the role then.
    own_base: Option<String>,
}

/// The kind of the first credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Base {
    Keys,
    /// The session's name, or the start URL of a profile without one.
    Sso {
        cached_under: String,
    },
    Login {
        session: String,
    },
    Process,
    WebIdentity,
    /// The value of `credential_source`.
    Source(String),
    Nothing,
}

impl Base {
    fn from_profile(profile: &Profile) -> Self {
        let has = |key| profile.get(key).is_some();
        if has("role_arn") && has("web_identity_token_file") {
            Self::WebIdentity
        } else if has("sso_session") || has("sso_start_url") || has("sso_account_id") {
            let session = profile.get("sso_session");
            let cached_under = session.or_else(|| profile.get("sso_start_url"));
            Self::Sso {
                cached_under: cached_under.unwrap_or_default().to_owned(),
            }
        } else if let Some(session) = profile.get("login_session") {
            Self::Login {
                session: session.to_owned(),
            }
        } else if has("credential_process") {
            Self::Process
        } else if has_keys(profile) {
            Self::Keys
        } else {
            Self::Nothing
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::Keys => "access key".to_owned(),
            Self::Sso { cached_under } => format!("IAM Identity Center `{cached_under}`"),
            Self::Login { .. } => "`aws login`".to_owned(),
            Self::Process => "credential process".to_owned(),
            Self::WebIdentity => "web identity".to_owned(),
            Self::Source(source) => format!("credential source {source}"),
            Self::Nothing => "nothing".to_owned(),
        }
    }
}

fn has_keys(profile: &Profile) -> bool {
    profile.get("aws_access_key_id").is_some() || profile.get("aws_secret_access_key").is_some()
}

/// The settings of a profile's first credentials, except keys.
const BASE_KEYS: [&str; 8] = [
    "sso_session",
    "sso_account_id",
    "sso_region",
    "sso_role_name",
    "sso_start_url",
    "login_session",
    "credential_process",
    "aws_account_id",
];

impl Plan {
    fn read(profiles: &ProfileSet, name: &str) -> Result<Self, Answer> {
        let mut roles = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        let mut name = name.to_owned();
        loop {
            let Some(profile) = profiles.get_profile(&name) else {
                let from = seen.last().cloned().unwrap_or_default();
                return Err(Answer::failed(
                    format!("profile `{from}` has `source_profile = {name}`, which does not exist"),
                    format!("correct `source_profile` in {}", config_file()),
                ));
            };
            if seen.contains(&name) {
                seen.push(name);
                return Err(Answer::failed(
                    format!(
                        "the profiles refer to each other in a cycle: {}",
                        seen.join(" → ")
                    ),
                    format!("correct `source_profile` in {}", config_file()),
                ));
            }
            // Like the AWS CLI: if a source profile has keys, its role is ignored.
            let has_final_keys = !seen.is_empty() && has_keys(profile);
            let role = Role::read(profile)?.filter(|_| !has_final_keys);
            seen.push(name.clone());
            let Some(role) = role else {
                let base = if has_final_keys {
                    Base::Keys
                } else {
                    Base::from_profile(profile)
                };
                return Ok(Self::new(base, name, roles, None));
            };
            roles.push(role);
            match (profile.get("source_profile"), profile.get("credential_source")) {
                (Some(_), Some(_)) => {
                    return Err(Answer::failed(
                        format!("profile `{name}` has both `source_profile` and `credential_source`"),
                        "remove one of them",
                    ));
                }
                (None, None) => {
                    return Err(Answer::failed(
                        format!(
                            "profile `{name}` has `role_arn`, but neither `source_profile` nor `credential_source`"
                        ),
                        "set `source_profile` to the profile that is allowed to assume the role",
                    ));
                }
                (None, Some(source)) => {
                    return Ok(Self::new(Base::Source(source.to_owned()), name, roles, None));
                }
                (Some(source), None) if source == name => {
                    let own = without_role(profile);
                    return Ok(Self::new(Base::from_profile(profile), name, roles, Some(own)));
                }
                (Some(source), None) => source.clone_into(&mut name),
            }
        }
    }

    fn new(base: Base, first: String, mut roles: Vec<Role>, own_base: Option<String>) -> Self {
        roles.reverse();
        Self {
            first,
            base,
            roles,
            own_base,
        }
    }

    async fn base_credentials(&self, provider: &ProviderConfig) -> Result<(Credentials, String), Answer> {
        let credentials = match &self.base {
            Base::Source(source) => from_source(source, provider).await,
            _ => self.read_by_sdk(provider).await,
        };
        let describe = || {
            if self.roles.is_empty() {
                self.base.describe()
            } else {
                format!("{} of profile `{}`", self.base.describe(), self.first)
            }
        };
        match credentials {
            Ok(credentials) => Ok((credentials, describe())),
            Err(answer) if self.roles.is_empty() => Err(answer),
            Err(answer) => Err(answer.within(&format!("source `{}`", self.first))),
        }
    }

    async fn read_by_sdk(&self, provider: &ProviderConfig) -> Result<Credentials, Answer> {
        if self.base == Base::Nothing {
            return Err(Answer::failed(
                "no credentials in this profile",
                format!(
                    "run `aws configure sso --profile {0}` or `aws login --profile {0}`",
                    self.first
                ),
            ));
        }
        let mut builder = ProfileFileCredentialsProvider::builder().configure(provider);
        builder = match &self.own_base {
            Some(contents) => {
                let files = EnvConfigFiles::builder()
                    .include_default_config_file(true)
                    .include_default_credentials_file(true)
                    .with_contents(EnvConfigFileKind::Config, contents)
                    .build();
                builder.profile_files(files).profile_name(WITHOUT_ROLE)
            }
            None => builder.profile_name(&self.first),
        };
        let provider = builder.build();
        // No time limit for a process, because it may ask the user for input.
        let loading = provider.provide_credentials();
        let loaded = if self.base == Base::Process {
            loading.await
        } else {
            let Ok(loaded) = tokio::time::timeout(NETWORK_LIMIT, loading).await else {
                let service = self.service();
                return Err(Answer::failed(
                    format!("no response from {service} within {} s", NETWORK_LIMIT.as_secs()),
                    cause::CHECK_NETWORK,
                ));
            };
            loaded
        };
        loaded.map_err(|error| self.explain(&error))
    }

    fn service(&self) -> &'static str {
        match self.base {
            Base::Sso { .. } => "IAM Identity Center",
            Base::Login { .. } => "AWS Sign-In",
            Base::WebIdentity => "AWS STS",
            _ => "the profile",
        }
    }

    fn explain(&self, error: &CredentialsError) -> Answer {
        if cause::network(error).is_some() {
            return cause::explain(error, self.service());
        }
        let is_misconfigured = matches!(
            error,
            CredentialsError::InvalidConfiguration(_) | CredentialsError::CredentialsNotLoaded(_)
        );
        if is_misconfigured {
            let hint = format!("correct profile `{}` in {}", self.first, config_file());
            return Answer::failed(cause::root(error).to_string(), hint).because(error);
        }
        let answer = match &self.base {
            Base::Sso { cached_under } => sso(signed_in::sso(cached_under), &self.first, error),
            Base::Login { session } => login(signed_in::login(session), &self.first, error),
            Base::Process => process(&cause::root(error).to_string(), &self.first),
            _ => cause::explain(error, self.service()),
        };
        answer.because(error)
    }
}

/// The name of the profile that the SDK reads instead of one that is its own source.
const WITHOUT_ROLE: &str = "infra-gen-source-of-the-role";

fn without_role(profile: &Profile) -> String {
    let mut contents = format!("[profile {WITHOUT_ROLE}]\n");
    let keys = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"];
    for key in BASE_KEYS.into_iter().chain(keys) {
        if let Some(value) = profile.get(key) {
            let _ = writeln!(contents, "{key} = {value}");
        }
    }
    contents
}

/// The credentials of a `credential_source`.
async fn from_source(source: &str, provider: &ProviderConfig) -> Result<Credentials, Answer> {
    match source.to_ascii_lowercase().as_str() {
        "environment" => {
            let provider = EnvironmentVariableCredentialsProvider::new();
            super::load(&provider, "the environment").await
        }
        "ecscontainer" => {
            let provider = EcsCredentialsProvider::builder().configure(provider).build();
            super::load(&provider, "the container's credential endpoint").await
        }
        "ec2instancemetadata" => {
            let provider = ImdsCredentialsProvider::builder().configure(provider).build();
            super::load(&provider, &super::metadata_endpoint()).await
        }
        _ => Err(Answer::failed(
            format!("`credential_source = {source}` is unknown"),
            "use `Environment`, `EcsContainer` or `Ec2InstanceMetadata`",
        )),
    }
}

fn sso(state: SignIn, profile: &str, error: &CredentialsError) -> Answer {
    let hint = format!("run `aws sso login --profile {profile}`");
    let text = cause::text(error);
    match state {
        SignIn::Missing => Answer::failed("not signed in: there is no cached SSO token", hint),
        SignIn::Expired(ago) => Answer::failed(format!("the SSO token expired {} ago", rough(ago)), hint),
        _ if text.contains("Unauthorized") => Answer::failed(
            "IAM Identity Center rejected the SSO token; you may have signed out elsewhere",
            hint,
        ),
        _ if text.contains("Forbidden") => Answer::failed(
            format!("IAM Identity Center refused the role or the account: {text}"),
            "check `sso_account_id` and `sso_role_name` of the profile",
        ),
        SignIn::Unreadable => Answer::failed(format!("the cached SSO token cannot be read ({text})"), hint),
        SignIn::Valid => Answer::failed_without_hint(text),
    }
}

fn login(state: SignIn, profile: &str, error: &CredentialsError) -> Answer {
    let hint = format!("run `aws login --profile {profile}`");
    let text = cause::text(error);
    match state {
        SignIn::Missing => Answer::failed("not signed in: there is no cached session of `aws login`", hint),
        SignIn::Expired(ago) => Answer::failed(
            format!(
                "the session of `aws login` expired {} ago and could not be refreshed",
                rough(ago)
            ),
            hint,
        ),
        SignIn::Unreadable => Answer::failed(
            format!("the cached session of `aws login` cannot be read ({text})"),
            hint,
        ),
        SignIn::Valid => Answer::failed(text, hint),
    }
}

/// Shortens the SDK's error about a credential process. It never contains the process's stdout.
fn process(text: &str, profile: &str) -> Answer {
    const EXITED: &str = "Error retrieving credentials: external process exited with code ";
    const INVALID: &str = "Error retrieving credentials from external process, could not parse response: ";
    let hint = format!("run the `credential_process` of profile `{profile}` manually");
    if let Some((status, stderr)) = text
        .strip_prefix(EXITED)
        .and_then(|rest| rest.split_once(". Stderr: "))
    {
        let stderr = stderr.trim_end();
        let output = if stderr.is_empty() {
            " without an error message".to_owned()
        } else {
            format!(":\n{stderr}")
        };
        return Answer::failed(format!("the credential process failed ({status}){output}"), hint);
    }
    if let Some(problem) = text.strip_prefix(INVALID) {
        return Answer::failed(
            format!("the credential process did not write valid credentials ({problem})"),
            hint,
        );
    }
    Answer::failed(text, hint)
}

#[cfg(test)]
mod tests {
    use aws_runtime::env_config::file::EnvConfigFiles;

    use super::*;

    async fn plan(config: &str, name: &str) -> Result<Plan, Answer> {
        let files = EnvConfigFiles::builder()
            .with_contents(EnvConfigFileKind::Config, config)
            .build();
        let profiles = aws_config::profile::load(&Fs::real(), &Env::real(), &files, None)
            .await
            .expect("the test's profiles are valid");
        Plan::read(&profiles, name)
    }

    #[track_caller]
    fn arns(plan: &Plan) -> Vec<&str> {
        plan.roles.iter().map(|role| role.arn.as_str()).collect()
    }

    #[tokio::test]
    async fn roles_are_assumed_starting_from_the_source() {
        let config = "\
[profile prod]
role_arn = arn:outer
source_profile = hub
[profile hub]
role_arn = arn:inner
source_profile = people
[profile people]
sso_session = corp
sso_account_id = 1
sso_role_name = r
[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://example.com
";
        let plan = plan(config, "prod").await.expect("the chain is complete");
        assert_eq!(arns(&plan), ["arn:inner", "arn:outer"]);
        assert_eq!(plan.first, "people");
        let cached_under = "corp".to_owned();
        assert_eq!(plan.base, Base::Sso { cached_under });
    }

    #[tokio::test]
    async fn a_cycle_of_profiles_is_reported() {
        let config =
            "[profile a]\nrole_arn = x\nsource_profile = b\n[profile b]\nrole_arn = y\nsource_profile = a\n";
        let answer = plan(config, "a").await.expect_err("the profiles form a cycle");
        assert_eq!(
            answer.text,
            "the profiles refer to each other in a cycle: a → b → a"
        );
    }

    #[tokio::test]
    async fn a_missing_source_profile_is_reported() {
        let answer = plan("[profile a]\nrole_arn = x\nsource_profile = gone\n", "a")
            .await
            .expect_err("the source does not exist");
        assert_eq!(
            answer.text,
            "profile `a` has `source_profile = gone`, which does not exist"
        );
    }

    #[test]
    fn a_failed_process_is_shown_with_its_stderr() {
        let answer = process(
            "Error retrieving credentials: external process exited with code exit status: 3. Stderr: no vault\n",
            "dev",
        );
        assert_eq!(
            answer.text,
            "the credential process failed (exit status: 3):\nno vault"
        );
    }
}
