//! `AWS::KMS::ReplicaKey`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::KMS::ReplicaKey` resource specifies a multi-Region replica key that is based on a multi-Region
/// primary key.
///
/// `AWS::KMS::ReplicaKey`.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicaKey {
    /// A description of the KMS key.
    ///
    /// Length: at most 8192.
    pub description: Option<Value<String>>,
    /// Specifies whether the replica key is enabled. Disabled KMS keys cannot be used in cryptographic
    /// operations.
    pub enabled: Option<Value<bool>>,
    /// The key policy that authorizes use of the replica key.
    pub key_policy: Value<PolicyDocument>,
    /// Specifies the number of days in the waiting period before AWS deletes a replica key that has been
    /// removed from a CloudFormation stack. Enter a value between 7 and 30 days. The default value is 30
    /// days.
    ///
    /// Range: 7 to 30.
    pub pending_window_in_days: Option<Value<i64>>,
    /// Specifies the multi-Region primary key to replicate. The primary key must be in a different AWS Region
    /// of the same AWS partition. You can create only one replica of a given primary key in each AWS Region.
    ///
    /// Update requires: replacement. Length: 1 to 256.
    pub primary_key_arn: Value<String>,
    /// Assigns one or more tags to the replica key.
    pub tags: Option<Value<List<Tag>>>,
}

impl ReplicaKey {
    /// With the required properties only.
    pub fn new(
        key_policy: impl Into<Value<PolicyDocument>>,
        primary_key_arn: impl Into<Value<String>>,
    ) -> Self {
        Self {
            description: None,
            enabled: None,
            key_policy: key_policy.into(),
            pending_window_in_days: None,
            primary_key_arn: primary_key_arn.into(),
            tags: None,
        }
    }
}

impl ToJson for ReplicaKey {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional("Enabled", self.enabled.as_ref());
        object.required("KeyPolicy", &self.key_policy);
        object.optional("PendingWindowInDays", self.pending_window_in_days.as_ref());
        object.required("PrimaryKeyArn", &self.primary_key_arn);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for ReplicaKey {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::kms::ReplicaKey;
    type Reference = Id<kind::kms::ReplicaKey>;
}

impl Handle<ReplicaKey> {
    /// The Amazon Resource Name (ARN) of the replica key, such as
    /// `arn:aws:kms:us-west-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::kms::ReplicaKey>> {
        self.attribute("Arn")
    }

    /// The key ID of the replica key, such as `mrk-1234abcd12ab34cd56ef1234567890ab`.
    ///
    /// `Fn::GetAtt` of `KeyId`.
    pub fn key_id(&self) -> Value<Id<kind::kms::ReplicaKey>> {
        self.attribute("KeyId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::KMS::ReplicaKey",
    properties: &REPLICA_KEY,
    create_only: &["PrimaryKeyArn"],
    conditional_create_only: &[],
    read_only: &["Arn", "KeyId"],
    write_only: &["PendingWindowInDays"],
    primary_identifier: &["KeyId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("KeyId")],
    stateful: false,
};

static REPLICA_KEY: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(8192)),
        Property::optional("Enabled", Shape::Boolean),
        Property::optional("KeyId", Shape::Json),
        Property::required("KeyPolicy", Shape::Json),
        Property::optional("PendingWindowInDays", Shape::INTEGER.min(7.0).max(30.0)),
        Property::required("PrimaryKeyArn", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};
