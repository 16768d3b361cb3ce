//! `AWS::Cognito::UserPoolRiskConfigurationAttachment`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Cognito::UserPoolRiskConfigurationAttachment` resource sets the risk configuration that is used
/// for Amazon Cognito advanced security features.
///
/// `AWS::Cognito::UserPoolRiskConfigurationAttachment`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolRiskConfigurationAttachment {
    /// The settings for automated responses and notification templates for adaptive authentication with
    /// threat protection.
    pub account_takeover_risk_configuration: Option<Value<AccountTakeoverRiskConfigurationType>>,
    /// The app client where this configuration is applied. When this parameter isn't present, the risk
    /// configuration applies to all user pool app clients that don't have client-level settings.
    ///
    /// Update requires: replacement.
    pub client_id: Value<String>,
    /// Settings for compromised-credentials actions and authentication types with threat protection in
    /// full-function `ENFORCED` mode.
    pub compromised_credentials_risk_configuration:
        Option<Value<CompromisedCredentialsRiskConfigurationType>>,
    /// Exceptions to the risk evaluation configuration, including always-allow and always-block IP address
    /// ranges.
    pub risk_exception_configuration: Option<Value<RiskExceptionConfigurationType>>,
    /// The ID of the user pool that has the risk configuration applied.
    ///
    /// Update requires: replacement.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl UserPoolRiskConfigurationAttachment {
    /// With the required properties only.
    pub fn new(
        client_id: impl Into<Value<String>>,
        user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>,
    ) -> Self {
        Self {
            account_takeover_risk_configuration: None,
            client_id: client_id.into(),
            compromised_credentials_risk_configuration: None,
            risk_exception_configuration: None,
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for UserPoolRiskConfigurationAttachment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AccountTakeoverRiskConfiguration",
            self.account_takeover_risk_configuration.as_ref(),
        );
        object.required("ClientId", &self.client_id);
        object.optional(
            "CompromisedCredentialsRiskConfiguration",
            self.compromised_credentials_risk_configuration.as_ref(),
        );
        object.optional(
            "RiskExceptionConfiguration",
            self.risk_exception_configuration.as_ref(),
        );
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for UserPoolRiskConfigurationAttachment {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolRiskConfigurationAttachment;
    type Reference = Id<kind::cognito::UserPoolRiskConfigurationAttachment>;
}

/// The automated response to a risk level for adaptive authentication in full-function, or `ENFORCED`, mode.
/// You can assign an action to each risk level that advanced security features evaluates.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountTakeoverActionType {
    /// The action to take for the attempted account takeover action for the associated risk level. Valid
    /// values are as follows:
    pub event_action: Value<String>,
    /// Determines whether Amazon Cognito sends a user a notification message when your user pools assesses a
    /// user's session at the associated risk level.
    pub notify: Value<bool>,
}

impl AccountTakeoverActionType {
    /// With the required properties only.
    pub fn new(event_action: impl Into<Value<String>>, notify: impl Into<Value<bool>>) -> Self {
        Self {
            event_action: event_action.into(),
            notify: notify.into(),
        }
    }
}

impl ToJson for AccountTakeoverActionType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("EventAction", &self.event_action);
        object.required("Notify", &self.notify);
        object.finish()
    }
}

/// A list of account-takeover actions for each level of risk that Amazon Cognito might assess with advanced
/// security features.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountTakeoverActionsType {
    /// The action that you assign to a high-risk assessment by threat protection.
    pub high_action: Option<Value<AccountTakeoverActionType>>,
    /// The action that you assign to a low-risk assessment by threat protection.
    pub low_action: Option<Value<AccountTakeoverActionType>>,
    /// The action that you assign to a medium-risk assessment by threat protection.
    pub medium_action: Option<Value<AccountTakeoverActionType>>,
}

impl AccountTakeoverActionsType {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AccountTakeoverActionsType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("HighAction", self.high_action.as_ref());
        object.optional("LowAction", self.low_action.as_ref());
        object.optional("MediumAction", self.medium_action.as_ref());
        object.finish()
    }
}

/// The settings for automated responses and notification templates for adaptive authentication with advanced
/// security features.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountTakeoverRiskConfigurationType {
    /// A list of account-takeover actions for each level of risk that Amazon Cognito might assess with threat
    /// protection.
    pub actions: Value<AccountTakeoverActionsType>,
    /// The settings for composing and sending an email message when threat protection assesses a risk level
    /// with adaptive authentication. When you choose to notify users in `AccountTakeoverRiskConfiguration`,
    /// Amazon Cognito sends an email message using the method and template that you set with this data type.
    pub notify_configuration: Option<Value<NotifyConfigurationType>>,
}

impl AccountTakeoverRiskConfigurationType {
    /// With the required properties only.
    pub fn new(actions: impl Into<Value<AccountTakeoverActionsType>>) -> Self {
        Self {
            actions: actions.into(),
            notify_configuration: None,
        }
    }
}

