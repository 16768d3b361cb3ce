//! `AWS::XRay::TransactionSearchConfig`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// This schema provides construct and validation rules for AWS-XRay TransactionSearchConfig resource
/// parameters.
///
/// `AWS::XRay::TransactionSearchConfig`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TransactionSearchConfig {
    /// Determines the percentage of traces indexed from CloudWatch Logs to X-Ray
    ///
    /// Range: 0 to 100.
    pub indexing_percentage: Option<Value<f64>>,
}

impl TransactionSearchConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for TransactionSearchConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IndexingPercentage", self.indexing_percentage.as_ref());
        object.finish()
    }
}

impl resource::Resource for TransactionSearchConfig {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::xray::TransactionSearchConfig;
    type Reference = Id<kind::xray::TransactionSearchConfig>;
}

impl Handle<TransactionSearchConfig> {
    /// User account id, used as the primary identifier for the resource
    ///
    /// `Fn::GetAtt` of `AccountId`.
    pub fn account_id(&self) -> Value<Id<kind::xray::TransactionSearchConfig>> {
        self.attribute("AccountId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::XRay::TransactionSearchConfig",
    properties: &TRANSACTION_SEARCH_CONFIG,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["AccountId"],
    write_only: &[],
    primary_identifier: &["AccountId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("AccountId")],
    stateful: false,
};

static TRANSACTION_SEARCH_CONFIG: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::Json),
        Property::optional("IndexingPercentage", Shape::NUMBER.min(0.0).max(100.0)),
    ],
    constraints: &[],
};
