//! Writes the sections of a template and the keys of a resource in order.
//!
//! A generated template has the order of the CloudFormation reference and no empty sections. A template that was read keeps
//! its order and its empty sections.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{ResourceBlock, Section, Template};
use crate::value::Json;

impl Template {
    /// Stores the order in which the sections were read, if it is not the standard order.
    pub(super) fn remember_order(&mut self, written: Vec<String>) {
        if !self.section_names().eq(written.iter().map(String::as_str)) {
            self.written = written;
        }
    }

    /// The names of the sections to write, in order.
    fn section_names(&self) -> impl Iterator<Item = &str> {
        let standard = [
            ("AWSTemplateFormatVersion", self.format_version.is_some()),
            ("Description", self.description.is_some()),
            ("Metadata", !self.metadata.is_empty()),
            ("Parameters", !self.parameters.is_empty()),
            ("Rules", self.other.contains_key("Rules")),
            ("Mappings", !self.mappings.is_empty()),
            ("Conditions", !self.conditions.is_empty()),
            ("Transform", self.other.contains_key("Transform")),
            (
                "Resources",
                !self.resources.is_empty() || !self.resource_macros.is_empty(),
            ),
            ("Outputs", !self.outputs.is_empty()),
        ];
        let standard = standard
            .into_iter()
            .filter_map(|(name, is_present)| is_present.then_some(name));
        let others = self.other.keys().map(String::as_str);
        let all = standard.chain(others.filter(|name| !matches!(*name, "Rules" | "Transform")));
        in_order(&self.written, all)
    }
}

impl Serialize for Template {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for name in self.section_names() {
            match name {
                "AWSTemplateFormatVersion" => optional(&mut map, name, self.format_version.as_deref())?,
                "Description" => optional(&mut map, name, self.description.as_deref())?,
                "Metadata" => map.serialize_entry(name, &self.metadata)?,
                "Parameters" => map.serialize_entry(name, &self.parameters)?,
                "Mappings" => map.serialize_entry(name, &self.mappings)?,
                "Conditions" => map.serialize_entry(name, &self.conditions)?,
                "Resources" => map.serialize_entry(name, &Resources(self))?,
                "Outputs" => map.serialize_entry(name, &self.outputs)?,
                other => optional(&mut map, other, self.other.get(other))?,
            }
        }
        map.end()
    }
}

/// The section `Resources`: the resources, and the macros that a transform replaces with resources.
struct Resources<'a>(&'a Template);

impl Serialize for Resources<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (id, block) in &self.0.resources {
            map.serialize_entry(id, block)?;
        }
        for (key, block) in &self.0.resource_macros {
            map.serialize_entry(key, block)?;
        }
        map.end()
    }
}

impl ResourceBlock {
    /// Stores the order in which the keys were read, if it is not the standard order.
    pub(super) fn remember_order(&mut self, written: Vec<String>) {
        if !self.key_names().eq(written.iter().map(String::as_str)) {
            self.written = written;
        }
    }

    fn key_names(&self) -> impl Iterator<Item = &str> {
        let properties = (!self.properties.is_empty()).then_some("Properties");
        let attributes = self.attributes.keys().map(String::as_str);
        in_order(
            &self.written,
            std::iter::once("Type").chain(properties).chain(attributes),
        )
    }
}

impl Serialize for ResourceBlock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for name in self.key_names() {
            match name {
                "Type" => map.serialize_entry(name, &self.type_name)?,
                "Properties" => map.serialize_entry(name, &self.properties)?,
                other => optional(&mut map, other, self.attributes.get(other))?,
            }
        }
        map.end()
    }
}

/// The names that were read, in their order, then the names added since.
fn in_order<'a>(written: &'a [String], all: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let added = all.filter(|name| !written.iter().any(|earlier| earlier == name));
    written.iter().map(String::as_str).chain(added)
}

/// Writes an entry unless it was removed after reading.
fn optional<M: SerializeMap>(
    map: &mut M,
    name: &str,
    value: Option<&(impl Serialize + ?Sized)>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(name, value),
        None => Ok(()),
    }
}

/// The whole template as one JSON value, in order.
pub(super) fn to_section(template: &Template) -> Section {
    match serde_json::to_value(template) {
        Ok(Json::Object(sections)) => sections,
        _ => unreachable!("a template is written as a map with text keys"),
    }
}
