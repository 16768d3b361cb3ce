//! `AWS::CloudWatch::CompositeAlarm`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::CloudWatch::CompositeAlarm` type creates or updates a composite alarm. When you create a
/// composite alarm, you specify a rule expression for the alarm that takes into account the alarm states of
/// other alarms that you have created. The composite alarm goes into ALARM state only if all conditions of
/// the rule are met.
///
/// `AWS::CloudWatch::CompositeAlarm`.
#[derive(Debug, Clone, PartialEq)]
pub struct CompositeAlarm {
    /// `ActionConfiguration`.
    pub action_configuration: Option<Value<ActionConfiguration>>,
    /// Indicates whether actions should be executed during any changes to the alarm state of the composite
    /// alarm. The default is TRUE.
    pub actions_enabled: Option<Value<bool>>,
    /// Actions will be suppressed if the suppressor alarm is in the `ALARM` state. `ActionsSuppressor` can be
    /// an AlarmName or an Amazon Resource Name (ARN) from an existing alarm.
    ///
    /// Length: 1 to 1600.
    pub actions_suppressor: Option<Value<String>>,
    /// The maximum time in seconds that the composite alarm waits after suppressor alarm goes out of the
    /// `ALARM` state. After this time, the composite alarm performs its actions.
    ///
    /// Range: 0 or more.
    pub actions_suppressor_extension_period: Option<Value<i64>>,
    /// The maximum time in seconds that the composite alarm waits for the suppressor alarm to go into the
    /// `ALARM` state. After this time, the composite alarm performs its actions.
    ///
    /// Range: 0 or more.
    pub actions_suppressor_wait_period: Option<Value<i64>>,
    /// The actions to execute when this alarm transitions to the ALARM state from any other state. Each
    /// action is specified as an Amazon Resource Name (ARN). For more information about creating alarms and
    /// the actions that you can specify, see
    /// [PutCompositeAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html)
    /// in the *Amazon CloudWatch API Reference*.
    ///
    /// Items: at most 5.
    pub alarm_actions: Option<Value<List<String>>>,
    /// The description for the composite alarm.
    ///
    /// Length: at most 1024.
    pub alarm_description: Option<Value<String>>,
    /// The name for the composite alarm. This name must be unique within your AWS account.
    ///
    /// Update requires: replacement. Length: 1 to 255.
    pub alarm_name: Option<Value<String>>,
    /// An expression that specifies which other alarms are to be evaluated to determine this composite
    /// alarm's state. For each alarm that you reference, you designate a function that specifies whether that
    /// alarm needs to be in ALARM state, OK state, or INSUFFICIENT_DATA state. You can use operators (AND, OR
    /// and NOT) to combine multiple functions in a single expression. You can use parenthesis to logically
    /// group the functions in your expression.
    ///
    /// Length: 1 to 10240.
    pub alarm_rule: Value<String>,
    /// The actions to execute when this alarm transitions to the INSUFFICIENT_DATA state from any other
    /// state. Each action is specified as an Amazon Resource Name (ARN). For more information about creating
    /// alarms and the actions that you can specify, see
    /// [PutCompositeAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html)
    /// in the *Amazon CloudWatch API Reference*.
    ///
    /// Items: at most 5.
    pub insufficient_data_actions: Option<Value<List<String>>>,
    /// The actions to execute when this alarm transitions to the OK state from any other state. Each action
    /// is specified as an Amazon Resource Name (ARN). For more information about creating alarms and the
    /// actions that you can specify, see
    /// [PutCompositeAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html)
    /// in the *Amazon CloudWatch API Reference*.
    ///
    /// Items: at most 5.
    pub ok_actions: Option<Value<List<String>>>,
    /// A list of key-value pairs to associate with the alarm. You can associate as many as 50 tags with an
    /// alarm. To be able to associate tags with the alarm when you create the alarm, you must have the
    /// `cloudwatch:TagResource` permission.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl CompositeAlarm {
    /// With the required properties only.
    pub fn new(alarm_rule: impl Into<Value<String>>) -> Self {
        Self {
            action_configuration: None,
            actions_enabled: None,
            actions_suppressor: None,
            actions_suppressor_extension_period: None,
            actions_suppressor_wait_period: None,
            alarm_actions: None,
            alarm_description: None,
            alarm_name: None,
            alarm_rule: alarm_rule.into(),
            insufficient_data_actions: None,
            ok_actions: None,
            tags: None,
        }
    }
}

