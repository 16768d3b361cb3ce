//! `AWS::Logs::LogStream`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::Logs::LogStream` resource specifies an Amazon CloudWatch Logs log stream in a specific log
/// group. A log stream represents the sequence of events coming from an application instance or resource that
/// you are monitoring.
///
/// `AWS::Logs::LogStream`.
#[derive(Debug, Clone, PartialEq)]
pub struct LogStream {
    /// The name of the log group where the log stream is created.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^[\.\-_/#A-Za-z0-9]+$`.
    pub log_group_name: Value<Id<kind::logs::LogGroup>>,
    /// The name of the log stream. The name must be unique within the log group.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^[^:*]*$`.
    pub log_stream_name: Option<Value<String>>,
}

impl LogStream {
    /// With the required properties only.
    pub fn new(log_group_name: impl Into<Value<Id<kind::logs::LogGroup>>>) -> Self {
        Self {
            log_group_name: log_group_name.into(),
            log_stream_name: None,
        }
    }
}

impl ToJson for LogStream {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("LogGroupName", &self.log_group_name);
        object.optional("LogStreamName", self.log_stream_name.as_ref());
        object.finish()
    }
}

impl resource::Resource for LogStream {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::LogStream;
    type Reference = Id<kind::logs::LogStream>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::LogStream",
    properties: &LOG_STREAM,
    create_only: &["LogGroupName", "LogStreamName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["LogGroupName", "LogStreamName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static LOG_STREAM: Object = Object {
    properties: &[
        Property::required(
            "LogGroupName",
            Shape::TEXT
                .pattern(r"^[\.\-_/#A-Za-z0-9]+$")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional(
            "LogStreamName",
            Shape::TEXT.pattern("^[^:*]*$").min_length(1).max_length(512),
        ),
    ],
    constraints: &[],
};
