//! `AWS::ApiGateway::UsagePlanKey`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::UsagePlanKey` resource associates an API key with a usage plan. This association
/// determines which users the usage plan is applied to.
///
/// `AWS::ApiGateway::UsagePlanKey`.
#[derive(Debug, Clone, PartialEq)]
pub struct UsagePlanKey {
    /// The Id of the UsagePlanKey resource.
    ///
    /// Update requires: replacement.
    pub key_id: Value<Id<kind::apigateway::ApiKey>>,
    /// The type of a UsagePlanKey resource for a plan customer.
    ///
    /// Update requires: replacement.
    pub key_type: Value<KeyType>,
    /// The Id of the UsagePlan resource representing the usage plan containing the UsagePlanKey resource
    /// representing a plan customer.
    ///
    /// Update requires: replacement.
    pub usage_plan_id: Value<Id<kind::apigateway::UsagePlan>>,
}

impl UsagePlanKey {
    /// With the required properties only.
    pub fn new(
        key_id: impl Into<Value<Id<kind::apigateway::ApiKey>>>,
        key_type: impl Into<Value<KeyType>>,
        usage_plan_id: impl Into<Value<Id<kind::apigateway::UsagePlan>>>,
    ) -> Self {
        Self {
            key_id: key_id.into(),
            key_type: key_type.into(),
            usage_plan_id: usage_plan_id.into(),
        }
    }
}

impl ToJson for UsagePlanKey {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("KeyId", &self.key_id);
        object.required("KeyType", &self.key_type);
        object.required("UsagePlanId", &self.usage_plan_id);
        object.finish()
    }
}

impl resource::Resource for UsagePlanKey {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::UsagePlanKey;
    type Reference = Id<kind::apigateway::UsagePlanKey>;
}

impl Handle<UsagePlanKey> {
    /// The ID for the usage plan key. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::apigateway::UsagePlanKey>> {
        self.attribute("Id")
    }
}

text_enum! {
    /// The values of `UsagePlanKey.KeyType`.
    KeyType {
        ApiKey = "API_KEY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::UsagePlanKey",
    properties: &USAGE_PLAN_KEY,
    create_only: &["KeyId", "KeyType", "UsagePlanId"],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static USAGE_PLAN_KEY: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::required("KeyId", Shape::TEXT),
        Property::required("KeyType", Shape::one_of(KeyType::VALUES)),
        Property::required("UsagePlanId", Shape::TEXT),
    ],
    constraints: &[],
};
