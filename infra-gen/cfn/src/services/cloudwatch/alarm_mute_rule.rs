//! `AWS::CloudWatch::AlarmMuteRule`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::CloudWatch::AlarmMuteRule that allows defining a rule and targeting
/// alarms to mute their actions during the specified window.
///
/// `AWS::CloudWatch::AlarmMuteRule`.
#[derive(Debug, Clone, PartialEq)]
pub struct AlarmMuteRule {
    /// The description of the AlarmMuteRule
    ///
    /// Length: at most 1024.
    pub description: Option<Value<String>>,
    /// The date, with the same timezone offset as "ScheduleTimezone" after which the alarm mute rule will be
    /// expired.
    pub expire_date: Option<Value<String>>,
    /// Targets to be muted
    pub mute_targets: Option<Value<MuteTargets>>,
    /// The name of the AlarmMuteRule
    ///
    /// Update requires: replacement. Length: 1 to 255.
    pub name: Option<Value<String>>,
    /// The rule for the mute
    pub rule: Value<Rule>,
    /// The date, with the same timezone offset as "ScheduleTimezone", after which the alarm mute rule will
    /// become active.
    pub start_date: Option<Value<String>>,
    /// An array of key-value pairs to apply to this resource.
    pub tags: Option<Value<List<Tag>>>,
}

impl AlarmMuteRule {
    /// With the required properties only.
    pub fn new(rule: impl Into<Value<Rule>>) -> Self {
        Self {
            description: None,
            expire_date: None,
            mute_targets: None,
            name: None,
            rule: rule.into(),
            start_date: None,
            tags: None,
        }
    }
}

impl ToJson for AlarmMuteRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional("ExpireDate", self.expire_date.as_ref());
        object.optional("MuteTargets", self.mute_targets.as_ref());
        object.optional("Name", self.name.as_ref());
        object.required("Rule", &self.rule);
        object.optional("StartDate", self.start_date.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for AlarmMuteRule {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::AlarmMuteRule;
    type Reference = Arn<kind::cloudwatch::AlarmMuteRule>;
}

impl Handle<AlarmMuteRule> {
    /// Amazon Resource Name (ARN) of the AlarmMuteRule
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudwatch::AlarmMuteRule>> {
        self.attribute("Arn")
    }

    /// The last update timestamp of the alarm mute schedule
    ///
    /// `Fn::GetAtt` of `LastUpdatedTimestamp`.
    pub fn last_updated_timestamp(&self) -> Value<String> {
        self.attribute("LastUpdatedTimestamp")
    }

    /// The mute type of the alarm mute
    ///
    /// `Fn::GetAtt` of `MuteType`.
    pub fn mute_type(&self) -> Value<String> {
        self.attribute("MuteType")
    }

    /// The current status of the AlarmMuteRule
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

/// Targets to be muted
#[derive(Debug, Clone, PartialEq)]
pub struct MuteTargets {
    /// The alarm names to be mute by the AlarmMuteRule
    ///
    /// Items: at most 500.
    pub alarm_names: Value<List<String>>,
}

impl MuteTargets {
    /// With the required properties only.
    pub fn new(alarm_names: impl Into<Value<List<String>>>) -> Self {
        Self {
            alarm_names: alarm_names.into(),
        }
    }
}

impl ToJson for MuteTargets {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AlarmNames", &self.alarm_names);
        object.finish()
    }
}

/// The rule for the mute
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Schedule for the mute to be active
    pub schedule: Value<Schedule>,
}

impl Rule {
    /// With the required properties only.
    pub fn new(schedule: impl Into<Value<Schedule>>) -> Self {
        Self {
            schedule: schedule.into(),
        }
    }
}

impl ToJson for Rule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Schedule", &self.schedule);
        object.finish()
    }
}

/// Schedule for the mute to be active
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// The duration of the schedule when it triggers
    ///
    /// Length: 1 to 50.
    pub duration: Value<String>,
    /// The expression of the schedule
    ///
    /// Length: 1 to 256.
    pub expression: Value<String>,
    /// The timezone of the schedule
    ///
    /// Length: 1 to 50.
    pub timezone: Option<Value<String>>,
}

impl Schedule {
    /// With the required properties only.
    pub fn new(duration: impl Into<Value<String>>, expression: impl Into<Value<String>>) -> Self {
        Self {
            duration: duration.into(),
            expression: expression.into(),
            timezone: None,
        }
    }
}

impl ToJson for Schedule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Duration", &self.duration);
        object.required("Expression", &self.expression);
        object.optional("Timezone", self.timezone.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::AlarmMuteRule",
    properties: &ALARM_MUTE_RULE,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "LastUpdatedTimestamp", "MuteType", "Status"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("LastUpdatedTimestamp"),
        Attribute::scalar("MuteType"),
        Attribute::scalar("Status"),
    ],
    stateful: false,
};

static ALARM_MUTE_RULE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(1024)),
        Property::optional("ExpireDate", Shape::TEXT),
        Property::optional("LastUpdatedTimestamp", Shape::Json),
        Property::optional("MuteTargets", Shape::Object(&MUTE_TARGETS)),
        Property::optional("MuteType", Shape::Json),
        Property::optional("Name", Shape::TEXT.min_length(1).max_length(255)),
        Property::required("Rule", Shape::Object(&RULE)),
        Property::optional("StartDate", Shape::TEXT),
        Property::optional("Status", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static MUTE_TARGETS: Object = Object {
    properties: &[Property::required(
        "AlarmNames",
        Shape::list(&Shape::TEXT.min_length(1).max_length(255))
            .max_length(500)
            .unique(),
    )],
    constraints: &[],
};

static RULE: Object = Object {
    properties: &[Property::required("Schedule", Shape::Object(&SCHEDULE))],
    constraints: &[],
};

static SCHEDULE: Object = Object {
    properties: &[
        Property::required("Duration", Shape::TEXT.min_length(1).max_length(50)),
        Property::required("Expression", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional("Timezone", Shape::TEXT.min_length(1).max_length(50)),
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
