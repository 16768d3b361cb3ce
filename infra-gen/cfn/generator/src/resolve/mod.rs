//! Converts the registry schemas to the model: structs, enums, shapes, and the resources that properties identify.

mod enums;
mod identity;
mod marks;
mod objects;
mod rules;

use std::collections::BTreeMap;

use crate::{
    Error, SERVICES,
    model::{Attribute, Kind, Meaning, Resource, Service, Shape, Text},
    naming,
    registry::{ReferenceEntry, Registry, RegistryType},
};

use self::{identity::Identities, objects::Objects};

/// All services with their resource types.
pub(crate) fn services(registry: &Registry) -> Result<Vec<Service>, Error> {
    let identities = Identities::new(registry);
    let undocumented = ReferenceEntry::default();
    let mut services: Vec<Service> = SERVICES
        .iter()
        .map(|(name, title)| Service {
            name,
            title,
            module: name.to_ascii_lowercase(),
            resources: Vec::new(),
        })
        .collect();
    for (type_name, entry) in &registry.types {
        let kind = kind(type_name);
        let service = services
            .iter_mut()
            .find(|service| service.module == kind.module)
            .ok_or_else(|| error(type_name, "belongs to a service that is not generated"))?;
        let reference = registry.references.get(type_name).unwrap_or(&undocumented);
        service
            .resources
            .push(resource(type_name, kind, entry, reference, &identities)?);
    }
    Ok(services)
}

/// The marker of a type: `AWS::DynamoDB::Table` as `dynamodb::Table`.
fn kind(type_name: &str) -> Kind {
    let mut parts = type_name.split("::").skip(1);
    Kind {
        module: parts.next().unwrap_or_default().to_ascii_lowercase(),
        name: parts.next().unwrap_or_default().to_owned(),
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
    kind: Kind,
    entry: &RegistryType,
    reference: &ReferenceEntry,
    identities: &Identities,
) -> Result<Resource, Error> {
    let schema = &entry.schema;
    let (mut objects, mut enums) = Objects::collect(type_name, &kind.name, schema, reference, identities)?;
    marks::updates(&mut objects, &kind.name, schema);
    marks::read_only(&mut objects, &kind.name, schema);
    marks::boxes(&mut objects, &kind.name);
    let attributes = attributes(type_name, &kind, entry, reference, identities, &objects);
    marks::drop_unused(&mut objects, &mut enums, &kind.name);
    Ok(Resource {
        type_name: type_name.to_owned(),
        module: naming::snake(&kind.name),
        name: kind.name.clone(),
        objects,
        enums,
        attributes,
        refers_by_arn: identities.refers_by_arn(type_name),
        kind,
        create_only: sorted(&schema.create_only_properties),
        conditional_create_only: sorted(&schema.conditional_create_only_properties),
        read_only: sorted(&schema.read_only_properties),
        write_only: sorted(&schema.write_only_properties),
        primary_identifier: schema.primary_identifier.clone(),
        stateful: entry.stateful,
    })
}

fn attributes(
    type_name: &str,
    kind: &Kind,
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
            let shape = marks::shape_at(objects, &kind.name, &path).cloned();
            let shape = match identities.attribute(type_name, name) {
                Some(meaning) => Shape::Text(Text {
                    meaning,
                    ..Text::default()
                }),
                None => shape.unwrap_or(Shape::Text(Text::default())),
            };
            Attribute {
                name: name.clone(),
                method: naming::field(name),
                documentation: reference.attributes.get(name).cloned().unwrap_or_default(),
                shape: without_rules(shape),
                has_method: read_only.contains(name) || reference.attributes.contains_key(name),
            }
        })
        .collect()
}

/// The shape of an attribute. The service may return values that the schema does not know yet.
fn without_rules(shape: Shape) -> Shape {
    match shape {
        Shape::Text(Text {
            meaning: Meaning::Enum(_) | Meaning::Name(_),
            ..
        }) => Shape::Text(Text::default()),
        Shape::List(list) => Shape::List(crate::model::List {
            item: Box::new(without_rules(*list.item)),
            ..list
        }),
        other => other,
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
