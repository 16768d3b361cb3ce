//! `AWS::SNS::TopicInlinePolicy`. Generated; see `generator/`.

use crate::{
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::SNS::TopicInlinePolicy` resource associates one Amazon topic with one policy.
///
/// `AWS::SNS::TopicInlinePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicInlinePolicy {
    /// A policy document that contains permissions to add to the specified Amazon topic.
    pub policy_document: Value<PolicyDocument>,
    /// The Amazon Resource Name (ARN) of the topic to which you want to add the policy.
    ///
    /// Update requires: replacement.
    pub topic_arn: Value<Arn<kind::sns::Topic>>,
}

impl TopicInlinePolicy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<PolicyDocument>>,
        topic_arn: impl Into<Value<Arn<kind::sns::Topic>>>,
    ) -> Self {
        Self {
            policy_document: policy_document.into(),
            topic_arn: topic_arn.into(),
        }
    }
}

impl ToJson for TopicInlinePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.required("TopicArn", &self.topic_arn);
        object.finish()
    }
}

impl resource::Resource for TopicInlinePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::sns::TopicInlinePolicy;
    type Reference = Id<kind::sns::TopicInlinePolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SNS::TopicInlinePolicy",
    properties: &TOPIC_INLINE_POLICY,
    create_only: &["TopicArn"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["TopicArn"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static TOPIC_INLINE_POLICY: Object = Object {
    properties: &[
        Property::required("PolicyDocument", Shape::Json),
        Property::required("TopicArn", Shape::TEXT),
    ],
    constraints: &[],
};
