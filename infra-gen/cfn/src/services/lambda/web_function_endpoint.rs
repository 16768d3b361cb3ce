//! `AWS::Lambda::WebFunctionEndpoint`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// `AWS::Lambda::WebFunctionEndpoint`.
#[derive(Debug, Clone, PartialEq)]
pub struct WebFunctionEndpoint {
    /// `AuthType`.
    pub auth_type: Value<AuthType>,
    /// `Description`.
    ///
    /// Length: at most 256.
    pub description: Option<Value<String>>,
    /// `EndpointName`.
    ///
    /// Update requires: replacement. Length: 1 to 256.
    pub endpoint_name: Value<String>,
    /// `EndpointType`.
    ///
    /// Update requires: replacement.
    pub endpoint_type: Value<EndpointType>,
    /// `FunctionName`.
    ///
    /// Update requires: replacement. Length: 1 to 256.
    pub function_name: Value<String>,
    /// `Regions`.
    ///
    /// Update requires: replacement.
    pub regions: Option<Value<List<String>>>,
    /// `RevisionWeights`.
    ///
    /// Items: 1 to 2.
    pub revision_weights: Option<Value<List<RevisionWeight>>>,
    /// `ScalingConfig`.
    pub scaling_config: Option<Value<ScalingConfig>>,
    /// `ThrottleConfig`.
    pub throttle_config: Option<Value<ThrottleConfig>>,
}

impl WebFunctionEndpoint {
    /// With the required properties only.
    pub fn new(
        auth_type: impl Into<Value<AuthType>>,
        endpoint_name: impl Into<Value<String>>,
        endpoint_type: impl Into<Value<EndpointType>>,
        function_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            auth_type: auth_type.into(),
            description: None,
            endpoint_name: endpoint_name.into(),
            endpoint_type: endpoint_type.into(),
            function_name: function_name.into(),
            regions: None,
            revision_weights: None,
            scaling_config: None,
            throttle_config: None,
        }
    }
}

impl ToJson for WebFunctionEndpoint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AuthType", &self.auth_type);
        object.optional("Description", self.description.as_ref());
        object.required("EndpointName", &self.endpoint_name);
        object.required("EndpointType", &self.endpoint_type);
        object.required("FunctionName", &self.function_name);
        object.optional("Regions", self.regions.as_ref());
        object.optional("RevisionWeights", self.revision_weights.as_ref());
        object.optional("ScalingConfig", self.scaling_config.as_ref());
        object.optional("ThrottleConfig", self.throttle_config.as_ref());
        object.finish()
    }
}

impl resource::Resource for WebFunctionEndpoint {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::WebFunctionEndpoint;
    type Reference = Arn<kind::lambda::WebFunctionEndpoint>;
}

impl Handle<WebFunctionEndpoint> {
    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }

    /// `Fn::GetAtt` of `DomainName`.
    pub fn domain_name(&self) -> Value<String> {
        self.attribute("DomainName")
    }

    /// `Fn::GetAtt` of `EndpointArn`.
    pub fn endpoint_arn(&self) -> Value<Arn<kind::lambda::WebFunctionEndpoint>> {
        self.attribute("EndpointArn")
    }

    /// `Fn::GetAtt` of `FunctionArn`.
    pub fn function_arn(&self) -> Value<Arn<kind::lambda::WebFunction>> {
        self.attribute("FunctionArn")
    }

    /// `Fn::GetAtt` of `RegionalEndpoints`.
    pub fn regional_endpoints(&self) -> Value<Json> {
        self.attribute("RegionalEndpoints")
    }

    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }

    /// `Fn::GetAtt` of `StateReason`.
    pub fn state_reason(&self) -> Value<String> {
        self.attribute("StateReason")
    }

    /// `Fn::GetAtt` of `UpdateStatus`.
    pub fn update_status(&self) -> Value<String> {
        self.attribute("UpdateStatus")
    }

    /// `Fn::GetAtt` of `UpdateStatusReason`.
    pub fn update_status_reason(&self) -> Value<String> {
        self.attribute("UpdateStatusReason")
    }

    /// `Fn::GetAtt` of `UpdatedAt`.
    pub fn updated_at(&self) -> Value<String> {
        self.attribute("UpdatedAt")
    }
}

/// `RevisionWeight` of `AWS::Lambda::WebFunctionEndpoint`.
#[derive(Debug, Clone, PartialEq)]
pub struct RevisionWeight {
    /// `RevisionId`.
    ///
    /// Length: 1 to 256.
    pub revision_id: Value<String>,
    /// `Weight`.
    ///
    /// Range: 1 to 100.
    pub weight: Value<i64>,
}

