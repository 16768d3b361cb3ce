//! Marks properties by their path: replacement, read-only, deprecated. Also finds the fields that must be boxed and removes
//! unused objects.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_schema::Update;

use crate::{
    model::{Enum, Meaning, Object, Presence, Property, Shape, Text},
    source::TypeSchema,
};

/// Marks properties whose change replaces the resource, and deprecated properties.
pub(super) fn updates(objects: &mut BTreeMap<String, Object>, resource: &str, schema: &TypeSchema) {
    let lists = [
        (
            &schema.conditional_create_only_properties,
            Update::SometimesReplaces,
        ),
        (&schema.create_only_properties, Update::Replaces),
    ];
    for (paths, update) in lists {
        for path in paths {
            mark(objects, resource, path, |property| {
                property.update = property.update.max(update);
            });
        }
    }
    for path in &schema.deprecated_properties {
        mark(objects, resource, path, |property| property.deprecated = true);
    }
}

/// Marks properties that only the service sets, and objects that have no other properties.
pub(super) fn read_only(objects: &mut BTreeMap<String, Object>, resource: &str, schema: &TypeSchema) {
    for path in &schema.read_only_properties {
        mark(objects, resource, path, |property| {
            property.presence = Presence::ReadOnly;
        });
    }
    let without_fields: Vec<String> = objects
        .iter()
        .filter(|(_, object)| {
            object
                .properties
                .iter()
                .all(|property| property.presence == Presence::ReadOnly)
        })
        .map(|(name, _)| name.clone())
        .collect();
    for property in objects.values_mut().flat_map(|object| &mut object.properties) {
        if object_of(&property.shape).is_some_and(|name| without_fields.iter().any(|empty| empty == name)) {
            property.presence = Presence::ReadOnly;
        }
    }
}

/// Boxes the fields that make a struct recursive. Objects are visited starting at the resource, so that the field that
/// refers back to an outer object is boxed.
pub(super) fn boxes(objects: &mut BTreeMap<String, Object>, resource: &str) {
    let mut cycles = Vec::new();
    let mut done = BTreeSet::new();
    for name in in_order(objects, resource) {
        find_cycles(objects, &name, &mut Vec::new(), &mut done, &mut cycles);
    }
    for (object, property) in cycles {
        if let Some(object) = objects.get_mut(&object) {
            object.properties[property].boxed = true;
        }
    }
}

/// The objects that are reachable from `resource`, nearest first.
fn in_order(objects: &BTreeMap<String, Object>, resource: &str) -> Vec<String> {
    let mut order = vec![resource.to_owned()];
    let mut next = 0;
    while let Some(object) = order.get(next).and_then(|name| objects.get(name)) {
        for inner in object
            .properties
            .iter()
            .filter_map(|property| object_of(&property.shape))
        {
            if !order.iter().any(|present| present == inner) {
                order.push(inner.to_owned());
            }
        }
        next += 1;
    }
    order
}

fn find_cycles(
    objects: &BTreeMap<String, Object>,
    name: &str,
    above: &mut Vec<String>,
    done: &mut BTreeSet<String>,
    cycles: &mut Vec<(String, usize)>,
) {
    if !done.insert(name.to_owned()) {
        return;
    }
    above.push(name.to_owned());
    let properties = objects.get(name).map_or(&[][..], |object| &object.properties);
    for (i, property) in properties.iter().enumerate() {
        // Lists and maps store their items on the heap.
        let Shape::Object(inner) = &property.shape else {
            continue;
        };
        if above.contains(inner) {
            cycles.push((name.to_owned(), i));
        } else {
            find_cycles(objects, inner, above, done, cycles);
        }
    }
    above.pop();
}

/// Removes objects and enums that no field uses.
pub(super) fn drop_unused(
    objects: &mut BTreeMap<String, Object>,
    enums: &mut BTreeMap<String, Enum>,
    resource: &str,
) {
    let mut used = BTreeSet::new();
    let mut used_enums = BTreeSet::new();
    let mut open = vec![resource.to_owned()];
    while let Some(name) = open.pop() {
        if !used.insert(name.clone()) {
            continue;
        }
        for property in objects.get(&name).iter().flat_map(|object| &object.properties) {
            if property.presence == Presence::ReadOnly {
                continue;
            }
            open.extend(object_of(&property.shape).map(str::to_owned));
            used_enums.extend(enum_of(&property.shape).map(str::to_owned));
        }
    }
    objects.retain(|name, _| used.contains(name));
    enums.retain(|name, _| used_enums.contains(name));
}

/// The shape of the property at `path`.
pub(super) fn shape_at<'o>(
    objects: &'o BTreeMap<String, Object>,
    resource: &str,
    path: &[&str],
) -> Option<&'o Shape> {
    let mut object = objects.get(resource)?;
    let (last, parents) = path.split_last()?;
    for name in parents.iter().filter(|name| **name != "*") {
        let property = object
            .properties
            .iter()
            .find(|property| property.name == **name)?;
        object = objects.get(object_of(&property.shape)?)?;
    }
    object
        .properties
        .iter()
        .find(|property| property.name == *last)
        .map(|property| &property.shape)
}

/// Changes the property at `path`. A path into plain JSON has no property.
fn mark(
    objects: &mut BTreeMap<String, Object>,
    resource: &str,
    path: &str,
    change: impl FnOnce(&mut Property),
) {
    let names: Vec<&str> = path.split('.').filter(|name| *name != "*").collect();
    let Some((last, parents)) = names.split_last() else {
        return;
    };
    let mut object = resource.to_owned();
    for name in parents {
        let properties = objects.get(&object).map_or(&[][..], |object| &object.properties);
        let inner = properties
            .iter()
            .find(|property| property.name == *name)
            .and_then(|property| object_of(&property.shape));
        let Some(inner) = inner else {
            return;
        };
        object = inner.to_owned();
    }
    let property = objects.get_mut(&object).and_then(|object| {
        object
            .properties
            .iter_mut()
            .find(|property| property.name == *last)
    });
    if let Some(property) = property {
        change(property);
    }
}

/// The object type of a shape or of its items.
fn object_of(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Object(name) => Some(name),
        Shape::List(list) => object_of(&list.item),
        Shape::Map(value) => object_of(value),
        _ => None,
    }
}

fn enum_of(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Text(Text {
            meaning: Meaning::Enum(name),
            ..
        }) => Some(name),
        Shape::List(list) => enum_of(&list.item),
        Shape::Map(value) => enum_of(value),
        _ => None,
    }
}
