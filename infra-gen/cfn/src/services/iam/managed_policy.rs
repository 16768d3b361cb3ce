//! `AWS::IAM::ManagedPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new managed policy for your AWS account.
///
/// `AWS::IAM::ManagedPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct ManagedPolicy {
    /// A friendly description of the policy.
    ///
    /// Update requires: replacement. Length: at most 1000.
    pub description: Option<Value<String>>,
    /// The name (friendly name, not ARN) of the group to attach the policy to.
    pub groups: Option<Value<List<Id<kind::iam::Group>>>>,
    /// The friendly name of the policy.
    ///
    /// Update requires: replacement.
    pub managed_policy_name: Option<Value<String>>,
    /// The path for the policy.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^((/[A-Za-z0-9\.,\+@=_-]+)*)/$`.
    pub path: Option<Value<String>>,
    /// The JSON policy document that you want to use as the content for the new policy.
    pub policy_document: Value<PolicyDocument>,
    /// The name (friendly name, not ARN) of the role to attach the policy to.
    pub roles: Option<Value<List<Id<kind::iam::Role>>>>,
    /// The name (friendly name, not ARN) of the IAM user to attach the policy to.
    pub users: Option<Value<List<Id<kind::iam::User>>>>,
}

impl ManagedPolicy {
    /// With the required properties only.
    pub fn new(policy_document: impl Into<Value<PolicyDocument>>) -> Self {
        Self {
            description: None,
            groups: None,
            managed_policy_name: None,
            path: None,
            policy_document: policy_document.into(),
            roles: None,
            users: None,
        }
    }
}

impl ToJson for ManagedPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional("Groups", self.groups.as_ref());
        object.optional("ManagedPolicyName", self.managed_policy_name.as_ref());
        object.optional("Path", self.path.as_ref());
        object.required("PolicyDocument", &self.policy_document);
        object.optional("Roles", self.roles.as_ref());
        object.optional("Users", self.users.as_ref());
        object.finish()
    }
}

impl resource::Resource for ManagedPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::ManagedPolicy;
    type Reference = Arn<kind::iam::ManagedPolicy>;
}

impl Handle<ManagedPolicy> {
    /// The number of principal entities (users, groups, and roles) that the policy is attached to.
    ///
    /// `Fn::GetAtt` of `AttachmentCount`.
    pub fn attachment_count(&self) -> Value<i64> {
        self.attribute("AttachmentCount")
    }

    /// The date and time, in [ISO 8601 date-time
    /// format](https://docs.aws.amazon.com/http://www.iso.org/iso/iso8601), when the policy was created.
    ///
    /// `Fn::GetAtt` of `CreateDate`.
    pub fn create_date(&self) -> Value<String> {
        self.attribute("CreateDate")
    }

    /// The identifier for the version of the policy that is set as the default (operative) version.
    ///
    /// `Fn::GetAtt` of `DefaultVersionId`.
    pub fn default_version_id(&self) -> Value<String> {
        self.attribute("DefaultVersionId")
    }

    /// Specifies whether the policy can be attached to an IAM user, group, or role.
    ///
    /// `Fn::GetAtt` of `IsAttachable`.
    pub fn is_attachable(&self) -> Value<bool> {
        self.attribute("IsAttachable")
    }

    /// The number of entities (users and roles) for which the policy is used as the permissions boundary.
    ///
    /// `Fn::GetAtt` of `PermissionsBoundaryUsageCount`.
    pub fn permissions_boundary_usage_count(&self) -> Value<i64> {
        self.attribute("PermissionsBoundaryUsageCount")
    }

    /// The Amazon Resource Name (ARN) of the managed policy that you want information about.
    ///
    /// `Fn::GetAtt` of `PolicyArn`.
    pub fn policy_arn(&self) -> Value<Arn<kind::iam::ManagedPolicy>> {
        self.attribute("PolicyArn")
    }

    /// The stable and unique string identifying the policy.
    ///
    /// `Fn::GetAtt` of `PolicyId`.
    pub fn policy_id(&self) -> Value<String> {
        self.attribute("PolicyId")
    }

    /// The date and time, in [ISO 8601 date-time
    /// format](https://docs.aws.amazon.com/http://www.iso.org/iso/iso8601), when the policy was last updated.
    ///
    /// `Fn::GetAtt` of `UpdateDate`.
    pub fn update_date(&self) -> Value<String> {
        self.attribute("UpdateDate")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::ManagedPolicy",
    properties: &MANAGED_POLICY,
    create_only: &["Description", "ManagedPolicyName", "Path"],
    conditional_create_only: &[],
    read_only: &[
        "AttachmentCount",
        "CreateDate",
        "DefaultVersionId",
        "IsAttachable",
        "PermissionsBoundaryUsageCount",
        "PolicyArn",
        "PolicyId",
        "UpdateDate",
    ],
    write_only: &[],
    primary_identifier: &["PolicyArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("AttachmentCount"),
        Attribute::scalar("CreateDate"),
        Attribute::scalar("DefaultVersionId"),
        Attribute::scalar("IsAttachable"),
        Attribute::scalar("PermissionsBoundaryUsageCount"),
        Attribute::scalar("PolicyArn"),
        Attribute::scalar("PolicyId"),
        Attribute::scalar("UpdateDate"),
    ],
    stateful: false,
};

static MANAGED_POLICY: Object = Object {
    properties: &[
        Property::optional("AttachmentCount", Shape::Json),
        Property::optional("CreateDate", Shape::Json),
        Property::optional("DefaultVersionId", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(1000)),
        Property::optional("Groups", Shape::list(&Shape::TEXT).unique()),
        Property::optional("IsAttachable", Shape::Json),
        Property::optional("ManagedPolicyName", Shape::TEXT),
        Property::optional(
            "Path",
            Shape::TEXT
                .pattern(r"^((/[A-Za-z0-9\.,\+@=_-]+)*)/$")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("PermissionsBoundaryUsageCount", Shape::Json),
        Property::optional("PolicyArn", Shape::Json),
        Property::required("PolicyDocument", Shape::Json),
        Property::optional("PolicyId", Shape::Json),
        Property::optional("Roles", Shape::list(&Shape::TEXT).unique()),
        Property::optional("UpdateDate", Shape::Json),
        Property::optional("Users", Shape::list(&Shape::TEXT).unique()),
    ],
    constraints: &[],
};
