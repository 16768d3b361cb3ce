//! Converts a document to a template. Checks the structure of sections and resources, not their contents.

use indexmap::IndexMap;

use super::{
    ResourceBlock, Section, Template,
    error::ParseError,
    node::{Content, Node, SourceLocation, into_section},
};
use crate::{check::catalog::document::INVALID_STRUCTURE, value::Json};

type Entries = IndexMap<String, Node>;

/// Reads a document without malformed parts.
pub(super) fn template(document: Node) -> Result<Template, ParseError> {
    let mut problems = Vec::new();
    let template = template_with(document, &mut problems)?;
    match problems.into_iter().next() {
        Some(first) => Err(first),
        None => Ok(template),
    }
}

/// Reads a document, and reports its malformed parts. The names of malformed blocks are kept, so that references to them are
/// not reported.
pub(super) fn template_with(document: Node, problems: &mut Vec<ParseError>) -> Result<Template, ParseError> {
    let sections = map(document, "", "a template must be a map of sections")?;
    if sections.contains_key("StartAt")
        && sections.contains_key("States")
        && !sections.contains_key("Resources")
    {
        let error = ParseError::new(None, "this is the definition of a state machine, not a template");
        return Err(error.hint("check it with `infra-gen validate --asl FILE`"));
    }
    let written: Vec<String> = sections.keys().cloned().collect();
    let mut template = Template {
        format_version: None,
        ..Template::default()
    };
    for (name, node) in sections {
        match name.as_str() {
            "AWSTemplateFormatVersion" => template.format_version = kept(text(node, &name), problems),
            "Description" => template.description = kept(text(node, &name), problems),
            "Metadata" => {
                let entries = kept(map(node, &name, "`Metadata` must be a map"), problems);
                template.metadata = entries.map(into_section).unwrap_or_default();
            }
            "Conditions" | "Mappings" | "Parameters" | "Outputs" => {
                let section = kept(blocks(node, &name, problems), problems);
                template.malformed |= section.is_none();
                let section = section.unwrap_or_default();
                match name.as_str() {
                    "Conditions" => template.conditions = section,
                    "Mappings" => template.mappings = section,
                    "Parameters" => template.parameters = section,
                    _ => template.outputs = section,
                }
            }
            "Resources" => {
                let rule = "`Resources` must be a map from logical IDs to resources";
                let entries = kept(map(node, &name, rule), problems);
                template.malformed |= entries.is_none();
                for (id, node) in entries.into_iter().flatten() {
                    if is_macro(&id) {
                        template.resource_macros.insert(id, node.into_json());
                    } else {
                        let block = resource(node, &format!("Resources.{id}"), problems);
                        template.resources.insert(id, block);
                    }
                }
            }
            _ => {
                template.other.insert(name, node.into_json());
            }
        }
    }
    template.remember_order(written);
    Ok(template)
}

/// Whether an entry is replaced by a transform: `Fn::ForEach::Topics`, `Fn::Transform`.
fn is_macro(key: &str) -> bool {
    key == "Fn::Transform" || key.starts_with("Fn::ForEach::")
}

/// The value, or `None` after its error was added to `problems`.
fn kept<T>(value: Result<T, ParseError>, problems: &mut Vec<ParseError>) -> Option<T> {
    value.map_err(|error| problems.push(error)).ok()
}

fn resource(node: Node, path: &str, problems: &mut Vec<ParseError>) -> ResourceBlock {
    let at = node.at;
    let before = problems.len();
    let entries = kept(
        map(node, path, "a resource must be a map with a `Type`"),
        problems,
    );
    let mut entries = entries.unwrap_or_default();
    let written: Vec<String> = entries.keys().cloned().collect();
    let type_name = if let Some(type_name) = entries.shift_remove("Type") {
        kept(text(type_name, &format!("{path}.Type")), problems)
    } else {
        if problems.len() == before {
            let error = invalid(at, "the resource has no `Type`").within(path);
            problems.push(error.hint("add one, such as `AWS::S3::Bucket`"));
        }
        None
    };
    let properties = entries.shift_remove("Properties").and_then(|node| {
        let properties = map(node, &format!("{path}.Properties"), "`Properties` must be a map");
        kept(properties, problems)
    });
    let mut block = ResourceBlock {
        type_name: type_name.unwrap_or_default(),
        properties: properties.map(into_section).unwrap_or_default(),
        attributes: into_section(entries),
        written: Vec::new(),
        malformed: problems.len() > before,
    };
    block.remember_order(written);
    block
}

/// A section of named blocks, each a map; a condition may also be `true` or `false`.
fn blocks(node: Node, section: &str, problems: &mut Vec<ParseError>) -> Result<Section, ParseError> {
    let one = section.trim_end_matches('s').to_lowercase();
    let entries = map(
        node,
        section,
        &format!("`{section}` must be a map from {one} names to {one}s"),
    )?;
    for (name, block) in &entries {
        let is_literal = section == "Conditions" && matches!(block.content, Content::Scalar(Json::Bool(_)));
        if !is_macro(name) && !is_literal && !matches!(block.content, Content::Map(_)) {
            let message = format!("the {one} must be a map; found {}", block.kind());
            problems.push(invalid(block.at, message).within(&format!("{section}.{name}")));
        }
    }
    Ok(into_section(entries))
}

fn map(node: Node, path: &str, rule: &str) -> Result<Entries, ParseError> {
    let kind = node.kind();
    match node.content {
        Content::Map(entries) => Ok(entries),
        _ => Err(invalid(node.at, format!("{rule}; found {kind}")).within(path)),
    }
}

fn text(node: Node, path: &str) -> Result<String, ParseError> {
    let kind = node.kind();
    match node.content {
        Content::Scalar(Json::String(text)) => Ok(text),
        Content::Scalar(Json::Bool(_) | Json::Number(_)) => {
            let error = invalid(node.at, format!("expected a string; found {kind}"));
            Err(error.within(path).hint("put it in quotes"))
        }
        _ => Err(invalid(node.at, format!("expected a string; found {kind}")).within(path)),
    }
}

fn invalid(at: Option<SourceLocation>, message: impl Into<String>) -> ParseError {
    ParseError::new(at, message).rule(&INVALID_STRUCTURE)
}
