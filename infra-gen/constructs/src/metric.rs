//! A CloudWatch metric: what an [`Alarm`](crate::Alarm) watches and a [`Dashboard`](crate::Dashboard) shows.
//!
//! [`Function`], [`StateMachine`], [`RestApiAddress`], [`Table`] and [`Queue`] have methods for the metrics that AWS publishes
//! about them. [`Metric::new`] is for every other metric, such as those of an application.

use std::{borrow::Cow, num::NonZeroU16};

use infra_gen_cfn::{
    Value,
    cloudwatch::alarm,
    intrinsic::{concat, stack_name},
};

use crate::{Function, Queue, RestApiAddress, StateMachine, Table};

/// A CloudWatch metric, and how its values are summarized.
#[derive(Debug, Clone)]
pub struct Metric {
    /// The namespace, such as `AWS/Lambda`.
    pub namespace: Cow<'static, str>,
    /// The name within the namespace.
    pub name: Cow<'static, str>,
    /// The dimensions that select the metric, by name.
    pub dimensions: Vec<(Cow<'static, str>, Value<String>)>,
    /// How the values of a period are summarized; by default summed up.
    pub statistic: Statistic,
    /// The length of a period, in minutes; by default 5.
    pub period_minutes: NonZeroU16,
}

/// How the values of a period are summarized.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Statistic {
    /// The sum.
    #[default]
    Sum,
    /// The mean.
    Average,
    /// The lowest value.
    Minimum,
    /// The highest value.
    Maximum,
    /// The number of values.
    SampleCount,
    /// The median.
    P50,
    /// The value that 90 % of the values do not exceed.
    P90,
    /// The value that 95 % of the values do not exceed.
    P95,
    /// The value that 99 % of the values do not exceed.
    P99,
}

impl Statistic {
    /// The name that CloudWatch uses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sum => "Sum",
            Self::Average => "Average",
            Self::Minimum => "Minimum",
            Self::Maximum => "Maximum",
            Self::SampleCount => "SampleCount",
            Self::P50 => "p50",
            Self::P90 => "p90",
            Self::P95 => "p95",
            Self::P99 => "p99",
        }
    }

    /// The statistic of an alarm; `None` for a percentile, which alarms have in a property of its own.
    pub(crate) const fn simple(self) -> Option<alarm::Statistic> {
        Some(match self {
            Self::Sum => alarm::Statistic::Sum,
            Self::Average => alarm::Statistic::Average,
            Self::Minimum => alarm::Statistic::Minimum,
            Self::Maximum => alarm::Statistic::Maximum,
            Self::SampleCount => alarm::Statistic::SampleCount,
            Self::P50 | Self::P90 | Self::P95 | Self::P99 => return None,
        })
    }
}

impl Metric {
    const FIVE_MINUTES: NonZeroU16 = NonZeroU16::new(5).expect("5 is not 0");

    /// The sum over five minutes of a metric without dimensions.
    pub fn new(namespace: impl Into<Cow<'static, str>>, name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            namespace: namespace.into(),
            name: name.into(),
            dimensions: Vec::new(),
            statistic: Statistic::default(),
            period_minutes: Self::FIVE_MINUTES,
        }
    }

    /// The same metric, with this statistic.
    #[must_use]
    pub fn with_statistic(self, statistic: Statistic) -> Self {
        Self { statistic, ..self }
    }

    /// The same metric, with periods of this length.
    #[must_use]
    pub fn with_period_minutes(self, period_minutes: NonZeroU16) -> Self {
        Self {
            period_minutes,
            ..self
        }
    }

    /// The same metric, with one more dimension.
    #[must_use]
    pub fn with_dimension(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Value<String>>,
    ) -> Self {
        self.dimensions.push((name.into(), value.into()));
        self
    }
}

/// <https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html>
impl Function {
    /// How many invocations ended with an error, including timeouts.
    pub fn metric_errors(&self) -> Metric {
        self.metric("Errors")
    }

