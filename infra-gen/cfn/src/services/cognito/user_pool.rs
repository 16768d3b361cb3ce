//! `AWS::Cognito::UserPool`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::Cognito::UserPool` resource creates an Amazon Cognito user pool. For more information on working
/// with Amazon Cognito user pools, see [Amazon Cognito User
/// Pools](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools.html) and
/// [CreateUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html).
///
/// `AWS::Cognito::UserPool`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPool {
    /// The available verified method a user can use to recover their password when they call
    /// `ForgotPassword`. You can use this setting to define a preferred method when a user has more than one
    /// method available. With this setting, SMS doesn't qualify for a valid password recovery mechanism if
    /// the user also has SMS multi-factor authentication (MFA) activated. In the absence of this setting,
    /// Amazon Cognito uses the legacy behavior to determine the recovery method where SMS is preferred
    /// through email.
    pub account_recovery_setting: Option<Value<AccountRecoverySetting>>,
    /// The settings for administrator creation of users in a user pool. Contains settings for allowing user
    /// sign-up, customizing invitation messages to new users, and the amount of time before temporary
    /// passwords expire.
    pub admin_create_user_config: Option<Value<AdminCreateUserConfig>>,
    /// Attributes supported as an alias for this user pool. For more information about alias attributes, see
    /// [Customizing sign-in
    /// attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases).
    pub alias_attributes: Option<Value<List<AliasAttribute>>>,
    /// The attributes that you want your user pool to automatically verify. For more information, see
    /// [Verifying contact information at
    /// sign-up](https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#allowing-users-to-sign-up-and-confirm-themselves).
    pub auto_verified_attributes: Option<Value<List<AutoVerifiedAttribute>>>,
    /// When active, `DeletionProtection` prevents accidental deletion of your user pool. Before you can
    /// delete a user pool that you have protected against deletion, you must deactivate this feature.
    pub deletion_protection: Option<Value<DeletionProtection>>,
    /// The device-remembering configuration for a user pool. Device remembering or device tracking is a
    /// "Remember me on this device" option for user pools that perform authentication with the device key of
    /// a trusted device in the back end, instead of a user-provided MFA code. For more information about
    /// device authentication, see [Working with user devices in your user
    /// pool](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html).
    pub device_configuration: Option<Value<DeviceConfiguration>>,
    /// `EmailAuthenticationMessage`.
    ///
    /// Length: 6 to 20000.
    pub email_authentication_message: Option<Value<String>>,
    /// `EmailAuthenticationSubject`.
    ///
    /// Length: 1 to 140.
    pub email_authentication_subject: Option<Value<String>>,
    /// The email configuration of your user pool. The email configuration type sets your preferred sending
    /// method, AWS Region, and sender for messages from your user pool.
    pub email_configuration: Option<Value<EmailConfiguration>>,
    /// This parameter is no longer used. See
    /// [VerificationMessageTemplateType](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpool-verificationmessagetemplate.html).
    ///
    /// Length: 6 to 20000.
    pub email_verification_message: Option<Value<String>>,
    /// This parameter is no longer used. See
    /// [VerificationMessageTemplateType](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpool-verificationmessagetemplate.html).
    ///
    /// Length: 1 to 140. Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$`.
    pub email_verification_subject: Option<Value<String>>,
    /// Set enabled MFA options on a specified user pool. To disable all MFAs after it has been enabled, set
    /// `MfaConfiguration` to `OFF` and remove EnabledMfas. MFAs can only be all disabled if
    /// `MfaConfiguration` is `OFF`. After you enable `SMS_MFA`, you can only disable it by setting
    /// `MfaConfiguration` to `OFF`. Can be one of the following values:
    pub enabled_mfas: Option<Value<List<String>>>,
    /// `IssuerConfiguration`.
    pub issuer_configuration: Option<Value<IssuerConfiguration>>,
    /// `KeyConfiguration`.
    pub key_configuration: Option<Value<KeyConfiguration>>,
    /// A collection of user pool Lambda triggers. Amazon Cognito invokes triggers at several possible stages
    /// of authentication operations. Triggers can modify the outcome of the operations that invoked them.
    pub lambda_config: Option<Value<LambdaConfig>>,
    /// Displays the state of multi-factor authentication (MFA) as on, off, or optional. When `ON`, all users
    /// must set up MFA before they can sign in. When `OPTIONAL`, your application must make a client-side
    /// determination of whether a user wants to register an MFA device. For user pools with adaptive
    /// authentication with threat protection, choose `OPTIONAL`.
    pub mfa_configuration: Option<Value<MfaConfiguration>>,
    /// A list of user pool policies. Contains the policy that sets password-complexity requirements.
    pub policies: Option<Value<Policies>>,
    /// An array of attributes for the new user pool. You can add custom attributes and modify the properties
    /// of default attributes. The specifications in this parameter set the required attributes in your user
    /// pool. For more information, see [Working with user
    /// attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html).
    ///
    /// Items: 1 to 50.
    pub schema: Option<Value<List<SchemaAttribute>>>,
    /// The contents of the SMS authentication message.
    ///
    /// Length: 6 to 140. Pattern: `\{####\}`.
    pub sms_authentication_message: Option<Value<String>>,
    /// The settings for your Amazon Cognito user pool to send SMS messages with Amazon Simple Notification
    /// Service. To send SMS messages with Amazon SNS in the AWS Region that you want, the Amazon Cognito user
    /// pool uses an AWS Identity and Access Management (IAM) role in your AWS account. For more information
    /// see [SMS message
    /// settings](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html).
    pub sms_configuration: Option<Value<SmsConfiguration>>,
    /// This parameter is no longer used. See
    /// [VerificationMessageTemplateType](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpool-verificationmessagetemplate.html).
    ///
    /// Length: 6 to 140. Pattern: `\{####\}`.
    pub sms_verification_message: Option<Value<String>>,
    /// The settings for updates to user attributes. These settings include the property
    /// `AttributesRequireVerificationBeforeUpdate`, a user-pool setting that tells Amazon Cognito how to
    /// handle changes to the value of your users' email address and phone number attributes. For more
    /// information, see [Verifying updates to email addresses and phone
    /// numbers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html#user-pool-settings-verifications-verify-attribute-updates).
    pub user_attribute_update_settings: Option<Value<UserAttributeUpdateSettings>>,
    /// Contains settings for activation of threat protection, including the operating mode and additional
    /// authentication types. To log user security information but take no action, set to `AUDIT`. To
    /// configure automatic security responses to potentially unwanted traffic to your user pool, set to
    /// `ENFORCED`.
    pub user_pool_add_ons: Option<Value<UserPoolAddOns>>,
    /// A friendly name for your user pool.
    ///
    /// Length: 1 to 128.
    pub user_pool_name: Option<Value<String>>,
    /// The tag keys and values to assign to the user pool. A tag is a label that you can use to categorize
    /// and manage user pools in different ways, such as by purpose, owner, environment, or other criteria.
    pub user_pool_tags: Option<Value<Map<String>>>,
    /// The user pool [feature
    /// plan](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html),
    /// or tier. This parameter determines the eligibility of the user pool for features like managed login,
    /// access-token customization, and threat protection. Defaults to `ESSENTIALS`.
    pub user_pool_tier: Option<Value<UserPoolTier>>,
    /// Specifies whether a user can use an email address or phone number as a username when they sign up.
    pub username_attributes: Option<Value<List<UsernameAttribute>>>,
    /// Sets the case sensitivity option for sign-in usernames. When `CaseSensitive` is `false` (case
    /// insensitive), users can sign in with any combination of capital and lowercase letters. For example,
    /// `username`, `USERNAME`, or `UserName`, or for email, `email@example.com` or `EMaiL@eXamplE.Com`. For
    /// most use cases, set case sensitivity to `false` as a best practice. When usernames and email addresses
    /// are case insensitive, Amazon Cognito treats any variation in case as the same user, and prevents a
    /// case variation from being assigned to the same attribute for a different user.
    pub username_configuration: Option<Value<UsernameConfiguration>>,
    /// The template for the verification message that your user pool delivers to users who set an email
    /// address or phone number attribute.
    pub verification_message_template: Option<Value<VerificationMessageTemplate>>,
    /// `WebAuthnFactorConfiguration`.
    pub web_authn_factor_configuration: Option<Value<WebAuthnFactorConfiguration>>,
    /// Sets or displays the authentication domain, typically your user pool domain, that passkey providers
    /// must use as a relying party (RP) in their configuration.
    ///
    /// Length: 1 to 63.
    pub web_authn_relying_party_id: Option<Value<String>>,
    /// When `required`, users can only register and sign in users with passkeys that are capable of [user
    /// verification](https://docs.aws.amazon.com/https://www.w3.org/TR/webauthn-2/#enum-userVerificationRequirement).
    /// When `preferred`, your user pool doesn't require the use of authenticators with user verification but
    /// encourages it.
    ///
    /// Length: 1 to 9.
    pub web_authn_user_verification: Option<Value<String>>,
}

