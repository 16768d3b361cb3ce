//! The Rust type of each shape, and its imports.

use std::collections::BTreeSet;

use crate::model::{Meaning, Property, Resource, Shape, Text};

/// The properties of the shared tag.
const TAG: [&str; 2] = ["Key", "Value"];

/// The paths below `crate::` that a file imports.
#[derive(Default)]
pub(super) struct Imports(BTreeSet<String>);

impl Imports {
    pub(super) fn add(&mut self, path: &str) {
        self.0.insert(path.to_owned());
    }

    /// The `use` declaration, grouped by module, because rustfmt does not merge imports.
    pub(super) fn declaration(&self) -> String {
        let mut declaration = String::from("use crate::{");
        let mut module = "";
        for path in &self.0 {
            let (parent, name) = path.rsplit_once("::").unwrap_or(("", path));
            if parent.is_empty() || parent != module {
                if !module.is_empty() {
                    declaration += "},";
                }
                if !parent.is_empty() {
                    declaration += &format!("{parent}::{{");
                }
            }
            declaration += &format!("{name},");
            module = parent;
        }
        if !module.is_empty() {
            declaration += "}";
        }
        declaration + "};\n"
    }
}

/// The `T` in the `Value<T>` of a field.
pub(super) fn field_type(resource: &Resource, property: &Property, imports: &mut Imports) -> String {
    let inner = type_of(resource, &property.shape, imports);
    if property.boxed {
        format!("Box<{inner}>")
    } else {
        inner
    }
}

/// The `T` in `Value<T>`.
pub(super) fn type_of(resource: &Resource, shape: &Shape, imports: &mut Imports) -> String {
    match shape {
        Shape::Text(text) => text_type(text, imports),
        Shape::Integer(_) => "i64".to_owned(),
        Shape::Number(_) => "f64".to_owned(),
        Shape::Boolean => "bool".to_owned(),
        Shape::Json => {
            imports.add("value::Json");
            "Json".to_owned()
        }
        Shape::Policy => {
            imports.add("policy::PolicyDocument");
            "PolicyDocument".to_owned()
        }
        Shape::List(list) => {
            imports.add("value::List");
            format!("List<{}>", type_of(resource, &list.item, imports))
        }
        Shape::Map(value) => {
            imports.add("value::Map");
            format!("Map<{}>", type_of(resource, value, imports))
        }
        Shape::Object(name) if is_tag(resource, name) => {
            imports.add("tag::Tag");
            "Tag".to_owned()
        }
        Shape::Object(name) => name.clone(),
    }
}

/// Whether the object is a tag: a pair of strings.
pub(super) fn is_tag(resource: &Resource, name: &str) -> bool {
    let is_named_tag = matches!(name, "Tag" | "Tags" | "TagsEntry" | "TagItems");
    is_named_tag
        && resource.objects.get(name).is_some_and(|object| {
            object
                .properties
                .iter()
                .map(|property| property.name.as_str())
                .eq(TAG)
                && object.properties.iter().all(|property| {
                    matches!(
                        property.shape,
                        Shape::Text(Text {
                            meaning: Meaning::Plain,
                            ..
                        })
                    )
                })
        })
}

fn text_type(text: &Text, imports: &mut Imports) -> String {
    match &text.meaning {
        Meaning::Plain => "String".to_owned(),
        Meaning::Enum(name) => name.clone(),
        Meaning::Name(name) => {
            imports.add(&format!("names::{name}"));
            (*name).to_owned()
        }
        Meaning::Arn(kind) => {
            imports.add("kind");
            imports.add("reference::Arn");
            format!("Arn<kind::{}::{}>", kind.module, kind.name)
        }
        Meaning::Id(kind) => {
            imports.add("kind");
            imports.add("reference::Id");
            format!("Id<kind::{}::{}>", kind.module, kind.name)
        }
    }
}