impl RevisionWeight {
    /// With the required properties only.
    pub fn new(revision_id: impl Into<Value<String>>, weight: impl Into<Value<i64>>) -> Self {
        Self {
            revision_id: revision_id.into(),
            weight: weight.into(),
        }
    }
}

impl ToJson for RevisionWeight {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("RevisionId", &self.revision_id);
        object.required("Weight", &self.weight);
        object.finish()
    }
}

/// `ScalingConfig` of `AWS::Lambda::WebFunctionEndpoint`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScalingConfig {
    /// `MaxEnvironments`.
    ///
    /// Range: 2 or more.
    pub max_environments: Option<Value<i64>>,
}

impl ScalingConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ScalingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaxEnvironments", self.max_environments.as_ref());
        object.finish()
    }
}

/// `ThrottleConfig` of `AWS::Lambda::WebFunctionEndpoint`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ThrottleConfig {
    /// `RateLimit`.
    ///
    /// Range: 0 or more.
    pub rate_limit: Option<Value<i64>>,
}

impl ThrottleConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ThrottleConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("RateLimit", self.rate_limit.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `WebFunctionEndpoint.AuthType`, `RegionalEndpoint.AuthType`.
    AuthType {
        ApplicationManaged = "ApplicationManaged",
        IamAuth = "IamAuth",
    }
}

text_enum! {
    /// The values of `WebFunctionEndpoint.EndpointType`.
    EndpointType {
        HomeRegion = "HomeRegion",
        MultiRegion = "MultiRegion",
        PerRegion = "PerRegion",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::WebFunctionEndpoint",
    properties: &WEB_FUNCTION_ENDPOINT,
    create_only: &["EndpointName", "EndpointType", "FunctionName", "Regions"],
    conditional_create_only: &[],
    read_only: &[
        "CreatedAt",
        "DomainName",
        "EndpointArn",
        "FunctionArn",
        "RegionalEndpoints",
        "State",
        "StateReason",
        "UpdateStatus",
        "UpdateStatusReason",
        "UpdatedAt",
    ],
    write_only: &[],
    primary_identifier: &["EndpointArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CreatedAt"),
        Attribute::scalar("DomainName"),
        Attribute::scalar("EndpointArn"),
        Attribute::scalar("FunctionArn"),
        Attribute::object("RegionalEndpoints"),
        Attribute::scalar("State"),
        Attribute::scalar("StateReason"),
        Attribute::scalar("UpdateStatus"),
        Attribute::scalar("UpdateStatusReason"),
        Attribute::scalar("UpdatedAt"),
    ],
    stateful: false,
};

static REVISION_WEIGHT: Object = Object {
    properties: &[
        Property::required("RevisionId", Shape::TEXT.min_length(1).max_length(256)),
        Property::required("Weight", Shape::INTEGER.min(1.0).max(100.0)),
    ],
    constraints: &[],
};

static SCALING_CONFIG: Object = Object {
    properties: &[Property::optional("MaxEnvironments", Shape::INTEGER.min(2.0))],
    constraints: &[],
};

static THROTTLE_CONFIG: Object = Object {
    properties: &[Property::optional("RateLimit", Shape::INTEGER.min(0.0))],
    constraints: &[],
};

static WEB_FUNCTION_ENDPOINT: Object = Object {
    properties: &[
        Property::required("AuthType", Shape::one_of(AuthType::VALUES)),
        Property::optional("CreatedAt", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(256)),
        Property::optional("DomainName", Shape::Json),
        Property::optional("EndpointArn", Shape::Json),
        Property::required("EndpointName", Shape::TEXT.min_length(1).max_length(256)),
        Property::required("EndpointType", Shape::one_of(EndpointType::VALUES)),
        Property::optional("FunctionArn", Shape::Json),
        Property::required("FunctionName", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional("RegionalEndpoints", Shape::Json),
        Property::optional(
            "Regions",
            Shape::list(
                &Shape::TEXT
                    .pattern("^([a-z]{2,}-){2,}[0-9]$")
                    .min_length(1)
                    .max_length(50),
            )
            .unique(),
        ),
        Property::optional(
            "RevisionWeights",
            Shape::list(&Shape::Object(&REVISION_WEIGHT))
                .min_length(1)
                .max_length(2),
        ),
        Property::optional("ScalingConfig", Shape::Object(&SCALING_CONFIG)),
        Property::optional("State", Shape::Json),
        Property::optional("StateReason", Shape::Json),
        Property::optional("ThrottleConfig", Shape::Object(&THROTTLE_CONFIG)),
        Property::optional("UpdateStatus", Shape::Json),
        Property::optional("UpdateStatusReason", Shape::Json),
        Property::optional("UpdatedAt", Shape::Json),
    ],
    constraints: &[],
};
