//! CloudFormation templates as plain documents, without types: reading, writing and inspecting them.
//!
//! Reading keeps every value, including functions and unknown sections. It does not keep comments, anchors and the style of
//! YAML.

mod error;
mod expand;
mod in_string;
mod inspect;
mod json;
mod locate;
mod node;
mod order;
mod read;
mod yaml;

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer};

use crate::{
    check::catalog::document::DUPLICATE_KEY,
    finding::Findings,
    names::LogicalId,
    resource::{DeletionPolicy, ResourceAttributes},
    value::Json,
};

use json::Notes;
use node::Node;

pub use error::ParseError;
pub use inspect::Capability;
pub(crate) use inspect::SERVERLESS_TRANSFORM;
pub use locate::SourceMap;
pub use node::SourceLocation;
pub use yaml::FunctionSyntax;

type Section = serde_json::Map<String, Json>;

/// A CloudFormation template.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// The version of the template format; the only valid one is `2010-09-09`.
    pub format_version: Option<String>,
    /// The description of the stack.
    pub description: Option<String>,
    /// Arbitrary data about the template.
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
    /// All other sections: `Transform`, `Rules`, …
    pub other: Section,
    /// The sections in the order in which they were read; empty for the standard order.
    pub(crate) written: Vec<String>,
    /// Whether a section is empty because it is malformed, so that the names in it are not known.
    pub(crate) malformed: bool,
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
            malformed: false,
        }
    }
}

impl Template {
    /// Parses a template in JSON or YAML.
    ///
    /// # Errors
    /// If `text` is neither JSON nor YAML, has a duplicate key, or does not have the structure of a template.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        Self::read(text, &mut Notes::Refused)
    }

    /// Parses a template that CloudFormation has accepted, in JSON or YAML. Like CloudFormation, it accepts duplicate keys and
    /// keeps the last one. It also returns an error for each duplicate key.
    ///
    /// # Errors
    /// If `text` is neither JSON nor YAML, or does not have the structure of a template.
    pub fn parse_deployed(text: &str) -> Result<(Self, Vec<ParseError>), ParseError> {
        let mut notes = Notes::Noted(Vec::new());
        let template = Self::read(text, &mut notes)?;
        let mut problems = notes.into_noted();
        problems.retain(|error| error.rule == &DUPLICATE_KEY);
        if is_json(text) {
            for error in &mut problems {
                error.count_characters(text);
            }
        }
        Ok((template, problems))
    }

    /// Parses a template and continues after malformed parts and duplicate keys. The findings are about these parts, which are
    /// missing in the template; the checks of the template skip them. Other findings are about what CloudFormation reads
    /// differently from how it is written.
    ///
    /// # Errors
    /// If `text` is neither JSON nor YAML, or is not a map.
    pub fn parse_tolerant(text: &str) -> Result<(Self, Findings), ParseError> {
        let mut notes = Notes::Noted(Vec::new());
        let (document, is_json) = Self::document(text, &mut notes)?;
        let mut problems = notes.into_noted();
        let in_characters = |mut error: ParseError| {
            if is_json {
                error.count_characters(text);
            }
            error
        };
        let template = read::template_with(document, &mut problems).map_err(in_characters)?;
        let findings = problems
            .into_iter()
            .map(|error| in_characters(error).into())
            .collect();
        Ok((template, Findings(findings)))
    }

    fn read(text: &str, notes: &mut Notes) -> Result<Self, ParseError> {
        let (document, is_json) = Self::document(text, notes)?;
        read::template(document).map_err(|mut error| {
            if is_json {
                error.count_characters(text);
            }
            error
        })
    }

    /// The document, and whether it was read as JSON, so that columns count bytes. Text that begins with a brace but is not
    /// JSON may be YAML in flow style.
    fn document(text: &str, notes: &mut Notes) -> Result<(Node, bool), ParseError> {
        let text = without_byte_order_mark(text);
        if !is_json(text) {
            return Ok((yaml::read(text, notes)?, false));
        }
        let mut error = match json::read(text, notes) {
            Ok(document) => return Ok((document, true)),
            Err(error) => error,
        };
        if error.is_json_syntax() {
            let mut fresh = notes.fresh();
            if let Ok(document) = yaml::read(text, &mut fresh) {
                *notes = fresh;
                return Ok((document, false));
            }
        }
        error.count_characters(text);
        Err(error)
    }

    fn read_json(text: &str, notes: &mut Notes) -> Result<Self, ParseError> {
        let text = without_byte_order_mark(text);
        json::read(text, notes)
            .and_then(read::template)
            .map_err(|mut error| {
                error.count_characters(text);
                error
            })
    }

    /// Parses a template in JSON.
    ///
    /// # Errors
    /// If `text` is not JSON, has a duplicate key, or does not have the structure of a template.
    pub fn from_json(text: &str) -> Result<Self, ParseError> {
        Self::read_json(text, &mut Notes::Refused)
    }

    /// Parses a template in YAML, with functions in their short or full form.
    ///
    /// # Errors
    /// If `text` is not YAML, has a duplicate key, or does not have the structure of a template.
    pub fn from_yaml(text: &str) -> Result<Self, ParseError> {
        read::template(yaml::read(without_byte_order_mark(text), &mut Notes::Refused)?)
    }

    /// The template as indented JSON with a final newline.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a template has text keys only");
        text.push('\n');
        text
    }

    /// The template as JSON without white space, as it is sent to CloudFormation.
    pub fn to_json_minified(&self) -> String {
        serde_json::to_string(self).expect("a template has text keys only")
    }

    /// The template as YAML with functions in their short form.
    pub fn to_yaml(&self) -> String {
        self.to_yaml_with(FunctionSyntax::Short)
    }

    /// The template as YAML with functions in the given form.
    pub fn to_yaml_with(&self, functions: FunctionSyntax) -> String {
        yaml::write(&order::to_section(self), functions)
    }
}

impl<'de> Deserialize<'de> for Template {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = Json::deserialize(deserializer)?;
        read::template(Node::from_json(document)).map_err(serde::de::Error::custom)
    }
}

/// A YAML document may also begin with a brace, but is then treated as JSON.
fn is_json(text: &str) -> bool {
    without_byte_order_mark(text).trim_start().starts_with('{')
}

/// Some editors write a byte order mark at the start of a file.
fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

/// A resource in a template.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceBlock {
    /// The type: `AWS::Service::Type`, or the name of a custom type.
    pub type_name: String,
    /// The properties, including intrinsic functions.
    pub properties: Section,
    /// The attributes besides the properties: `DependsOn`, `DeletionPolicy`, …
    pub attributes: Section,
    /// The keys in the order in which they were read; empty for the standard order.
    pub(crate) written: Vec<String>,
    /// Whether a part is missing because it is malformed.
    pub(crate) malformed: bool,
}

impl ResourceBlock {
    /// The block of a resource, with the attributes in the order of the CloudFormation reference.
    pub(crate) fn new(type_name: &str, properties: Section, attributes: &ResourceAttributes) -> Self {
        let depends_on: Vec<&str> = attributes.depends_on.iter().map(LogicalId::as_str).collect();
        let attributes = [
            (
                "Condition",
                attributes
                    .condition
                    .as_ref()
                    .map(|condition| condition.id().to_reference()),
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
            malformed: false,
        }
    }
}

impl ResourceBlock {
    /// The block as one JSON value, in order.
    pub(crate) fn to_document(&self) -> Json {
        serde_json::to_value(self).expect("a resource is written as a map with text keys")
    }
}

fn policy(policy: DeletionPolicy) -> Json {
    serde_json::to_value(policy).expect("a policy is written as its name")
}
