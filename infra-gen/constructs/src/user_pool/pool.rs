//! The pool itself: sign-in, password policy, second factor and account recovery.

use std::borrow::Cow;

use infra_gen_cfn::{
    Arn, Handle, Id, LogicalId, Stack, Value,
    cognito::{self, user_pool},
    intrinsic::{concat, stack_name},
    kind,
};
use serde::Deserialize;

use super::FeaturePlan::{Essentials, Lite, Plus};
use crate::access::Removal;

/// A Cognito user pool.
#[derive(Clone)]
pub struct UserPool {
    /// The pool.
    pub pool: Handle<cognito::UserPool>,
    /// The pool's feature plan.
    pub plan: FeaturePlan,
}

/// The options of a [`UserPool`].
#[derive(Debug, Clone, Default)]
pub struct UserPoolProps {
    /// Whether a second factor is required; by default it is.
    pub mfa: Mfa,
    /// The pool's features, which decide the price per user and month.
    pub plan: FeaturePlan,
    /// The email that a new user receives.
    pub invitation: Invitation,
    /// Whether Cognito rejects requests to delete the pool; by default not.
    pub deletion_protection: bool,
    /// What happens to the pool and its users when it is removed from the stack; by default it is retained.
    pub removal: Removal,
}

/// Whether users need a code from an authenticator app (TOTP) in addition to the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mfa {
    /// No user does.
    Off,
    /// Users who have set up an app do.
    Optional,
    /// Every user does. Users without an app set one up when they sign in.
    #[default]
    Required,
}

/// The features of a pool.
/// <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FeaturePlan {
    /// Sign-in with the classic pages. Refresh tokens are not rotated.
    Lite,
    /// Managed login and rotated refresh tokens.
    #[default]
    Essentials,
    /// [`Self::Essentials`] and detection of compromised passwords and unusual sign-ins.
    Plus(Protection),
}

/// What Cognito does with a sign-in that looks like an attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Protection {
    /// Logs it.
    Audited,
    /// Blocks it or requires a second factor.
    Enforced,
}

/// The email that a new user receives. The default is Cognito's own text.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The subject.
    pub subject: Cow<'static, str>,
    /// The text, with `{username}` for the address and `{####}` for the temporary password.
    pub message: Cow<'static, str>,
    /// How many days the temporary password is valid; by default 7.
    pub valid_days: u8,
}

impl Default for Invitation {
    fn default() -> Self {
        Self {
            subject: "Your temporary password".into(),
            message: "Your username is {username} and temporary password is {####}.".into(),
            valid_days: 7,
        }
    }
}

impl UserPool {
    /// Adds a pool to the stack under `id`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: UserPoolProps) -> Self {
        let temporary_days = props.invitation.valid_days;
        let resource = cognito::UserPool {
            user_pool_name: Some(concat([stack_name(), format!("-{id}").into()])),
            user_pool_tier: Some(props.plan.tier().into()),
            user_pool_add_ons: props.plan.add_ons().map(Into::into),
            admin_create_user_config: Some(invited_only(props.invitation).into()),
            username_attributes: Some([user_pool::UsernameAttribute::Email].into()),
            username_configuration: Some(
                user_pool::UsernameConfiguration {
                    case_sensitive: Some(false.into()),
                }
                .into(),
            ),
            auto_verified_attributes: Some([user_pool::AutoVerifiedAttribute::Email].into()),
            user_attribute_update_settings: Some(
                user_pool::UserAttributeUpdateSettings::new([
                    user_pool::AttributesRequireVerificationBeforeUpdate::Email,
                ])
                .into(),
            ),
            account_recovery_setting: Some(recovery_by_email().into()),
            policies: Some(password_policy(temporary_days).into()),
            mfa_configuration: Some(props.mfa.value().into()),
            enabled_mfas: (props.mfa != Mfa::Off).then(|| ["SOFTWARE_TOKEN_MFA"].into()),
            deletion_protection: Some(deletion_protection(props.deletion_protection).into()),
            ..cognito::UserPool::new()
        };
        let pool = stack.add(id, resource);
        props.removal.apply(stack, &pool);
        Self {
            pool,
            plan: props.plan,
        }
    }

    /// The pool's ID, `REGION_…`.
    pub fn id(&self) -> Value<Id<kind::cognito::UserPool>> {
        self.pool.reference()
    }

    /// The pool's ARN.
    pub fn arn(&self) -> Value<Arn<kind::cognito::UserPool>> {
        self.pool.arn()
    }

    /// The issuer in the pool's tokens, which is also the base URL of its keys and discovery document.
    pub fn issuer(&self) -> Value<String> {
        concat(["https://".into(), self.pool.provider_name()])
    }
}

impl Mfa {
    fn value(self) -> user_pool::MfaConfiguration {
        match self {
            Self::Off => user_pool::MfaConfiguration::Off,
            Self::Optional => user_pool::MfaConfiguration::Optional,
            Self::Required => user_pool::MfaConfiguration::On,
        }
    }
}

impl FeaturePlan {
    fn tier(self) -> user_pool::UserPoolTier {
        match self {
            Lite => user_pool::UserPoolTier::Lite,
            Essentials => user_pool::UserPoolTier::Essentials,
            Plus(_) => user_pool::UserPoolTier::Plus,
        }
    }

    fn add_ons(self) -> Option<user_pool::UserPoolAddOns> {
        let mode = match self {
            Lite | Essentials => return None,
            Plus(Protection::Audited) => user_pool::AdvancedSecurityMode::Audit,
            Plus(Protection::Enforced) => user_pool::AdvancedSecurityMode::Enforced,
        };
        Some(user_pool::UserPoolAddOns {
            advanced_security_mode: Some(mode.into()),
            ..user_pool::UserPoolAddOns::new()
        })
    }
}

/// Only administrators create users. Cognito sends a new user a temporary password.
fn invited_only(invitation: Invitation) -> user_pool::AdminCreateUserConfig {
    let message = user_pool::InviteMessageTemplate {
        email_subject: Some(invitation.subject.into()),
        email_message: Some(invitation.message.into()),
        ..user_pool::InviteMessageTemplate::new()
    };
    user_pool::AdminCreateUserConfig {
        allow_admin_create_user_only: Some(true.into()),
        invite_message_template: Some(message.into()),
        ..user_pool::AdminCreateUserConfig::new()
    }
}

fn recovery_by_email() -> user_pool::AccountRecoverySetting {
    user_pool::AccountRecoverySetting {
        recovery_mechanisms: Some(
            [user_pool::RecoveryOption {
                name: Some(user_pool::RecoveryOptionName::VerifiedEmail.into()),
                priority: Some(1.into()),
            }]
            .into(),
        ),
    }
}

fn password_policy(temporary_days: u8) -> user_pool::Policies {
    let policy = user_pool::PasswordPolicy {
        minimum_length: Some(12.into()),
        require_lowercase: Some(true.into()),
        require_uppercase: Some(true.into()),
        require_numbers: Some(true.into()),
        require_symbols: Some(true.into()),
        temporary_password_validity_days: Some(i64::from(temporary_days).into()),
        ..user_pool::PasswordPolicy::new()
    };
    user_pool::Policies {
        password_policy: Some(policy.into()),
        ..user_pool::Policies::new()
    }
}

fn deletion_protection(on: bool) -> user_pool::DeletionProtection {
    if on {
        user_pool::DeletionProtection::Active
    } else {
        user_pool::DeletionProtection::Inactive
    }
}
