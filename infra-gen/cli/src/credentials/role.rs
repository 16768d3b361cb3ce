//! Assumes the role of a profile, with an MFA code if the profile has an MFA device.

use std::time::SystemTime;

use aws_config::SdkConfig;
use aws_config::profile::Profile;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sts::config::IdentityCache;
use aws_sdk_sts::error::ProvideErrorMetadata as _;

use super::NETWORK_LIMIT;
use super::cause::{self, CHECK_NETWORK};
use super::report::Answer;
use crate::terminal::Terminal;

/// The default session name, which appears in AWS audit logs.
const SESSION: &str = "infra-gen";

/// A role that a profile assumes.
#[derive(Debug)]
pub(super) struct Role {
    pub(super) arn: String,
    profile: String,
    session: Option<String>,
    external_id: Option<String>,
    mfa_serial: Option<String>,
    seconds: Option<i32>,
}

impl Role {
    /// The role of a profile, unless the profile uses a web identity, which the SDK exchanges itself.
    pub(super) fn read(profile: &Profile) -> Result<Option<Self>, Answer> {
        let get = |key| profile.get(key).map(str::to_owned);
        let Some(arn) = get("role_arn").filter(|_| get("web_identity_token_file").is_none()) else {
            return Ok(None);
        };
        let seconds = match profile.get("duration_seconds") {
            None => None,
            Some(text) => Some(text.parse().map_err(|_| {
                Answer::failed(
                    format!(
                        "`duration_seconds = {text}` of profile `{}` is not a number",
                        profile.name()
                    ),
                    "set it to a whole number of seconds from 900 to 43200",
                )
            })?),
        };
        Ok(Some(Self {
            arn,
            profile: profile.name().to_owned(),
            session: get("role_session_name"),
            external_id: get("external_id"),
            mfa_serial: get("mfa_serial"),
            seconds,
        }))
    }

    /// Exchanges credentials for those of the role.
    pub(super) async fn assume(
        &self,
        sdk: &SdkConfig,
        credentials: Credentials,
    ) -> Result<Credentials, Answer> {
        let code = match &self.mfa_serial {
            Some(serial) => Some(self.code(serial).await?),
            None => None,
        };
        let config = sdk
            .to_builder()
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .identity_cache(IdentityCache::no_cache())
            .build();
        let request = aws_sdk_sts::Client::new(&config)
            .assume_role()
            .role_arn(&self.arn)
            .role_session_name(self.session.as_deref().unwrap_or(SESSION))
            .set_external_id(self.external_id.clone())
            .set_serial_number(self.mfa_serial.clone())
            .set_token_code(code)
            .set_duration_seconds(self.seconds);
        let answer = match tokio::time::timeout(NETWORK_LIMIT, request.send()).await {
            Ok(Ok(answer)) => answer.credentials,
            Ok(Err(error)) => return Err(self.explain(&error)),
            Err(_) => {
                return Err(Answer::failed(
                    format!("no response from AWS STS within {} s", NETWORK_LIMIT.as_secs()),
                    CHECK_NETWORK,
                ));
            }
        };
        let Some(new) = answer else {
            return Err(Answer::failed_without_hint(format!(
                "AWS STS returned no credentials for role `{}`",
                self.arn
            )));
        };
        let expiry = SystemTime::try_from(new.expiration).ok();
        Ok(Credentials::new(
            new.access_key_id,
            new.secret_access_key,
            Some(new.session_token),
            expiry,
            "role of a profile",
        ))
    }

    fn explain(
        &self,
        error: &aws_sdk_sts::error::SdkError<aws_sdk_sts::operation::assume_role::AssumeRoleError>,
    ) -> Answer {
        if let Some(network) = cause::network(error) {
            return network.answer("AWS STS").because(error);
        }
        let text = match (error.code(), error.message()) {
            (Some(code), message) => format!("`{code}` ({})", message.unwrap_or_default()),
            (None, _) => cause::root(error).to_string(),
        };
        let hint = match &self.mfa_serial {
            Some(_) => "check the MFA code, and that the source profile is allowed to assume the role",
            None => {
                "check that the source profile is allowed to assume the role, and that the role trusts it"
            }
        };
        Answer::failed(format!("could not assume role `{}`: {text}", self.arn), hint).because(error)
    }

    /// Asks for the current code of the MFA device.
    async fn code(&self, serial: &str) -> Result<String, Answer> {
        let needs = format!("role `{}` requires an MFA code", self.arn);
        if !Terminal::can_ask() {
            return Err(Answer::failed(
                format!("{needs}, but stdin is not a terminal"),
                format!(
                    "run the command in a terminal, or export a session first: `eval \"$(aws configure export-credentials \
                     --profile {} --format env)\"`",
                    self.profile
                ),
            ));
        }
        let answer = Terminal::ask(format!("MFA code of `{serial}`: "))
            .await
            .map_err(|error| {
                Answer::failed_without_hint(format!("{needs}, but it could not be read")).because(&error)
            })?;
        if answer.is_empty() {
            return Err(Answer::failed(
                format!("{needs}, but none was entered"),
                "run the command again",
            ));
        }
        Ok(answer)
    }
}
