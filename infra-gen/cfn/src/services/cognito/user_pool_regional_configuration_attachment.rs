//! `AWS::Cognito::UserPoolRegionalConfigurationAttachment`. Generated; see `generator/`.

use crate::{
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, Map, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Cognito::UserPoolRegionalConfigurationAttachment
///
/// `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolRegionalConfigurationAttachment {
    /// `EmailConfiguration`.
    pub email_configuration: Option<Value<EmailConfiguration>>,
    /// `LambdaConfig`.
    pub lambda_config: Option<Value<LambdaConfig>>,
    /// `SmsConfiguration`.
    pub sms_configuration: Option<Value<SmsConfiguration>>,
    /// The status of the replica. Set to ACTIVE or INACTIVE.
    pub status: Option<Value<String>>,
    /// `UserPoolId`.
    ///
    /// Update requires: replacement.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
    /// `UserPoolTags`.
    pub user_pool_tags: Option<Value<Map<String>>>,
}

impl UserPoolRegionalConfigurationAttachment {
    /// With the required properties only.
    pub fn new(user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>) -> Self {
        Self {
            email_configuration: None,
            lambda_config: None,
            sms_configuration: None,
            status: None,
            user_pool_id: user_pool_id.into(),
            user_pool_tags: None,
        }
    }
}

impl ToJson for UserPoolRegionalConfigurationAttachment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EmailConfiguration", self.email_configuration.as_ref());
        object.optional("LambdaConfig", self.lambda_config.as_ref());
        object.optional("SmsConfiguration", self.sms_configuration.as_ref());
        object.optional("Status", self.status.as_ref());
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("UserPoolTags", self.user_pool_tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for UserPoolRegionalConfigurationAttachment {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolRegionalConfigurationAttachment;
    type Reference = Id<kind::cognito::UserPoolRegionalConfigurationAttachment>;
}

/// `CustomEmailSender` of `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomEmailSender {
    /// `LambdaArn`.
    pub lambda_arn: Option<Value<Arn<kind::lambda::Function>>>,
    /// `LambdaVersion`.
    pub lambda_version: Option<Value<String>>,
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

/// `CustomSMSSender` of `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomSMSSender {
    /// `LambdaArn`.
    pub lambda_arn: Option<Value<Arn<kind::lambda::Function>>>,
    /// `LambdaVersion`.
    pub lambda_version: Option<Value<String>>,
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

/// `EmailConfiguration` of `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EmailConfiguration {
    /// `ConfigurationSet`.
    pub configuration_set: Option<Value<String>>,
    /// `EmailSendingAccount`.
    pub email_sending_account: Option<Value<String>>,
    /// `From`.
    pub from: Option<Value<String>>,
    /// `ReplyToEmailAddress`.
    pub reply_to_email_address: Option<Value<String>>,
    /// `SourceArn`.
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

/// `EumsSmsConfiguration` of `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, PartialEq)]
pub struct EumsSmsConfiguration {
    /// `CallerArn`.
    pub caller_arn: Value<String>,
    /// `ConfigurationSetName`.
    pub configuration_set_name: Option<Value<String>>,
    /// `ExternalId`.
    pub external_id: Option<Value<String>>,
    /// `InEntityId`.
    pub in_entity_id: Option<Value<String>>,
    /// `InTemplateId`.
    pub in_template_id: Option<Value<String>>,
    /// `OriginationIdentity`.
    pub origination_identity: Option<Value<String>>,
    /// `Region`.
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

/// `InboundFederation` of `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InboundFederation {
    /// `LambdaArn`.
    pub lambda_arn: Option<Value<Arn<kind::lambda::Function>>>,
    /// `LambdaVersion`.
    pub lambda_version: Option<Value<String>>,
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

/// `LambdaConfig` of `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LambdaConfig {
    /// `CreateAuthChallenge`.
    pub create_auth_challenge: Option<Value<String>>,
    /// `CustomEmailSender`.
    pub custom_email_sender: Option<Value<CustomEmailSender>>,
    /// `CustomMessage`.
    pub custom_message: Option<Value<String>>,
    /// `CustomSMSSender`.
    pub custom_sms_sender: Option<Value<CustomSMSSender>>,
    /// `DefineAuthChallenge`.
    pub define_auth_challenge: Option<Value<String>>,
    /// `InboundFederation`.
    pub inbound_federation: Option<Value<InboundFederation>>,
    /// `KMSKeyID`.
    pub kms_key_id: Option<Value<String>>,
    /// `PostAuthentication`.
    pub post_authentication: Option<Value<String>>,
    /// `PostConfirmation`.
    pub post_confirmation: Option<Value<String>>,
    /// `PreAuthentication`.
    pub pre_authentication: Option<Value<String>>,
    /// `PreSignUp`.
    pub pre_sign_up: Option<Value<String>>,
    /// `PreTokenGeneration`.
    pub pre_token_generation: Option<Value<String>>,
    /// `PreTokenGenerationConfig`.
    pub pre_token_generation_config: Option<Value<PreTokenGenerationConfig>>,
    /// `UserMigration`.
    pub user_migration: Option<Value<String>>,
    /// `VerifyAuthChallengeResponse`.
    pub verify_auth_challenge_response: Option<Value<String>>,
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

/// `PreTokenGenerationConfig` of `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PreTokenGenerationConfig {
    /// `LambdaArn`.
    pub lambda_arn: Option<Value<Arn<kind::lambda::Function>>>,
    /// `LambdaVersion`.
    pub lambda_version: Option<Value<String>>,
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

/// `SmsConfiguration` of `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SmsConfiguration {
    /// `EumsSms`.
    pub eums_sms: Option<Value<EumsSmsConfiguration>>,
    /// `ExternalId`.
    pub external_id: Option<Value<String>>,
    /// `SnsCallerArn`.
    pub sns_caller_arn: Option<Value<String>>,
    /// `SnsRegion`.
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

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolRegionalConfigurationAttachment",
    properties: &USER_POOL_REGIONAL_CONFIGURATION_ATTACHMENT,
    create_only: &["UserPoolId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["UserPoolId"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static CUSTOM_EMAIL_SENDER: Object = Object {
    properties: &[
        Property::optional("LambdaArn", Shape::TEXT),
        Property::optional("LambdaVersion", Shape::TEXT),
    ],
    constraints: &[],
};

static CUSTOM_SMS_SENDER: Object = Object {
    properties: &[
        Property::optional("LambdaArn", Shape::TEXT),
        Property::optional("LambdaVersion", Shape::TEXT),
    ],
    constraints: &[],
};

static EMAIL_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("ConfigurationSet", Shape::TEXT),
        Property::optional("EmailSendingAccount", Shape::TEXT),
        Property::optional("From", Shape::TEXT),
        Property::optional("ReplyToEmailAddress", Shape::TEXT),
        Property::optional("SourceArn", Shape::TEXT),
    ],
    constraints: &[],
};

