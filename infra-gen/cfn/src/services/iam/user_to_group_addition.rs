//! `AWS::IAM::UserToGroupAddition`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Adds the specified user to the specified group.
///
/// `AWS::IAM::UserToGroupAddition`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserToGroupAddition {
    /// The name of the group to update.
    pub group_name: Value<Id<kind::iam::Group>>,
    /// A list of the names of the users that you want to add to the group.
    pub users: Value<List<Id<kind::iam::User>>>,
}

impl UserToGroupAddition {
    /// With the required properties only.
    pub fn new(
        group_name: impl Into<Value<Id<kind::iam::Group>>>,
        users: impl Into<Value<List<Id<kind::iam::User>>>>,
    ) -> Self {
        Self {
            group_name: group_name.into(),
            users: users.into(),
        }
    }
}

impl ToJson for UserToGroupAddition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("GroupName", &self.group_name);
        object.required("Users", &self.users);
        object.finish()
    }
}

impl resource::Resource for UserToGroupAddition {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::UserToGroupAddition;
    type Reference = Id<kind::iam::UserToGroupAddition>;
}

impl Handle<UserToGroupAddition> {
    /// The stable and unique string identifying the group. For more information about IDs, see [IAM
    /// identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_Identifiers.html) in the *IAM User
    /// Guide*.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::iam::UserToGroupAddition>> {
        self.attribute("Id")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::UserToGroupAddition",
    properties: &USER_TO_GROUP_ADDITION,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static USER_TO_GROUP_ADDITION: Object = Object {
    properties: &[
        Property::required("GroupName", Shape::TEXT),
        Property::optional("Id", Shape::Json),
        Property::required("Users", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};
