//! `AWS::CloudFront::RealtimeLogConfig`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// A real-time log configuration.
///
/// `AWS::CloudFront::RealtimeLogConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct RealtimeLogConfig {
    /// Contains information about the Amazon Kinesis data stream where you are sending real-time log data for
    /// this real-time log configuration.
    ///
    /// Items: 1 or more.
    pub end_points: Value<List<EndPoint>>,
    /// A list of fields that are included in each real-time log record. In an API response, the fields are
    /// provided in the same order in which they are sent to the Amazon Kinesis data stream.
    ///
    /// Items: 1 or more.
    pub fields: Value<List<String>>,
    /// The unique name of this real-time log configuration.
    ///
    /// Update requires: replacement.
    pub name: Value<String>,
    /// The sampling rate for this real-time log configuration. The sampling rate determines the percentage of
    /// viewer requests that are represented in the real-time log data. The sampling rate is an integer
    /// between 1 and 100, inclusive.
    ///
    /// Range: 1 to 100.
    pub sampling_rate: Value<f64>,
}

impl RealtimeLogConfig {
    /// With the required properties only.
    pub fn new(
        end_points: impl Into<Value<List<EndPoint>>>,
        fields: impl Into<Value<List<String>>>,
        name: impl Into<Value<String>>,
        sampling_rate: impl Into<Value<f64>>,
    ) -> Self {
        Self {
            end_points: end_points.into(),
            fields: fields.into(),
            name: name.into(),
            sampling_rate: sampling_rate.into(),
        }
    }
}

impl ToJson for RealtimeLogConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("EndPoints", &self.end_points);
        object.required("Fields", &self.fields);
        object.required("Name", &self.name);
        object.required("SamplingRate", &self.sampling_rate);
        object.finish()
    }
}

impl resource::Resource for RealtimeLogConfig {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::RealtimeLogConfig;
    type Reference = Arn<kind::cloudfront::RealtimeLogConfig>;
}

impl Handle<RealtimeLogConfig> {
    /// The Amazon Resource Name (ARN) of the real-time log configuration. For example:
    /// `arn:aws:cloudfront::111122223333:realtime-log-config/ExampleNameForRealtimeLogConfig`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudfront::RealtimeLogConfig>> {
        self.attribute("Arn")
    }
}

/// Contains information about the Amazon Kinesis data stream where you are sending real-time log data for
/// this real-time log configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct EndPoint {
    /// Contains information about the Amazon Kinesis data stream where you are sending real-time log data in
    /// a real-time log configuration.
    pub kinesis_stream_config: Value<KinesisStreamConfig>,
    /// The type of data stream where you are sending real-time log data. The only valid value is `Kinesis`.
    pub stream_type: Value<String>,
}

impl EndPoint {
    /// With the required properties only.
    pub fn new(
        kinesis_stream_config: impl Into<Value<KinesisStreamConfig>>,
        stream_type: impl Into<Value<String>>,
    ) -> Self {
        Self {
            kinesis_stream_config: kinesis_stream_config.into(),
            stream_type: stream_type.into(),
        }
    }
}

impl ToJson for EndPoint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("KinesisStreamConfig", &self.kinesis_stream_config);
        object.required("StreamType", &self.stream_type);
        object.finish()
    }
}

/// Contains information about the Amazon Kinesis data stream where you are sending real-time log data.
#[derive(Debug, Clone, PartialEq)]
pub struct KinesisStreamConfig {
    /// The Amazon Resource Name (ARN) of an AWS Identity and Access Management (IAM) role that CloudFront can
    /// use to send real-time log data to your Kinesis data stream.
    pub role_arn: Value<Arn<kind::iam::Role>>,
    /// The Amazon Resource Name (ARN) of the Kinesis data stream where you are sending real-time log data.
    pub stream_arn: Value<String>,
}

impl KinesisStreamConfig {
    /// With the required properties only.
    pub fn new(
        role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
        stream_arn: impl Into<Value<String>>,
    ) -> Self {
        Self {
            role_arn: role_arn.into(),
            stream_arn: stream_arn.into(),
        }
    }
}

impl ToJson for KinesisStreamConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("RoleArn", &self.role_arn);
        object.required("StreamArn", &self.stream_arn);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::RealtimeLogConfig",
    properties: &REALTIME_LOG_CONFIG,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static END_POINT: Object = Object {
    properties: &[
        Property::required("KinesisStreamConfig", Shape::Object(&KINESIS_STREAM_CONFIG)),
        Property::required("StreamType", Shape::TEXT),
    ],
    constraints: &[],
};

static KINESIS_STREAM_CONFIG: Object = Object {
    properties: &[
        Property::required("RoleArn", Shape::TEXT),
        Property::required("StreamArn", Shape::TEXT),
    ],
    constraints: &[],
};

static REALTIME_LOG_CONFIG: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required("EndPoints", Shape::list(&Shape::Object(&END_POINT)).min_length(1)),
        Property::required("Fields", Shape::list(&Shape::TEXT).min_length(1)),
        Property::required("Name", Shape::TEXT),
        Property::required("SamplingRate", Shape::NUMBER.min(1.0).max(100.0)),
    ],
    constraints: &[],
};