impl ToJson for AccountTakeoverRiskConfigurationType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Actions", &self.actions);
        object.optional("NotifyConfiguration", self.notify_configuration.as_ref());
        object.finish()
    }
}

/// Settings for user pool actions when Amazon Cognito detects compromised credentials with advanced security
/// features in full-function `ENFORCED` mode.
#[derive(Debug, Clone, PartialEq)]
pub struct CompromisedCredentialsActionsType {
    /// The action that Amazon Cognito takes when it detects compromised credentials.
    pub event_action: Value<String>,
}

impl CompromisedCredentialsActionsType {
    /// With the required properties only.
    pub fn new(event_action: impl Into<Value<String>>) -> Self {
        Self {
            event_action: event_action.into(),
        }
    }
}

impl ToJson for CompromisedCredentialsActionsType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("EventAction", &self.event_action);
        object.finish()
    }
}

/// Settings for compromised-credentials actions and authentication-event sources with advanced security
/// features in full-function `ENFORCED` mode.
#[derive(Debug, Clone, PartialEq)]
pub struct CompromisedCredentialsRiskConfigurationType {
    /// Settings for the actions that you want your user pool to take when Amazon Cognito detects compromised
    /// credentials.
    pub actions: Value<CompromisedCredentialsActionsType>,
    /// Settings for the sign-in activity where you want to configure compromised-credentials actions.
    /// Defaults to all events.
    pub event_filter: Option<Value<List<String>>>,
}

impl CompromisedCredentialsRiskConfigurationType {
    /// With the required properties only.
    pub fn new(actions: impl Into<Value<CompromisedCredentialsActionsType>>) -> Self {
        Self {
            actions: actions.into(),
            event_filter: None,
        }
    }
}

impl ToJson for CompromisedCredentialsRiskConfigurationType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Actions", &self.actions);
        object.optional("EventFilter", self.event_filter.as_ref());
        object.finish()
    }
}

/// The configuration for Amazon SES email messages that advanced security features sends to a user when your
/// adaptive authentication automated response has a *Notify* action.
#[derive(Debug, Clone, PartialEq)]
pub struct NotifyConfigurationType {
    /// The template for the email message that your user pool sends when a detected risk event is blocked.
    pub block_email: Option<Value<NotifyEmailType>>,
    /// The email address that sends the email message. The address must be either individually verified with
    /// Amazon Simple Email Service, or from a domain that has been verified with Amazon SES.
    pub from: Option<Value<String>>,
    /// The template for the email message that your user pool sends when MFA is challenged in response to a
    /// detected risk.
    pub mfa_email: Option<Value<NotifyEmailType>>,
    /// The template for the email message that your user pool sends when no action is taken in response to a
    /// detected risk.
    pub no_action_email: Option<Value<NotifyEmailType>>,
    /// The reply-to email address of an email template. Can be an email address in the format
    /// `admin@example.com` or `Administrator <admin@example.com>`.
    pub reply_to: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of the identity that is associated with the sending authorization
    /// policy. This identity permits Amazon Cognito to send for the email address specified in the `From`
    /// parameter.
    pub source_arn: Value<String>,
}

impl NotifyConfigurationType {
    /// With the required properties only.
    pub fn new(source_arn: impl Into<Value<String>>) -> Self {
        Self {
            block_email: None,
            from: None,
            mfa_email: None,
            no_action_email: None,
            reply_to: None,
            source_arn: source_arn.into(),
        }
    }
}

impl ToJson for NotifyConfigurationType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BlockEmail", self.block_email.as_ref());
        object.optional("From", self.from.as_ref());
        object.optional("MfaEmail", self.mfa_email.as_ref());
        object.optional("NoActionEmail", self.no_action_email.as_ref());
        object.optional("ReplyTo", self.reply_to.as_ref());
        object.required("SourceArn", &self.source_arn);
        object.finish()
    }
}

/// The template for email messages that advanced security features sends to a user when your threat
/// protection automated response has a *Notify* action.
#[derive(Debug, Clone, PartialEq)]
pub struct NotifyEmailType {
    /// The body of an email notification formatted in HTML. Choose an `HtmlBody` or a `TextBody` to send an
    /// HTML-formatted or plaintext message, respectively.
    pub html_body: Option<Value<String>>,
    /// The subject of the threat protection email notification.
    pub subject: Value<String>,
    /// The body of an email notification formatted in plaintext. Choose an `HtmlBody` or a `TextBody` to send
    /// an HTML-formatted or plaintext message, respectively.
    pub text_body: Option<Value<String>>,
}

impl NotifyEmailType {
    /// With the required properties only.
    pub fn new(subject: impl Into<Value<String>>) -> Self {
        Self {
            html_body: None,
            subject: subject.into(),
            text_body: None,
        }
    }
}