impl ToJson for CompositeAlarm {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ActionConfiguration", self.action_configuration.as_ref());
        object.optional("ActionsEnabled", self.actions_enabled.as_ref());
        object.optional("ActionsSuppressor", self.actions_suppressor.as_ref());
        object.optional(
            "ActionsSuppressorExtensionPeriod",
            self.actions_suppressor_extension_period.as_ref(),
        );
        object.optional(
            "ActionsSuppressorWaitPeriod",
            self.actions_suppressor_wait_period.as_ref(),
        );
        object.optional("AlarmActions", self.alarm_actions.as_ref());
        object.optional("AlarmDescription", self.alarm_description.as_ref());
        object.optional("AlarmName", self.alarm_name.as_ref());
        object.required("AlarmRule", &self.alarm_rule);
        object.optional("InsufficientDataActions", self.insufficient_data_actions.as_ref());
        object.optional("OKActions", self.ok_actions.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for CompositeAlarm {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::CompositeAlarm;
    type Reference = Id<kind::cloudwatch::CompositeAlarm>;
}

impl Handle<CompositeAlarm> {
    /// The ARN of the composite alarm, such as
    /// `arn:aws:cloudwatch:us-west-2:123456789012:alarm/CompositeAlarmName`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudwatch::CompositeAlarm>> {
        self.attribute("Arn")
    }
}

/// `ActionConfiguration` of `AWS::CloudWatch::CompositeAlarm`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActionConfiguration {
    /// `AlarmTagsPropagation`.
    pub alarm_tags_propagation: Option<Value<AlarmTagsPropagation>>,
}

impl ActionConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ActionConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AlarmTagsPropagation", self.alarm_tags_propagation.as_ref());
        object.finish()
    }
}

/// `AlarmTagsPropagation` of `AWS::CloudWatch::CompositeAlarm`.
#[derive(Debug, Clone, PartialEq)]
pub struct AlarmTagsPropagation {
    /// `Enabled`.
    pub enabled: Value<bool>,
    /// `ExcludedTagKeys`.
    ///
    /// Items: 1 to 50.
    pub excluded_tag_keys: Option<Value<List<String>>>,
    /// `IncludedTagKeys`.
    ///
    /// Items: 1 to 50.
    pub included_tag_keys: Option<Value<List<String>>>,
}

impl AlarmTagsPropagation {
    /// With the required properties only.
    pub fn new(enabled: impl Into<Value<bool>>) -> Self {
        Self {
            enabled: enabled.into(),
            excluded_tag_keys: None,
            included_tag_keys: None,
        }
    }
}

impl ToJson for AlarmTagsPropagation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Enabled", &self.enabled);
        object.optional("ExcludedTagKeys", self.excluded_tag_keys.as_ref());
        object.optional("IncludedTagKeys", self.included_tag_keys.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::CompositeAlarm",
    properties: &COMPOSITE_ALARM,
    create_only: &["AlarmName"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["AlarmName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static ACTION_CONFIGURATION: Object = Object {
    properties: &[Property::optional(
        "AlarmTagsPropagation",
        Shape::Object(&ALARM_TAGS_PROPAGATION),
    )],
    constraints: &[],
};

static ALARM_TAGS_PROPAGATION: Object = Object {
    properties: &[
        Property::required("Enabled", Shape::Boolean),
        Property::optional(
            "ExcludedTagKeys",
            Shape::list(&Shape::TEXT.min_length(1).max_length(128))
                .min_length(1)
                .max_length(50)
                .unique(),
        ),
        Property::optional(
            "IncludedTagKeys",
            Shape::list(&Shape::TEXT.min_length(1).max_length(128))
                .min_length(1)
                .max_length(50)
                .unique(),
        ),
    ],
    constraints: &[],
};

static COMPOSITE_ALARM: Object = Object {
    properties: &[
        Property::optional("ActionConfiguration", Shape::Object(&ACTION_CONFIGURATION)),
        Property::optional("ActionsEnabled", Shape::Boolean),
        Property::optional("ActionsSuppressor", Shape::TEXT.min_length(1).max_length(1600)),
        Property::optional("ActionsSuppressorExtensionPeriod", Shape::INTEGER.min(0.0)),
        Property::optional("ActionsSuppressorWaitPeriod", Shape::INTEGER.min(0.0)),
        Property::optional(
            "AlarmActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)).max_length(5),
        ),
        Property::optional("AlarmDescription", Shape::TEXT.max_length(1024)),
        Property::optional("AlarmName", Shape::TEXT.min_length(1).max_length(255)),
        Property::required("AlarmRule", Shape::TEXT.min_length(1).max_length(10240)),
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "InsufficientDataActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)).max_length(5),
        ),
        Property::optional(
            "OKActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)).max_length(5),
        ),
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
