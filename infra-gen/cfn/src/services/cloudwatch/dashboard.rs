//! `AWS::CloudWatch::Dashboard`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::CloudWatch::Dashboard` resource specifies an Amazon CloudWatch dashboard. A dashboard is a
/// customizable home page in the CloudWatch console that you can use to monitor your AWS resources in a
/// single view.
///
/// `AWS::CloudWatch::Dashboard`.
#[derive(Debug, Clone, PartialEq)]
pub struct Dashboard {
    /// The detailed information about the dashboard in JSON format, including the widgets to include and
    /// their location on the dashboard. This parameter is required.
    pub dashboard_body: Value<String>,
    /// The name of the dashboard. The name must be between 1 and 255 characters. If you do not specify a
    /// name, one will be generated automatically.
    ///
    /// Update requires: replacement.
    pub dashboard_name: Option<Value<String>>,
    /// A list of key-value pairs to associate with the cloudwatch dashboard. You can associate up to 50 tags
    /// with a dashboard
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl Dashboard {
    /// With the required properties only.
    pub fn new(dashboard_body: impl Into<Value<String>>) -> Self {
        Self {
            dashboard_body: dashboard_body.into(),
            dashboard_name: None,
            tags: None,
        }
    }
}

impl ToJson for Dashboard {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DashboardBody", &self.dashboard_body);
        object.optional("DashboardName", self.dashboard_name.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Dashboard {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::Dashboard;
    type Reference = Id<kind::cloudwatch::Dashboard>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::Dashboard",
    properties: &DASHBOARD,
    create_only: &["DashboardName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["DashboardName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static DASHBOARD: Object = Object {
    properties: &[
        Property::required("DashboardBody", Shape::TEXT),
        Property::optional("DashboardName", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50).unique()),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(256)),
    ],
    constraints: &[],
};
