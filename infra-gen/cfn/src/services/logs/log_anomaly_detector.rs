//! `AWS::Logs::LogAnomalyDetector`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates or updates an *anomaly detector* that regularly scans one or more log groups and look for patterns
/// and anomalies in the logs.
///
/// `AWS::Logs::LogAnomalyDetector`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogAnomalyDetector {
    /// The ID of the account to create the anomaly detector in.
    pub account_id: Option<Value<String>>,
    /// The number of days to have visibility on an anomaly. After this time period has elapsed for an
    /// anomaly, it will be automatically baselined and the anomaly detector will treat new occurrences of a
    /// similar anomaly as normal. Therefore, if you do not correct the cause of an anomaly during the time
    /// period specified in `AnomalyVisibilityTime`, it will be considered normal going forward and will not
    /// be detected as an anomaly.
    ///
    /// Range: 7 to 90.
    pub anomaly_visibility_time: Option<Value<f64>>,
    /// A name for this anomaly detector.
    ///
    /// Length: 1 or more.
    pub detector_name: Option<Value<String>>,
    /// Specifies how often the anomaly detector is to run and look for anomalies. Set this value according to
    /// the frequency that the log group receives new logs. For example, if the log group receives new log
    /// events every 10 minutes, then 15 minutes might be a good setting for `EvaluationFrequency`.
    pub evaluation_frequency: Option<Value<EvaluationFrequency>>,
    /// You can use this parameter to limit the anomaly detection model to examine only log events that match
    /// the pattern you specify here. For more information, see [Filter and Pattern
    /// Syntax](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
    ///
    /// Length: at most 1024.
    pub filter_pattern: Option<Value<String>>,
    /// Optionally assigns a AWS key to secure this anomaly detector and its findings. If a key is assigned,
    /// the anomalies found and the model used by this detector are encrypted at rest with the key. If a key
    /// is assigned to an anomaly detector, a user must have permissions for both this key and for the anomaly
    /// detector to retrieve information about the anomalies that it finds.
    ///
    /// Length: at most 256. Pattern: `^arn:aws[a-z\-]*:kms:[-a-z0-9]*:[0-9]*:key/[-a-z0-9]*$`.
    pub kms_key_id: Option<Value<String>>,
    /// The ARN of the log group that is associated with this anomaly detector. You can specify only one log
    /// group ARN.
    pub log_group_arn_list: Option<Value<List<String>>>,
}

impl LogAnomalyDetector {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LogAnomalyDetector {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccountId", self.account_id.as_ref());
        object.optional("AnomalyVisibilityTime", self.anomaly_visibility_time.as_ref());
        object.optional("DetectorName", self.detector_name.as_ref());
        object.optional("EvaluationFrequency", self.evaluation_frequency.as_ref());
        object.optional("FilterPattern", self.filter_pattern.as_ref());
        object.optional("KmsKeyId", self.kms_key_id.as_ref());
        object.optional("LogGroupArnList", self.log_group_arn_list.as_ref());
        object.finish()
    }
}

impl resource::Resource for LogAnomalyDetector {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::LogAnomalyDetector;
    type Reference = Arn<kind::logs::LogAnomalyDetector>;
}

impl Handle<LogAnomalyDetector> {
    /// The ARN of the anomaly detector.
    ///
    /// `Fn::GetAtt` of `AnomalyDetectorArn`.
    pub fn anomaly_detector_arn(&self) -> Value<Arn<kind::logs::LogAnomalyDetector>> {
        self.attribute("AnomalyDetectorArn")
    }

    /// Specifies whether the anomaly detector is currently active.
    ///
    /// `Fn::GetAtt` of `AnomalyDetectorStatus`.
    pub fn anomaly_detector_status(&self) -> Value<String> {
        self.attribute("AnomalyDetectorStatus")
    }

    /// The time that the anomaly detector was created.
    ///
    /// `Fn::GetAtt` of `CreationTimeStamp`.
    pub fn creation_time_stamp(&self) -> Value<f64> {
        self.attribute("CreationTimeStamp")
    }

    /// The time that the anomaly detector was most recently modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedTimeStamp`.
    pub fn last_modified_time_stamp(&self) -> Value<f64> {
        self.attribute("LastModifiedTimeStamp")
    }
}

text_enum! {
    /// The values of `LogAnomalyDetector.EvaluationFrequency`.
    EvaluationFrequency {
        FiveMin = "FIVE_MIN",
        TenMin = "TEN_MIN",
        FifteenMin = "FIFTEEN_MIN",
        ThirtyMin = "THIRTY_MIN",
        OneHour = "ONE_HOUR",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::LogAnomalyDetector",
    properties: &LOG_ANOMALY_DETECTOR,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &[
        "AnomalyDetectorArn",
        "AnomalyDetectorStatus",
        "CreationTimeStamp",
        "LastModifiedTimeStamp",
    ],
    write_only: &["AccountId"],
    primary_identifier: &["AnomalyDetectorArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("AnomalyDetectorArn"),
        Attribute::scalar("AnomalyDetectorStatus"),
        Attribute::scalar("CreationTimeStamp"),
        Attribute::scalar("LastModifiedTimeStamp"),
    ],
    stateful: false,
};

static LOG_ANOMALY_DETECTOR: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::TEXT),
        Property::optional("AnomalyDetectorArn", Shape::Json),
        Property::optional("AnomalyDetectorStatus", Shape::Json),
        Property::optional("AnomalyVisibilityTime", Shape::NUMBER.min(7.0).max(90.0)),
        Property::optional("CreationTimeStamp", Shape::Json),
        Property::optional("DetectorName", Shape::TEXT.min_length(1)),
        Property::optional("EvaluationFrequency", Shape::one_of(EvaluationFrequency::VALUES)),
        Property::optional("FilterPattern", Shape::TEXT.max_length(1024)),
        Property::optional("KmsKeyId", Shape::TEXT.pattern(PATTERN_1).max_length(256)),
        Property::optional("LastModifiedTimeStamp", Shape::Json),
        Property::optional(
            "LogGroupArnList",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[\w#+=/:,.@*-]*$")
                    .min_length(20)
                    .max_length(2048),
            )
            .unique(),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^arn:aws[a-z\-]*:kms:[-a-z0-9]*:[0-9]*:key/[-a-z0-9]*$";
