//! `AWS::SNS::Subscription`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::SNS::Subscription` resource subscribes an endpoint to an Amazon topic. For a subscription to be
/// created, the owner of the endpoint must\` confirm the subscription.
///
/// `AWS::SNS::Subscription`.
#[derive(Debug, Clone, PartialEq)]
pub struct Subscription {
    /// The delivery policy JSON assigned to the subscription. Enables the subscriber to define the message
    /// delivery retry strategy in the case of an HTTP/S endpoint subscribed to the topic. For more
    /// information, see
    /// `[GetSubscriptionAttributes](https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html)`
    /// in the *Amazon API Reference* and [Message delivery
    /// retries](https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html) in the *Amazon
    /// Developer Guide*.
    pub delivery_policy: Option<Value<Json>>,
    /// The subscription's endpoint. The endpoint value depends on the protocol that you specify. For more
    /// information, see the `Endpoint` parameter of the
    /// `[Subscribe](https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html)` action in the *Amazon API
    /// Reference*.
    ///
    /// Update requires: replacement.
    pub endpoint: Option<Value<String>>,
    /// The filter policy JSON assigned to the subscription. Enables the subscriber to filter out unwanted
    /// messages. For more information, see
    /// `[GetSubscriptionAttributes](https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html)`
    /// in the *Amazon API Reference* and [Message
    /// filtering](https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html) in the *Amazon
    /// Developer Guide*.
    pub filter_policy: Option<Value<Json>>,
    /// This attribute lets you choose the filtering scope by using one of the following string value types:
    pub filter_policy_scope: Option<Value<String>>,
    /// The subscription's protocol. For more information, see the `Protocol` parameter of the
    /// `[Subscribe](https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html)` action in the *Amazon API
    /// Reference*.
    ///
    /// Update requires: replacement.
    pub protocol: Value<String>,
    /// When set to `true`, enables raw message delivery. Raw messages don't contain any JSON formatting and
    /// can be sent to Amazon SQS and HTTP/S endpoints. For more information, see
    /// `[GetSubscriptionAttributes](https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html)`
    /// in the *Amazon API Reference*.
    pub raw_message_delivery: Option<Value<bool>>,
    /// When specified, sends undeliverable messages to the specified Amazon SQS dead-letter queue. Messages
    /// that can't be delivered due to client errors (for example, when the subscribed endpoint is
    /// unreachable) or server errors (for example, when the service that powers the subscribed endpoint
    /// becomes unavailable) are held in the dead-letter queue for further analysis or reprocessing.
    pub redrive_policy: Option<Value<Json>>,
    /// For cross-region subscriptions, the region in which the topic resides.
    ///
    /// Update requires: replacement under some conditions.
    pub region: Option<Value<String>>,
    /// Specifies whether Amazon resends the notification to the subscription when a message's attribute
    /// changes.
    pub replay_policy: Option<Value<Json>>,
    /// This property applies only to Amazon Data Firehose delivery stream subscriptions. Specify the ARN of
    /// the IAM role that has the following:
    pub subscription_role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// The ARN of the topic to subscribe to.
    ///
    /// Update requires: replacement.
    pub topic_arn: Value<Arn<kind::sns::Topic>>,
}

impl Subscription {
    /// With the required properties only.
    pub fn new(
        protocol: impl Into<Value<String>>,
        topic_arn: impl Into<Value<Arn<kind::sns::Topic>>>,
    ) -> Self {
        Self {
            delivery_policy: None,
            endpoint: None,
            filter_policy: None,
            filter_policy_scope: None,
            protocol: protocol.into(),
            raw_message_delivery: None,
            redrive_policy: None,
            region: None,
            replay_policy: None,
            subscription_role_arn: None,
            topic_arn: topic_arn.into(),
        }
    }
}

impl ToJson for Subscription {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DeliveryPolicy", self.delivery_policy.as_ref());
        object.optional("Endpoint", self.endpoint.as_ref());
        object.optional("FilterPolicy", self.filter_policy.as_ref());
        object.optional("FilterPolicyScope", self.filter_policy_scope.as_ref());
        object.required("Protocol", &self.protocol);
        object.optional("RawMessageDelivery", self.raw_message_delivery.as_ref());
        object.optional("RedrivePolicy", self.redrive_policy.as_ref());
        object.optional("Region", self.region.as_ref());
        object.optional("ReplayPolicy", self.replay_policy.as_ref());
        object.optional("SubscriptionRoleArn", self.subscription_role_arn.as_ref());
        object.required("TopicArn", &self.topic_arn);
        object.finish()
    }
}

impl resource::Resource for Subscription {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::sns::Subscription;
    type Reference = Arn<kind::sns::Subscription>;
}

impl Handle<Subscription> {
    /// Returns the ARN of the subscription created by the `AWS::SNS::Subscription` resource.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::sns::Subscription>> {
        self.attribute("Arn")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SNS::Subscription",
    properties: &SUBSCRIPTION,
    create_only: &["Endpoint", "Protocol", "TopicArn"],
    conditional_create_only: &["Region"],
    read_only: &["Arn"],
    write_only: &["Region"],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static SUBSCRIPTION: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("DeliveryPolicy", Shape::Json),
        Property::optional("Endpoint", Shape::TEXT),
        Property::optional("FilterPolicy", Shape::Json),
        Property::optional("FilterPolicyScope", Shape::TEXT),
        Property::required("Protocol", Shape::TEXT),
        Property::optional("RawMessageDelivery", Shape::Boolean),
        Property::optional("RedrivePolicy", Shape::Json),
        Property::optional("Region", Shape::TEXT),
        Property::optional("ReplayPolicy", Shape::Json),
        Property::optional("SubscriptionRoleArn", Shape::TEXT),
        Property::required("TopicArn", Shape::TEXT),
    ],
    constraints: &[],
};
