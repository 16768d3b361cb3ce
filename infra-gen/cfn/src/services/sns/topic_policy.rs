//! `AWS::SNS::TopicPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SNS::TopicPolicy` resource associates Amazon topics with a policy. For an example snippet, see
/// [Declaring an Amazon
/// policy](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/quickref-iam.html#scenario-sns-policy)
/// in the *CloudFormation User Guide*.
///
/// `AWS::SNS::TopicPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicPolicy {
    /// A policy document that contains permissions to add to the specified SNS topics.
    pub policy_document: Value<PolicyDocument>,
    /// The Amazon Resource Names (ARN) of the topics to which you want to add the policy. You can use the
    /// `[Ref](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html)`
    /// function to specify an
    /// `[AWS::SNS::Topic](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sns-topic.html)`
    /// resource.
    pub topics: Value<List<Arn<kind::sns::Topic>>>,
}

impl TopicPolicy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<PolicyDocument>>,
        topics: impl Into<Value<List<Arn<kind::sns::Topic>>>>,
    ) -> Self {
        Self {
            policy_document: policy_document.into(),
            topics: topics.into(),
        }
    }
}

impl ToJson for TopicPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.required("Topics", &self.topics);
        object.finish()
    }
}

impl resource::Resource for TopicPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::sns::TopicPolicy;
    type Reference = Id<kind::sns::TopicPolicy>;
}

impl Handle<TopicPolicy> {
    /// The provider-assigned unique ID for this managed resource.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::sns::TopicPolicy>> {
        self.attribute("Id")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SNS::TopicPolicy",
    properties: &TOPIC_POLICY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static TOPIC_POLICY: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::required("PolicyDocument", Shape::Json),
        Property::required("Topics", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};
