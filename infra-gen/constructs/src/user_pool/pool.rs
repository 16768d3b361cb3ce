//! The pool itself: who gets in, with what password and second factor, and how a lost password is replaced.

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
    /// What it offers.
    pub plan: FeaturePlan,
    id: LogicalId,
}

/// What a pool needs.
#[derive(Debug, Clone)]
pub struct UserPoolProps<'a> {
    /// Whether a second factor is asked for.
    pub mfa: Mfa,
    /// What the pool offers, and costs a member and month.
    pub plan: FeaturePlan,
    /// The mail that a new member gets.
    pub invitation: Invitation<'a>,
    /// Whether Cognito refuses to delete the pool until this is switched off.
    pub deletion_protection: bool,
    /// What becomes of the pool, and its members, when it leaves the stack.
    pub removal: Removal,
}

/// Whether a code of an authenticator app (TOTP) is asked for beside the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mfa {
    /// Never.
    Off,
    /// Of members who have set one up.
    Optional,
    /// Always; who has none sets one up on signing in.
    Required,
}

/// What a pool offers: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html>.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FeaturePlan {
    /// Sign-in with the classic pages; refresh tokens are not rotated.
    Lite,
    /// Managed login, and refresh tokens that are good for one use.
    Essentials,
    /// As [`Self::Essentials`], and Cognito looks for stolen passwords and unusual sign-ins.
    Plus(Protection),
}

/// What becomes of a sign-in that looks like an attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Protection {
    /// It is logged.
    Audited,
    /// It is refused, or made to pass a second factor.
    Enforced,
}

/// The mail that a new member gets.
#[derive(Debug, Clone, Copy)]
pub struct Invitation<'a> {
    /// Its subject.
    pub subject: &'a str,
    /// Its text, with `{username}` for the address and `{####}` for the password of the first sign-in.
    pub message: &'a str,
    /// For how many days that password is good.
    pub valid_days: u8,
}

impl UserPool {
    /// Adds a pool to the stack.
    pub fn new(stack: &mut Stack, id: &LogicalId, props: &UserPoolProps<'_>) -> Self {
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
            account_recovery_setting: Some(recovery_by_mail().into()),
            policies: Some(password_policy(props.invitation.valid_days).into()),
            mfa_configuration: Some(props.mfa.value().into()),
            enabled_mfas: (props.mfa != Mfa::Off).then(|| ["SOFTWARE_TOKEN_MFA"].into()),
            deletion_protection: Some(deletion_protection(props.deletion_protection).into()),
            ..cognito::UserPool::new()
        };
        let pool = stack.add(id.clone(), resource);
        props.removal.apply(stack, &pool);
        Self {
            pool,
            plan: props.plan,
            id: id.clone(),
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

    /// What the pool's tokens name as their issuer, and where its keys and its discovery document are served.
    pub fn issuer(&self) -> Value<String> {
        concat(["https://".into(), self.pool.provider_name()])
    }

    /// Adds a group that members can be put into; tokens tell its name.
    pub fn add_group(
        &self,
        stack: &mut Stack,
        name: &str,
        description: &str,
    ) -> Handle<cognito::UserPoolGroup> {
        let group = cognito::UserPoolGroup {
            group_name: Some(name.into()),
            description: Some(description.into()),
            ..cognito::UserPoolGroup::new(self.id())
        };
        stack.add(self.id.join(name).join("Group"), group)
    }

    /// The first part of the logical IDs of whatever belongs to the pool.
    pub(super) fn logical_id(&self) -> &LogicalId {
        &self.id
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

/// Nobody signs up; an administrator creates a member, whom Cognito sends a password for the first time.
fn invited_only(invitation: Invitation<'_>) -> user_pool::AdminCreateUserConfig {
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

fn recovery_by_mail() -> user_pool::AccountRecoverySetting {
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
