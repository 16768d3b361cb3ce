//! What is known of properties by their path: what a change does, what only the service sets; and which fields need
//! a box, which objects nothing leads to.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{Enum, Meaning, Object, Presence, Property, Shape, Text, Update},
    registry::TypeSchema,
};

/// Marks what a change of a property does to the resource, and what is deprecated.
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

/// Marks what only the service sets, and what holds nothing else.
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

/// Boxes the fields that close a circle of structs. Objects are visited as they are met from the resource on, so
/// that the field that leads back to the outer object gets the box.
pub(super) fn boxes(objects: &mut BTreeMap<String, Object>, resource: &str) {
    let mut circles = Vec::new();
    let mut done = BTreeSet::new();
    for name in in_order(objects, resource) {
        find_circles(objects, &name, &mut Vec::new(), &mut done, &mut circles);
    }
    for (object, property) in circles {
        if let Some(object) = objects.get_mut(&object) {
            object.properties[property].boxed = true;
        }
    }
}

/// The objects that `resource` leads to, nearest first.
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

fn find_circles(
    objects: &BTreeMap<String, Object>,
    name: &str,
    above: &mut Vec<String>,
    done: &mut BTreeSet<String>,
    circles: &mut Vec<(String, usize)>,
) {
    if !done.insert(name.to_owned()) {
        return;
    }
    above.push(name.to_owned());
    let properties = objects.get(name).map_or(&[][..], |object| &object.properties);
    for (i, property) in properties.iter().enumerate() {
        // A list or a map holds its items elsewhere.
        let Shape::Object(inner) = &property.shape else {
            continue;
        };
        if above.contains(inner) {
            circles.push((name.to_owned(), i));
        } else {
            find_circles(objects, inner, above, done, circles);
        }
    }
    above.pop();
}

/// Drops the objects and enums that no field leads to.
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

/// The shape of the property at `path`, names below the resource.
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

/// Changes the property at `path`. Paths into free-form JSON lead to none.
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

/// The object that a shape is, or that its items are.
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
