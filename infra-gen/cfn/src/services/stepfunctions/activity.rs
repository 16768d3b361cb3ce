//! `AWS::StepFunctions::Activity`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// An activity is a task that you write in any programming language and host on any machine that has access
/// to AWS Step Functions. Activities must poll Step Functions using the `GetActivityTask` API action and
/// respond using `SendTask*` API actions. This function makes Step Functions aware of your activity and
/// returns an identifier for use in a state machine and when polling from the activity.
///
/// `AWS::StepFunctions::Activity`.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// Encryption configuration for the activity.
    ///
    /// Update requires: replacement.
    pub encryption_configuration: Option<Value<EncryptionConfiguration>>,
    /// The name of the activity.
    ///
    /// Update requires: replacement. Length: 1 to 80.
    pub name: Value<String>,
    /// The list of tags to add to a resource.
    pub tags: Option<Value<List<Tag>>>,
}

impl Activity {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            encryption_configuration: None,
            name: name.into(),
            tags: None,
        }
    }
}

impl ToJson for Activity {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EncryptionConfiguration", self.encryption_configuration.as_ref());
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Activity {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::stepfunctions::Activity;
    type Reference = Arn<kind::stepfunctions::Activity>;
}

impl Handle<Activity> {
    /// Returns the ARN of the resource.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::stepfunctions::Activity>> {
        self.attribute("Arn")
    }

    /// Returns the name of the activity. For example:
    ///
    /// `Fn::GetAtt` of `Name`.
    pub fn name(&self) -> Value<String> {
        self.attribute("Name")
    }
}

/// Settings to configure server-side encryption for an activity. By default, Step Functions provides
/// transparent server-side encryption. With this configuration, you can specify a customer managed AWS key
/// for encryption.
#[derive(Debug, Clone, PartialEq)]
pub struct EncryptionConfiguration {
    /// Maximum duration that Step Functions will reuse data keys. When the period expires, Step Functions
    /// will call `GenerateDataKey`. Only applies to customer managed keys.
    ///
    /// Range: 60 to 900.
    pub kms_data_key_reuse_period_seconds: Option<Value<i64>>,
    /// An alias, alias ARN, key ID, or key ARN of a symmetric encryption AWS key to encrypt data. To specify
    /// a AWS key in a different AWS account, you must use the key ARN or alias ARN.
    ///
    /// Length: 1 to 2048.
    pub kms_key_id: Option<Value<String>>,
    /// Encryption option for an activity.
    pub r#type: Value<EncryptionConfigurationType>,
}

impl EncryptionConfiguration {
    /// With the required properties only.
    pub fn new(r#type: impl Into<Value<EncryptionConfigurationType>>) -> Self {
        Self {
            kms_data_key_reuse_period_seconds: None,
            kms_key_id: None,
            r#type: r#type.into(),
        }
    }
}

impl ToJson for EncryptionConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "KmsDataKeyReusePeriodSeconds",
            self.kms_data_key_reuse_period_seconds.as_ref(),
        );
        object.optional("KmsKeyId", self.kms_key_id.as_ref());
        object.required("Type", &self.r#type);
        object.finish()
    }
}

text_enum! {
    /// The values of `EncryptionConfiguration.Type`.
    EncryptionConfigurationType {
        CustomerManagedKmsKey = "CUSTOMER_MANAGED_KMS_KEY",
        AwsOwnedKey = "AWS_OWNED_KEY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::StepFunctions::Activity",
    properties: &ACTIVITY,
    create_only: &["EncryptionConfiguration", "Name"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("EncryptionConfiguration.KmsDataKeyReusePeriodSeconds"),
        Attribute::scalar("EncryptionConfiguration.KmsKeyId"),
        Attribute::scalar("EncryptionConfiguration.Type"),
        Attribute::scalar("Name"),
        Attribute::list("Tags"),
    ],
    stateful: false,
};

static ACTIVITY: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "EncryptionConfiguration",
            Shape::Object(&ENCRYPTION_CONFIGURATION),
        ),
        Property::required("Name", Shape::TEXT.min_length(1).max_length(80)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAGS_ENTRY))),
    ],
    constraints: &[],
};

static ENCRYPTION_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "KmsDataKeyReusePeriodSeconds",
            Shape::INTEGER.min(60.0).max(900.0),
        ),
        Property::optional("KmsKeyId", Shape::TEXT.min_length(1).max_length(2048)),
        Property::required("Type", Shape::one_of(EncryptionConfigurationType::VALUES)),
    ],
    constraints: &[],
};

static TAGS_ENTRY: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(256)),
    ],
    constraints: &[],
};