impl UserPool {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for UserPool {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccountRecoverySetting", self.account_recovery_setting.as_ref());
        object.optional("AdminCreateUserConfig", self.admin_create_user_config.as_ref());
        object.optional("AliasAttributes", self.alias_attributes.as_ref());
        object.optional("AutoVerifiedAttributes", self.auto_verified_attributes.as_ref());
        object.optional("DeletionProtection", self.deletion_protection.as_ref());
        object.optional("DeviceConfiguration", self.device_configuration.as_ref());
        object.optional(
            "EmailAuthenticationMessage",
            self.email_authentication_message.as_ref(),
        );
        object.optional(
            "EmailAuthenticationSubject",
            self.email_authentication_subject.as_ref(),
        );
        object.optional("EmailConfiguration", self.email_configuration.as_ref());
        object.optional(
            "EmailVerificationMessage",
            self.email_verification_message.as_ref(),
        );
        object.optional(
            "EmailVerificationSubject",
            self.email_verification_subject.as_ref(),
        );
        object.optional("EnabledMfas", self.enabled_mfas.as_ref());
        object.optional("IssuerConfiguration", self.issuer_configuration.as_ref());
        object.optional("KeyConfiguration", self.key_configuration.as_ref());
        object.optional("LambdaConfig", self.lambda_config.as_ref());
        object.optional("MfaConfiguration", self.mfa_configuration.as_ref());
        object.optional("Policies", self.policies.as_ref());
        object.optional("Schema", self.schema.as_ref());
        object.optional(
            "SmsAuthenticationMessage",
            self.sms_authentication_message.as_ref(),
        );
        object.optional("SmsConfiguration", self.sms_configuration.as_ref());
        object.optional("SmsVerificationMessage", self.sms_verification_message.as_ref());
        object.optional(
            "UserAttributeUpdateSettings",
            self.user_attribute_update_settings.as_ref(),
        );
        object.optional("UserPoolAddOns", self.user_pool_add_ons.as_ref());
        object.optional("UserPoolName", self.user_pool_name.as_ref());
        object.optional("UserPoolTags", self.user_pool_tags.as_ref());
        object.optional("UserPoolTier", self.user_pool_tier.as_ref());
        object.optional("UsernameAttributes", self.username_attributes.as_ref());
        object.optional("UsernameConfiguration", self.username_configuration.as_ref());
        object.optional(
            "VerificationMessageTemplate",
            self.verification_message_template.as_ref(),
        );
        object.optional(
            "WebAuthnFactorConfiguration",
            self.web_authn_factor_configuration.as_ref(),
        );
        object.optional("WebAuthnRelyingPartyID", self.web_authn_relying_party_id.as_ref());
        object.optional(
            "WebAuthnUserVerification",
            self.web_authn_user_verification.as_ref(),
        );
        object.finish()
    }
}

impl resource::Resource for UserPool {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPool;
    type Reference = Id<kind::cognito::UserPool>;
}

impl Handle<UserPool> {
    /// The Amazon Resource Name (ARN) of the user pool, such as
    /// `arn:aws:cognito-idp:us-east-1:123412341234:userpool/us-east-1_123412341`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cognito::UserPool>> {
        self.attribute("Arn")
    }

    /// A friendly name for the IdP.
    ///
    /// `Fn::GetAtt` of `ProviderName`.
    pub fn provider_name(&self) -> Value<String> {
        self.attribute("ProviderName")
    }

    /// The URL of the provider of the Amazon Cognito user pool, specified as a `String`.
    ///
    /// `Fn::GetAtt` of `ProviderURL`.
    pub fn provider_url(&self) -> Value<String> {
        self.attribute("ProviderURL")
    }

    /// The ID of the user pool.
    ///
    /// `Fn::GetAtt` of `UserPoolId`.
    pub fn user_pool_id(&self) -> Value<Id<kind::cognito::UserPool>> {
        self.attribute("UserPoolId")
    }
}

/// The available verified method a user can use to recover their password when they call `ForgotPassword`.
/// You can use this setting to define a preferred method when a user has more than one method available. With
/// this setting, SMS doesn't qualify for a valid password recovery mechanism if the user also has SMS
/// multi-factor authentication (MFA) activated. In the absence of this setting, Amazon Cognito uses the
/// legacy behavior to determine the recovery method where SMS is preferred through email.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountRecoverySetting {
    /// The list of options and priorities for user message delivery in forgot-password operations. Sets or
    /// displays user pool preferences for email or SMS message priority, whether users should fall back to a
    /// second delivery method, and whether passwords should only be reset by administrators.
    ///
    /// Items: 1 to 2.
    pub recovery_mechanisms: Option<Value<List<RecoveryOption>>>,
}

impl AccountRecoverySetting {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AccountRecoverySetting {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("RecoveryMechanisms", self.recovery_mechanisms.as_ref());
        object.finish()
    }
}

/// The settings for administrator creation of users in a user pool. Contains settings for allowing user
/// sign-up, customizing invitation messages to new users, and the amount of time before temporary passwords
/// expire.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminCreateUserConfig {
    /// The setting for allowing self-service sign-up. When `true`, only administrators can create new user
    /// profiles. When `false`, users can register themselves and create a new user profile with the `SignUp`
    /// operation.
    pub allow_admin_create_user_only: Option<Value<bool>>,
    /// The template for the welcome message to new users. This template must include the `{####}` temporary
    /// password placeholder if you are creating users with passwords. If your users don't have passwords, you
    /// can omit the placeholder.
    pub invite_message_template: Option<Value<InviteMessageTemplate>>,
    /// This parameter is no longer in use.
    ///
    /// Range: 0 to 365.
    pub unused_account_validity_days: Option<Value<i64>>,
}

impl AdminCreateUserConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AdminCreateUserConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AllowAdminCreateUserOnly",
            self.allow_admin_create_user_only.as_ref(),
        );
        object.optional("InviteMessageTemplate", self.invite_message_template.as_ref());
        object.optional(
            "UnusedAccountValidityDays",
            self.unused_account_validity_days.as_ref(),
        );
        object.finish()
    }
}

/// Threat protection configuration options for additional authentication types in your user pool, including
/// custom authentication.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdvancedSecurityAdditionalFlows {
    /// The operating mode of threat protection in custom authentication with [Custom authentication challenge
    /// Lambda
    /// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html).
    pub custom_auth_mode: Option<Value<CustomAuthMode>>,
}

impl AdvancedSecurityAdditionalFlows {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AdvancedSecurityAdditionalFlows {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomAuthMode", self.custom_auth_mode.as_ref());
        object.finish()
    }
}

/// The configuration of a custom email sender Lambda trigger. This trigger routes all email notifications
/// from a user pool to a Lambda function that delivers the message using custom logic.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomEmailSender {
    /// The Amazon Resource Name (ARN) of the function that you want to assign to your Lambda trigger.
    ///
    /// Length: 20 to 2048.
    pub lambda_arn: Option<Value<Arn<kind::lambda::Function>>>,
    /// The user pool trigger version of the request that Amazon Cognito sends to your Lambda function.
    /// Higher-numbered versions add fields that support new features.
    pub lambda_version: Option<Value<LambdaVersion>>,
}

impl CustomEmailSender {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CustomEmailSender {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LambdaArn", self.lambda_arn.as_ref());
        object.optional("LambdaVersion", self.lambda_version.as_ref());
        object.finish()
    }
}