    /// How many invocations Lambda rejected because no concurrency was left.
    pub fn metric_throttles(&self) -> Metric {
        self.metric("Throttles")
    }

    /// How many invocations there were, successful or not.
    pub fn metric_invocations(&self) -> Metric {
        self.metric("Invocations")
    }

    /// How long an invocation took, in milliseconds: the 99th percentile.
    pub fn metric_duration(&self) -> Metric {
        self.metric("Duration").with_statistic(Statistic::P99)
    }

    /// How many events were dropped after asynchronous invocations had failed.
    pub fn metric_dropped_events(&self) -> Metric {
        self.metric("AsyncEventsDropped")
    }

    fn metric(&self, name: &'static str) -> Metric {
        Metric::new("AWS/Lambda", name).with_dimension("FunctionName", self.function.reference())
    }
}

/// <https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html>
impl StateMachine {
    /// How many executions failed.
    pub fn metric_failed(&self) -> Metric {
        self.metric("ExecutionsFailed")
    }

    /// How many executions exceeded their time limit.
    pub fn metric_timed_out(&self) -> Metric {
        self.metric("ExecutionsTimedOut")
    }

    /// How many executions were aborted.
    pub fn metric_aborted(&self) -> Metric {
        self.metric("ExecutionsAborted")
    }

    /// How many executions succeeded.
    pub fn metric_succeeded(&self) -> Metric {
        self.metric("ExecutionsSucceeded")
    }

    /// How long an execution took, in milliseconds: the 99th percentile.
    pub fn metric_duration(&self) -> Metric {
        self.metric("ExecutionTime").with_statistic(Statistic::P99)
    }

    fn metric(&self, name: &'static str) -> Metric {
        Metric::new("AWS/States", name).with_dimension("StateMachineArn", self.arn())
    }
}

/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html>
impl RestApiAddress {
    /// How many requests the stage received.
    pub fn metric_requests(&self) -> Metric {
        self.metric("Count")
    }

    /// How many responses had a status of 400 to 499.
    pub fn metric_client_errors(&self) -> Metric {
        self.metric("4XXError")
    }

    /// How many responses had a status of 500 to 599.
    pub fn metric_server_errors(&self) -> Metric {
        self.metric("5XXError")
    }

    /// The time from receiving a request to returning its response, in milliseconds: the 99th percentile.
    pub fn metric_latency(&self) -> Metric {
        self.metric("Latency").with_statistic(Statistic::P99)
    }

    fn metric(&self, name: &'static str) -> Metric {
        Metric::new("AWS/ApiGateway", name)
            .with_dimension("ApiName", self.name())
            .with_dimension("Stage", self.stage_name().clone())
    }
}

/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html>
impl Table {
    /// How many reads DynamoDB throttled.
    pub fn metric_throttled_reads(&self) -> Metric {
        self.metric("ReadThrottleEvents")
    }

    /// How many writes DynamoDB throttled.
    pub fn metric_throttled_writes(&self) -> Metric {
        self.metric("WriteThrottleEvents")
    }

    fn metric(&self, name: &'static str) -> Metric {
        Metric::new("AWS/DynamoDB", name).with_dimension("TableName", self.name())
    }
}

/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html>
impl Queue {
    /// How many messages can be received: the highest number of a period.
    pub fn metric_visible_messages(&self) -> Metric {
        self.metric("ApproximateNumberOfMessagesVisible")
    }

    /// The age of the oldest message, in seconds: the highest of a period.
    pub fn metric_oldest_message_age(&self) -> Metric {
        self.metric("ApproximateAgeOfOldestMessage")
    }

    fn metric(&self, name: &'static str) -> Metric {
        Metric::new("AWS/SQS", name)
            .with_dimension("QueueName", self.queue.queue_name())
            .with_statistic(Statistic::Maximum)
    }
}

/// The name of an API is not among its attributes, so API and metric compute it alike.
pub(crate) fn rest_api_name(id: &str) -> Value<String> {
    concat([stack_name(), format!("-{id}").into()])
}
