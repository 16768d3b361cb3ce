//! `AWS::IAM::Policy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Adds or updates an inline policy document that is embedded in the specified IAM group, user or role.
///
/// `AWS::IAM::Policy`.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// The name of the group to associate the policy with.
    pub groups: Option<Value<List<Id<kind::iam::Group>>>>,
    /// The policy document.
    pub policy_document: Value<PolicyDocument>,
    /// The name of the policy document.
    ///
    /// Length: 1 to 128. Pattern: `^[\w+=,.@-]+$`.
    pub policy_name: Value<String>,
    /// The name of the role to associate the policy with.
    pub roles: Option<Value<List<Id<kind::iam::Role>>>>,
    /// The name of the user to associate the policy with.
    pub users: Option<Value<List<Id<kind::iam::User>>>>,
}

impl Policy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<PolicyDocument>>,
        policy_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            groups: None,
            policy_document: policy_document.into(),
            policy_name: policy_name.into(),
            roles: None,
            users: None,
        }
    }
}

impl ToJson for Policy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Groups", self.groups.as_ref());
        object.required("PolicyDocument", &self.policy_document);
        object.required("PolicyName", &self.policy_name);
        object.optional("Roles", self.roles.as_ref());
        object.optional("Users", self.users.as_ref());
        object.finish()
    }
}

impl resource::Resource for Policy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::Policy;
    type Reference = Id<kind::iam::Policy>;
}

impl Handle<Policy> {
    /// The stable and unique string identifying the policy.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::iam::Policy>> {
        self.attribute("Id")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::Policy",
    properties: &POLICY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static POLICY: Object = Object {
    properties: &[
        Property::optional("Groups", Shape::list(&Shape::TEXT)),
        Property::optional("Id", Shape::Json),
        Property::required("PolicyDocument", Shape::Json),
        Property::required(
            "PolicyName",
            Shape::TEXT
                .pattern(r"^[\w+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("Roles", Shape::list(&Shape::TEXT)),
        Property::optional("Users", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[Constraint::AtLeastOne(&["Users", "Groups", "Roles"])],
};
