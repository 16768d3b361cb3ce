//! `AWS::CloudFront::FieldLevelEncryptionProfile`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::CloudFront::FieldLevelEncryptionProfile. A field-level encryption
/// profile maps CloudFront public keys and provider identities to the request-body field patterns that
/// CloudFront encrypts with them.
///
/// `AWS::CloudFront::FieldLevelEncryptionProfile`.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldLevelEncryptionProfile {
    /// The configuration of a field-level encryption profile.
    pub field_level_encryption_profile_config: Value<FieldLevelEncryptionProfileConfig>,
}

impl FieldLevelEncryptionProfile {
    /// With the required properties only.
    pub fn new(
        field_level_encryption_profile_config: impl Into<Value<FieldLevelEncryptionProfileConfig>>,
    ) -> Self {
        Self {
            field_level_encryption_profile_config: field_level_encryption_profile_config.into(),
        }
    }
}

impl ToJson for FieldLevelEncryptionProfile {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "FieldLevelEncryptionProfileConfig",
            &self.field_level_encryption_profile_config,
        );
        object.finish()
    }
}

impl resource::Resource for FieldLevelEncryptionProfile {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::FieldLevelEncryptionProfile;
    type Reference = Arn<kind::cloudfront::FieldLevelEncryptionProfile>;
}

impl Handle<FieldLevelEncryptionProfile> {
    /// The Amazon Resource Name (ARN) of the field-level encryption profile.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudfront::FieldLevelEncryptionProfile>> {
        self.attribute("Arn")
    }

    /// The identifier that CloudFront assigns to the field-level encryption profile.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }

    /// The time the field-level encryption profile was last modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }
}

/// A public key, its provider identity, and the field patterns CloudFront encrypts with that key.
#[derive(Debug, Clone, PartialEq)]
pub struct EncryptionEntity {
    /// The request-body field names to encrypt. A pattern is either a full field name or leading characters
    /// followed by a wildcard (*). Patterns are case-sensitive and must not overlap.
    ///
    /// Items: 1 or more.
    pub field_patterns: Value<List<String>>,
    /// The provider associated with the public key. The same value must be supplied with the private key for
    /// an application to decrypt the data.
    pub provider_id: Value<String>,
    /// The identifier of the CloudFront public key used to encrypt the fields that match the patterns.
    pub public_key_id: Value<String>,
}

impl EncryptionEntity {
    /// With the required properties only.
    pub fn new(
        field_patterns: impl Into<Value<List<String>>>,
        provider_id: impl Into<Value<String>>,
        public_key_id: impl Into<Value<String>>,
    ) -> Self {
        Self {
            field_patterns: field_patterns.into(),
            provider_id: provider_id.into(),
            public_key_id: public_key_id.into(),
        }
    }
}

impl ToJson for EncryptionEntity {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FieldPatterns", &self.field_patterns);
        object.required("ProviderId", &self.provider_id);
        object.required("PublicKeyId", &self.public_key_id);
        object.finish()
    }
}

/// The configuration of a field-level encryption profile.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldLevelEncryptionProfileConfig {
    /// A unique value that identifies the creation request. Caller references are unique within an AWS
    /// account and cannot be changed after creation.
    ///
    /// Update requires: replacement.
    pub caller_reference: Value<String>,
    /// An optional comment describing the field-level encryption profile.
    pub comment: Option<Value<String>>,
    /// The encryption entities of the field-level encryption profile. At least one entity is required.
    ///
    /// Items: 1 or more.
    pub encryption_entities: Value<List<EncryptionEntity>>,
    /// The name of the field-level encryption profile. Names are unique within an AWS account.
    pub name: Value<String>,
}

impl FieldLevelEncryptionProfileConfig {
    /// With the required properties only.
    pub fn new(
        caller_reference: impl Into<Value<String>>,
        encryption_entities: impl Into<Value<List<EncryptionEntity>>>,
        name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            caller_reference: caller_reference.into(),
            comment: None,
            encryption_entities: encryption_entities.into(),
            name: name.into(),
        }
    }
}

impl ToJson for FieldLevelEncryptionProfileConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CallerReference", &self.caller_reference);
        object.optional("Comment", self.comment.as_ref());
        object.required("EncryptionEntities", &self.encryption_entities);
        object.required("Name", &self.name);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::FieldLevelEncryptionProfile",
    properties: &FIELD_LEVEL_ENCRYPTION_PROFILE,
    create_only: &["FieldLevelEncryptionProfileConfig.CallerReference"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id", "LastModifiedTime"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("Id"),
        Attribute::scalar("LastModifiedTime"),
    ],
    stateful: false,
};

static ENCRYPTION_ENTITY: Object = Object {
    properties: &[
        Property::required("FieldPatterns", Shape::list(&Shape::TEXT).min_length(1)),
        Property::required("ProviderId", Shape::TEXT),
        Property::required("PublicKeyId", Shape::TEXT),
    ],
    constraints: &[],
};

static FIELD_LEVEL_ENCRYPTION_PROFILE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required(
            "FieldLevelEncryptionProfileConfig",
            Shape::Object(&FIELD_LEVEL_ENCRYPTION_PROFILE_CONFIG),
        ),
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
    ],
    constraints: &[],
};

static FIELD_LEVEL_ENCRYPTION_PROFILE_CONFIG: Object = Object {
    properties: &[
        Property::required("CallerReference", Shape::TEXT),
        Property::optional("Comment", Shape::TEXT),
        Property::required(
            "EncryptionEntities",
            Shape::list(&Shape::Object(&ENCRYPTION_ENTITY)).min_length(1),
        ),
        Property::required("Name", Shape::TEXT),
    ],
    constraints: &[],
};
