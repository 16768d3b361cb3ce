//! Writes a struct with its constructor and its conversion to JSON.

use crate::{
    docs,
    model::{Number, Object, Presence, Property, Resource, Shape, Text, Update},
};

use super::types::{Imports, field_type};

/// Longer patterns are not in the documentation.
const MAX_PATTERN_LENGTH: usize = 70;

/// The struct of the object `name` and its implementations.
pub(super) fn code(resource: &Resource, name: &str, imports: &mut Imports) -> String {
    for path in [
        "value::Json",
        "value::ObjectWriter",
        "value::ToJson",
        "value::Value",
    ] {
        imports.add(path);
    }
    let object = &resource.objects[name];
    let fields: Vec<(&Property, String)> = object
        .properties
        .iter()
        .filter(|property| property.presence != Presence::ReadOnly)
        .map(|property| (property, field_type(resource, property, imports)))
        .collect();
    declaration(resource, name, object, &fields) + &constructor(name, &fields) + &writer(name, &fields)
}

fn declaration(resource: &Resource, name: &str, object: &Object, fields: &[(&Property, String)]) -> String {
    let words = docs::first_paragraph(&object.documentation);
    let place = if name == resource.name {
        format!("`{}`.", resource.type_name)
    } else {
        format!("`{name}` of `{}`.", resource.type_name)
    };
    let mut code = match &words {
        Some(words) if name == resource.name => docs::comment(0, [words.as_str(), place.as_str()]),
        Some(words) => docs::comment(0, [words.as_str()]),
        None => docs::comment(0, [place.as_str()]),
    };
    let default = if fields.iter().any(|(property, _)| property.is_required()) {
        ""
    } else {
        "Default, "
    };
    code += &format!("#[derive(Debug, Clone, {default}PartialEq)]\npub struct {name} {{\n");
    for (property, field_type) in fields {
        let words =
            docs::first_paragraph(&property.documentation).unwrap_or_else(|| format!("`{}`.", property.name));
        let notes = notes(property);
        code += &docs::comment(
            4,
            [words.as_str(), notes.as_str()]
                .into_iter()
                .filter(|text| !text.is_empty()),
        );
        let field_type = if property.is_required() {
            format!("Value<{field_type}>")
        } else {
            format!("Option<Value<{field_type}>>")
        };
        code += &format!("pub {}: {field_type},\n", property.field);
    }
    code + "}\n\n"
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
        Shape::List(list) => notes.extend(between("Items", list.min_items, list.max_items)),
        _ => {}
    }
    notes.join(" ")
}

fn text_notes(text: &Text) -> Vec<String> {
    let length = between("Length", text.min_length, text.max_length);
    let pattern = text
        .pattern
        .as_ref()
        .filter(|pattern| pattern.len() <= MAX_PATTERN_LENGTH && !pattern.contains(['`', '\n', '\r', '\t']))
        .filter(|pattern| pattern.trim() == *pattern && !pattern.contains("  "))
        .map(|pattern| format!("Pattern: `{pattern}`."));
    length.into_iter().chain(pattern).collect()
}

fn number_notes(number: &Number) -> Vec<String> {
    if number.values.is_empty() {
        return between("Range", number.min, number.max).into_iter().collect();
    }
    let values: Vec<String> = number.values.iter().map(ToString::to_string).collect();
    vec![format!("One of {}.", values.join(", "))]
}

fn between<N: std::fmt::Display>(what: &str, min: Option<N>, max: Option<N>) -> Option<String> {
    match (min, max) {
        (Some(min), Some(max)) => Some(format!("{what}: {min} to {max}.")),
        (Some(min), None) => Some(format!("{what}: {min} or more.")),
        (None, Some(max)) => Some(format!("{what}: at most {max}.")),
        (None, None) => None,
    }
}

fn constructor(name: &str, fields: &[(&Property, String)]) -> String {
    if !fields.iter().any(|(property, _)| property.is_required()) {
        return format!(
            "impl {name} {{
                /// Without any property.
                pub fn new() -> Self {{ Self::default() }}
            }}\n\n"
        );
    }
    let mut parameters = String::new();
    let mut body = String::new();
    for (property, field_type) in fields {
        let field = &property.field;
        if property.is_required() {
            parameters += &format!("{field}: impl Into<Value<{field_type}>>,");
            body += &format!("{field}: {field}.into(),");
        } else {
            body += &format!("{field}: None,");
        }
    }
    let many = fields
        .iter()
        .filter(|(property, _)| property.is_required())
        .count()
        > 7;
    let expectation = if many {
        "#[expect(clippy::too_many_arguments, reason = \"one per required property\")]\n"
    } else {
        ""
    };
    format!(
        "impl {name} {{
            /// With the required properties only.
            {expectation}pub fn new({parameters}) -> Self {{ Self {{ {body} }} }}
        }}\n\n"
    )
}

fn writer(name: &str, fields: &[(&Property, String)]) -> String {
    let mut body = String::new();
    let mutability = if fields.is_empty() { "" } else { "mut " };
    for (property, _) in fields {
        let (key, field) = (&property.name, &property.field);
        body += &if property.is_required() {
            format!("object.required(\"{key}\", &self.{field});\n")
        } else {
            format!("object.optional(\"{key}\", self.{field}.as_ref());\n")
        };
    }
    format!(
        "impl ToJson for {name} {{
            fn to_json(&self) -> Json {{
                let {mutability}object = ObjectWriter::default();
                {body}object.finish()
            }}
        }}\n\n"
    )
}