impl ToJson for NotifyEmailType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("HtmlBody", self.html_body.as_ref());
        object.required("Subject", &self.subject);
        object.optional("TextBody", self.text_body.as_ref());
        object.finish()
    }
}

/// Exceptions to the risk evaluation configuration, including always-allow and always-block IP address
/// ranges.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RiskExceptionConfigurationType {
    /// An always-block IP address list. Overrides the risk decision and always blocks authentication
    /// requests. This parameter is displayed and set in CIDR notation.
    pub blocked_ip_range_list: Option<Value<List<String>>>,
    /// An always-allow IP address list. Risk detection isn't performed on the IP addresses in this range
    /// list. This parameter is displayed and set in CIDR notation.
    pub skipped_ip_range_list: Option<Value<List<String>>>,
}

impl RiskExceptionConfigurationType {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RiskExceptionConfigurationType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BlockedIPRangeList", self.blocked_ip_range_list.as_ref());
        object.optional("SkippedIPRangeList", self.skipped_ip_range_list.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolRiskConfigurationAttachment",
    properties: &USER_POOL_RISK_CONFIGURATION_ATTACHMENT,
    create_only: &["ClientId", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["UserPoolId", "ClientId"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static ACCOUNT_TAKEOVER_ACTION_TYPE: Object = Object {
    properties: &[
        Property::required("EventAction", Shape::TEXT),
        Property::required("Notify", Shape::Boolean),
    ],
    constraints: &[],
};

static ACCOUNT_TAKEOVER_ACTIONS_TYPE: Object = Object {
    properties: &[
        Property::optional("HighAction", Shape::Object(&ACCOUNT_TAKEOVER_ACTION_TYPE)),
        Property::optional("LowAction", Shape::Object(&ACCOUNT_TAKEOVER_ACTION_TYPE)),
        Property::optional("MediumAction", Shape::Object(&ACCOUNT_TAKEOVER_ACTION_TYPE)),
    ],
    constraints: &[],
};

static ACCOUNT_TAKEOVER_RISK_CONFIGURATION_TYPE: Object = Object {
    properties: &[
        Property::required("Actions", Shape::Object(&ACCOUNT_TAKEOVER_ACTIONS_TYPE)),
        Property::optional("NotifyConfiguration", Shape::Object(&NOTIFY_CONFIGURATION_TYPE)),
    ],
    constraints: &[],
};

static COMPROMISED_CREDENTIALS_ACTIONS_TYPE: Object = Object {
    properties: &[Property::required("EventAction", Shape::TEXT)],
    constraints: &[],
};

static COMPROMISED_CREDENTIALS_RISK_CONFIGURATION_TYPE: Object = Object {
    properties: &[
        Property::required("Actions", Shape::Object(&COMPROMISED_CREDENTIALS_ACTIONS_TYPE)),
        Property::optional("EventFilter", Shape::list(&Shape::TEXT).unique()),
    ],
    constraints: &[],
};

static NOTIFY_CONFIGURATION_TYPE: Object = Object {
    properties: &[
        Property::optional("BlockEmail", Shape::Object(&NOTIFY_EMAIL_TYPE)),
        Property::optional("From", Shape::TEXT),
        Property::optional("MfaEmail", Shape::Object(&NOTIFY_EMAIL_TYPE)),
        Property::optional("NoActionEmail", Shape::Object(&NOTIFY_EMAIL_TYPE)),
        Property::optional("ReplyTo", Shape::TEXT),
        Property::required("SourceArn", Shape::TEXT),
    ],
    constraints: &[],
};

static NOTIFY_EMAIL_TYPE: Object = Object {
    properties: &[
        Property::optional("HtmlBody", Shape::TEXT),
        Property::required("Subject", Shape::TEXT),
        Property::optional("TextBody", Shape::TEXT),
    ],
    constraints: &[],
};

static RISK_EXCEPTION_CONFIGURATION_TYPE: Object = Object {
    properties: &[
        Property::optional("BlockedIPRangeList", Shape::list(&Shape::TEXT).unique()),
        Property::optional("SkippedIPRangeList", Shape::list(&Shape::TEXT).unique()),
    ],
    constraints: &[],
};

static USER_POOL_RISK_CONFIGURATION_ATTACHMENT: Object = Object {
    properties: &[
        Property::optional(
            "AccountTakeoverRiskConfiguration",
            Shape::Object(&ACCOUNT_TAKEOVER_RISK_CONFIGURATION_TYPE),
        ),
        Property::required("ClientId", Shape::TEXT),
        Property::optional(
            "CompromisedCredentialsRiskConfiguration",
            Shape::Object(&COMPROMISED_CREDENTIALS_RISK_CONFIGURATION_TYPE),
        ),
        Property::optional(
            "RiskExceptionConfiguration",
            Shape::Object(&RISK_EXCEPTION_CONFIGURATION_TYPE),
        ),
        Property::required("UserPoolId", Shape::TEXT),
    ],
    constraints: &[],
};
