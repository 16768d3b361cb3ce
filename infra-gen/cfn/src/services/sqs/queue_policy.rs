//! `AWS::SQS::QueuePolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SQS::QueuePolicy` type applies a policy to Amazon SQS queues. For an example snippet, see
/// [Declaring an Amazon SQS
/// policy](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/quickref-iam.html#scenario-sqs-policy)
/// in the *CloudFormation User Guide*.
///
/// `AWS::SQS::QueuePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct QueuePolicy {
    /// A policy document that contains the permissions for the specified Amazon SQS queues. For more
    /// information about Amazon SQS policies, see [Using custom policies with the Amazon SQS access policy
    /// language](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html)
    /// in the *Amazon SQS Developer Guide*.
    pub policy_document: Value<PolicyDocument>,
    /// The URLs of the queues to which you want to add the policy. You can use the
    /// `[Ref](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html)`
    /// function to specify an
    /// `[AWS::SQS::Queue](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queue.html)`
    /// resource.
    pub queues: Value<List<Id<kind::sqs::Queue>>>,
}

impl QueuePolicy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<PolicyDocument>>,
        queues: impl Into<Value<List<Id<kind::sqs::Queue>>>>,
    ) -> Self {
        Self {
            policy_document: policy_document.into(),
            queues: queues.into(),
        }
    }
}

impl ToJson for QueuePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.required("Queues", &self.queues);
        object.finish()
    }
}

impl resource::Resource for QueuePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::sqs::QueuePolicy;
    type Reference = Id<kind::sqs::QueuePolicy>;
}

impl Handle<QueuePolicy> {
    /// The provider-assigned unique ID for this managed resource.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::sqs::QueuePolicy>> {
        self.attribute("Id")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SQS::QueuePolicy",
    properties: &QUEUE_POLICY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static QUEUE_POLICY: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::required("PolicyDocument", Shape::Json),
        Property::required("Queues", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};