/// The configuration of a custom SMS sender Lambda trigger. This trigger routes all SMS notifications from a
/// user pool to a Lambda function that delivers the message using custom logic.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomSMSSender {
    /// The Amazon Resource Name (ARN) of the function that you want to assign to your Lambda trigger.
    ///
    /// Length: 20 to 2048.
    pub lambda_arn: Option<Value<Arn<kind::lambda::Function>>>,
    /// The user pool trigger version of the request that Amazon Cognito sends to your Lambda function.
    /// Higher-numbered versions add fields that support new features.
    pub lambda_version: Option<Value<LambdaVersion>>,
}

impl CustomSMSSender {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CustomSMSSender {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LambdaArn", self.lambda_arn.as_ref());
        object.optional("LambdaVersion", self.lambda_version.as_ref());
        object.finish()
    }
}

/// The device-remembering configuration for a user pool.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeviceConfiguration {
    /// When true, a remembered device can sign in with device authentication instead of SMS and time-based
    /// one-time password (TOTP) factors for multi-factor authentication (MFA).
    pub challenge_required_on_new_device: Option<Value<bool>>,
    /// When true, Amazon Cognito doesn't automatically remember a user's device when your app sends a
    /// `ConfirmDevice` API request. In your app, create a prompt for your user to choose whether they want to
    /// remember their device. Return the user's choice in an `UpdateDeviceStatus` API request.
    pub device_only_remembered_on_user_prompt: Option<Value<bool>>,
}

impl DeviceConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DeviceConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "ChallengeRequiredOnNewDevice",
            self.challenge_required_on_new_device.as_ref(),
        );
        object.optional(
            "DeviceOnlyRememberedOnUserPrompt",
            self.device_only_remembered_on_user_prompt.as_ref(),
        );
        object.finish()
    }
}

/// The email configuration of your user pool. The email configuration type sets your preferred sending
/// method, AWS Region, and sender for messages from your user pool.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EmailConfiguration {
    /// The set of configuration rules that can be applied to emails sent using Amazon Simple Email Service. A
    /// configuration set is applied to an email by including a reference to the configuration set in the
    /// headers of the email. Once applied, all of the rules in that configuration set are applied to the
    /// email. Configuration sets can be used to apply the following types of rules to emails:
    ///
    /// Length: 1 to 64. Pattern: `^[a-zA-Z0-9_-]+$`.
    pub configuration_set: Option<Value<String>>,
    /// Specifies whether Amazon Cognito uses its built-in functionality to send your users email messages, or
    /// uses your Amazon Simple Email Service email configuration. Specify one of the following values:
    pub email_sending_account: Option<Value<EmailSendingAccount>>,
    /// Either the sender’s email address or the sender’s name with their email address. For example,
    /// `testuser@example.com` or `Test User <testuser@example.com>`. This address appears before the body of
    /// the email.
    ///
    /// Length: at most 131072.
    pub from: Option<Value<String>>,
    /// The destination to which the receiver of the email should reply.
    ///
    /// Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`.
    pub reply_to_email_address: Option<Value<String>>,
    /// The ARN of a verified email address or an address from a verified domain in Amazon SES. You can set a
    /// `SourceArn` email from a verified domain only with an API request. You can set a verified email
    /// address, but not an address in a verified domain, in the Amazon Cognito console. Amazon Cognito uses
    /// the email address that you provide in one of the following ways, depending on the value that you
    /// specify for the `EmailSendingAccount` parameter:
    ///
    /// Length: 20 to 2048.
    pub source_arn: Option<Value<String>>,
}

impl EmailConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for EmailConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ConfigurationSet", self.configuration_set.as_ref());
        object.optional("EmailSendingAccount", self.email_sending_account.as_ref());
        object.optional("From", self.from.as_ref());
        object.optional("ReplyToEmailAddress", self.reply_to_email_address.as_ref());
        object.optional("SourceArn", self.source_arn.as_ref());
        object.finish()
    }
}

/// `EumsSmsConfiguration` of `AWS::Cognito::UserPool`.
#[derive(Debug, Clone, PartialEq)]
pub struct EumsSmsConfiguration {
    /// `CallerArn`.
    ///
    /// Length: 20 to 2048.
    pub caller_arn: Value<String>,
    /// `ConfigurationSetName`.
    ///
    /// Length: at most 131072.
    pub configuration_set_name: Option<Value<String>>,
    /// `ExternalId`.
    ///
    /// Length: at most 131072.
    pub external_id: Option<Value<String>>,
    /// `InEntityId`.
    ///
    /// Length: at most 131072.
    pub in_entity_id: Option<Value<String>>,
    /// `InTemplateId`.
    ///
    /// Length: at most 131072.
    pub in_template_id: Option<Value<String>>,
    /// `OriginationIdentity`.
    ///
    /// Length: at most 131072.
    pub origination_identity: Option<Value<String>>,
    /// `Region`.
    ///
    /// Length: 5 to 32.
    pub region: Option<Value<String>>,
}

impl EumsSmsConfiguration {
    /// With the required properties only.
    pub fn new(caller_arn: impl Into<Value<String>>) -> Self {
        Self {
            caller_arn: caller_arn.into(),
            configuration_set_name: None,
            external_id: None,
            in_entity_id: None,
            in_template_id: None,
            origination_identity: None,
            region: None,
        }
    }
}

impl ToJson for EumsSmsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CallerArn", &self.caller_arn);
        object.optional("ConfigurationSetName", self.configuration_set_name.as_ref());
        object.optional("ExternalId", self.external_id.as_ref());
        object.optional("InEntityId", self.in_entity_id.as_ref());
        object.optional("InTemplateId", self.in_template_id.as_ref());
        object.optional("OriginationIdentity", self.origination_identity.as_ref());
        object.optional("Region", self.region.as_ref());
        object.finish()
    }
}

/// `InboundFederation` of `AWS::Cognito::UserPool`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InboundFederation {
    /// `LambdaArn`.
    ///
    /// Length: 20 to 2048.
    pub lambda_arn: Option<Value<Arn<kind::lambda::Function>>>,
    /// `LambdaVersion`.
    pub lambda_version: Option<Value<LambdaVersion>>,
}

impl InboundFederation {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for InboundFederation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LambdaArn", self.lambda_arn.as_ref());
        object.optional("LambdaVersion", self.lambda_version.as_ref());
        object.finish()
    }
}

/// The template for the welcome message to new users. This template must include the `{####}` temporary
/// password placeholder if you are creating users with passwords. If your users don't have passwords, you can
/// omit the placeholder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InviteMessageTemplate {
    /// The message template for email messages. EmailMessage is allowed only if
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is DEVELOPER.
    ///
    /// Length: 6 to 20000. Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*$`.
    pub email_message: Option<Value<String>>,
    /// The subject line for email messages. EmailSubject is allowed only if
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is DEVELOPER.
    ///
    /// Length: 1 to 140. Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$`.
    pub email_subject: Option<Value<String>>,
    /// The message template for SMS messages.
    ///
    /// Length: 6 to 140.
    pub sms_message: Option<Value<String>>,
}

impl InviteMessageTemplate {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for InviteMessageTemplate {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EmailMessage", self.email_message.as_ref());
        object.optional("EmailSubject", self.email_subject.as_ref());
        object.optional("SMSMessage", self.sms_message.as_ref());
        object.finish()
    }
}

/// `IssuerConfiguration` of `AWS::Cognito::UserPool`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IssuerConfiguration {
    /// `Type`.
    pub r#type: Option<Value<IssuerConfigurationType>>,
}

impl IssuerConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for IssuerConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Type", self.r#type.as_ref());
        object.finish()
    }
}

/// `KeyConfiguration` of `AWS::Cognito::UserPool`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeyConfiguration {
    /// `KeyType`.
    pub key_type: Option<Value<EncryptionKeyType>>,
    /// `KmsKeyArn`.
    ///
    /// Length: 20 to 2048.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
}

impl KeyConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for KeyConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("KeyType", self.key_type.as_ref());
        object.optional("KmsKeyArn", self.kms_key_arn.as_ref());
        object.finish()
    }
}

