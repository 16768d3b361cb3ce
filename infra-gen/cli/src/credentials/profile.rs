//! A profile of `~/.aws/config` and `~/.aws/credentials`: the credentials it starts from and the roles it assumes.
//!
//! A profile that was named must exist. Roles are assumed here and not by the SDK, which ignores `mfa_serial`.

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

/// The profile that a run uses: the one of `--profile`, of `AWS_PROFILE`, or `default`.
pub(super) fn selected(typed: Option<&str>) -> String {
    typed
        .map(str::to_owned)
        .or_else(of_environment)
        .unwrap_or_else(|| DEFAULT.to_owned())
}

fn of_environment() -> Option<String> {
    std::env::var("AWS_PROFILE").ok().filter(|name| !name.is_empty())
}

/// Where profiles are configured, as people write it.
pub(super) fn config_file() -> String {
    std::env::var("AWS_CONFIG_FILE").unwrap_or_else(|_| "~/.aws/config".to_owned())
}

/// The credentials of a profile.
pub(super) async fn load(
    sdk: &SdkConfig,
    provider: &ProviderConfig,
    typed: Option<&str>,
) -> Result<Found, Answer> {
    let files = EnvConfigFiles::default();
    let profiles = aws_config::profile::load(&Fs::real(), &Env::real(), &files, None)
        .await
        .map_err(|error| Answer::failed(error.to_string(), "correct the file").because(&error))?;
    let name = selected(typed);
    if profiles.get_profile(&name).is_none() {
        return Err(if typed.is_some() || of_environment().is_some() {
            unknown(&profiles)
        } else {
            Answer::not_configured("there is no such profile")
        });
    }
    let plan = Plan::read(&profiles, &name)?;
    if let (Base::Nothing, true, None) = (&plan.base, plan.roles.is_empty(), typed) {
        return Err(Answer::not_configured("it has no credentials"));
    }
    let (mut credentials, mut source) = plan.base_credentials(provider).await?;
    for role in &plan.roles {
        credentials = role.assume(sdk, credentials).await?;
        let _ = write!(source, " → role `{}`", role.arn);
    }
    Ok(Found::new(credentials, format!("profile `{name}`: {source}")))
}

fn unknown(profiles: &ProfileSet) -> Answer {
    let known: BTreeSet<&str> = profiles.profiles().collect();
    if known.is_empty() {
        return Answer::failed(
            "there is no such profile, and no other one",
            "create one with `aws configure sso` or `aws configure`",
        );
    }
    let known = known.into_iter().collect::<Vec<_>>().join("`, `");
    Answer::failed(
        format!("there is no such profile; known profiles: `{known}`"),
        "choose one of them with `--profile NAME` or AWS_PROFILE",
    )
}

/// How a profile gets its credentials.
#[derive(Debug)]
struct Plan {
    /// The profile that the first credentials are in.
    first: String,
    base: Base,
    /// The first one is assumed first.
    roles: Vec<Role>,
    /// Whether the profile that assumes a role also has the credentials for it; the SDK must not see the role then.
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
    /// What `credential_source` names.
    Source(String),
    Nothing,
}

impl Base {
    fn of(profile: &Profile) -> Self {
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

/// What the first credentials of a profile may be made of, besides keys.
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
                        "the profiles refer to each other in a circle: {}",
                        seen.join(" → ")
                    ),
                    format!("correct `source_profile` in {}", config_file()),
                ));
            }
            // Like the AWS CLI: keys of a source profile are used as they are, whatever else it says.
            let has_final_keys = !seen.is_empty() && has_keys(profile);
            let role = Role::read(profile)?.filter(|_| !has_final_keys);
            seen.push(name.clone());
            let Some(role) = role else {
                let base = if has_final_keys {
                    Base::Keys
                } else {
                    Base::of(profile)
                };
                return Ok(Self::of(base, name, roles, None));
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
                        "name the profile whose credentials may assume the role with `source_profile`",
                    ));
                }
                (None, Some(source)) => {
                    return Ok(Self::of(Base::Source(source.to_owned()), name, roles, None));
                }
                (Some(source), None) if source == name => {
                    let own = without_role(profile);
                    return Ok(Self::of(Base::of(profile), name, roles, Some(own)));
                }
                (Some(source), None) => source.clone_into(&mut name),
            }
        }
    }

    fn of(base: Base, first: String, mut roles: Vec<Role>, own_base: Option<String>) -> Self {
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
            Base::Source(source) => named(source, provider).await,
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
                "it has no credentials",
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
        // A process may ask its user something, and gets the time for it.
        let loading = provider.provide_credentials();
        let loaded = if self.base == Base::Process {
            loading.await
        } else {
            let Ok(loaded) = tokio::time::timeout(NETWORK_LIMIT, loading).await else {
                let service = self.service();
                return Err(Answer::failed(
                    format!("no answer from {service} within {} s", NETWORK_LIMIT.as_secs()),
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

/// The profile that the SDK reads in place of one that is its own source.
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

/// The credentials that `credential_source` names.
async fn named(source: &str, provider: &ProviderConfig) -> Result<Credentials, Answer> {
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
        SignIn::Valid => Answer::failed_plainly(text),
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

/// What the SDK says of a credential process, in fewer words. It never contains what the process wrote to stdout.
fn process(text: &str, profile: &str) -> Answer {
    const EXITED: &str = "Error retrieving credentials: external process exited with code ";
    const INVALID: &str = "Error retrieving credentials from external process, could not parse response: ";
    let hint = format!("run the `credential_process` of profile `{profile}` by hand");
    if let Some((status, stderr)) = text
        .strip_prefix(EXITED)
        .and_then(|rest| rest.split_once(". Stderr: "))
    {
        let stderr = stderr.trim_end();
        let wrote = if stderr.is_empty() {
            " without an error message".to_owned()
        } else {
            format!(":\n{stderr}")
        };
        return Answer::failed(format!("the credential process failed ({status}){wrote}"), hint);
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
            .expect("the test's profiles can be read");
        Plan::read(&profiles, name)
    }

    #[track_caller]
    fn arns(plan: &Plan) -> Vec<&str> {
        plan.roles.iter().map(|role| role.arn.as_str()).collect()
    }

    #[tokio::test]
    async fn roles_are_assumed_from_the_source_upwards() {
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
    async fn a_circle_of_profiles_is_named() {
        let config =
            "[profile a]\nrole_arn = x\nsource_profile = b\n[profile b]\nrole_arn = y\nsource_profile = a\n";
        let answer = plan(config, "a").await.expect_err("it never ends");
        assert_eq!(
            answer.said,
            "the profiles refer to each other in a circle: a → b → a"
        );
    }

    #[tokio::test]
    async fn a_missing_source_is_named() {
        let answer = plan("[profile a]\nrole_arn = x\nsource_profile = gone\n", "a")
            .await
            .expect_err("there is no such source");
        assert_eq!(
            answer.said,
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
            answer.said,
            "the credential process failed (exit status: 3):\nno vault"
        );
    }
}
