//! `AWS::IAM::InstanceProfile`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new instance profile. For information about instance profiles, see [Using instance
/// profiles](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html).
///
/// `AWS::IAM::InstanceProfile`.
#[derive(Debug, Clone, PartialEq)]
pub struct InstanceProfile {
    /// The name of the instance profile to create.
    ///
    /// Update requires: replacement. Length: at most 128. Pattern: `^([\w+=,.@-]+)?$`.
    pub instance_profile_name: Option<Value<String>>,
    /// The path to the instance profile. For more information about paths, see [IAM
    /// Identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_Identifiers.html) in the *IAM User
    /// Guide*.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^(\u002F)|(\u002F[\u0021-\u007E]+\u002F)$`.
    pub path: Option<Value<String>>,
    /// The name of the role to associate with the instance profile. Only one role can be assigned to an EC2
    /// instance at a time, and all applications on the instance share the same role and permissions.
    ///
    /// Items: at most 1.
    pub roles: Value<List<Id<kind::iam::Role>>>,
}

impl InstanceProfile {
    /// With the required properties only.
    pub fn new(roles: impl Into<Value<List<Id<kind::iam::Role>>>>) -> Self {
        Self {
            instance_profile_name: None,
            path: None,
            roles: roles.into(),
        }
    }
}

impl ToJson for InstanceProfile {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("InstanceProfileName", self.instance_profile_name.as_ref());
        object.optional("Path", self.path.as_ref());
        object.required("Roles", &self.roles);
        object.finish()
    }
}

impl resource::Resource for InstanceProfile {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::InstanceProfile;
    type Reference = Id<kind::iam::InstanceProfile>;
}

impl Handle<InstanceProfile> {
    /// Returns the Amazon Resource Name (ARN) for the instance profile. For example:
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::iam::InstanceProfile>> {
        self.attribute("Arn")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::InstanceProfile",
    properties: &INSTANCE_PROFILE,
    create_only: &["InstanceProfileName", "Path"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["InstanceProfileName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static INSTANCE_PROFILE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "InstanceProfileName",
            Shape::TEXT.pattern(r"^([\w+=,.@-]+)?$").max_length(128),
        ),
        Property::optional(
            "Path",
            Shape::TEXT
                .pattern(r"^(\u002F)|(\u002F[\u0021-\u007E]+\u002F)$")
                .min_length(1)
                .max_length(512),
        ),
        Property::required(
            "Roles",
            Shape::list(&Shape::TEXT.pattern(r"[a-zA-Z0-9+=,.@\-_]+"))
                .max_length(1)
                .unique(),
        ),
    ],
    constraints: &[],
};