/// A collection of user pool Lambda triggers. Amazon Cognito invokes triggers at several possible stages of
/// user pool operations. Triggers can modify the outcome of the operations that invoked them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LambdaConfig {
    /// The configuration of a create auth challenge Lambda trigger, one of three triggers in the sequence of
    /// the [custom authentication challenge
    /// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html).
    ///
    /// Length: 20 to 2048.
    pub create_auth_challenge: Option<Value<Arn<kind::lambda::Function>>>,
    /// The configuration of a custom email sender Lambda trigger. This trigger routes all email notifications
    /// from a user pool to a Lambda function that delivers the message using custom logic.
    pub custom_email_sender: Option<Value<CustomEmailSender>>,
    /// A custom message Lambda trigger. This trigger is an opportunity to customize all SMS and email
    /// messages from your user pool. When a custom message trigger is active, your user pool routes all
    /// messages to a Lambda function that returns a runtime-customized message subject and body for your user
    /// pool to deliver to a user.
    ///
    /// Length: 20 to 2048.
    pub custom_message: Option<Value<String>>,
    /// The configuration of a custom SMS sender Lambda trigger. This trigger routes all SMS notifications
    /// from a user pool to a Lambda function that delivers the message using custom logic.
    pub custom_sms_sender: Option<Value<CustomSMSSender>>,
    /// The configuration of a define auth challenge Lambda trigger, one of three triggers in the sequence of
    /// the [custom authentication challenge
    /// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html).
    ///
    /// Length: 20 to 2048.
    pub define_auth_challenge: Option<Value<Arn<kind::lambda::Function>>>,
    /// `InboundFederation`.
    pub inbound_federation: Option<Value<InboundFederation>>,
    /// The ARN of an [KMS
    /// key](https://docs.aws.amazon.com//kms/latest/developerguide/concepts.html#master_keys). Amazon Cognito
    /// uses the key to encrypt codes and temporary passwords sent to custom sender Lambda triggers.
    ///
    /// Length: 20 to 2048.
    pub kms_key_id: Option<Value<Arn<kind::kms::Key>>>,
    /// The configuration of a [post authentication Lambda
    /// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html)
    /// in a user pool. This trigger can take custom actions after a user signs in.
    ///
    /// Length: 20 to 2048.
    pub post_authentication: Option<Value<String>>,
    /// The configuration of a [post confirmation Lambda
    /// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html)
    /// in a user pool. This trigger can take custom actions after a user confirms their user account and
    /// their email address or phone number.
    ///
    /// Length: 20 to 2048.
    pub post_confirmation: Option<Value<String>>,
    /// The configuration of a [pre authentication
    /// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html)
    /// in a user pool. This trigger can evaluate and modify user sign-in events.
    ///
    /// Length: 20 to 2048.
    pub pre_authentication: Option<Value<Arn<kind::lambda::Function>>>,
    /// The configuration of a [pre sign-up Lambda
    /// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html)
    /// in a user pool. This trigger evaluates new users and can bypass confirmation, [link a federated user
    /// profile](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation-consolidate-users.html),
    /// or block sign-up requests.
    ///
    /// Length: 20 to 2048.
    pub pre_sign_up: Option<Value<String>>,
    /// The legacy configuration of a [pre token generation Lambda
    /// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html)
    /// in a user pool.
    ///
    /// Length: 20 to 2048.
    pub pre_token_generation: Option<Value<Arn<kind::lambda::Function>>>,
    /// The detailed configuration of a [pre token generation Lambda
    /// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html)
    /// in a user pool. If you also set an ARN in `PreTokenGeneration`, its value must be identical to
    /// `PreTokenGenerationConfig`.
    pub pre_token_generation_config: Option<Value<PreTokenGenerationConfig>>,
    /// The configuration of a [migrate user Lambda
    /// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html)
    /// in a user pool. This trigger can create user profiles when users sign in or attempt to reset their
    /// password with credentials that don't exist yet.
    ///
    /// Length: 20 to 2048.
    pub user_migration: Option<Value<String>>,
    /// The configuration of a verify auth challenge Lambda trigger, one of three triggers in the sequence of
    /// the [custom authentication challenge
    /// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html).
    ///
    /// Length: 20 to 2048.
    pub verify_auth_challenge_response: Option<Value<Arn<kind::lambda::Function>>>,
}

impl LambdaConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LambdaConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CreateAuthChallenge", self.create_auth_challenge.as_ref());
        object.optional("CustomEmailSender", self.custom_email_sender.as_ref());
        object.optional("CustomMessage", self.custom_message.as_ref());
        object.optional("CustomSMSSender", self.custom_sms_sender.as_ref());
        object.optional("DefineAuthChallenge", self.define_auth_challenge.as_ref());
        object.optional("InboundFederation", self.inbound_federation.as_ref());
        object.optional("KMSKeyID", self.kms_key_id.as_ref());
        object.optional("PostAuthentication", self.post_authentication.as_ref());
        object.optional("PostConfirmation", self.post_confirmation.as_ref());
        object.optional("PreAuthentication", self.pre_authentication.as_ref());
        object.optional("PreSignUp", self.pre_sign_up.as_ref());
        object.optional("PreTokenGeneration", self.pre_token_generation.as_ref());
        object.optional(
            "PreTokenGenerationConfig",
            self.pre_token_generation_config.as_ref(),
        );
        object.optional("UserMigration", self.user_migration.as_ref());
        object.optional(
            "VerifyAuthChallengeResponse",
            self.verify_auth_challenge_response.as_ref(),
        );
        object.finish()
    }
}

/// The minimum and maximum values of an attribute that is of the number type, for example `custom:age`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NumberAttributeConstraints {
    /// The maximum length of a number attribute value. Must be a number less than or equal to `2^1023`,
    /// represented as a string with a length of 131072 characters or fewer.
    ///
    /// Length: at most 131072.
    pub max_value: Option<Value<String>>,
    /// The minimum value of an attribute that is of the number data type.
    ///
    /// Length: at most 131072.
    pub min_value: Option<Value<String>>,
}

impl NumberAttributeConstraints {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for NumberAttributeConstraints {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaxValue", self.max_value.as_ref());
        object.optional("MinValue", self.min_value.as_ref());
        object.finish()
    }
}

/// The password policy settings for a user pool, including complexity, history, and length requirements.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PasswordPolicy {
    /// The minimum length of the password in the policy that you have set. This value can't be less than 6.
    ///
    /// Range: 6 to 99.
    pub minimum_length: Option<Value<i64>>,
    /// The number of previous passwords that you want Amazon Cognito to restrict each user from reusing.
    /// Users can't set a password that matches any of `n` previous passwords, where `n` is the value of
    /// `PasswordHistorySize`.
    ///
    /// Range: 0 to 24.
    pub password_history_size: Option<Value<i64>>,
    /// The requirement in a password policy that users must include at least one lowercase letter in their
    /// password.
    pub require_lowercase: Option<Value<bool>>,
    /// The requirement in a password policy that users must include at least one number in their password.
    pub require_numbers: Option<Value<bool>>,
    /// The requirement in a password policy that users must include at least one symbol in their password.
    pub require_symbols: Option<Value<bool>>,
    /// The requirement in a password policy that users must include at least one uppercase letter in their
    /// password.
    pub require_uppercase: Option<Value<bool>>,
    /// The number of days a temporary password is valid in the password policy. If the user doesn't sign in
    /// during this time, an administrator must reset their password. Defaults to `7`. If you submit a value
    /// of `0`, Amazon Cognito treats it as a null value and sets `TemporaryPasswordValidityDays` to its
    /// default value.
    ///
    /// Range: 0 to 365.
    pub temporary_password_validity_days: Option<Value<i64>>,
}

impl PasswordPolicy {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PasswordPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MinimumLength", self.minimum_length.as_ref());
        object.optional("PasswordHistorySize", self.password_history_size.as_ref());
        object.optional("RequireLowercase", self.require_lowercase.as_ref());
        object.optional("RequireNumbers", self.require_numbers.as_ref());
        object.optional("RequireSymbols", self.require_symbols.as_ref());
        object.optional("RequireUppercase", self.require_uppercase.as_ref());
        object.optional(
            "TemporaryPasswordValidityDays",
            self.temporary_password_validity_days.as_ref(),
        );
        object.finish()
    }
}

