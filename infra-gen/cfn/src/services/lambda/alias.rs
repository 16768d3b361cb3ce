//! `AWS::Lambda::Alias`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Lambda::Alias` resource creates an
/// [alias](https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html) for a Lambda function
/// version. Use aliases to provide clients with a function identifier that you can update to invoke a
/// different version.
///
/// `AWS::Lambda::Alias`.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// A description of the alias.
    ///
    /// Length: at most 256.
    pub description: Option<Value<String>>,
    /// The name or ARN of the Lambda function.
    ///
    /// Update requires: replacement.
    pub function_name: Value<Id<kind::lambda::Function>>,
    /// The function version that the alias invokes.
    ///
    /// Length: at most 1024. Pattern: `^(\$LATEST(\.PUBLISHED)?|[0-9]*)$`.
    pub function_version: Value<String>,
    /// The name of the alias.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^(?!^[0-9]+$)([a-zA-Z0-9-_]+)$`.
    pub name: Value<String>,
    /// Specifies a [provisioned
    /// concurrency](https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html)
    /// configuration for a function's alias.
    pub provisioned_concurrency_config: Option<Value<ProvisionedConcurrencyConfiguration>>,
    /// The [routing
    /// configuration](https://docs.aws.amazon.com/lambda/latest/dg/lambda-traffic-shifting-using-aliases.html)
    /// of the alias.
    pub routing_config: Option<Value<AliasRoutingConfiguration>>,
}

impl Alias {
    /// With the required properties only.
    pub fn new(
        function_name: impl Into<Value<Id<kind::lambda::Function>>>,
        function_version: impl Into<Value<String>>,
        name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            description: None,
            function_name: function_name.into(),
            function_version: function_version.into(),
            name: name.into(),
            provisioned_concurrency_config: None,
            routing_config: None,
        }
    }
}

impl ToJson for Alias {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.required("FunctionName", &self.function_name);
        object.required("FunctionVersion", &self.function_version);
        object.required("Name", &self.name);
        object.optional(
            "ProvisionedConcurrencyConfig",
            self.provisioned_concurrency_config.as_ref(),
        );
        object.optional("RoutingConfig", self.routing_config.as_ref());
        object.finish()
    }
}

impl resource::Resource for Alias {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::Alias;
    type Reference = Arn<kind::lambda::Alias>;
}

impl Handle<Alias> {
    /// The Amazon Resource Name (ARN) of the alias.
    ///
    /// `Fn::GetAtt` of `AliasArn`.
    pub fn alias_arn(&self) -> Value<Arn<kind::lambda::Alias>> {
        self.attribute("AliasArn")
    }
}

/// The
/// [traffic-shifting](https://docs.aws.amazon.com/lambda/latest/dg/lambda-traffic-shifting-using-aliases.html)
/// configuration of a Lambda function alias.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AliasRoutingConfiguration {
    /// The second version, and the percentage of traffic that's routed to it.
    pub additional_version_weights: Option<Value<List<VersionWeight>>>,
}

impl AliasRoutingConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AliasRoutingConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AdditionalVersionWeights",
            self.additional_version_weights.as_ref(),
        );
        object.finish()
    }
}

/// A provisioned concurrency configuration for a function's alias.
#[derive(Debug, Clone, PartialEq)]
pub struct ProvisionedConcurrencyConfiguration {
    /// The amount of provisioned concurrency to allocate for the alias.
    pub provisioned_concurrent_executions: Value<i64>,
}

impl ProvisionedConcurrencyConfiguration {
    /// With the required properties only.
    pub fn new(provisioned_concurrent_executions: impl Into<Value<i64>>) -> Self {
        Self {
            provisioned_concurrent_executions: provisioned_concurrent_executions.into(),
        }
    }
}

impl ToJson for ProvisionedConcurrencyConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "ProvisionedConcurrentExecutions",
            &self.provisioned_concurrent_executions,
        );
        object.finish()
    }
}

/// The
/// [traffic-shifting](https://docs.aws.amazon.com/lambda/latest/dg/lambda-traffic-shifting-using-aliases.html)
/// configuration of a Lambda function alias.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionWeight {
    /// The qualifier of the second version.
    pub function_version: Value<String>,
    /// The percentage of traffic that the alias routes to the second version.
    pub function_weight: Value<f64>,
}

impl VersionWeight {
    /// With the required properties only.
    pub fn new(function_version: impl Into<Value<String>>, function_weight: impl Into<Value<f64>>) -> Self {
        Self {
            function_version: function_version.into(),
            function_weight: function_weight.into(),
        }
    }
}

impl ToJson for VersionWeight {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FunctionVersion", &self.function_version);
        object.required("FunctionWeight", &self.function_weight);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::Alias",
    properties: &ALIAS,
    create_only: &["FunctionName", "Name"],
    conditional_create_only: &[],
    read_only: &["AliasArn"],
    write_only: &[],
    primary_identifier: &["AliasArn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("AliasArn")],
    stateful: false,
};

static ALIAS: Object = Object {
    properties: &[
        Property::optional("AliasArn", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(256)),
        Property::required("FunctionName", Shape::TEXT),
        Property::required(
            "FunctionVersion",
            Shape::TEXT
                .pattern(r"^(\$LATEST(\.PUBLISHED)?|[0-9]*)$")
                .max_length(1024),
        ),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^(?!^[0-9]+$)([a-zA-Z0-9-_]+)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional(
            "ProvisionedConcurrencyConfig",
            Shape::Object(&PROVISIONED_CONCURRENCY_CONFIGURATION),
        ),
        Property::optional("RoutingConfig", Shape::Object(&ALIAS_ROUTING_CONFIGURATION)),
    ],
    constraints: &[Constraint::Excludes(
        "ProvisionedConcurrencyConfig",
        &["RoutingConfig"],
    )],
};

static ALIAS_ROUTING_CONFIGURATION: Object = Object {
    properties: &[Property::optional(
        "AdditionalVersionWeights",
        Shape::list(&Shape::Object(&VERSION_WEIGHT)).unique(),
    )],
    constraints: &[],
};

static PROVISIONED_CONCURRENCY_CONFIGURATION: Object = Object {
    properties: &[Property::required(
        "ProvisionedConcurrentExecutions",
        Shape::INTEGER,
    )],
    constraints: &[],
};

static VERSION_WEIGHT: Object = Object {
    properties: &[
        Property::required("FunctionVersion", Shape::TEXT),
        Property::required("FunctionWeight", Shape::NUMBER),
    ],
    constraints: &[],
};
