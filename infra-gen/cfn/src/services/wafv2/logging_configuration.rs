//! `AWS::WAFv2::LoggingConfiguration`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Defines an association between logging destinations and a web ACL resource, for logging from AWS WAF. As
/// part of the association, you can specify parts of the standard logging fields to keep out of the logs and
/// you can specify filters so that you log only a subset of the logging records.
///
/// `AWS::WAFv2::LoggingConfiguration`.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggingConfiguration {
    /// The logging destination configuration that you want to associate with the web ACL.
    pub log_destination_configs: Value<List<String>>,
    /// Filtering that specifies which web requests are kept in the logs and which are dropped. You can filter
    /// on the rule action and on the web request labels that were applied by matching rules during web ACL
    /// evaluation.
    pub logging_filter: Option<Value<LoggingFilter>>,
    /// The parts of the request that you want to keep out of the logs.
    pub redacted_fields: Option<Value<List<FieldToMatch>>>,
    /// The Amazon Resource Name (ARN) of the web ACL that you want to associate with `LogDestinationConfigs`.
    ///
    /// Update requires: replacement.
    pub resource_arn: Value<Arn<kind::wafv2::WebACL>>,
}

impl LoggingConfiguration {
    /// With the required properties only.
    pub fn new(
        log_destination_configs: impl Into<Value<List<String>>>,
        resource_arn: impl Into<Value<Arn<kind::wafv2::WebACL>>>,
    ) -> Self {
        Self {
            log_destination_configs: log_destination_configs.into(),
            logging_filter: None,
            redacted_fields: None,
            resource_arn: resource_arn.into(),
        }
    }
}

impl ToJson for LoggingConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("LogDestinationConfigs", &self.log_destination_configs);
        object.optional("LoggingFilter", self.logging_filter.as_ref());
        object.optional("RedactedFields", self.redacted_fields.as_ref());
        object.required("ResourceArn", &self.resource_arn);
        object.finish()
    }
}

impl resource::Resource for LoggingConfiguration {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::wafv2::LoggingConfiguration;
    type Reference = Id<kind::wafv2::LoggingConfiguration>;
}

impl Handle<LoggingConfiguration> {
    /// Indicates whether the logging configuration was created by AWS Firewall Manager, as part of an AWS WAF
    /// policy configuration. If true, only Firewall Manager can modify or delete the configuration.
    ///
    /// `Fn::GetAtt` of `ManagedByFirewallManager`.
    pub fn managed_by_firewall_manager(&self) -> Value<bool> {
        self.attribute("ManagedByFirewallManager")
    }
}

/// A single action condition for a condition in a logging filter.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionCondition {
    /// The action setting that a log record must contain in order to meet the condition. This is the action
    /// that AWS WAF applied to the web request.
    pub action: Value<ActionConditionAction>,
}

impl ActionCondition {
    /// With the required properties only.
    pub fn new(action: impl Into<Value<ActionConditionAction>>) -> Self {
        Self {
            action: action.into(),
        }
    }
}

impl ToJson for ActionCondition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Action", &self.action);
        object.finish()
    }
}

/// A single match condition for a log filter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Condition {
    /// A single action condition. This is the action setting that a log record must contain in order to meet
    /// the condition.
    pub action_condition: Option<Value<ActionCondition>>,
    /// A single label name condition. This is the fully qualified label name that a log record must contain
    /// in order to meet the condition. Fully qualified labels have a prefix, optional namespaces, and label
    /// name. The prefix identifies the rule group or web ACL context of the rule that added the label.
    pub label_name_condition: Option<Value<LabelNameCondition>>,
}

impl Condition {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Condition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ActionCondition", self.action_condition.as_ref());
        object.optional("LabelNameCondition", self.label_name_condition.as_ref());
        object.finish()
    }
}

/// The parts of the request that you want to keep out of the logs. This is used in the logging configuration
/// `RedactedFields` specification.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FieldToMatch {
    /// Redact the indicated HTTP method. The method indicates the type of operation that the request is
    /// asking the origin to perform.
    pub method: Option<Value<Json>>,
    /// Redact the query string. This is the part of a URL that appears after a `?` character, if any.
    pub query_string: Option<Value<Json>>,
    /// Redact a single header. Provide the name of the header to inspect, for example, `User-Agent` or
    /// `Referer`. This setting isn't case sensitive.
    pub single_header: Option<Value<SingleHeader>>,
    /// Redact the request URI path. This is the part of the web request that identifies a resource, for
    /// example, `/images/daily-ad.jpg`.
    pub uri_path: Option<Value<Json>>,
}

impl FieldToMatch {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for FieldToMatch {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Method", self.method.as_ref());
        object.optional("QueryString", self.query_string.as_ref());
        object.optional("SingleHeader", self.single_header.as_ref());
        object.optional("UriPath", self.uri_path.as_ref());
        object.finish()
    }
}

/// A single logging filter, used in `LoggingFilter`.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// How to handle logs that satisfy the filter's conditions and requirement.
    pub behavior: Value<Behavior>,
    /// Match conditions for the filter.
    ///
    /// Items: 1 or more.
    pub conditions: Value<List<Condition>>,
    /// Logic to apply to the filtering conditions. You can specify that, in order to satisfy the filter, a
    /// log must match all conditions or must match at least one condition.
    pub requirement: Value<Requirement>,
}

impl Filter {
    /// With the required properties only.
    pub fn new(
        behavior: impl Into<Value<Behavior>>,
        conditions: impl Into<Value<List<Condition>>>,
        requirement: impl Into<Value<Requirement>>,
    ) -> Self {
        Self {
            behavior: behavior.into(),
            conditions: conditions.into(),
            requirement: requirement.into(),
        }
    }
}

