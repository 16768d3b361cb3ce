//! `AWS::KMS::Alias`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::KMS::Alias` resource specifies a display name for a [KMS
/// key](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#kms_keys). You can use an alias
/// to identify a KMS key in the AWS console, in the
/// [DescribeKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html) operation, and in
/// [cryptographic
/// operations](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#cryptographic-operations),
/// such as [Decrypt](https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html) and
/// [GenerateDataKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html).
///
/// `AWS::KMS::Alias`.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// Specifies the alias name. This value must begin with `alias/` followed by a name, such as
    /// `alias/ExampleAlias`.
    ///
    /// Update requires: replacement. Length: 1 to 256. Pattern: `^(alias/)[a-zA-Z0-9:/_-]+$`.
    pub alias_name: Value<String>,
    /// Associates the alias with the specified [customer managed
    /// key](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#customer-cmk). The KMS key
    /// must be in the same AWS account and Region.
    ///
    /// Length: 1 to 256.
    pub target_key_id: Value<String>,
}

impl Alias {
    /// With the required properties only.
    pub fn new(alias_name: impl Into<Value<String>>, target_key_id: impl Into<Value<String>>) -> Self {
        Self {
            alias_name: alias_name.into(),
            target_key_id: target_key_id.into(),
        }
    }
}

impl ToJson for Alias {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AliasName", &self.alias_name);
        object.required("TargetKeyId", &self.target_key_id);
        object.finish()
    }
}

impl resource::Resource for Alias {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::kms::Alias;
    type Reference = Id<kind::kms::Alias>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::KMS::Alias",
    properties: &ALIAS,
    create_only: &["AliasName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["AliasName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static ALIAS: Object = Object {
    properties: &[
        Property::required(
            "AliasName",
            Shape::TEXT
                .pattern("^(alias/)[a-zA-Z0-9:/_-]+$")
                .min_length(1)
                .max_length(256),
        ),
        Property::required("TargetKeyId", Shape::TEXT.min_length(1).max_length(256)),
    ],
    constraints: &[],
};
