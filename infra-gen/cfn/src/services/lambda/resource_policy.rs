//! `AWS::Lambda::ResourcePolicy`. Generated; see `generator/`.

use crate::{
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Use the `AWS::Lambda::ResourcePolicy` resource to attach a resource-based policy to a LAM resource. A
/// resource-based policy applies to a single LAM resource, for example, a function, function version, or
/// function alias. To learn more about using resource-based policies with LAM, see [Working with
/// resource-based policies
/// in](https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html) in the *Developer
/// Guide*.
///
/// `AWS::Lambda::ResourcePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourcePolicy {
    /// The policy document you want to add to your LAM resource. This is formatted as a JSON string. For more
    /// information, see [Working with resource-based policies
    /// in](https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html) in the *Developer
    /// Guide*.
    pub policy_document: Value<PolicyDocument>,
    /// `ResourceArn`.
    ///
    /// Update requires: replacement. Length: 12 to 1024.
    pub resource_arn: Value<String>,
}

impl ResourcePolicy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<PolicyDocument>>,
        resource_arn: impl Into<Value<String>>,
    ) -> Self {
        Self {
            policy_document: policy_document.into(),
            resource_arn: resource_arn.into(),
        }
    }
}

impl ToJson for ResourcePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.required("ResourceArn", &self.resource_arn);
        object.finish()
    }
}

impl resource::Resource for ResourcePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::ResourcePolicy;
    type Reference = Id<kind::lambda::ResourcePolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::ResourcePolicy",
    properties: &RESOURCE_POLICY,
    create_only: &["ResourceArn"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["ResourceArn"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static RESOURCE_POLICY: Object = Object {
    properties: &[
        Property::required("PolicyDocument", Shape::Json),
        Property::required(
            "ResourceArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(12).max_length(1024),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:(runtime/|function:)[a-zA-Z0-9-_]+(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_])+)?$";
