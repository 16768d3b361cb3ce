//! `AWS::Logs::StorageTierPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Logs::StorageTierPolicy. Manages the storage tier policy for a
/// CloudWatch Logs account. When created, enables Intelligent-Tiering which automatically moves infrequently
/// accessed log data to lower-cost storage tiers. Deleting this resource reverts the account to standard
/// (single-tier) storage.
///
/// `AWS::Logs::StorageTierPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct StorageTierPolicy {
    /// The storage tier to apply. Only INTELLIGENT_TIERING is accepted for creation.
    pub storage_tier: Value<StorageTier>,
}

impl StorageTierPolicy {
    /// With the required properties only.
    pub fn new(storage_tier: impl Into<Value<StorageTier>>) -> Self {
        Self {
            storage_tier: storage_tier.into(),
        }
    }
}

impl ToJson for StorageTierPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("StorageTier", &self.storage_tier);
        object.finish()
    }
}

impl resource::Resource for StorageTierPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::StorageTierPolicy;
    type Reference = Id<kind::logs::StorageTierPolicy>;
}

impl Handle<StorageTierPolicy> {
    /// The AWS account ID that owns this storage tier policy.
    ///
    /// `Fn::GetAtt` of `AccountId`.
    pub fn account_id(&self) -> Value<Id<kind::logs::StorageTierPolicy>> {
        self.attribute("AccountId")
    }

    /// Timestamp (milliseconds after Jan 1, 1970 00:00:00 UTC) when the storage tier policy was last updated.
    ///
    /// `Fn::GetAtt` of `LastUpdatedTime`.
    pub fn last_updated_time(&self) -> Value<f64> {
        self.attribute("LastUpdatedTime")
    }
}

text_enum! {
    /// The values of `StorageTierPolicy.StorageTier`.
    StorageTier {
        IntelligentTiering = "INTELLIGENT_TIERING",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::StorageTierPolicy",
    properties: &STORAGE_TIER_POLICY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["AccountId", "LastUpdatedTime"],
    write_only: &[],
    primary_identifier: &["AccountId"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("AccountId"),
        Attribute::scalar("LastUpdatedTime"),
    ],
    stateful: false,
};

static STORAGE_TIER_POLICY: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::Json),
        Property::optional("LastUpdatedTime", Shape::Json),
        Property::required("StorageTier", Shape::one_of(StorageTier::VALUES)),
    ],
    constraints: &[],
};