/// A list of user pool policies. Contains the policy that sets password-complexity requirements.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Policies {
    /// The password policy settings for a user pool, including complexity, history, and length requirements.
    pub password_policy: Option<Value<PasswordPolicy>>,
    /// The policy for allowed types of authentication in a user pool. To activate this setting, your user
    /// pool must be in the [Essentials
    /// tier](https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-essentials.html)
    /// or higher.
    pub sign_in_policy: Option<Value<SignInPolicy>>,
}

impl Policies {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Policies {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PasswordPolicy", self.password_policy.as_ref());
        object.optional("SignInPolicy", self.sign_in_policy.as_ref());
        object.finish()
    }
}

/// The properties of a pre token generation Lambda trigger.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PreTokenGenerationConfig {
    /// The Amazon Resource Name (ARN) of the function that you want to assign to your Lambda trigger.
    ///
    /// Length: 20 to 2048.
    pub lambda_arn: Option<Value<Arn<kind::lambda::Function>>>,
    /// The user pool trigger version of the request that Amazon Cognito sends to your Lambda function.
    /// Higher-numbered versions add fields that support new features.
    pub lambda_version: Option<Value<PreTokenGenerationConfigLambdaVersion>>,
}

impl PreTokenGenerationConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PreTokenGenerationConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LambdaArn", self.lambda_arn.as_ref());
        object.optional("LambdaVersion", self.lambda_version.as_ref());
        object.finish()
    }
}

/// A recovery option for a user. The `AccountRecoverySettingType` data type is an array of this object. Each
/// `RecoveryOptionType` has a priority property that determines whether it is a primary or secondary option.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecoveryOption {
    /// The recovery method that this object sets a recovery option for.
    pub name: Option<Value<RecoveryOptionName>>,
    /// Your priority preference for using the specified attribute in account recovery. The highest priority
    /// is `1`.
    ///
    /// Range: 1 to 2.
    pub priority: Option<Value<i64>>,
}

impl RecoveryOption {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RecoveryOption {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Name", self.name.as_ref());
        object.optional("Priority", self.priority.as_ref());
        object.finish()
    }
}

/// A list of the user attributes and their properties in your user pool. The attribute schema contains
/// standard attributes, custom attributes with a `custom:` prefix, and developer attributes with a `dev:`
/// prefix. For more information, see [User pool
/// attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaAttribute {
    /// The data format of the values for your attribute. When you choose an `AttributeDataType`, Amazon
    /// Cognito validates the input against the data type. A custom attribute value in your user's ID token is
    /// always a string, for example `"custom:isMember": "true"` or `"custom:YearsAsMember": "12"`.
    pub attribute_data_type: Option<Value<AttributeDataType>>,
    /// Specifies whether the attribute type is developer only. This attribute can only be modified by an
    /// administrator. Users won't be able to modify this attribute using their access token. For example,
    /// `DeveloperOnlyAttribute` can be modified using AdminUpdateUserAttributes but can't be updated using
    /// UpdateUserAttributes.
    pub developer_only_attribute: Option<Value<bool>>,
    /// Specifies whether the value of the attribute can be changed.
    pub mutable: Option<Value<bool>>,
    /// The name of your user pool attribute. When you create or update a user pool, adding a schema attribute
    /// creates a custom or developer-only attribute. When you add an attribute with a `Name` value of
    /// `MyAttribute`, Amazon Cognito creates the custom attribute `custom:MyAttribute`. When
    /// `DeveloperOnlyAttribute` is `true`, Amazon Cognito creates your attribute as `dev:MyAttribute`. In an
    /// operation that describes a user pool, Amazon Cognito returns this value as `value` for standard
    /// attributes, `custom:value` for custom attributes, and `dev:value` for developer-only attributes..
    ///
    /// Length: 1 to 20. Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`.
    pub name: Option<Value<String>>,
    /// Specifies the constraints for an attribute of the number type.
    pub number_attribute_constraints: Option<Value<NumberAttributeConstraints>>,
    /// Specifies whether a user pool attribute is required. If the attribute is required and the user doesn't
    /// provide a value, registration or sign-in will fail.
    pub required: Option<Value<bool>>,
    /// Specifies the constraints for an attribute of the string type.
    pub string_attribute_constraints: Option<Value<StringAttributeConstraints>>,
}

impl SchemaAttribute {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SchemaAttribute {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AttributeDataType", self.attribute_data_type.as_ref());
        object.optional("DeveloperOnlyAttribute", self.developer_only_attribute.as_ref());
        object.optional("Mutable", self.mutable.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional(
            "NumberAttributeConstraints",
            self.number_attribute_constraints.as_ref(),
        );
        object.optional("Required", self.required.as_ref());
        object.optional(
            "StringAttributeConstraints",
            self.string_attribute_constraints.as_ref(),
        );
        object.finish()
    }
}

/// The policy for allowed types of authentication in a user pool. To activate this setting, your user pool
/// must be in the [Essentials
/// tier](https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-essentials.html) or
/// higher.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SignInPolicy {
    /// The sign-in methods that a user pool supports as the first factor. You can permit users to start
    /// authentication with a standard username and password, or with other one-time password and hardware
    /// factors.
    ///
    /// Items: 1 to 5.
    pub allowed_first_auth_factors: Option<Value<List<AllowedFirstAuthFactor>>>,
}

impl SignInPolicy {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SignInPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AllowedFirstAuthFactors",
            self.allowed_first_auth_factors.as_ref(),
        );
        object.finish()
    }
}

/// User pool configuration for delivery of SMS messages with Amazon Simple Notification Service. To send SMS
/// messages with Amazon SNS in the AWS Region that you want, the Amazon Cognito user pool uses an AWS
/// Identity and Access Management (IAM) role in your AWS account.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SmsConfiguration {
    /// `EumsSms`.
    pub eums_sms: Option<Value<EumsSmsConfiguration>>,
    /// The external ID provides additional security for your IAM role. You can use an `ExternalId` with the
    /// IAM role that you use with Amazon SNS to send SMS messages for your user pool. If you provide an
    /// `ExternalId`, your Amazon Cognito user pool includes it in the request to assume your IAM role. You
    /// can configure the role trust policy to require that Amazon Cognito, and any principal, provide the
    /// `ExternalID`.
    ///
    /// Length: at most 131072.
    pub external_id: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of the Amazon SNS caller. This is the ARN of the IAM role in your AWS
    /// account that Amazon Cognito will use to send SMS messages. SMS messages are subject to a [spending
    /// limit](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html).
    ///
    /// Length: at most 2048.
    pub sns_caller_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// The AWS Region to use with Amazon SNS integration. You can choose the same Region as your user pool,
    /// or a supported *Legacy Amazon SNS alternate Region*.
    ///
    /// Length: 5 to 32.
    pub sns_region: Option<Value<String>>,
}

impl SmsConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SmsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EumsSms", self.eums_sms.as_ref());
        object.optional("ExternalId", self.external_id.as_ref());
        object.optional("SnsCallerArn", self.sns_caller_arn.as_ref());
        object.optional("SnsRegion", self.sns_region.as_ref());
        object.finish()
    }
}

/// The minimum and maximum length values of an attribute that is of the string type, for example
/// `custom:department`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StringAttributeConstraints {
    /// The maximum length of a string attribute value. Must be a number less than or equal to `2^1023`,
    /// represented as a string with a length of 131072 characters or fewer.
    ///
    /// Length: at most 131072.
    pub max_length: Option<Value<String>>,
    /// The minimum length of a string attribute value.
    ///
    /// Length: at most 131072.
    pub min_length: Option<Value<String>>,
}

impl StringAttributeConstraints {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for StringAttributeConstraints {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaxLength", self.max_length.as_ref());
        object.optional("MinLength", self.min_length.as_ref());
        object.finish()
    }
}

