//! What follows from a template: whether it can be sent as it is, what must be acknowledged, what transforms it,
//! which resource waits for which.

use std::{collections::BTreeSet, fmt};

use super::{ResourceBlock, Template};
use crate::value::Json;

/// The largest template that is sent with the request itself; a larger one goes through a bucket.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
const INLINE_BYTES: usize = 51_200;

impl Template {
    /// Whether the minified template fits into the request; a larger one has to be uploaded first.
    pub fn fits_inline(&self) -> bool {
        self.to_json_minified().len() <= INLINE_BYTES
    }

    /// What the caller has to acknowledge to deploy this template.
    pub fn capabilities(&self) -> BTreeSet<Capability> {
        let mut capabilities = BTreeSet::new();
        for resource in self.resources.values() {
            let Some((_, name)) = IAM_TYPES
                .iter()
                .find(|(type_name, _)| *type_name == resource.type_name)
            else {
                continue;
            };
            capabilities.insert(Capability::Iam);
            if name.is_some_and(|name| resource.properties.contains_key(name)) {
                capabilities.insert(Capability::NamedIam);
            }
        }
        if self.has_macros() {
            capabilities.insert(Capability::AutoExpand);
        }
        capabilities
    }

    /// The transforms that the whole template goes through.
    pub(crate) fn transforms(&self) -> &[Json] {
        match self.other.get("Transform") {
            Some(Json::Array(transforms)) => transforms.as_slice(),
            Some(transform) => std::slice::from_ref(transform),
            None => &[],
        }
    }

    /// Whether somebody's macro rewrites the resources, so that what stands here may be in its own language. AWS's
    /// transforms add resources and leave those of other types alone.
    pub(crate) fn is_rewritten(&self) -> bool {
        let is_theirs = |name: &Json| !name.as_str().is_some_and(|name| name.starts_with("AWS::"));
        self.transforms().iter().any(is_theirs)
    }

    /// Whether something else than what stands here will be deployed: macros write the rest of the template.
    pub(crate) fn has_macros(&self) -> bool {
        self.other.contains_key("Transform") || !self.resource_macros.is_empty()
    }
}

impl ResourceBlock {
    /// Whether CloudFormation takes a snapshot before it removes the resource, where no `DeletionPolicy` is given. Clusters
    /// of `AWS::Neptune` and `AWS::DocDB` can be snapshotted, and are not by default.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html>
    pub fn snapshots_by_default(&self) -> bool {
        match self.type_name.as_str() {
            "AWS::RDS::DBCluster" => true,
            "AWS::RDS::DBInstance" => !self.properties.contains_key("DBClusterIdentifier"),
            _ => false,
        }
    }

    /// The resources that it waits for without referring to them.
    pub(crate) fn depends_on(&self) -> impl Iterator<Item = &str> {
        let names = match self.attributes.get("DependsOn") {
            Some(Json::Array(names)) => names.as_slice(),
            Some(name) => std::slice::from_ref(name),
            None => &[],
        };
        names.iter().filter_map(Json::as_str)
    }
}

/// The types that want an acknowledgement, and the property that gives the resource a name of its own.
const IAM_TYPES: [(&str, Option<&str>); 8] = [
    ("AWS::IAM::AccessKey", None),
    ("AWS::IAM::Group", Some("GroupName")),
    ("AWS::IAM::InstanceProfile", Some("InstanceProfileName")),
    ("AWS::IAM::ManagedPolicy", Some("ManagedPolicyName")),
    ("AWS::IAM::Policy", None),
    ("AWS::IAM::Role", Some("RoleName")),
    ("AWS::IAM::User", Some("UserName")),
    ("AWS::IAM::UserToGroupAddition", None),
];

/// Something that a template does only once its deployer has acknowledged it.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
    /// It has IAM resources.
    Iam,
    /// It has IAM resources with names of their own; this acknowledges [`Capability::Iam`], too.
    NamedIam,
    /// It has macros.
    AutoExpand,
}

impl Capability {
    /// The name in the service's API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Iam => "CAPABILITY_IAM",
            Self::NamedIam => "CAPABILITY_NAMED_IAM",
            Self::AutoExpand => "CAPABILITY_AUTO_EXPAND",
        }
    }
}

impl fmt::Display for Capability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
