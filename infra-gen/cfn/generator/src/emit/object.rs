//! Writes a struct with its constructor and its conversion to JSON.

use infra_gen_schema::{Bounds, NumberShape, Object, Property, Shape, TextShape, TypeSchema, Update};

use super::{
    code::Code,
    types::{Kinds, field_type},
};
use crate::{naming, reference::ObjectDocs};

/// Longer patterns are not in the documentation.
const MAX_PATTERN_LENGTH: usize = 70;

/// A field, the `T` in its `Value<T>`, and its documentation.
type Field<'s> = (&'s Property, String, &'static str);

/// The struct of `object` and its implementations.
pub(super) fn item(
    code: &mut Code,
    schema: &TypeSchema,
    object: &Object,
    docs: &ObjectDocs,
    notice: &str,
    kinds: &mut Kinds,
) {
    let fields: Vec<Field<'_>> = object
        .properties
        .iter()
        .enumerate()
        .filter(|(_, property)| !property.read_only)
        .map(|(i, property)| {
            let words = docs.properties.get(i).copied().unwrap_or_default();
            (property, field_type(schema, property, kinds), words)
        })
        .collect();
    code.empty_line();
    code.doc([docs.documentation, notice]);
    declaration(code, object.name, &fields);
    constructor(code, object.name, &fields);
    writer(code, object.name, &fields);
}

fn declaration(code: &mut Code, name: &str, fields: &[Field<'_>]) {
    let default = if fields.iter().any(|(property, ..)| property.required) {
        ""
    } else {
        ", Default"
    };
    code.line(&format!("#[derive(Clone{default})]"));
    code.open(&format!("pub struct {name} {{"));
    for (property, field_type, words) in fields {
        let plain = format!("`{}`.", property.name);
        let words = if words.is_empty() { plain.as_str() } else { words };
        code.doc([words, &notes(property)]);
        let field = naming::field(property.name);
        if property.required {
            code.line(&format!("pub {field}: Value<{field_type}>,"));
        } else {
            code.line(&format!("pub {field}: Option<Value<{field_type}>>,"));
        }
    }
    code.close("}");
}

/// The rules of the schema for the value, as documentation.
fn notes(property: &Property) -> String {
    let mut notes: Vec<String> = Vec::new();
    if property.deprecated {
        notes.push("Deprecated.".to_owned());
    }
    match property.update {
        Update::InPlace => {}
        Update::SometimesReplaces => {
            notes.push("Update requires: replacement under some conditions.".to_owned());
        }
        Update::Replaces => notes.push("Update requires: replacement.".to_owned()),
    }
    match &property.shape {
        Shape::Text(text) => notes.extend(text_notes(text)),
        Shape::Integer(number) | Shape::Number(number) => notes.extend(number_notes(number)),
        Shape::List(list) => notes.extend(between("Items", list.length)),
        _ => {}
    }
    notes.join(" ")
}

fn text_notes(text: &TextShape) -> Vec<String> {
    let pattern = text
        .pattern
        .filter(|pattern| pattern.len() <= MAX_PATTERN_LENGTH && !pattern.contains(['`', '\n', '\r', '\t']))
        .filter(|pattern| pattern.trim() == *pattern && !pattern.contains("  "))
        .map(|pattern| format!("Pattern: `{pattern}`."));
    between("Length", text.length)
        .into_iter()
        .chain(pattern)
        .collect()
}

fn number_notes(number: &NumberShape) -> Vec<String> {
    if number.values.is_empty() {
        return between("Range", number.range).into_iter().collect();
    }
    let values: Vec<String> = number.values.iter().map(ToString::to_string).collect();
    vec![format!("One of {}.", values.join(", "))]
}

fn between<N: std::fmt::Display>(what: &str, bounds: Bounds<N>) -> Option<String> {
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) => Some(format!("{what}: {min} to {max}.")),
        (Some(min), None) => Some(format!("{what}: {min} or more.")),
        (None, Some(max)) => Some(format!("{what}: at most {max}.")),
        (None, None) => None,
    }
}

fn constructor(code: &mut Code, name: &str, fields: &[Field<'_>]) {
    code.open(&format!("impl {name} {{"));
    if fields.iter().any(|(property, ..)| property.required) {
        let mut parameters = Vec::new();
        let mut values = Vec::new();
        for (property, field_type, _) in fields {
            let field = naming::field(property.name);
            if property.required {
                parameters.push(format!("{field}: impl Into<Value<{field_type}>>"));
                values.push(format!("{field}: {field}.into()"));
            } else {
                values.push(format!("{field}: None"));
            }
        }
        code.line("/// With the required properties only.");
        code.open(&format!("pub fn new({}) -> Self {{", parameters.join(", ")));
        code.line(&format!("Self {{ {} }}", values.join(", ")));
        code.close("}");
    } else {
        code.line("/// Without any property.");
        code.open("pub fn new() -> Self {");
        code.line("Self::default()");
        code.close("}");
    }
    code.close("}");
}

fn writer(code: &mut Code, name: &str, fields: &[Field<'_>]) {
    code.open(&format!("impl ToJson for {name} {{"));
    code.open("fn to_json(&self) -> Json {");
    if fields.is_empty() {
        code.line("ObjectWriter::default().finish()");
    } else {
        code.line("let mut object = ObjectWriter::default();");
        for (property, ..) in fields {
            let (key, field) = (property.name, naming::field(property.name));
            if property.required {
                code.line(&format!("object.required({key:?}, &self.{field});"));
            } else {
                code.line(&format!("object.optional({key:?}, self.{field}.as_ref());"));
            }
        }
        code.line("object.finish()");
    }
    code.close("}");
    code.close("}");
    code.line(&format!("plain_traits!({name});"));
}