impl ToJson for Filter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Behavior", &self.behavior);
        object.required("Conditions", &self.conditions);
        object.required("Requirement", &self.requirement);
        object.finish()
    }
}

/// A single label name condition for a condition in a logging filter.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelNameCondition {
    /// The label name that a log record must contain in order to meet the condition. This must be a fully
    /// qualified label name. Fully qualified labels have a prefix, optional namespaces, and label name. The
    /// prefix identifies the rule group or web ACL context of the rule that added the label.
    pub label_name: Value<String>,
}

impl LabelNameCondition {
    /// With the required properties only.
    pub fn new(label_name: impl Into<Value<String>>) -> Self {
        Self {
            label_name: label_name.into(),
        }
    }
}

impl ToJson for LabelNameCondition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("LabelName", &self.label_name);
        object.finish()
    }
}

/// Filtering that specifies which web requests are kept in the logs and which are dropped, defined for a web
/// ACL's `LoggingConfiguration`.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggingFilter {
    /// Default handling for logs that don't match any of the specified filtering conditions.
    pub default_behavior: Value<DefaultBehavior>,
    /// The filters that you want to apply to the logs.
    ///
    /// Items: 1 or more.
    pub filters: Value<List<Filter>>,
}

impl LoggingFilter {
    /// With the required properties only.
    pub fn new(
        default_behavior: impl Into<Value<DefaultBehavior>>,
        filters: impl Into<Value<List<Filter>>>,
    ) -> Self {
        Self {
            default_behavior: default_behavior.into(),
            filters: filters.into(),
        }
    }
}

impl ToJson for LoggingFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DefaultBehavior", &self.default_behavior);
        object.required("Filters", &self.filters);
        object.finish()
    }
}

/// Inspect one of the headers in the web request, identified by name, for example, `User-Agent` or `Referer`.
/// The name isn't case sensitive.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleHeader {
    /// The name of the query header to inspect.
    pub name: Value<String>,
}

impl SingleHeader {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self { name: name.into() }
    }
}

impl ToJson for SingleHeader {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.finish()
    }
}

text_enum! {
    /// The values of `ActionCondition.Action`.
    ActionConditionAction {
        Allow = "ALLOW",
        Block = "BLOCK",
        Count = "COUNT",
        Captcha = "CAPTCHA",
        Challenge = "CHALLENGE",
        Monetize = "MONETIZE",
        ExcludedAsCount = "EXCLUDED_AS_COUNT",
    }
}

text_enum! {
    /// The values of `Filter.Behavior`.
    Behavior {
        Keep = "KEEP",
        Drop = "DROP",
    }
}

text_enum! {
    /// The values of `LoggingFilter.DefaultBehavior`.
    DefaultBehavior {
        Keep = "KEEP",
        Drop = "DROP",
    }
}

text_enum! {
    /// The values of `Filter.Requirement`.
    Requirement {
        MeetsAll = "MEETS_ALL",
        MeetsAny = "MEETS_ANY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::WAFv2::LoggingConfiguration",
    properties: &LOGGING_CONFIGURATION,
    create_only: &["ResourceArn"],
    conditional_create_only: &[],
    read_only: &["ManagedByFirewallManager"],
    write_only: &[],
    primary_identifier: &["ResourceArn"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("ManagedByFirewallManager")],
    stateful: false,
};

static ACTION_CONDITION: Object = Object {
    properties: &[Property::required(
        "Action",
        Shape::one_of(ActionConditionAction::VALUES),
    )],
    constraints: &[],
};

static CONDITION: Object = Object {
    properties: &[
        Property::optional("ActionCondition", Shape::Object(&ACTION_CONDITION)),
        Property::optional("LabelNameCondition", Shape::Object(&LABEL_NAME_CONDITION)),
    ],
    constraints: &[],
};

static FIELD_TO_MATCH: Object = Object {
    properties: &[
        Property::optional("Method", Shape::Json),
        Property::optional("QueryString", Shape::Json),
        Property::optional("SingleHeader", Shape::Object(&SINGLE_HEADER)),
        Property::optional("UriPath", Shape::Json),
    ],
    constraints: &[],
};

static FILTER: Object = Object {
    properties: &[
        Property::required("Behavior", Shape::one_of(Behavior::VALUES)),
        Property::required(
            "Conditions",
            Shape::list(&Shape::Object(&CONDITION)).min_length(1),
        ),
        Property::required("Requirement", Shape::one_of(Requirement::VALUES)),
    ],
    constraints: &[],
};

static LABEL_NAME_CONDITION: Object = Object {
    properties: &[Property::required("LabelName", Shape::TEXT)],
    constraints: &[],
};

static LOGGING_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("LogDestinationConfigs", Shape::list(&Shape::TEXT)),
        Property::optional("LoggingFilter", Shape::Object(&LOGGING_FILTER)),
        Property::optional("ManagedByFirewallManager", Shape::Json),
        Property::optional("RedactedFields", Shape::list(&Shape::Object(&FIELD_TO_MATCH))),
        Property::required("ResourceArn", Shape::TEXT),
    ],
    constraints: &[],
};

static LOGGING_FILTER: Object = Object {
    properties: &[
        Property::required("DefaultBehavior", Shape::one_of(DefaultBehavior::VALUES)),
        Property::required("Filters", Shape::list(&Shape::Object(&FILTER)).min_length(1)),
    ],
    constraints: &[],
};

static SINGLE_HEADER: Object = Object {
    properties: &[Property::required("Name", Shape::TEXT)],
    constraints: &[],
};
