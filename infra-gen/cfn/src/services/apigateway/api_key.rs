//! `AWS::ApiGateway::ApiKey`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::ApiKey` resource creates a unique key that you can distribute to clients who are
/// executing API Gateway `Method` resources that require an API key. To specify which API key clients must
/// use, map the API key with the `RestApi` and `Stage` resources that include the methods that require a key.
///
/// `AWS::ApiGateway::ApiKey`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ApiKey {
    /// An AWS Marketplace customer identifier, when integrating with the AWS SaaS Marketplace.
    pub customer_id: Option<Value<String>>,
    /// The description of the ApiKey.
    pub description: Option<Value<String>>,
    /// Specifies whether the ApiKey can be used by callers.
    pub enabled: Option<Value<bool>>,
    /// Specifies whether ( `true`) or not ( `false`) the key identifier is distinct from the created API key
    /// value. This parameter is deprecated and should not be used.
    ///
    /// Update requires: replacement.
    pub generate_distinct_id: Option<Value<bool>>,
    /// A name for the API key. If you don't specify a name, CloudFormation generates a unique physical ID and
    /// uses that ID for the API key name. For more information, see [Name
    /// Type](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html).
    ///
    /// Update requires: replacement.
    pub name: Option<Value<String>>,
    /// DEPRECATED FOR USAGE PLANS - Specifies stages associated with the API key.
    pub stage_keys: Option<Value<List<StageKey>>>,
    /// The key-value map of strings. The valid character set is \[a-zA-Z+-=._:/\]. The tag key can be up to
    /// 128 characters and must not start with `aws:`. The tag value can be up to 256 characters.
    pub tags: Option<Value<List<Tag>>>,
    /// Specifies a value of the API key.
    ///
    /// Update requires: replacement.
    pub value: Option<Value<String>>,
}

impl ApiKey {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ApiKey {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomerId", self.customer_id.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("Enabled", self.enabled.as_ref());
        object.optional("GenerateDistinctId", self.generate_distinct_id.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("StageKeys", self.stage_keys.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("Value", self.value.as_ref());
        object.finish()
    }
}

impl resource::Resource for ApiKey {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::ApiKey;
    type Reference = Id<kind::apigateway::ApiKey>;
}

impl Handle<ApiKey> {
    /// The ID for the API key. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `APIKeyId`.
    pub fn api_key_id(&self) -> Value<Id<kind::apigateway::ApiKey>> {
        self.attribute("APIKeyId")
    }
}

/// `StageKey` is a property of the
/// [AWS::ApiGateway::ApiKey](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-apikey.html)
/// resource that specifies the stage to associate with the API key. This association allows only clients with
/// the key to make requests to methods in that stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StageKey {
    /// The string identifier of the associated RestApi.
    pub rest_api_id: Option<Value<Id<kind::apigateway::RestApi>>>,
    /// The stage name associated with the stage key.
    pub stage_name: Option<Value<Id<kind::apigateway::Stage>>>,
}

impl StageKey {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for StageKey {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("RestApiId", self.rest_api_id.as_ref());
        object.optional("StageName", self.stage_name.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::ApiKey",
    properties: &API_KEY,
    create_only: &["GenerateDistinctId", "Name", "Value"],
    conditional_create_only: &[],
    read_only: &["APIKeyId"],
    write_only: &["GenerateDistinctId"],
    primary_identifier: &["APIKeyId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("APIKeyId")],
    stateful: false,
};

static API_KEY: Object = Object {
    properties: &[
        Property::optional("APIKeyId", Shape::Json),
        Property::optional("CustomerId", Shape::TEXT),
        Property::optional("Description", Shape::TEXT),
        Property::optional("Enabled", Shape::Boolean),
        Property::optional("GenerateDistinctId", Shape::Boolean),
        Property::optional("Name", Shape::TEXT),
        Property::optional("StageKeys", Shape::list(&Shape::Object(&STAGE_KEY)).unique()),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static STAGE_KEY: Object = Object {
    properties: &[
        Property::optional("RestApiId", Shape::TEXT),
        Property::optional("StageName", Shape::TEXT),
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
