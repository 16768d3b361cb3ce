//! `AWS::Logs::SubscriptionFilter`. Generated; see `generator/`.

use crate::{
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Logs::SubscriptionFilter` resource specifies a subscription filter and associates it with the
/// specified log group. Subscription filters allow you to subscribe to a real-time stream of log events and
/// have them delivered to a specific destination. Currently, the supported destinations are:
///
/// `AWS::Logs::SubscriptionFilter`.
#[derive(Debug, Clone, PartialEq)]
pub struct SubscriptionFilter {
    /// This parameter is valid only for log groups that have an active log transformer. For more information
    /// about log transformers, see
    /// [PutTransformer](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutTransformer.html).
    pub apply_on_transformed_logs: Option<Value<bool>>,
    /// The Amazon Resource Name (ARN) of the destination.
    ///
    /// Length: 1 or more.
    pub destination_arn: Value<String>,
    /// The method used to distribute log data to the destination, which can be either random or grouped by
    /// log stream.
    pub distribution: Option<Value<Distribution>>,
    /// The list of system fields that are included in the log events sent to the subscription destination.
    /// Returns the `emitSystemFields` value if it was specified when the subscription filter was created.
    pub emit_system_fields: Option<Value<List<String>>>,
    /// The filter expression that specifies which log events are processed by this subscription filter based
    /// on system fields. Returns the `fieldSelectionCriteria` value if it was specified when the subscription
    /// filter was created.
    ///
    /// Length: at most 2000.
    pub field_selection_criteria: Option<Value<String>>,
    /// The name of the subscription filter.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^[^:*]*$`.
    pub filter_name: Option<Value<String>>,
    /// The filtering expressions that restrict what gets delivered to the destination AWS resource. For more
    /// information about the filter pattern syntax, see [Filter and Pattern
    /// Syntax](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
    ///
    /// Length: at most 1024.
    pub filter_pattern: Value<String>,
    /// The log group to associate with the subscription filter. All log events that are uploaded to this log
    /// group are filtered and delivered to the specified AWS resource if the filter pattern matches the log
    /// events.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^[\.\-_/#A-Za-z0-9]+$`.
    pub log_group_name: Value<Id<kind::logs::LogGroup>>,
    /// The ARN of an IAM role that grants CloudWatch Logs permissions to deliver ingested log events to the
    /// destination stream. You don't need to provide the ARN when you are working with a logical destination
    /// for cross-account delivery.
    ///
    /// Length: 1 or more.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
}

impl SubscriptionFilter {
    /// With the required properties only.
    pub fn new(
        destination_arn: impl Into<Value<String>>,
        filter_pattern: impl Into<Value<String>>,
        log_group_name: impl Into<Value<Id<kind::logs::LogGroup>>>,
    ) -> Self {
        Self {
            apply_on_transformed_logs: None,
            destination_arn: destination_arn.into(),
            distribution: None,
            emit_system_fields: None,
            field_selection_criteria: None,
            filter_name: None,
            filter_pattern: filter_pattern.into(),
            log_group_name: log_group_name.into(),
            role_arn: None,
        }
    }
}

impl ToJson for SubscriptionFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApplyOnTransformedLogs", self.apply_on_transformed_logs.as_ref());
        object.required("DestinationArn", &self.destination_arn);
        object.optional("Distribution", self.distribution.as_ref());
        object.optional("EmitSystemFields", self.emit_system_fields.as_ref());
        object.optional("FieldSelectionCriteria", self.field_selection_criteria.as_ref());
        object.optional("FilterName", self.filter_name.as_ref());
        object.required("FilterPattern", &self.filter_pattern);
        object.required("LogGroupName", &self.log_group_name);
        object.optional("RoleArn", self.role_arn.as_ref());
        object.finish()
    }
}

impl resource::Resource for SubscriptionFilter {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::SubscriptionFilter;
    type Reference = Id<kind::logs::SubscriptionFilter>;
}

text_enum! {
    /// The values of `SubscriptionFilter.Distribution`.
    Distribution {
        Random = "Random",
        ByLogStream = "ByLogStream",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::SubscriptionFilter",
    properties: &SUBSCRIPTION_FILTER,
    create_only: &["FilterName", "LogGroupName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["FilterName", "LogGroupName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static SUBSCRIPTION_FILTER: Object = Object {
    properties: &[
        Property::optional("ApplyOnTransformedLogs", Shape::Boolean),
        Property::required("DestinationArn", Shape::TEXT.min_length(1)),
        Property::optional("Distribution", Shape::one_of(Distribution::VALUES)),
        Property::optional("EmitSystemFields", Shape::list(&Shape::TEXT)),
        Property::optional("FieldSelectionCriteria", Shape::TEXT.max_length(2000)),
        Property::optional(
            "FilterName",
            Shape::TEXT.pattern("^[^:*]*$").min_length(1).max_length(512),
        ),
        Property::required("FilterPattern", Shape::TEXT.max_length(1024)),
        Property::required(
            "LogGroupName",
            Shape::TEXT
                .pattern(r"^[\.\-_/#A-Za-z0-9]+$")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("RoleArn", Shape::TEXT.min_length(1)),
    ],
    constraints: &[],
};
