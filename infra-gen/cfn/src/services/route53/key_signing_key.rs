//! `AWS::Route53::KeySigningKey`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::Route53::KeySigningKey` resource creates a new key-signing key (KSK) in a hosted zone. The
/// hosted zone ID is passed as a parameter in the KSK properties. You can specify the properties of this KSK
/// using the `Name`, `Status`, and `KeyManagementServiceArn` properties of the resource.
///
/// `AWS::Route53::KeySigningKey`.
#[derive(Debug, Clone, PartialEq)]
pub struct KeySigningKey {
    /// The unique string (ID) that is used to identify a hosted zone. For example: `Z00001111A1ABCaaABC11`.
    ///
    /// Update requires: replacement. Pattern: `^[A-Z0-9]{1,32}$`.
    pub hosted_zone_id: Value<Id<kind::route53::HostedZone>>,
    /// The Amazon resource name (ARN) for a customer managed customer master key (CMK) in AWS Key Management
    /// Service ( AWS ). The `KeyManagementServiceArn` must be unique for each key-signing key (KSK) in a
    /// single hosted zone. For example:
    /// `arn:aws:kms:us-east-1:111122223333:key/111a2222-a11b-1ab1-2ab2-1ab21a2b3a111`.
    ///
    /// Update requires: replacement. Length: 1 to 256.
    pub key_management_service_arn: Value<String>,
    /// A string used to identify a key-signing key (KSK). `Name` can include numbers, letters, and
    /// underscores (_). `Name` must be unique for each key-signing key in the same hosted zone.
    ///
    /// Update requires: replacement. Pattern: `^[a-zA-Z0-9_]{3,128}$`.
    pub name: Value<String>,
    /// A string that represents the current key-signing key (KSK) status.
    ///
    /// Length: 5 to 150.
    pub status: Value<KeySigningKeyStatus>,
}

impl KeySigningKey {
    /// With the required properties only.
    pub fn new(
        hosted_zone_id: impl Into<Value<Id<kind::route53::HostedZone>>>,
        key_management_service_arn: impl Into<Value<String>>,
        name: impl Into<Value<String>>,
        status: impl Into<Value<KeySigningKeyStatus>>,
    ) -> Self {
        Self {
            hosted_zone_id: hosted_zone_id.into(),
            key_management_service_arn: key_management_service_arn.into(),
            name: name.into(),
            status: status.into(),
        }
    }
}

impl ToJson for KeySigningKey {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HostedZoneId", &self.hosted_zone_id);
        object.required("KeyManagementServiceArn", &self.key_management_service_arn);
        object.required("Name", &self.name);
        object.required("Status", &self.status);
        object.finish()
    }
}

impl resource::Resource for KeySigningKey {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::KeySigningKey;
    type Reference = Id<kind::route53::KeySigningKey>;
}

text_enum! {
    /// The values of `KeySigningKey.Status`.
    KeySigningKeyStatus {
        Active = "ACTIVE",
        Inactive = "INACTIVE",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::KeySigningKey",
    properties: &KEY_SIGNING_KEY,
    create_only: &["HostedZoneId", "KeyManagementServiceArn", "Name"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["HostedZoneId", "Name"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static KEY_SIGNING_KEY: Object = Object {
    properties: &[
        Property::required("HostedZoneId", Shape::TEXT.pattern("^[A-Z0-9]{1,32}$")),
        Property::required(
            "KeyManagementServiceArn",
            Shape::TEXT.min_length(1).max_length(256),
        ),
        Property::required("Name", Shape::TEXT.pattern("^[a-zA-Z0-9_]{3,128}$")),
        Property::required(
            "Status",
            Shape::one_of(KeySigningKeyStatus::VALUES)
                .min_length(5)
                .max_length(150),
        ),
    ],
    constraints: &[],
};
