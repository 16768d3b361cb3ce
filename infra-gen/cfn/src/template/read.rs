//! Converts a document to a template. Checks the structure of sections and resources, not their contents.

use indexmap::IndexMap;

use super::{
    ResourceBlock, Section, Template,
    error::ParseError,
    node::{Content, Node, SourceLocation, into_section},
};
use crate::{check::catalog::document::INVALID_STRUCTURE, value::Json};

type Entries = IndexMap<String, Node>;

pub(super) fn template(document: Node) -> Result<Template, ParseError> {
    let sections = map(document, "", "a template must be a map of sections")?;
    let written: Vec<String> = sections.keys().cloned().collect();
    let mut template = Template {
        format_version: None,
        ..Template::default()
    };
    for (name, node) in sections {
        match name.as_str() {
            "AWSTemplateFormatVersion" => template.format_version = Some(text(node, &name)?),
            "Description" => template.description = Some(text(node, &name)?),
            "Metadata" => template.metadata = into_section(map(node, &name, "`Metadata` must be a map")?),
            "Conditions" => template.conditions = blocks(node, &name, "condition")?,
            "Mappings" => template.mappings = blocks(node, &name, "mapping")?,
            "Parameters" => template.parameters = blocks(node, &name, "parameter")?,
            "Outputs" => template.outputs = blocks(node, &name, "output")?,
            "Resources" => {
                for (id, node) in map(
                    node,
                    &name,
                    "`Resources` must be a map from logical IDs to resources",
                )? {
                    if is_macro(&id) {
                        template.resource_macros.insert(id, node.into_json());
                    } else {
                        let block = resource(node, &format!("Resources.{id}"))?;
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

fn resource(node: Node, path: &str) -> Result<ResourceBlock, ParseError> {
    let at = node.at;
    let mut entries = map(node, path, "a resource must be a map with a `Type`")?;
    let written: Vec<String> = entries.keys().cloned().collect();
    let Some(type_name) = entries.shift_remove("Type") else {
        let error = invalid(at, "the resource has no `Type`");
        return Err(error.within(path).hint("add one, such as `AWS::S3::Bucket`"));
    };
    let type_name = text(type_name, &format!("{path}.Type"))?;
    let properties = match entries.shift_remove("Properties") {
        Some(node) => into_section(map(
            node,
            &format!("{path}.Properties"),
            "`Properties` must be a map",
        )?),
        None => Section::new(),
    };
    let mut block = ResourceBlock {
        type_name,
        properties,
        attributes: into_section(entries),
        written: Vec::new(),
    };
    block.remember_order(written);
    Ok(block)
}

/// A section of named blocks, each a map.
fn blocks(node: Node, section: &str, one: &str) -> Result<Section, ParseError> {
    let entries = map(
        node,
        section,
        &format!("`{section}` must be a map from {one} names to {one}s"),
    )?;
    for (name, block) in &entries {
        if !is_macro(name) && !matches!(block.content, Content::Map(_)) {
            let message = format!("the {one} must be a map; found {}", block.kind());
            return Err(invalid(block.at, message).within(&format!("{section}.{name}")));
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
