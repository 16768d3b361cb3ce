//! The plain CloudFormation document: what a stack is written to, and what anybody's template is read into.
//!
//! What is read keeps every value as it was, functions and unknown sections included. Comments, anchors and the style
//! of YAML are not kept.

mod error;
mod facts;
mod json;
mod node;
mod order;
mod read;
mod yaml;

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer};

use crate::{resource::ResourceAttributes, value::Json};

use json::Duplicates;

pub use error::ParseError;
pub use facts::Capability;
pub use node::Place;
pub use yaml::Tags;

type Section = serde_json::Map<String, Json>;

/// A CloudFormation template. Sections and attributes that this model does not name are kept as they are.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// The only version there is, `2010-09-09`.
    pub format_version: Option<String>,
    /// What the stack is for.
    pub description: Option<String>,
    /// Free data about the template.
    pub metadata: Section,
    /// Parameters by name.
    pub parameters: Section,
    /// Mappings by name.
    pub mappings: Section,
    /// Conditions by name.
    pub conditions: Section,
    /// Resources by logical ID.
    pub resources: IndexMap<String, ResourceBlock>,
    /// Entries of `Resources` that a transform replaces with resources: `Fn::ForEach::Topics`, `Fn::Transform`.
    pub resource_macros: Section,
    /// Outputs by name.
    pub outputs: Section,
    /// Everything else: `Transform`, `Rules`, …
    pub other: Section,
    /// The sections in the order they were read; empty for the usual order.
    pub(crate) written: Vec<String>,
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
            resource_macros: Section::new(),
            outputs: Section::new(),
            other: Section::new(),
            written: Vec::new(),
        }
    }
}

impl Template {
    /// Reads a template in JSON or YAML, whichever `text` is.
    ///
    /// # Errors
    /// When `text` is neither, or not shaped like a template.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        Self::read(text, &mut Duplicates::Refused)
    }

    /// Reads a template that CloudFormation has accepted, in JSON or YAML. It accepts a key that stands twice in one map and
    /// keeps the last; so does this, and returns each such key beside the template.
    ///
    /// # Errors
    /// When `text` is neither JSON nor YAML, or not shaped like a template.
    pub fn parse_deployed(text: &str) -> Result<(Self, Vec<ParseError>), ParseError> {
        let mut duplicates = Duplicates::Noted(Vec::new());
        let template = Self::read(text, &mut duplicates)?;
        let noted = match duplicates {
            Duplicates::Noted(noted) => noted,
            Duplicates::Refused => Vec::new(),
        };
        Ok((template, noted))
    }

    fn read(text: &str, duplicates: &mut Duplicates) -> Result<Self, ParseError> {
        let text = without_byte_order_mark(text);
        // A YAML document may begin with a brace, too, but then it is read as what it looks like.
        let document = if text.trim_start().starts_with('{') {
            json::read(text, duplicates)?
        } else {
            yaml::read(text, duplicates)?
        };
        read::template(document)
    }

    /// Reads a template in JSON.
    ///
    /// # Errors
    /// When `text` is not JSON, has a key twice, or is not shaped like a template.
    pub fn from_json(text: &str) -> Result<Self, ParseError> {
        read::template(json::read(
            without_byte_order_mark(text),
            &mut Duplicates::Refused,
        )?)
    }

    /// Reads a template in YAML, short tags included.
    ///
    /// # Errors
    /// When `text` is not YAML, has a key twice, or is not shaped like a template.
    pub fn from_yaml(text: &str) -> Result<Self, ParseError> {
        read::template(yaml::read(
            without_byte_order_mark(text),
            &mut Duplicates::Refused,
        )?)
    }

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

    /// The template as YAML with functions in their short form.
    pub fn to_yaml(&self) -> String {
        self.to_yaml_with(Tags::Short)
    }

    /// The template as YAML with functions in the form of choice.
    pub fn to_yaml_with(&self, tags: Tags) -> String {
        yaml::write(&order::to_section(self), tags)
    }
}

impl<'de> Deserialize<'de> for Template {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = Json::deserialize(deserializer)?;
        read::template(node::Node::from_json(document)).map_err(serde::de::Error::custom)
    }
}

/// Some editors begin a file with a mark that is no part of its text.
fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

/// A resource as the template has it.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceBlock {
    /// `AWS::Service::Type`, or a custom type's name.
    pub type_name: String,
    /// The properties, intrinsic functions included.
    pub properties: Section,
    /// The attributes beside the properties: `DependsOn`, `DeletionPolicy`, …
    pub attributes: Section,
    /// The parts in the order they were read; empty for the usual order.
    pub(crate) written: Vec<String>,
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
                attributes
                    .condition
                    .as_ref()
                    .map(|condition| Json::from(condition.id().as_str())),
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
            written: Vec::new(),
        }
    }
}

fn policy(policy: crate::DeletionPolicy) -> Json {
    serde_json::to_value(policy).expect("a policy is written as its name")
}
