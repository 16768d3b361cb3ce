//! `AWS::Cognito::LogDeliveryConfiguration`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Sets up or modifies the logging configuration of a user pool. User pools can export user notification logs
/// and, when threat protection is active, user-activity logs. For more information, see [Exporting user pool
/// logs](https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html).
///
/// `AWS::Cognito::LogDeliveryConfiguration`.
#[derive(Debug, Clone, PartialEq)]
pub struct LogDeliveryConfiguration {
    /// A logging destination of a user pool. User pools can have multiple logging destinations for
    /// message-delivery and user-activity logs.
    pub log_configurations: Option<Value<List<LogConfiguration>>>,
    /// The ID of the user pool where you configured logging.
    ///
    /// Update requires: replacement.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl LogDeliveryConfiguration {
    /// With the required properties only.
    pub fn new(user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>) -> Self {
        Self {
            log_configurations: None,
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for LogDeliveryConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LogConfigurations", self.log_configurations.as_ref());
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for LogDeliveryConfiguration {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::LogDeliveryConfiguration;
    type Reference = Id<kind::cognito::LogDeliveryConfiguration>;
}

impl Handle<LogDeliveryConfiguration> {
    /// A user pool ID, for example `us-east-1_EXAMPLE`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cognito::LogDeliveryConfiguration>> {
        self.attribute("Id")
    }
}

/// Configuration for the CloudWatch log group destination of user pool detailed activity logging, or of user
/// activity log export with advanced security features.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CloudWatchLogsConfiguration {
    /// The Amazon Resource Name (arn) of a CloudWatch Logs log group where your user pool sends logs. The log
    /// group must not be encrypted with AWS Key Management Service and must be in the same AWS account as
    /// your user pool.
    pub log_group_arn: Option<Value<String>>,
}

impl CloudWatchLogsConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CloudWatchLogsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LogGroupArn", self.log_group_arn.as_ref());
        object.finish()
    }
}

/// Configuration for the Amazon Data Firehose stream destination of user activity log export with threat
/// protection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FirehoseConfiguration {
    /// The ARN of an Amazon Data Firehose stream that's the destination for threat protection log export.
    pub stream_arn: Option<Value<String>>,
}

impl FirehoseConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for FirehoseConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("StreamArn", self.stream_arn.as_ref());
        object.finish()
    }
}

/// The configuration of user event logs to an external AWS service like Amazon Data Firehose, Amazon S3, or
/// Amazon CloudWatch Logs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogConfiguration {
    /// Configuration for the CloudWatch log group destination of user pool detailed activity logging, or of
    /// user activity log export with advanced security features.
    pub cloud_watch_logs_configuration: Option<Value<CloudWatchLogsConfiguration>>,
    /// The source of events that your user pool sends for logging. To send error-level logs about user
    /// notification activity, set to `userNotification`. To send info-level logs about threat-protection user
    /// activity in user pools with the Plus feature plan, set to `userAuthEvents`.
    pub event_source: Option<Value<String>>,
    /// Configuration for the Amazon Data Firehose stream destination of user activity log export with threat
    /// protection.
    pub firehose_configuration: Option<Value<FirehoseConfiguration>>,
    /// The `errorlevel` selection of logs that a user pool sends for detailed activity logging. To send
    /// `userNotification` activity with [information about message
    /// delivery](https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html),
    /// choose `ERROR` with `CloudWatchLogsConfiguration`. To send `userAuthEvents` activity with user logs
    /// from threat protection with the Plus feature plan, choose `INFO` with one of
    /// `CloudWatchLogsConfiguration`, `FirehoseConfiguration`, or `S3Configuration`.
    pub log_level: Option<Value<String>>,
    /// Configuration for the Amazon S3 bucket destination of user activity log export with threat protection.
    pub s3_configuration: Option<Value<S3Configuration>>,
}

impl LogConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LogConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "CloudWatchLogsConfiguration",
            self.cloud_watch_logs_configuration.as_ref(),
        );
        object.optional("EventSource", self.event_source.as_ref());
        object.optional("FirehoseConfiguration", self.firehose_configuration.as_ref());
        object.optional("LogLevel", self.log_level.as_ref());
        object.optional("S3Configuration", self.s3_configuration.as_ref());
        object.finish()
    }
}

/// Configuration for the Amazon S3 bucket destination of user activity log export with threat protection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct S3Configuration {
    /// The ARN of an Amazon S3 bucket that's the destination for threat protection log export.
    pub bucket_arn: Option<Value<String>>,
}

impl S3Configuration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for S3Configuration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BucketArn", self.bucket_arn.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::LogDeliveryConfiguration",
    properties: &LOG_DELIVERY_CONFIGURATION,
    create_only: &["UserPoolId"],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static CLOUD_WATCH_LOGS_CONFIGURATION: Object = Object {
    properties: &[Property::optional("LogGroupArn", Shape::TEXT)],
    constraints: &[],
};

static FIREHOSE_CONFIGURATION: Object = Object {
    properties: &[Property::optional("StreamArn", Shape::TEXT)],
    constraints: &[],
};

static LOG_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "CloudWatchLogsConfiguration",
            Shape::Object(&CLOUD_WATCH_LOGS_CONFIGURATION),
        ),
        Property::optional("EventSource", Shape::TEXT),
        Property::optional("FirehoseConfiguration", Shape::Object(&FIREHOSE_CONFIGURATION)),
        Property::optional("LogLevel", Shape::TEXT),
        Property::optional("S3Configuration", Shape::Object(&S3_CONFIGURATION)),
    ],
    constraints: &[],
};

static LOG_DELIVERY_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::optional(
            "LogConfigurations",
            Shape::list(&Shape::Object(&LOG_CONFIGURATION)),
        ),
        Property::required("UserPoolId", Shape::TEXT),
    ],
    constraints: &[],
};

static S3_CONFIGURATION: Object = Object {
    properties: &[Property::optional("BucketArn", Shape::TEXT)],
    constraints: &[],
};