/// The settings for updates to user attributes. These settings include the property
/// `AttributesRequireVerificationBeforeUpdate`, a user-pool setting that tells Amazon Cognito how to handle
/// changes to the value of your users' email address and phone number attributes. For more information, see
/// [Verifying updates to email addresses and phone
/// numbers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html#user-pool-settings-verifications-verify-attribute-updates).
#[derive(Debug, Clone, PartialEq)]
pub struct UserAttributeUpdateSettings {
    /// Requires that your user verifies their email address, phone number, or both before Amazon Cognito
    /// updates the value of that attribute. When you update a user attribute that has this option activated,
    /// Amazon Cognito sends a verification message to the new phone number or email address. Amazon Cognito
    /// doesn’t change the value of the attribute until your user responds to the verification message and
    /// confirms the new value.
    pub attributes_require_verification_before_update: Value<List<AttributesRequireVerificationBeforeUpdate>>,
}

impl UserAttributeUpdateSettings {
    /// With the required properties only.
    pub fn new(
        attributes_require_verification_before_update: impl Into<
            Value<List<AttributesRequireVerificationBeforeUpdate>>,
        >,
    ) -> Self {
        Self {
            attributes_require_verification_before_update: attributes_require_verification_before_update
                .into(),
        }
    }
}

impl ToJson for UserAttributeUpdateSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "AttributesRequireVerificationBeforeUpdate",
            &self.attributes_require_verification_before_update,
        );
        object.finish()
    }
}

/// User pool add-ons. Contains settings for activation of threat protection. To log user security information
/// but take no action, set to `AUDIT`. To configure automatic security responses to risky traffic to your
/// user pool, set to `ENFORCED`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolAddOns {
    /// Threat protection configuration options for additional authentication types in your user pool,
    /// including custom authentication.
    pub advanced_security_additional_flows: Option<Value<AdvancedSecurityAdditionalFlows>>,
    /// The operating mode of threat protection for standard authentication types in your user pool, including
    /// username-password and secure remote password (SRP) authentication.
    pub advanced_security_mode: Option<Value<AdvancedSecurityMode>>,
}

impl UserPoolAddOns {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for UserPoolAddOns {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AdvancedSecurityAdditionalFlows",
            self.advanced_security_additional_flows.as_ref(),
        );
        object.optional("AdvancedSecurityMode", self.advanced_security_mode.as_ref());
        object.finish()
    }
}

/// Case sensitivity of the username input for the selected sign-in option. When case sensitivity is set to
/// `False` (case insensitive), users can sign in with any combination of capital and lowercase letters. For
/// example, `username`, `USERNAME`, or `UserName`, or for email, `email@example.com` or `EMaiL@eXamplE.Com`.
/// For most use cases, set case sensitivity to `False` (case insensitive) as a best practice.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UsernameConfiguration {
    /// Specifies whether user name case sensitivity will be applied for all users in the user pool through
    /// Amazon Cognito APIs. For most use cases, set case sensitivity to `False` (case insensitive) as a best
    /// practice. When usernames and email addresses are case insensitive, users can sign in as the same user
    /// when they enter a different capitalization of their user name.
    pub case_sensitive: Option<Value<bool>>,
}

impl UsernameConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for UsernameConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CaseSensitive", self.case_sensitive.as_ref());
        object.finish()
    }
}

/// The template for the verification message that your user pool delivers to users who set an email address
/// or phone number attribute.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VerificationMessageTemplate {
    /// The configuration of verification emails to contain a clickable link or a verification code.
    pub default_email_option: Option<Value<DefaultEmailOption>>,
    /// The template for email messages that Amazon Cognito sends to your users. You can set an `EmailMessage`
    /// template only if the value of
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is `DEVELOPER`. When your
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is `DEVELOPER`, your user pool sends email messages with your own Amazon SES configuration.
    ///
    /// Length: 6 to 20000.
    pub email_message: Option<Value<String>>,
    /// The email message template for sending a confirmation link to the user. You can set an
    /// `EmailMessageByLink` template only if the value of
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is `DEVELOPER`. When your
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is `DEVELOPER`, your user pool sends email messages with your own Amazon SES configuration.
    ///
    /// Length: 6 to 20000.
    pub email_message_by_link: Option<Value<String>>,
    /// The subject line for the email message template. You can set an `EmailSubject` template only if the
    /// value of
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is `DEVELOPER`. When your
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is `DEVELOPER`, your user pool sends email messages with your own Amazon SES configuration.
    ///
    /// Length: 1 to 140. Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$`.
    pub email_subject: Option<Value<String>>,
    /// The subject line for the email message template for sending a confirmation link to the user. You can
    /// set an `EmailSubjectByLink` template only if the value of
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is `DEVELOPER`. When your
    /// [EmailSendingAccount](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html#CognitoUserPools-Type-EmailConfigurationType-EmailSendingAccount)
    /// is `DEVELOPER`, your user pool sends email messages with your own Amazon SES configuration.
    ///
    /// Length: 1 to 140. Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$`.
    pub email_subject_by_link: Option<Value<String>>,
    /// The template for SMS messages that Amazon Cognito sends to your users.
    ///
    /// Length: 6 to 140. Pattern: `\{####\}`.
    pub sms_message: Option<Value<String>>,
}

