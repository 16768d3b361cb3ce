//! Facts about a template that deployments and checks need: size, capabilities, transforms, `DependsOn`.

use std::{collections::BTreeSet, fmt};

use super::{ResourceBlock, Template};
use crate::{limits::MAX_INLINE_TEMPLATE_BYTES, transforms::LANGUAGE_EXTENSIONS, value::Json};

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-serverless.html>
pub(crate) const SERVERLESS_TRANSFORM: &str = "AWS::Serverless-2016-10-31";

impl Template {
    /// Whether the minified template fits in the request. A larger template must be uploaded to a bucket.
    pub fn fits_inline(&self) -> bool {
        self.to_json_minified().len() <= MAX_INLINE_TEMPLATE_BYTES
    }

    /// The capabilities that the caller must acknowledge to deploy this template.
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
        if self.has_macros() || self.has_embedded_transforms() {
            capabilities.insert(Capability::AutoExpand);
        }
        capabilities
    }

    /// The transforms of the whole template.
    pub(crate) fn transforms(&self) -> &[Json] {
        match self.other.get("Transform") {
            Some(Json::Array(transforms)) => transforms.as_slice(),
            Some(transform) => std::slice::from_ref(transform),
            None => &[],
        }
    }

    /// Whether a custom macro rewrites the template, so that its resources may not follow the schemas. Transforms of AWS only
    /// rewrite resources of their own types.
    pub(crate) fn is_rewritten(&self) -> bool {
        let is_custom = |name: &Json| !name.as_str().is_some_and(|name| name.starts_with("AWS::"));
        self.transforms().iter().any(is_custom)
    }

    /// Whether the serverless transform (AWS SAM) rewrites the template.
    pub(crate) fn is_serverless(&self) -> bool {
        self.transforms().iter().any(|name| name == SERVERLESS_TRANSFORM)
    }

    /// Whether the template may have loops and the functions of `AWS::LanguageExtensions`.
    pub(crate) fn has_language_extensions(&self) -> bool {
        self.transforms().iter().any(|name| name == LANGUAGE_EXTENSIONS)
    }

    /// Whether the deployed template differs from this one, because a transform or macro rewrites it.
    pub(crate) fn has_macros(&self) -> bool {
        self.other.contains_key("Transform") || !self.resource_macros.is_empty()
    }

    /// Whether an `Fn::Transform` inside a block is replaced by the output of a macro.
    pub(crate) fn has_embedded_transforms(&self) -> bool {
        let sections = [
            &self.parameters,
            &self.mappings,
            &self.conditions,
            &self.outputs,
            &self.other,
        ];
        sections.into_iter().any(calls_transform)
            || self
                .resources
                .values()
                .any(|block| calls_transform(&block.properties) || calls_transform(&block.attributes))
    }
}

fn calls_transform(section: &serde_json::Map<String, Json>) -> bool {
    section
        .iter()
        .any(|(key, value)| key == "Fn::Transform" || contains_transform(value))
}

fn contains_transform(value: &Json) -> bool {
    match value {
        Json::Array(items) => items.iter().any(contains_transform),
        Json::Object(entries) => calls_transform(entries),
        _ => false,
    }
}

impl ResourceBlock {
    /// Whether CloudFormation takes a snapshot before it deletes a resource without a `DeletionPolicy`. Clusters of
    /// `AWS::Neptune` and `AWS::DocDB` support snapshots, but are not snapshotted by default.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html>
    pub fn snapshots_by_default(&self) -> bool {
        match self.type_name.as_str() {
            "AWS::RDS::DBCluster" => true,
            "AWS::RDS::DBInstance" => !self.properties.contains_key("DBClusterIdentifier"),
            _ => false,
        }
    }

    /// The resources in its `DependsOn`.
    pub(crate) fn depends_on(&self) -> impl Iterator<Item = &str> {
        let names = match self.attributes.get("DependsOn") {
            Some(Json::Array(names)) => names.as_slice(),
            Some(name) => std::slice::from_ref(name),
            None => &[],
        };
        names.iter().filter_map(Json::as_str)
    }
}

/// The types that require a capability, and the property with the name of the resource.
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

/// A capability that the caller must acknowledge to deploy a template.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
    /// The template has IAM resources.
    Iam,
    /// The template has IAM resources with custom names. This includes [`Capability::Iam`].
    NamedIam,
    /// The template has macros.
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
