//! The Rust type of each shape.

use std::collections::BTreeSet;

use infra_gen_schema::{Meaning, Object, Property, Shape, TextShape, TypeSchema};

use crate::naming;

/// The resource types to which the code refers.
#[derive(Default)]
pub(super) struct Kinds {
    pub(super) used: BTreeSet<&'static str>,
}

impl Kinds {
    /// The path of the marker of a type.
    pub(super) fn path(&mut self, type_name: &'static str) -> String {
        self.used.insert(type_name);
        format!(
            "kind::{}::{}",
            naming::module(naming::service(type_name)),
            naming::type_name(type_name)
        )
    }
}

/// The `T` in the `Value<T>` of a field.
pub(super) fn field_type(schema: &TypeSchema, property: &Property, kinds: &mut Kinds) -> String {
    let inner = type_of(schema, &property.shape, kinds);
    if property.boxed {
        format!("Box<{inner}>")
    } else {
        inner
    }
}

/// The `T` in `Value<T>`.
pub(super) fn type_of(schema: &TypeSchema, shape: &Shape, kinds: &mut Kinds) -> String {
    match shape {
        Shape::Text(text) => text_type(schema, text, kinds),
        Shape::Integer(_) => "i64".to_owned(),
        Shape::Number(_) => "f64".to_owned(),
        Shape::Boolean => "bool".to_owned(),
        Shape::Json => "Json".to_owned(),
        // A string may contain the same as JSON.
        Shape::OneOf(shapes) => match shapes.split_first() {
            Some((first, others)) if others.iter().all(|other| matches!(other, Shape::Text(_))) => {
                type_of(schema, first, kinds)
            }
            _ => "Json".to_owned(),
        },
        Shape::Policy => "PolicyDocument".to_owned(),
        Shape::List(list) => {
            let item = type_of(schema, &list.item, kinds);
            // One resource type has this name itself.
            let prefix = if schema.name() == "List" { "crate::" } else { "" };
            format!("{prefix}List<{item}>")
        }
        Shape::Map(value) => format!("Map<{}>", type_of(schema, value, kinds)),
        Shape::Object(id) if is_tag(schema.object(*id)) => "Tag".to_owned(),
        Shape::Object(id) => schema.object(*id).name.to_owned(),
    }
}

/// Whether the object is a tag: a pair of strings.
pub(super) fn is_tag(object: &Object) -> bool {
    let is_plain = |shape: &Shape| {
        matches!(
            shape,
            Shape::Text(TextShape {
                meaning: Meaning::Plain,
                values: None,
                ..
            })
        )
    };
    matches!(object.name, "Tag" | "Tags" | "TagsEntry" | "TagItems")
        && object
            .properties
            .iter()
            .map(|property| property.name)
            .eq(["Key", "Value"])
        && object
            .properties
            .iter()
            .all(|property| is_plain(&property.shape) && !property.read_only)
}

fn text_type(schema: &TypeSchema, text: &TextShape, kinds: &mut Kinds) -> String {
    if let Some(id) = text.values {
        let values = schema.values(id);
        return match naming::variants(&values.values) {
            Some(_) => values.name.to_owned(),
            None => "String".to_owned(),
        };
    }
    match text.meaning {
        Meaning::Plain => "String".to_owned(),
        Meaning::Name(name) => format!("names::{name}"),
        Meaning::Arn(of) => format!("Arn<{}>", kinds.path(of)),
        Meaning::Id(of) => format!("Id<{}>", kinds.path(of)),
    }
}
