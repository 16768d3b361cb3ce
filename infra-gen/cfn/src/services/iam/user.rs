//! `AWS::IAM::User`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new IAM user for your AWS account.
///
/// `AWS::IAM::User`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct User {
    /// A list of group names to which you want to add the user.
    ///
    /// Items: at most 10.
    pub groups: Option<Value<List<Id<kind::iam::Group>>>>,
    /// Creates a password for the specified IAM user. A password allows an IAM user to access AWS services
    /// through the AWS Management Console.
    pub login_profile: Option<Value<LoginProfile>>,
    /// A list of Amazon Resource Names (ARNs) of the IAM managed policies that you want to attach to the
    /// user.
    ///
    /// Items: at most 20.
    pub managed_policy_arns: Option<Value<List<Arn<kind::iam::ManagedPolicy>>>>,
    /// The path for the user name. For more information about paths, see [IAM
    /// identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_Identifiers.html) in the *IAM User
    /// Guide*.
    ///
    /// Length: 1 to 512. Pattern: `^(\u002F)|(\u002F[\u0021-\u007E]+\u002F)$`.
    pub path: Option<Value<String>>,
    /// The ARN of the managed policy that is used to set the permissions boundary for the user.
    ///
    /// Length: 20 to 2048.
    pub permissions_boundary: Option<Value<Arn<kind::iam::ManagedPolicy>>>,
    /// Adds or updates an inline policy document that is embedded in the specified IAM user. To view
    /// AWS::IAM::User snippets, see [Declaring an IAM User
    /// Resource](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/quickref-iam.html#scenario-iam-user).
    pub policies: Option<Value<List<Policy>>>,
    /// A list of tags that you want to attach to the new user. Each tag consists of a key name and an
    /// associated value. For more information about tagging, see [Tagging IAM
    /// resources](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html) in the *IAM User Guide*.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
    /// The name of the user to create. Do not include the path in this value.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[\w+=,.@-]+$`.
    pub user_name: Option<Value<String>>,
}

impl User {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for User {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Groups", self.groups.as_ref());
        object.optional("LoginProfile", self.login_profile.as_ref());
        object.optional("ManagedPolicyArns", self.managed_policy_arns.as_ref());
        object.optional("Path", self.path.as_ref());
        object.optional("PermissionsBoundary", self.permissions_boundary.as_ref());
        object.optional("Policies", self.policies.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("UserName", self.user_name.as_ref());
        object.finish()
    }
}

impl resource::Resource for User {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::User;
    type Reference = Id<kind::iam::User>;
}

impl Handle<User> {
    /// Returns the Amazon Resource Name (ARN) for the specified `AWS::IAM::User` resource. For example:
    /// `arn:aws:iam::123456789012:user/mystack-myuser-1CCXAFG2H2U4D`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::iam::User>> {
        self.attribute("Arn")
    }
}

/// Creates a password for the specified user, giving the user the ability to access AWS services through the
/// AWS Management Console. For more information about managing passwords, see [Managing
/// Passwords](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_ManagingLogins.html) in the *IAM User
/// Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct LoginProfile {
    /// The user's password.
    pub password: Value<String>,
    /// Specifies whether the user is required to set a new password on next sign-in.
    pub password_reset_required: Option<Value<bool>>,
}

impl LoginProfile {
    /// With the required properties only.
    pub fn new(password: impl Into<Value<String>>) -> Self {
        Self {
            password: password.into(),
            password_reset_required: None,
        }
    }
}

impl ToJson for LoginProfile {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Password", &self.password);
        object.optional("PasswordResetRequired", self.password_reset_required.as_ref());
        object.finish()
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
    type_name: "AWS::IAM::User",
    properties: &USER,
    create_only: &["UserName"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &["LoginProfile.Password"],
    primary_identifier: &["UserName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static LOGIN_PROFILE: Object = Object {
    properties: &[
        Property::required("Password", Shape::TEXT),
        Property::optional("PasswordResetRequired", Shape::Boolean),
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

static USER: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Groups", Shape::list(&Shape::TEXT).max_length(10)),
        Property::optional("LoginProfile", Shape::Object(&LOGIN_PROFILE)),
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
        Property::optional("PermissionsBoundary", Shape::TEXT.min_length(20).max_length(2048)),
        Property::optional("Policies", Shape::list(&Shape::Object(&POLICY))),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50)),
        Property::optional(
            "UserName",
            Shape::TEXT.pattern(r"^[\w+=,.@-]+$").min_length(1).max_length(64),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"arn:(aws[a-zA-Z-]*)?:iam::(\d{12}|aws):policy/[a-zA-Z_0-9+=,.@\-_/]+";
