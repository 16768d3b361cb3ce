//! `AWS::IAM::Role`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    names::RoleName,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new role for your AWS account.
///
/// `AWS::IAM::Role`.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// The trust policy that is associated with this role. Trust policies define which entities can assume
    /// the role. You can associate only one trust policy with a role. For an example of a policy that can be
    /// used to assume a role, see [Template
    /// Examples](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-role.html#aws-resource-iam-role--examples).
    /// For more information about the elements that you can use in an IAM policy, see [IAM Policy Elements
    /// Reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html) in the
    /// *IAM User Guide*.
    pub assume_role_policy_document: Value<PolicyDocument>,
    /// A description of the role that you provide.
    ///
    /// Length: at most 1000. Pattern: `^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*$`.
    pub description: Option<Value<String>>,
    /// A list of Amazon Resource Names (ARNs) of the IAM managed policies that you want to attach to the
    /// role.
    pub managed_policy_arns: Option<Value<List<Arn<kind::iam::ManagedPolicy>>>>,
    /// The maximum session duration (in seconds) that you want to set for the specified role. If you do not
    /// specify a value for this setting, the default value of one hour is applied. This setting can have a
    /// value from 1 hour to 12 hours.
    ///
    /// Range: 3600 to 43200.
    pub max_session_duration: Option<Value<i64>>,
    /// The path to the role. For more information about paths, see [IAM
    /// Identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_Identifiers.html) in the *IAM User
    /// Guide*.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^(\u002F)|(\u002F[\u0021-\u007E]+\u002F)$`.
    pub path: Option<Value<String>>,
    /// The ARN of the policy used to set the permissions boundary for the role.
    ///
    /// Length: 20 to 2048.
    pub permissions_boundary: Option<Value<Arn<kind::iam::ManagedPolicy>>>,
    /// Adds or updates an inline policy document that is embedded in the specified IAM role.
    pub policies: Option<Value<List<Policy>>>,
    /// A name for the IAM role, up to 64 characters in length. For valid values, see the `RoleName` parameter
    /// for the [`CreateRole`](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html) action
    /// in the *IAM User Guide*.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[\w+=,.@-]+$`.
    pub role_name: Option<Value<RoleName>>,
    /// A list of tags that are attached to the role. For more information about tagging, see [Tagging IAM
    /// resources](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html) in the *IAM User Guide*.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl Role {
    /// With the required properties only.
    pub fn new(assume_role_policy_document: impl Into<Value<PolicyDocument>>) -> Self {
        Self {
            assume_role_policy_document: assume_role_policy_document.into(),
            description: None,
            managed_policy_arns: None,
            max_session_duration: None,
            path: None,
            permissions_boundary: None,
            policies: None,
            role_name: None,
            tags: None,
        }
    }
}

impl ToJson for Role {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AssumeRolePolicyDocument", &self.assume_role_policy_document);
        object.optional("Description", self.description.as_ref());
        object.optional("ManagedPolicyArns", self.managed_policy_arns.as_ref());
        object.optional("MaxSessionDuration", self.max_session_duration.as_ref());
        object.optional("Path", self.path.as_ref());
        object.optional("PermissionsBoundary", self.permissions_boundary.as_ref());
        object.optional("Policies", self.policies.as_ref());
        object.optional("RoleName", self.role_name.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Role {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::Role;
    type Reference = Id<kind::iam::Role>;
}

impl Handle<Role> {
    /// Returns the Amazon Resource Name (ARN) for the role. For example:
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::iam::Role>> {
        self.attribute("Arn")
    }

    /// Returns the stable and unique string identifying the role. For example, `AIDAJQABLZS4A3QDU576Q`.
    ///
    /// `Fn::GetAtt` of `RoleId`.
    pub fn role_id(&self) -> Value<String> {
        self.attribute("RoleId")
    }
}

/// Contains information about an attached policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// The entire contents of the policy that defines permissions. For more information, see [Overview of
    /// JSON
    /// policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policies-json).
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
    type_name: "AWS::IAM::Role",
    properties: &ROLE,
    create_only: &["Path", "RoleName"],
    conditional_create_only: &[],
    read_only: &["Arn", "RoleId"],
    write_only: &[],
    primary_identifier: &["RoleName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("RoleId")],
    stateful: false,
};

static POLICY: Object = Object {
    properties: &[
        Property::required("PolicyDocument", Shape::Json),
        Property::required("PolicyName", Shape::TEXT),
    ],
    constraints: &[],
};

static ROLE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required("AssumeRolePolicyDocument", Shape::Json),
        Property::optional(
            "Description",
            Shape::TEXT
                .pattern(r"^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*$")
                .max_length(1000),
        ),
        Property::optional(
            "ManagedPolicyArns",
            Shape::list(&Shape::TEXT.pattern(PATTERN_1)).unique(),
        ),
        Property::optional("MaxSessionDuration", Shape::INTEGER.min(3600.0).max(43200.0)),
        Property::optional(
            "Path",
            Shape::TEXT
                .pattern(r"^(\u002F)|(\u002F[\u0021-\u007E]+\u002F)$")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("PermissionsBoundary", Shape::TEXT.min_length(20).max_length(2048)),
        Property::optional("Policies", Shape::list(&Shape::Object(&POLICY))),
        Property::optional("RoleId", Shape::Json),
        Property::optional(
            "RoleName",
            Shape::TEXT.pattern(r"^[\w+=,.@-]+$").min_length(1).max_length(64),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50)),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"arn:(aws[a-zA-Z-]*)?:iam::(\d{12}|aws):policy/[a-zA-Z_0-9+=,.@\-_/]+";
