//! `AWS::IAM::Group`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new group.
///
/// `AWS::IAM::Group`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// The name of the group to create. Do not include the path in this value.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+=,.@-]+$`.
    pub group_name: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of the IAM policy you want to attach.
    ///
    /// Items: at most 20.
    pub managed_policy_arns: Option<Value<List<Arn<kind::iam::ManagedPolicy>>>>,
    /// The path to the group. For more information about paths, see [IAM
    /// identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_Identifiers.html) in the *IAM User
    /// Guide*.
    ///
    /// Length: 1 to 512. Pattern: `^(\u002F)|(\u002F[\u0021-\u007E]+\u002F)$`.
    pub path: Option<Value<String>>,
    /// Adds or updates an inline policy document that is embedded in the specified IAM group. To view
    /// AWS::IAM::Group snippets, see [Declaring an IAM Group
    /// Resource](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/quickref-iam.html#scenario-iam-group).
    pub policies: Option<Value<List<Policy>>>,
}

impl Group {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Group {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("GroupName", self.group_name.as_ref());
        object.optional("ManagedPolicyArns", self.managed_policy_arns.as_ref());
        object.optional("Path", self.path.as_ref());
        object.optional("Policies", self.policies.as_ref());
        object.finish()
    }
}

impl resource::Resource for Group {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::Group;
    type Reference = Id<kind::iam::Group>;
}

impl Handle<Group> {
    /// Returns the Amazon Resource Name (ARN) for the specified `AWS::IAM::Group` resource. For example:
    /// `arn:aws:iam::123456789012:group/mystack-mygroup-1DZETITOWEKVO`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::iam::Group>> {
        self.attribute("Arn")
    }
}

/// Contains information about an attached policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// The policy document.
    pub policy_document: Value<PolicyDocument>,
    /// The friendly name (not ARN) identifying the policy.
    pub policy_name: Value<String>,
}

impl Policy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<PolicyDocument>>,
        policy_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            policy_document: policy_document.into(),
            policy_name: policy_name.into(),
        }
    }
}

impl ToJson for Policy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.required("PolicyName", &self.policy_name);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::Group",
    properties: &GROUP,
    create_only: &["GroupName"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["GroupName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static GROUP: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "GroupName",
            Shape::TEXT
                .pattern(r"^[\w+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional(
            "ManagedPolicyArns",
            Shape::list(&Shape::TEXT.pattern(PATTERN_1))
                .max_length(20)
                .unique(),
        ),
        Property::optional(
            "Path",
            Shape::TEXT
                .pattern(r"^(\u002F)|(\u002F[\u0021-\u007E]+\u002F)$")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("Policies", Shape::list(&Shape::Object(&POLICY))),
    ],
    constraints: &[],
};

static POLICY: Object = Object {
    properties: &[
        Property::required("PolicyDocument", Shape::Json),
        Property::required("PolicyName", Shape::TEXT),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"arn:(aws[a-zA-Z-]*)?:iam::(\d{12}|aws):policy/[a-zA-Z_0-9+=,.@\-_/]+";
