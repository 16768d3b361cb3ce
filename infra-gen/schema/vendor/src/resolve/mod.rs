//! Converts the registry schemas to the model: structs, enums, shapes, and the resources that properties identify.

mod enums;
pub(crate) mod extensions;
mod formats;
mod identity;
mod marks;
mod objects;
mod rules;

use std::collections::BTreeMap;

use infra_gen_schema::{Format, LifecycleStatus};

use crate::{
    Error,
    model::{Attribute, Meaning, Resource, Shape, Text},
    overrides,
    report::Report,
    source::{LifecycleEntry, ReferenceEntry, RegistryType, Sources},
};

use self::{identity::Identities, objects::Objects};

/// All resource types.
pub(crate) fn resources(sources: &Sources, report: &mut Report) -> Result<Vec<Resource>, Error> {
    let identities = Identities::new(sources);
    let undocumented = ReferenceEntry::default();
    let mut resources = sources
        .types
        .iter()
        .map(|(type_name, entry)| {
            let reference = sources.references.get(type_name).unwrap_or(&undocumented);
            resource(
                type_name,
                entry,
                reference,
                &identities,
                &sources.extensions,
                report,
            )
        })
        .collect::<Result<Vec<_>, Error>>()?;
    copy_attributes(&mut resources);
    Ok(resources)
}

/// Gives the serverless types the attributes of the resources that they become.
fn copy_attributes(resources: &mut [Resource]) {
    for index in 0..resources.len() {
        let Some(generated) = overrides::generated(&resources[index].type_name) else {
            continue;
        };
        let found = resources.iter().find(|resource| resource.type_name == generated);
        let attributes = found.map(|found| found.attributes.clone());
        resources[index].attributes = attributes.unwrap_or_default();
    }
}

fn error(place: &str, message: impl Into<String>) -> Error {
    Error::Schema {
        place: place.to_owned(),
        message: message.into(),
    }
}

fn resource(
    type_name: &str,
    entry: &RegistryType,
    reference: &ReferenceEntry,
    identities: &Identities,
    extensions: &BTreeMap<String, Vec<serde_json::Value>>,
    report: &mut Report,
) -> Result<Resource, Error> {
    let schema = &entry.schema;
    let name = type_name.rsplit("::").next().unwrap_or_default();
    let (mut objects, mut enums) = Objects::collect(type_name, name, schema, reference, identities, report)?;
    extensions::add(type_name, &mut objects, extensions)?;
    marks::updates(&mut objects, name, schema);
    marks::read_only(&mut objects, name, schema);
    marks::boxes(&mut objects, name);
    let attributes = attributes(type_name, name, entry, reference, identities, &objects);
    marks::drop_unused(&mut objects, &mut enums, name);
    Ok(Resource {
        type_name: type_name.to_owned(),
        name: name.to_owned(),
        objects,
        enums,
        attributes,
        refers_by_arn: identities.refers_by_arn(type_name),
        create_only: sorted(&schema.create_only_properties),
        conditional_create_only: sorted(&schema.conditional_create_only_properties),
        read_only: sorted(&schema.read_only_properties),
        write_only: sorted(&schema.write_only_properties),
        primary_identifier: schema.primary_identifier.clone(),
        holds_data: entry.holds_data,
        arn_template: entry.arn_template.clone(),
        lifecycle: entry
            .lifecycle
            .as_ref()
            .map(|lifecycle| status(type_name, lifecycle))
            .transpose()?,
        regions: entry.regions.clone(),
    })
}

fn status(type_name: &str, lifecycle: &LifecycleEntry) -> Result<(LifecycleStatus, Option<String>), Error> {
    let status = match lifecycle.status.as_str() {
        "maintenance" => LifecycleStatus::Maintenance,
        "sunset" => LifecycleStatus::Sunset,
        "shutdown" => LifecycleStatus::Shutdown,
        other => {
            return Err(error(
                type_name,
                format!("has the unknown lifecycle status `{other}`"),
            ));
        }
    };
    Ok((status, lifecycle.date.clone()))
}

fn attributes(
    type_name: &str,
    resource: &str,
    entry: &RegistryType,
    reference: &ReferenceEntry,
    identities: &Identities,
    objects: &BTreeMap<String, crate::model::Object>,
) -> Vec<Attribute> {
    let read_only = &entry.schema.read_only_properties;
    let mut names: Vec<&String> = entry.attributes.iter().chain(read_only).collect();
    names.retain(|name| !name.contains('*'));
    names.sort();
    names.dedup();
    names
        .into_iter()
        .map(|name| {
            let path: Vec<&str> = name.split('.').collect();
            let shape = marks::shape_at(objects, resource, &path).cloned();
            let shape = match identities.attribute(type_name, name) {
                Some(meaning) => Shape::Text(Text {
                    meaning,
                    formats: shape.as_ref().map(formats_of).unwrap_or_default(),
                    ..Text::default()
                }),
                None => shape
                    .filter(|_| !overrides::is_json_text(&format!("{type_name}.{name}")))
                    .unwrap_or(Shape::Text(Text::default())),
            };
            Attribute {
                name: name.clone(),
                documentation: reference.attributes.get(name).cloned().unwrap_or_default(),
                shape: without_rules(shape),
                has_method: read_only.contains(name) || reference.attributes.contains_key(name),
            }
        })
        .collect()
}

/// The shape of an attribute. The service may return values that the schema does not know yet. Objects are plain JSON, because
/// a template can only pass them on.
fn without_rules(shape: Shape) -> Shape {
    match shape {
        Shape::Text(Text {
            meaning: Meaning::Enum(_) | Meaning::Name(_),
            formats,
            ..
        }) => Shape::Text(Text {
            formats,
            ..Text::default()
        }),
        Shape::List(list) => Shape::List(crate::model::List {
            item: Box::new(without_rules(*list.item)),
            ..list
        }),
        Shape::Object(_) | Shape::OneOf(_) => Shape::Json,
        Shape::Map(values) => Shape::Map(Box::new(without_rules(*values))),
        other => other,
    }
}

fn formats_of(shape: &Shape) -> Vec<Format> {
    match shape {
        Shape::Text(text) => text.formats.clone(),
        _ => Vec::new(),
    }
}

fn sorted(paths: &[String]) -> Vec<String> {
    let mut paths = paths.to_vec();
    paths.retain(|path| !path.is_empty());
    paths.sort();
    paths.dedup();
    paths
}

/// The key in `overrides.rs`: `Type.Property` for a property of the resource, `Type#Object.Property` for one of an object.
fn property_key(type_name: &str, resource: &str, object: &str, property: &str) -> String {
    if object == resource {
        format!("{type_name}.{property}")
    } else {
        format!("{type_name}#{object}.{property}")
    }
}