static EUMS_SMS_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("CallerArn", Shape::TEXT),
        Property::optional("ConfigurationSetName", Shape::TEXT),
        Property::optional("ExternalId", Shape::TEXT),
        Property::optional("InEntityId", Shape::TEXT),
        Property::optional("InTemplateId", Shape::TEXT),
        Property::optional("OriginationIdentity", Shape::TEXT),
        Property::optional("Region", Shape::TEXT),
    ],
    constraints: &[],
};

static INBOUND_FEDERATION: Object = Object {
    properties: &[
        Property::optional("LambdaArn", Shape::TEXT),
        Property::optional("LambdaVersion", Shape::TEXT),
    ],
    constraints: &[],
};

static LAMBDA_CONFIG: Object = Object {
    properties: &[
        Property::optional("CreateAuthChallenge", Shape::TEXT),
        Property::optional("CustomEmailSender", Shape::Object(&CUSTOM_EMAIL_SENDER)),
        Property::optional("CustomMessage", Shape::TEXT),
        Property::optional("CustomSMSSender", Shape::Object(&CUSTOM_SMS_SENDER)),
        Property::optional("DefineAuthChallenge", Shape::TEXT),
        Property::optional("InboundFederation", Shape::Object(&INBOUND_FEDERATION)),
        Property::optional("KMSKeyID", Shape::TEXT),
        Property::optional("PostAuthentication", Shape::TEXT),
        Property::optional("PostConfirmation", Shape::TEXT),
        Property::optional("PreAuthentication", Shape::TEXT),
        Property::optional("PreSignUp", Shape::TEXT),
        Property::optional("PreTokenGeneration", Shape::TEXT),
        Property::optional(
            "PreTokenGenerationConfig",
            Shape::Object(&PRE_TOKEN_GENERATION_CONFIG),
        ),
        Property::optional("UserMigration", Shape::TEXT),
        Property::optional("VerifyAuthChallengeResponse", Shape::TEXT),
    ],
    constraints: &[],
};

static PRE_TOKEN_GENERATION_CONFIG: Object = Object {
    properties: &[
        Property::optional("LambdaArn", Shape::TEXT),
        Property::optional("LambdaVersion", Shape::TEXT),
    ],
    constraints: &[],
};

static SMS_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("EumsSms", Shape::Object(&EUMS_SMS_CONFIGURATION)),
        Property::optional("ExternalId", Shape::TEXT),
        Property::optional("SnsCallerArn", Shape::TEXT),
        Property::optional("SnsRegion", Shape::TEXT),
    ],
    constraints: &[],
};

static USER_POOL_REGIONAL_CONFIGURATION_ATTACHMENT: Object = Object {
    properties: &[
        Property::optional("EmailConfiguration", Shape::Object(&EMAIL_CONFIGURATION)),
        Property::optional("LambdaConfig", Shape::Object(&LAMBDA_CONFIG)),
        Property::optional("SmsConfiguration", Shape::Object(&SMS_CONFIGURATION)),
        Property::optional("Status", Shape::TEXT),
        Property::required("UserPoolId", Shape::TEXT),
        Property::optional("UserPoolTags", Shape::Map(&Shape::TEXT)),
    ],
    constraints: &[],
};
