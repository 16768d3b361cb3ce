//! The plain CloudFormation document: what a stack is written to, and what anybody's template is read into.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::{resource::ResourceAttributes, value::Json};

type Section = serde_json::Map<String, Json>;

/// A CloudFormation template. Sections and attributes that this model does not name are kept as they are.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Template {
    /// The only version there is, `2010-09-09`.
    #[serde(rename = "AWSTemplateFormatVersion", skip_serializing_if = "Option::is_none")]
    pub format_version: Option<String>,
    /// What the stack is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Free data about the template.
    #[serde(default, skip_serializing_if = "Section::is_empty")]
    pub metadata: Section,
    /// Parameters by name.
    #[serde(default, skip_serializing_if = "Section::is_empty")]
    pub parameters: Section,
    /// Mappings by name.
    #[serde(default, skip_serializing_if = "Section::is_empty")]
    pub mappings: Section,
    /// Conditions by name.
    #[serde(default, skip_serializing_if = "Section::is_empty")]
    pub conditions: Section,
    /// Resources by logical ID.
    #[serde(default)]
    pub resources: IndexMap<String, ResourceBlock>,
    /// Outputs by name.
    #[serde(default, skip_serializing_if = "Section::is_empty")]
    pub outputs: Section,
    /// Everything else: `Transform`, `Rules`, …
    #[serde(flatten)]
    pub other: Section,
}

impl Default for Template {
    fn default() -> Self {
        Self {
            format_version: Some("2010-09-09".to_owned()),
            description: None,
            metadata: Section::new(),
            parameters: Section::new(),
            mappings: Section::new(),
            conditions: Section::new(),
            resources: IndexMap::new(),
            outputs: Section::new(),
            other: Section::new(),
        }
    }
}

impl Template {
    /// The template as indented JSON with a final newline.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a template has text keys only");
        text.push('\n');
        text
    }

    /// The template as JSON without white space: what is sent to the service.
    pub fn to_json_minified(&self) -> String {
        serde_json::to_string(self).expect("a template has text keys only")
    }
}

/// A resource as the template has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ResourceBlock {
    /// `AWS::Service::Type`, or a custom type's name.
    #[serde(rename = "Type")]
    pub type_name: String,
    /// The properties, intrinsic functions included.
    #[serde(default, skip_serializing_if = "Section::is_empty")]
    pub properties: Section,
    /// The attributes beside the properties: `DependsOn`, `DeletionPolicy`, …
    #[serde(flatten)]
    pub attributes: Section,
}

impl ResourceBlock {
    /// The block of a typed resource, its attributes in the order of AWS's reference.
    pub(crate) fn new(type_name: &str, properties: Json, attributes: &ResourceAttributes) -> Self {
        let Json::Object(properties) = properties else {
            unreachable!("a resource writes its properties as an object");
        };
        let depends_on: Vec<&str> = attributes
            .depends_on
            .iter()
            .map(crate::LogicalId::as_str)
            .collect();
        let attributes = [
            (
                "Condition",
                attributes.condition.as_ref().map(|id| Json::from(id.as_str())),
            ),
            (
                "DependsOn",
                (!depends_on.is_empty()).then(|| Json::from(depends_on)),
            ),
            ("CreationPolicy", attributes.creation_policy.clone()),
            ("UpdatePolicy", attributes.update_policy.clone()),
            ("DeletionPolicy", attributes.deletion_policy.map(policy)),
            (
                "UpdateReplacePolicy",
                attributes.update_replace_policy.map(policy),
            ),
            ("Metadata", attributes.metadata.clone()),
        ];
        Self {
            type_name: type_name.to_owned(),
            properties,
            attributes: attributes
                .into_iter()
                .filter_map(|(name, value)| Some((name.to_owned(), value?)))
                .collect(),
        }
    }
}

fn policy(policy: crate::DeletionPolicy) -> Json {
    serde_json::to_value(policy).expect("a policy is written as its name")
}
