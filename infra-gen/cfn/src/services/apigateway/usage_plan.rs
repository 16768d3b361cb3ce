//! `AWS::ApiGateway::UsagePlan`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::UsagePlan` resource creates a usage plan for deployed APIs. A usage plan sets a
/// target for the throttling and quota limits on individual client API keys. For more information, see
/// [Creating and Using API Usage Plans in Amazon API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html) in
/// the *API Gateway Developer Guide*.
///
/// `AWS::ApiGateway::UsagePlan`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UsagePlan {
    /// The associated API stages of a usage plan.
    pub api_stages: Option<Value<List<ApiStage>>>,
    /// The description of a usage plan.
    pub description: Option<Value<String>>,
    /// The target maximum number of permitted requests per a given unit time interval.
    pub quota: Option<Value<QuotaSettings>>,
    /// The collection of tags. Each tag element is associated with a given resource.
    pub tags: Option<Value<List<Tag>>>,
    /// A map containing method level throttling information for API stage in a usage plan.
    pub throttle: Option<Value<ThrottleSettings>>,
    /// The name of a usage plan.
    pub usage_plan_name: Option<Value<String>>,
}

impl UsagePlan {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for UsagePlan {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApiStages", self.api_stages.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("Quota", self.quota.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("Throttle", self.throttle.as_ref());
        object.optional("UsagePlanName", self.usage_plan_name.as_ref());
        object.finish()
    }
}

impl resource::Resource for UsagePlan {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::UsagePlan;
    type Reference = Id<kind::apigateway::UsagePlan>;
}

impl Handle<UsagePlan> {
    /// The ID for the usage plan. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::apigateway::UsagePlan>> {
        self.attribute("Id")
    }
}

/// API stage name of the associated API stage in a usage plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ApiStage {
    /// API Id of the associated API stage in a usage plan.
    pub api_id: Option<Value<Id<kind::apigateway::RestApi>>>,
    /// API stage name of the associated API stage in a usage plan.
    pub stage: Option<Value<Id<kind::apigateway::Stage>>>,
    /// Map containing method level throttling information for API stage in a usage plan.
    pub throttle: Option<Value<Map<ThrottleSettings>>>,
}

impl ApiStage {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ApiStage {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApiId", self.api_id.as_ref());
        object.optional("Stage", self.stage.as_ref());
        object.optional("Throttle", self.throttle.as_ref());
        object.finish()
    }
}

/// `QuotaSettings` is a property of the
/// [AWS::ApiGateway::UsagePlan](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-usageplan.html)
/// resource that specifies a target for the maximum number of requests users can make to your REST APIs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QuotaSettings {
    /// The target maximum number of requests that can be made in a given time period.
    ///
    /// Range: 0 or more.
    pub limit: Option<Value<i64>>,
    /// The number of requests subtracted from the given limit in the initial time period.
    ///
    /// Range: 0 or more.
    pub offset: Option<Value<i64>>,
    /// The time period in which the limit applies. Valid values are "DAY", "WEEK" or "MONTH".
    pub period: Option<Value<String>>,
}

impl QuotaSettings {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for QuotaSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Limit", self.limit.as_ref());
        object.optional("Offset", self.offset.as_ref());
        object.optional("Period", self.period.as_ref());
        object.finish()
    }
}

/// `ThrottleSettings` is a property of the
/// [AWS::ApiGateway::UsagePlan](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-usageplan.html)
/// resource that specifies the overall request rate (average requests per second) and burst capacity when
/// users call your REST APIs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ThrottleSettings {
    /// The API target request burst rate limit. This allows more requests through for a period of time than
    /// the target rate limit.
    ///
    /// Range: 0 or more.
    pub burst_limit: Option<Value<i64>>,
    /// The API target request rate limit.
    ///
    /// Range: 0 or more.
    pub rate_limit: Option<Value<f64>>,
}

impl ThrottleSettings {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ThrottleSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BurstLimit", self.burst_limit.as_ref());
        object.optional("RateLimit", self.rate_limit.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::UsagePlan",
    properties: &USAGE_PLAN,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static API_STAGE: Object = Object {
    properties: &[
        Property::optional("ApiId", Shape::TEXT),
        Property::optional("Stage", Shape::TEXT),
        Property::optional("Throttle", Shape::Map(&Shape::Object(&THROTTLE_SETTINGS))),
    ],
    constraints: &[],
};

static QUOTA_SETTINGS: Object = Object {
    properties: &[
        Property::optional("Limit", Shape::INTEGER.min(0.0)),
        Property::optional("Offset", Shape::INTEGER.min(0.0)),
        Property::optional("Period", Shape::TEXT),
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

static THROTTLE_SETTINGS: Object = Object {
    properties: &[
        Property::optional("BurstLimit", Shape::INTEGER.min(0.0)),
        Property::optional("RateLimit", Shape::NUMBER.min(0.0)),
    ],
    constraints: &[],
};

static USAGE_PLAN: Object = Object {
    properties: &[
        Property::optional("ApiStages", Shape::list(&Shape::Object(&API_STAGE)).unique()),
        Property::optional("Description", Shape::TEXT),
        Property::optional("Id", Shape::Json),
        Property::optional("Quota", Shape::Object(&QUOTA_SETTINGS)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("Throttle", Shape::Object(&THROTTLE_SETTINGS)),
        Property::optional("UsagePlanName", Shape::TEXT),
    ],
    constraints: &[],
};
