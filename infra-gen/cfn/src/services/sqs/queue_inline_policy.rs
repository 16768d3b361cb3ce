//! `AWS::SQS::QueueInlinePolicy`. Generated; see `generator/`.

use crate::{
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::SQS::QueueInlinePolicy` resource associates one Amazon SQS queue with one policy.
///
/// `AWS::SQS::QueueInlinePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueInlinePolicy {
    /// A policy document that contains the permissions for the specified Amazon SQS queues. For more
    /// information about Amazon SQS policies, see [Using custom policies with the Amazon SQS access policy
    /// language](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html)
    /// in the *Amazon SQS Developer Guide*.
    pub policy_document: Value<PolicyDocument>,
    /// The URLs of the queues to which you want to add the policy. You can use the
    /// `[Ref](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html)`
    /// function to specify an
    /// `[AWS::SQS::Queue](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-sqs-queues.html)`
    /// resource.
    ///
    /// Update requires: replacement.
    pub queue: Value<Id<kind::sqs::Queue>>,
}

impl QueueInlinePolicy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<PolicyDocument>>,
        queue: impl Into<Value<Id<kind::sqs::Queue>>>,
    ) -> Self {
        Self {
            policy_document: policy_document.into(),
            queue: queue.into(),
        }
    }
}

impl ToJson for QueueInlinePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.required("Queue", &self.queue);
        object.finish()
    }
}

impl resource::Resource for QueueInlinePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::sqs::QueueInlinePolicy;
    type Reference = Id<kind::sqs::QueueInlinePolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SQS::QueueInlinePolicy",
    properties: &QUEUE_INLINE_POLICY,
    create_only: &["Queue"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["Queue"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static QUEUE_INLINE_POLICY: Object = Object {
    properties: &[
        Property::required("PolicyDocument", Shape::Json),
        Property::required("Queue", Shape::TEXT),
    ],
    constraints: &[],
};
