//! `AWS::XRay::Group`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Use the `AWS::XRay::Group` resource to specify a group with a name and a filter expression. Groups enable
/// the collection of traces that match the filter expression, can be used to filter service graphs and
/// traces, and to supply Amazon CloudWatch metrics.
///
/// `AWS::XRay::Group`.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The filter expression defining the parameters to include traces.
    pub filter_expression: Option<Value<String>>,
    /// The unique case-sensitive name of the group.
    ///
    /// Length: 1 to 32.
    pub group_name: Value<String>,
    /// The structure containing configurations related to insights.
    pub insights_configuration: Option<Value<InsightsConfiguration>>,
    /// An array of key-value pairs to apply to this resource.
    ///
    /// Items: at most 200.
    pub tags: Option<Value<List<Tag>>>,
}

impl Group {
    /// With the required properties only.
    pub fn new(group_name: impl Into<Value<String>>) -> Self {
        Self {
            filter_expression: None,
            group_name: group_name.into(),
            insights_configuration: None,
            tags: None,
        }
    }
}

impl ToJson for Group {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("FilterExpression", self.filter_expression.as_ref());
        object.required("GroupName", &self.group_name);
        object.optional("InsightsConfiguration", self.insights_configuration.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Group {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::xray::Group;
    type Reference = Arn<kind::xray::Group>;
}

impl Handle<Group> {
    /// The group ARN that was created or updated.
    ///
    /// `Fn::GetAtt` of `GroupARN`.
    pub fn group_arn(&self) -> Value<Arn<kind::xray::Group>> {
        self.attribute("GroupARN")
    }
}

/// The structure containing configurations related to insights.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InsightsConfiguration {
    /// Set the InsightsEnabled value to true to enable insights or false to disable insights.
    pub insights_enabled: Option<Value<bool>>,
    /// Set the NotificationsEnabled value to true to enable insights notifications. Notifications can only be
    /// enabled on a group with InsightsEnabled set to true.
    pub notifications_enabled: Option<Value<bool>>,
}

impl InsightsConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for InsightsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("InsightsEnabled", self.insights_enabled.as_ref());
        object.optional("NotificationsEnabled", self.notifications_enabled.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::XRay::Group",
    properties: &GROUP,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["GroupARN"],
    write_only: &[],
    primary_identifier: &["GroupARN"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("GroupARN")],
    stateful: false,
};

static GROUP: Object = Object {
    properties: &[
        Property::optional("FilterExpression", Shape::TEXT),
        Property::optional("GroupARN", Shape::Json),
        Property::required("GroupName", Shape::TEXT.min_length(1).max_length(32)),
        Property::optional("InsightsConfiguration", Shape::Object(&INSIGHTS_CONFIGURATION)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(200)),
    ],
    constraints: &[],
};

static INSIGHTS_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("InsightsEnabled", Shape::Boolean),
        Property::optional("NotificationsEnabled", Shape::Boolean),
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
