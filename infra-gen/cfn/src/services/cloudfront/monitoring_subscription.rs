//! `AWS::CloudFront::MonitoringSubscription`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// A monitoring subscription. This structure contains information about whether additional CloudWatch metrics
/// are enabled for a given CloudFront distribution.
///
/// `AWS::CloudFront::MonitoringSubscription`.
#[derive(Debug, Clone, PartialEq)]
pub struct MonitoringSubscription {
    /// The ID of the distribution that you are enabling metrics for.
    ///
    /// Update requires: replacement.
    pub distribution_id: Value<Id<kind::cloudfront::Distribution>>,
    /// A subscription configuration for additional CloudWatch metrics.
    pub monitoring_subscription: Value<MonitoringSubscriptionProperty>,
}

impl MonitoringSubscription {
    /// With the required properties only.
    pub fn new(
        distribution_id: impl Into<Value<Id<kind::cloudfront::Distribution>>>,
        monitoring_subscription: impl Into<Value<MonitoringSubscriptionProperty>>,
    ) -> Self {
        Self {
            distribution_id: distribution_id.into(),
            monitoring_subscription: monitoring_subscription.into(),
        }
    }
}

impl ToJson for MonitoringSubscription {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DistributionId", &self.distribution_id);
        object.required("MonitoringSubscription", &self.monitoring_subscription);
        object.finish()
    }
}

impl resource::Resource for MonitoringSubscription {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::MonitoringSubscription;
    type Reference = Id<kind::cloudfront::MonitoringSubscription>;
}

/// A monitoring subscription. This structure contains information about whether additional CloudWatch metrics
/// are enabled for a given CloudFront distribution.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MonitoringSubscriptionProperty {
    /// A subscription configuration for additional CloudWatch metrics.
    pub realtime_metrics_subscription_config: Option<Value<RealtimeMetricsSubscriptionConfig>>,
}

impl MonitoringSubscriptionProperty {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MonitoringSubscriptionProperty {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "RealtimeMetricsSubscriptionConfig",
            self.realtime_metrics_subscription_config.as_ref(),
        );
        object.finish()
    }
}

/// A subscription configuration for additional CloudWatch metrics.
#[derive(Debug, Clone, PartialEq)]
pub struct RealtimeMetricsSubscriptionConfig {
    /// A flag that indicates whether additional CloudWatch metrics are enabled for a given CloudFront
    /// distribution.
    pub realtime_metrics_subscription_status: Value<RealtimeMetricsSubscriptionStatus>,
}

impl RealtimeMetricsSubscriptionConfig {
    /// With the required properties only.
    pub fn new(
        realtime_metrics_subscription_status: impl Into<Value<RealtimeMetricsSubscriptionStatus>>,
    ) -> Self {
        Self {
            realtime_metrics_subscription_status: realtime_metrics_subscription_status.into(),
        }
    }
}

impl ToJson for RealtimeMetricsSubscriptionConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "RealtimeMetricsSubscriptionStatus",
            &self.realtime_metrics_subscription_status,
        );
        object.finish()
    }
}

text_enum! {
    /// The values of `RealtimeMetricsSubscriptionConfig.RealtimeMetricsSubscriptionStatus`.
    RealtimeMetricsSubscriptionStatus {
        Enabled = "Enabled",
        Disabled = "Disabled",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::MonitoringSubscription",
    properties: &MONITORING_SUBSCRIPTION,
    create_only: &["DistributionId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["DistributionId"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static MONITORING_SUBSCRIPTION: Object = Object {
    properties: &[
        Property::required("DistributionId", Shape::TEXT),
        Property::required(
            "MonitoringSubscription",
            Shape::Object(&MONITORING_SUBSCRIPTION_PROPERTY),
        ),
    ],
    constraints: &[],
};

static MONITORING_SUBSCRIPTION_PROPERTY: Object = Object {
    properties: &[Property::optional(
        "RealtimeMetricsSubscriptionConfig",
        Shape::Object(&REALTIME_METRICS_SUBSCRIPTION_CONFIG),
    )],
    constraints: &[],
};

static REALTIME_METRICS_SUBSCRIPTION_CONFIG: Object = Object {
    properties: &[Property::required(
        "RealtimeMetricsSubscriptionStatus",
        Shape::one_of(RealtimeMetricsSubscriptionStatus::VALUES),
    )],
    constraints: &[],
};
