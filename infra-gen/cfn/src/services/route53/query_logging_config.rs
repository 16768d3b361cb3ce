//! `AWS::Route53::QueryLoggingConfig`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Route53::QueryLoggingConfig. Creates a configuration for DNS query
/// logging, which publishes query logs for a public hosted zone to an Amazon CloudWatch Logs log group.
///
/// `AWS::Route53::QueryLoggingConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryLoggingConfig {
    /// The Amazon Resource Name (ARN) of the CloudWatch Logs log group in us-east-1 that Amazon Route 53
    /// publishes query logs to.
    ///
    /// Update requires: replacement.
    pub cloud_watch_logs_log_group_arn: Value<String>,
    /// The ID of the public hosted zone that Amazon Route 53 logs queries for.
    ///
    /// Update requires: replacement. Length: at most 32.
    pub hosted_zone_id: Value<String>,
}

impl QueryLoggingConfig {
    /// With the required properties only.
    pub fn new(
        cloud_watch_logs_log_group_arn: impl Into<Value<String>>,
        hosted_zone_id: impl Into<Value<String>>,
    ) -> Self {
        Self {
            cloud_watch_logs_log_group_arn: cloud_watch_logs_log_group_arn.into(),
            hosted_zone_id: hosted_zone_id.into(),
        }
    }
}

impl ToJson for QueryLoggingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CloudWatchLogsLogGroupArn", &self.cloud_watch_logs_log_group_arn);
        object.required("HostedZoneId", &self.hosted_zone_id);
        object.finish()
    }
}

impl resource::Resource for QueryLoggingConfig {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::QueryLoggingConfig;
    type Reference = Arn<kind::route53::QueryLoggingConfig>;
}

impl Handle<QueryLoggingConfig> {
    /// The Amazon Resource Name (ARN) of the query logging configuration.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::route53::QueryLoggingConfig>> {
        self.attribute("Arn")
    }

    /// The ID that Amazon Route 53 assigns to the configuration for DNS query logging.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::QueryLoggingConfig",
    properties: &QUERY_LOGGING_CONFIG,
    create_only: &["CloudWatchLogsLogGroupArn", "HostedZoneId"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("Id")],
    stateful: false,
};

static QUERY_LOGGING_CONFIG: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required("CloudWatchLogsLogGroupArn", Shape::TEXT),
        Property::required("HostedZoneId", Shape::TEXT.max_length(32)),
        Property::optional("Id", Shape::Json),
    ],
    constraints: &[],
};
