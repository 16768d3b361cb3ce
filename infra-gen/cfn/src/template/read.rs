//! From a document to a template: the shape of sections and resources, and nothing of what they hold.

use indexmap::IndexMap;

use super::{
    ResourceBlock, Section, Template,
    error::ParseError,
    node::{Content, Node, into_section},
};
use crate::value::Json;

type Entries = IndexMap<String, Node>;

/// Reads the template that `document` is.
pub(super) fn template(document: Node) -> Result<Template, ParseError> {
    let sections = map(document, "", "a template is a map of sections")?;
    let written: Vec<String> = sections.keys().cloned().collect();
    let mut template = Template {
        format_version: None,
        ..Template::default()
    };
    for (name, node) in sections {
        match name.as_str() {
            "AWSTemplateFormatVersion" => template.format_version = Some(text(node, &name)?),
            "Description" => template.description = Some(text(node, &name)?),
            "Metadata" => template.metadata = into_section(map(node, &name, "metadata is a map")?),
            "Conditions" => template.conditions = blocks(node, &name, "condition")?,
            "Mappings" => template.mappings = blocks(node, &name, "mapping")?,
            "Parameters" => template.parameters = blocks(node, &name, "parameter")?,
            "Outputs" => template.outputs = blocks(node, &name, "output")?,
            "Resources" => {
                for (id, node) in map(node, &name, "`Resources` is a map of logical IDs")? {
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

/// An entry that a transform replaces before there are resources: `Fn::ForEach::Topics`, `Fn::Transform`.
fn is_macro(key: &str) -> bool {
    key == "Fn::Transform" || key.starts_with("Fn::ForEach::")
}

fn resource(node: Node, path: &str) -> Result<ResourceBlock, ParseError> {
    let at = node.at;
    let mut entries = map(node, path, "a resource is a map with a `Type`")?;
    let written: Vec<String> = entries.keys().cloned().collect();
    let Some(type_name) = entries.shift_remove("Type") else {
        let message = "the resource has no `Type`; add one, `AWS::S3::Bucket`";
        return Err(ParseError::new(at, message).within(path));
    };
    let type_name = text(type_name, &format!("{path}.Type"))?;
    let properties = match entries.shift_remove("Properties") {
        Some(node) => into_section(map(node, &format!("{path}.Properties"), "properties are a map")?),
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
        &format!("`{section}` is a map, each {one} by its name"),
    )?;
    for (name, block) in &entries {
        if !is_macro(name) && !matches!(block.content, Content::Map(_)) {
            let message = format!("expected a map that describes the {one}; found {}", block.kind());
            return Err(ParseError::new(block.at, message).within(&format!("{section}.{name}")));
        }
    }
    Ok(into_section(entries))
}

fn map(node: Node, path: &str, rule: &str) -> Result<Entries, ParseError> {
    let kind = node.kind();
    match node.content {
        Content::Map(entries) => Ok(entries),
        _ => Err(ParseError::new(node.at, format!("{rule}; found {kind}")).within(path)),
    }
}

fn text(node: Node, path: &str) -> Result<String, ParseError> {
    let kind = node.kind();
    match node.content {
        Content::Scalar(Json::String(text)) => Ok(text),
        Content::Scalar(Json::Bool(_) | Json::Number(_)) => {
            let message = format!("expected a text; found {kind}; put it in quotes");
            Err(ParseError::new(node.at, message).within(path))
        }
        _ => Err(ParseError::new(node.at, format!("expected a text; found {kind}")).within(path)),
    }
}
