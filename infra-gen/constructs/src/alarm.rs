//! A CloudWatch alarm: it notifies topics when a metric crosses a threshold, and again when it returns.
//!
//! ```
//! # use infra_gen_cfn::{LogicalId, Stack};
//! # use infra_gen_constructs::{
//! #     Alarm, AlarmCondition, AlarmProps, Datapoints, Function, ServicePublisher, Topic, TopicProps,
//! # };
//! # fn add(stack: &mut Stack, resize: &Function) {
//! let alerts = Topic::new(
//!     stack,
//!     LogicalId::new("Alerts"),
//!     TopicProps {
//!         subscribers: vec!["oncall@example.com".parse().expect("an email address")],
//!         publishers: vec![ServicePublisher::CloudWatchAlarms],
//!         ..TopicProps::default()
//!     },
//! );
//! let props = AlarmProps {
//!     datapoints: Datapoints::new(2, 3),
//!     topics: vec![&alerts],
//!     ..AlarmProps::new(
//!         resize.metric_errors(),
//!         AlarmCondition::AtLeast(1.0),
//!         "Pictures are not resized. See the function's log.",
//!     )
//! };
//! Alarm::new(stack, LogicalId::new("ResizeErrors"), props);
//! # }
//! ```

use std::{borrow::Cow, num::NonZeroU16};

use infra_gen_cfn::{
    Arn, Handle, List, LogicalId, Stack, Value,
    cloudwatch::{self, alarm},
    kind,
};

use crate::{metric::Metric, topic::Topic};

/// A CloudWatch alarm.
pub struct Alarm {
    /// The alarm.
    pub alarm: Handle<cloudwatch::Alarm>,
}

/// The options of an [`Alarm`].
#[derive(Clone)]
pub struct AlarmProps<'a> {
    /// The metric, with its statistic and period.
    pub metric: Metric,
    /// When a period counts as breaching.
    pub condition: AlarmCondition,
    /// How many of how many periods must be breaching; by default 1 of 1.
    pub datapoints: Datapoints,
    /// What a period without values counts as; by default not breaching.
    pub missing_data: MissingData,
    /// What the alarm means and what to do about it, for the person who is on call; at most 1,024 characters.
    pub description: Cow<'static, str>,
    /// The topics that are notified when the alarm goes off and when the metric returns to normal. They need
    /// [`ServicePublisher::CloudWatchAlarms`](crate::ServicePublisher::CloudWatchAlarms).
    pub topics: Vec<&'a Topic>,
}

impl AlarmProps<'_> {
    /// An alarm without topics.
    pub fn new(metric: Metric, condition: AlarmCondition, description: impl Into<Cow<'static, str>>) -> Self {
        Self {
            metric,
            condition,
            datapoints: Datapoints::default(),
            missing_data: MissingData::default(),
            description: description.into(),
            topics: Vec::new(),
        }
    }
}

/// When a period counts as breaching.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AlarmCondition {
    /// The metric is at least this value.
    AtLeast(f64),
    /// The metric is above this value.
    Above(f64),
    /// The metric is at most this value.
    AtMost(f64),
    /// The metric is below this value.
    Below(f64),
}

impl AlarmCondition {
    const fn parts(self) -> (alarm::ComparisonOperator, f64) {
        use alarm::ComparisonOperator as Operator;
        match self {
            Self::AtLeast(threshold) => (Operator::GreaterThanOrEqualToThreshold, threshold),
            Self::Above(threshold) => (Operator::GreaterThanThreshold, threshold),
            Self::AtMost(threshold) => (Operator::LessThanOrEqualToThreshold, threshold),
            Self::Below(threshold) => (Operator::LessThanThreshold, threshold),
        }
    }
}

/// How many of how many periods must be breaching before the alarm goes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Datapoints {
    /// The number of breaching periods.
    pub breaching: NonZeroU16,
    /// Among this many periods, the latest ones.
    pub of: NonZeroU16,
}

impl Datapoints {
    /// `breaching` of the latest `of` periods.
    ///
    /// # Panics
    /// At compile time in a constant, if a number is 0 or `breaching` is greater than `of`.
    #[must_use]
    #[track_caller]
    pub const fn new(breaching: u16, of: u16) -> Self {
        assert!(
            breaching <= of,
            "an alarm cannot have more breaching periods than periods"
        );
        let (Some(breaching), Some(of)) = (NonZeroU16::new(breaching), NonZeroU16::new(of)) else {
            panic!("an alarm needs at least one period");
        };
        Self { breaching, of }
    }
}

impl Default for Datapoints {
    fn default() -> Self {
        Self::new(1, 1)
    }
}

/// What a period without values counts as.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MissingData {
    /// As not breaching: no errors were counted.
    #[default]
    NotBreaching,
    /// As breaching: values must arrive.
    Breaching,
    /// The alarm keeps its state.
    Ignore,
    /// If all periods are missing, the state becomes `INSUFFICIENT_DATA`.
    Missing,
}

impl Alarm {
    /// Adds an alarm to the stack under `id`. CloudFormation chooses its name, which starts with the stack's name and
    /// contains the ID.
    pub fn new(stack: &mut Stack, id: LogicalId, props: AlarmProps<'_>) -> Self {
        let Metric {
            namespace,
            name,
            dimensions,
            statistic,
            period_minutes,
        } = props.metric;
        let (operator, threshold) = props.condition.parts();
        let dimensions: List<alarm::Dimension> = dimensions
            .into_iter()
            .map(|(name, value)| alarm::Dimension::new(name, value))
            .collect();
        let actions: Value<List<String>> = props
            .topics
            .iter()
            .map(|topic| Value::<String>::from(topic.arn()))
            .collect::<Vec<_>>()
            .into();
        let actions = (!props.topics.is_empty()).then_some(actions);
        let resource = cloudwatch::Alarm {
            alarm_description: Some(props.description.into()),
            namespace: Some(namespace.into()),
            metric_name: Some(name.into()),
            dimensions: (!dimensions.0.is_empty()).then(|| dimensions.into()),
            statistic: statistic.simple().map(Into::into),
            extended_statistic: statistic.simple().is_none().then(|| statistic.as_str().into()),
            period: Some((i64::from(period_minutes.get()) * 60).into()),
            comparison_operator: Some(operator.into()),
            threshold: Some(threshold.into()),
            evaluation_periods: Some(i64::from(props.datapoints.of.get()).into()),
            datapoints_to_alarm: Some(i64::from(props.datapoints.breaching.get()).into()),
            treat_missing_data: Some(props.missing_data.value().into()),
            alarm_actions: actions.clone(),
            ok_actions: actions,
            ..cloudwatch::Alarm::new()
        };
        Self {
            alarm: stack.add(id, resource),
        }
    }

    /// The alarm's ARN.
    pub fn arn(&self) -> Value<Arn<kind::cloudwatch::Alarm>> {
        self.alarm.arn()
    }
}

impl MissingData {
    const fn value(self) -> alarm::TreatMissingData {
        match self {
            Self::NotBreaching => alarm::TreatMissingData::NotBreaching,
            Self::Breaching => alarm::TreatMissingData::Breaching,
            Self::Ignore => alarm::TreatMissingData::Ignore,
            Self::Missing => alarm::TreatMissingData::Missing,
        }
    }
}