impl VerificationMessageTemplate {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for VerificationMessageTemplate {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DefaultEmailOption", self.default_email_option.as_ref());
        object.optional("EmailMessage", self.email_message.as_ref());
        object.optional("EmailMessageByLink", self.email_message_by_link.as_ref());
        object.optional("EmailSubject", self.email_subject.as_ref());
        object.optional("EmailSubjectByLink", self.email_subject_by_link.as_ref());
        object.optional("SmsMessage", self.sms_message.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `UserPoolAddOns.AdvancedSecurityMode`.
    AdvancedSecurityMode {
        Audit = "AUDIT",
        Enforced = "ENFORCED",
        Off = "OFF",
    }
}

text_enum! {
    /// The values of `UserPool.AliasAttribute`.
    AliasAttribute {
        Email = "email",
        PhoneNumber = "phone_number",
        PreferredUsername = "preferred_username",
    }
}

text_enum! {
    /// The values of `SignInPolicy.AllowedFirstAuthFactor`.
    AllowedFirstAuthFactor {
        EmailOtp = "EMAIL_OTP",
        Password = "PASSWORD",
        SmsOtp = "SMS_OTP",
        SoftwareToken = "SOFTWARE_TOKEN",
        WebAuthn = "WEB_AUTHN",
    }
}

text_enum! {
    /// The values of `SchemaAttribute.AttributeDataType`.
    AttributeDataType {
        Boolean = "Boolean",
        DateTime = "DateTime",
        Number = "Number",
        String = "String",
    }
}

text_enum! {
    /// The values of `UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate`.
    AttributesRequireVerificationBeforeUpdate {
        Email = "email",
        PhoneNumber = "phone_number",
    }
}

text_enum! {
    /// The values of `UserPool.AutoVerifiedAttribute`.
    AutoVerifiedAttribute {
        Email = "email",
        PhoneNumber = "phone_number",
    }
}

text_enum! {
    /// The values of `AdvancedSecurityAdditionalFlows.CustomAuthMode`.
    CustomAuthMode {
        Audit = "AUDIT",
        Enforced = "ENFORCED",
    }
}

text_enum! {
    /// The values of `VerificationMessageTemplate.DefaultEmailOption`.
    DefaultEmailOption {
        ConfirmWithCode = "CONFIRM_WITH_CODE",
        ConfirmWithLink = "CONFIRM_WITH_LINK",
    }
}

text_enum! {
    /// The values of `UserPool.DeletionProtection`.
    DeletionProtection {
        Active = "ACTIVE",
        Inactive = "INACTIVE",
    }
}

text_enum! {
    /// The values of `EmailConfiguration.EmailSendingAccount`.
    EmailSendingAccount {
        CognitoDefault = "COGNITO_DEFAULT",
        Developer = "DEVELOPER",
    }
}

text_enum! {
    /// The values of `KeyConfiguration.EncryptionKeyType`.
    EncryptionKeyType {
        AwsOwnedKey = "AWS_OWNED_KEY",
        CustomerManagedKey = "CUSTOMER_MANAGED_KEY",
    }
}

text_enum! {
    /// The values of `IssuerConfiguration.Type`.
    IssuerConfigurationType {
        Original = "ORIGINAL",
        Updated = "UPDATED",
    }
}

text_enum! {
    /// The values of `CustomEmailSender.LambdaVersion`, `CustomSMSSender.LambdaVersion`,
    /// `InboundFederation.LambdaVersion`.
    LambdaVersion {
        V1_0 = "V1_0",
    }
}

text_enum! {
    /// The values of `UserPool.MfaConfiguration`.
    MfaConfiguration {
        Off = "OFF",
        On = "ON",
        Optional = "OPTIONAL",
    }
}

text_enum! {
    /// The values of `PreTokenGenerationConfig.LambdaVersion`.
    PreTokenGenerationConfigLambdaVersion {
        V1_0 = "V1_0",
        V2_0 = "V2_0",
        V3_0 = "V3_0",
    }
}

text_enum! {
    /// The values of `RecoveryOption.Name`.
    RecoveryOptionName {
        AdminOnly = "admin_only",
        VerifiedEmail = "verified_email",
        VerifiedPhoneNumber = "verified_phone_number",
    }
}

text_enum! {
    /// The values of `UserPool.UserPoolTier`.
    UserPoolTier {
        Lite = "LITE",
        Essentials = "ESSENTIALS",
        Plus = "PLUS",
    }
}

text_enum! {
    /// The values of `UserPool.UsernameAttribute`.
    UsernameAttribute {
        Email = "email",
        PhoneNumber = "phone_number",
    }
}

text_enum! {
    /// The values of `UserPool.WebAuthnFactorConfiguration`.
    WebAuthnFactorConfiguration {
        SingleFactor = "SINGLE_FACTOR",
        MultiFactorWithUserVerification = "MULTI_FACTOR_WITH_USER_VERIFICATION",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPool",
    properties: &USER_POOL,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Arn", "ProviderName", "ProviderURL", "UserPoolId"],
    write_only: &["EnabledMfas"],
    primary_identifier: &["UserPoolId"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("ProviderName"),
        Attribute::scalar("ProviderURL"),
        Attribute::scalar("UserPoolId"),
    ],
    stateful: true,
};

static ACCOUNT_RECOVERY_SETTING: Object = Object {
    properties: &[Property::optional(
        "RecoveryMechanisms",
        Shape::list(&Shape::Object(&RECOVERY_OPTION))
            .min_length(1)
            .max_length(2),
    )],
    constraints: &[],
};

static ADMIN_CREATE_USER_CONFIG: Object = Object {
    properties: &[
        Property::optional("AllowAdminCreateUserOnly", Shape::Boolean),
        Property::optional("InviteMessageTemplate", Shape::Object(&INVITE_MESSAGE_TEMPLATE)),
        Property::optional("UnusedAccountValidityDays", Shape::INTEGER.min(0.0).max(365.0)),
    ],
    constraints: &[],
};

static ADVANCED_SECURITY_ADDITIONAL_FLOWS: Object = Object {
    properties: &[Property::optional(
        "CustomAuthMode",
        Shape::one_of(CustomAuthMode::VALUES),
    )],
    constraints: &[],
};

static CUSTOM_EMAIL_SENDER: Object = Object {
    properties: &[
        Property::optional(
            "LambdaArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("LambdaVersion", Shape::one_of(LambdaVersion::VALUES)),
    ],
    constraints: &[],
};

static CUSTOM_SMS_SENDER: Object = Object {
    properties: &[
        Property::optional(
            "LambdaArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("LambdaVersion", Shape::one_of(LambdaVersion::VALUES)),
    ],
    constraints: &[],
};

static DEVICE_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("ChallengeRequiredOnNewDevice", Shape::Boolean),
        Property::optional("DeviceOnlyRememberedOnUserPrompt", Shape::Boolean),
    ],
    constraints: &[],
};

static EMAIL_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "ConfigurationSet",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9_-]+$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("EmailSendingAccount", Shape::one_of(EmailSendingAccount::VALUES)),
        Property::optional("From", Shape::TEXT.max_length(131_072)),
        Property::optional("ReplyToEmailAddress", Shape::TEXT.pattern(PATTERN_2)),
        Property::optional(
            "SourceArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
    ],
    constraints: &[],
};

static EUMS_SMS_CONFIGURATION: Object = Object {
    properties: &[
        Property::required(
            "CallerArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("ConfigurationSetName", Shape::TEXT.max_length(131_072)),
        Property::optional("ExternalId", Shape::TEXT.max_length(131_072)),
        Property::optional("InEntityId", Shape::TEXT.max_length(131_072)),
        Property::optional("InTemplateId", Shape::TEXT.max_length(131_072)),
        Property::optional("OriginationIdentity", Shape::TEXT.max_length(131_072)),
        Property::optional("Region", Shape::TEXT.min_length(5).max_length(32)),
    ],
    constraints: &[],
};

static INBOUND_FEDERATION: Object = Object {
    properties: &[
        Property::optional(
            "LambdaArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("LambdaVersion", Shape::one_of(LambdaVersion::VALUES)),
    ],
    constraints: &[],
};

static INVITE_MESSAGE_TEMPLATE: Object = Object {
    properties: &[
        Property::optional(
            "EmailMessage",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*$")
                .min_length(6)
                .max_length(20000),
        ),
        Property::optional(
            "EmailSubject",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$")
                .min_length(1)
                .max_length(140),
        ),
        Property::optional("SMSMessage", Shape::TEXT.min_length(6).max_length(140)),
    ],
    constraints: &[],
};

static ISSUER_CONFIGURATION: Object = Object {
    properties: &[Property::optional(
        "Type",
        Shape::one_of(IssuerConfigurationType::VALUES),
    )],
    constraints: &[],
};

static KEY_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("KeyType", Shape::one_of(EncryptionKeyType::VALUES)),
        Property::optional(
            "KmsKeyArn",
            Shape::TEXT.pattern(PATTERN_3).min_length(20).max_length(2048),
        ),
    ],
    constraints: &[],
};

static LAMBDA_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "CreateAuthChallenge",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("CustomEmailSender", Shape::Object(&CUSTOM_EMAIL_SENDER)),
        Property::optional(
            "CustomMessage",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("CustomSMSSender", Shape::Object(&CUSTOM_SMS_SENDER)),
        Property::optional(
            "DefineAuthChallenge",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("InboundFederation", Shape::Object(&INBOUND_FEDERATION)),
        Property::optional(
            "KMSKeyID",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional(
            "PostAuthentication",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional(
            "PostConfirmation",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional(
            "PreAuthentication",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional(
            "PreSignUp",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional(
            "PreTokenGeneration",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional(
            "PreTokenGenerationConfig",
            Shape::Object(&PRE_TOKEN_GENERATION_CONFIG),
        ),
        Property::optional(
            "UserMigration",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional(
            "VerifyAuthChallengeResponse",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
    ],
    constraints: &[],
};

static NUMBER_ATTRIBUTE_CONSTRAINTS: Object = Object {
    properties: &[
        Property::optional("MaxValue", Shape::TEXT.max_length(131_072)),
        Property::optional("MinValue", Shape::TEXT.max_length(131_072)),
    ],
    constraints: &[],
};

static PASSWORD_POLICY: Object = Object {
    properties: &[
        Property::optional("MinimumLength", Shape::INTEGER.min(6.0).max(99.0)),
        Property::optional("PasswordHistorySize", Shape::INTEGER.min(0.0).max(24.0)),
        Property::optional("RequireLowercase", Shape::Boolean),
        Property::optional("RequireNumbers", Shape::Boolean),
        Property::optional("RequireSymbols", Shape::Boolean),
        Property::optional("RequireUppercase", Shape::Boolean),
        Property::optional(
            "TemporaryPasswordValidityDays",
            Shape::INTEGER.min(0.0).max(365.0),
        ),
    ],
    constraints: &[],
};

static POLICIES: Object = Object {
    properties: &[
        Property::optional("PasswordPolicy", Shape::Object(&PASSWORD_POLICY)),
        Property::optional("SignInPolicy", Shape::Object(&SIGN_IN_POLICY)),
    ],
    constraints: &[],
};

static PRE_TOKEN_GENERATION_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "LambdaArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional(
            "LambdaVersion",
            Shape::one_of(PreTokenGenerationConfigLambdaVersion::VALUES),
        ),
    ],
    constraints: &[],
};

static RECOVERY_OPTION: Object = Object {
    properties: &[
        Property::optional("Name", Shape::one_of(RecoveryOptionName::VALUES)),
        Property::optional("Priority", Shape::INTEGER.min(1.0).max(2.0)),
    ],
    constraints: &[],
};

static SCHEMA_ATTRIBUTE: Object = Object {
    properties: &[
        Property::optional("AttributeDataType", Shape::one_of(AttributeDataType::VALUES)),
        Property::optional("DeveloperOnlyAttribute", Shape::Boolean),
        Property::optional("Mutable", Shape::Boolean),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$")
                .min_length(1)
                .max_length(20),
        ),
        Property::optional(
            "NumberAttributeConstraints",
            Shape::Object(&NUMBER_ATTRIBUTE_CONSTRAINTS),
        ),
        Property::optional("Required", Shape::Boolean),
        Property::optional(
            "StringAttributeConstraints",
            Shape::Object(&STRING_ATTRIBUTE_CONSTRAINTS),
        ),
    ],
    constraints: &[],
};

static SIGN_IN_POLICY: Object = Object {
    properties: &[Property::optional(
        "AllowedFirstAuthFactors",
        Shape::list(&Shape::one_of(AllowedFirstAuthFactor::VALUES))
            .min_length(1)
            .max_length(5),
    )],
    constraints: &[],
};

static SMS_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("EumsSms", Shape::Object(&EUMS_SMS_CONFIGURATION)),
        Property::optional("ExternalId", Shape::TEXT.max_length(131_072)),
        Property::optional("SnsCallerArn", Shape::TEXT.pattern(PATTERN_4).max_length(2048)),
        Property::optional("SnsRegion", Shape::TEXT.min_length(5).max_length(32)),
    ],
    constraints: &[],
};

static STRING_ATTRIBUTE_CONSTRAINTS: Object = Object {
    properties: &[
        Property::optional("MaxLength", Shape::TEXT.max_length(131_072)),
        Property::optional("MinLength", Shape::TEXT.max_length(131_072)),
    ],
    constraints: &[],
};

static USER_ATTRIBUTE_UPDATE_SETTINGS: Object = Object {
    properties: &[Property::required(
        "AttributesRequireVerificationBeforeUpdate",
        Shape::list(&Shape::one_of(AttributesRequireVerificationBeforeUpdate::VALUES)),
    )],
    constraints: &[],
};

static USER_POOL: Object = Object {
    properties: &[
        Property::optional("AccountRecoverySetting", Shape::Object(&ACCOUNT_RECOVERY_SETTING)),
        Property::optional("AdminCreateUserConfig", Shape::Object(&ADMIN_CREATE_USER_CONFIG)),
        Property::optional(
            "AliasAttributes",
            Shape::list(&Shape::one_of(AliasAttribute::VALUES)),
        ),
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "AutoVerifiedAttributes",
            Shape::list(&Shape::one_of(AutoVerifiedAttribute::VALUES)),
        ),
        Property::optional("DeletionProtection", Shape::one_of(DeletionProtection::VALUES)),
        Property::optional("DeviceConfiguration", Shape::Object(&DEVICE_CONFIGURATION)),
        Property::optional(
            "EmailAuthenticationMessage",
            Shape::TEXT.min_length(6).max_length(20000),
        ),
        Property::optional(
            "EmailAuthenticationSubject",
            Shape::TEXT.min_length(1).max_length(140),
        ),
        Property::optional("EmailConfiguration", Shape::Object(&EMAIL_CONFIGURATION)),
        Property::optional(
            "EmailVerificationMessage",
            Shape::TEXT.pattern(PATTERN_5).min_length(6).max_length(20000),
        ),
        Property::optional(
            "EmailVerificationSubject",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$")
                .min_length(1)
                .max_length(140),
        ),
        Property::optional("EnabledMfas", Shape::list(&Shape::TEXT)),
        Property::optional("IssuerConfiguration", Shape::Object(&ISSUER_CONFIGURATION)),
        Property::optional("KeyConfiguration", Shape::Object(&KEY_CONFIGURATION)),
        Property::optional("LambdaConfig", Shape::Object(&LAMBDA_CONFIG)),
        Property::optional("MfaConfiguration", Shape::one_of(MfaConfiguration::VALUES)),
        Property::optional("Policies", Shape::Object(&POLICIES)),
        Property::optional("ProviderName", Shape::Json),
        Property::optional("ProviderURL", Shape::Json),
        Property::optional(
            "Schema",
            Shape::list(&Shape::Object(&SCHEMA_ATTRIBUTE))
                .min_length(1)
                .max_length(50),
        ),
        Property::optional(
            "SmsAuthenticationMessage",
            Shape::TEXT.pattern(r"\{####\}").min_length(6).max_length(140),
        ),
        Property::optional("SmsConfiguration", Shape::Object(&SMS_CONFIGURATION)),
        Property::optional(
            "SmsVerificationMessage",
            Shape::TEXT.pattern(r"\{####\}").min_length(6).max_length(140),
        ),
        Property::optional(
            "UserAttributeUpdateSettings",
            Shape::Object(&USER_ATTRIBUTE_UPDATE_SETTINGS),
        ),
        Property::optional("UserPoolAddOns", Shape::Object(&USER_POOL_ADD_ONS)),
        Property::optional("UserPoolId", Shape::Json),
        Property::optional("UserPoolName", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("UserPoolTags", Shape::Map(&Shape::TEXT)),
        Property::optional("UserPoolTier", Shape::one_of(UserPoolTier::VALUES)),
        Property::optional(
            "UsernameAttributes",
            Shape::list(&Shape::one_of(UsernameAttribute::VALUES)),
        ),
        Property::optional("UsernameConfiguration", Shape::Object(&USERNAME_CONFIGURATION)),
        Property::optional(
            "VerificationMessageTemplate",
            Shape::Object(&VERIFICATION_MESSAGE_TEMPLATE),
        ),
        Property::optional(
            "WebAuthnFactorConfiguration",
            Shape::one_of(WebAuthnFactorConfiguration::VALUES),
        ),
        Property::optional("WebAuthnRelyingPartyID", Shape::TEXT.min_length(1).max_length(63)),
        Property::optional(
            "WebAuthnUserVerification",
            Shape::TEXT.min_length(1).max_length(9),
        ),
    ],
    constraints: &[],
};

static USER_POOL_ADD_ONS: Object = Object {
    properties: &[
        Property::optional(
            "AdvancedSecurityAdditionalFlows",
            Shape::Object(&ADVANCED_SECURITY_ADDITIONAL_FLOWS),
        ),
        Property::optional(
            "AdvancedSecurityMode",
            Shape::one_of(AdvancedSecurityMode::VALUES),
        ),
    ],
    constraints: &[],
};

static USERNAME_CONFIGURATION: Object = Object {
    properties: &[Property::optional("CaseSensitive", Shape::Boolean)],
    constraints: &[],
};

static VERIFICATION_MESSAGE_TEMPLATE: Object = Object {
    properties: &[
        Property::optional("DefaultEmailOption", Shape::one_of(DefaultEmailOption::VALUES)),
        Property::optional(
            "EmailMessage",
            Shape::TEXT.pattern(PATTERN_5).min_length(6).max_length(20000),
        ),
        Property::optional(
            "EmailMessageByLink",
            Shape::TEXT.pattern(PATTERN_6).min_length(6).max_length(20000),
        ),
        Property::optional(
            "EmailSubject",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$")
                .min_length(1)
                .max_length(140),
        ),
        Property::optional(
            "EmailSubjectByLink",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$")
                .min_length(1)
                .max_length(140),
        ),
        Property::optional(
            "SmsMessage",
            Shape::TEXT.pattern(r"\{####\}").min_length(6).max_length(140),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?$";
const PATTERN_2: &str = r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+$";
const PATTERN_3: &str =
    r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?";
const PATTERN_4: &str =
    r"^(arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?)?$";
const PATTERN_5: &str = r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*$";
const PATTERN_6: &str = r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{##[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*##\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*$";
