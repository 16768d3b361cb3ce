//! The static tables that the checks read.

use crate::model::{Attribute, List, Meaning, Number, Property, Resource, Rule, Shape, Text};
use crate::naming;

use super::types::Imports;

/// The schema of the type, and one table an object.
pub(super) fn code(resource: &Resource, imports: &mut Imports) -> String {
    for path in ["schema::Object", "schema::Reference", "schema::TypeSchema"] {
        imports.add(path);
    }
    let reference = if resource.refers_by_arn { "Arn" } else { "Id" };
    let mut code = format!(
        "pub(super) static SCHEMA: TypeSchema = TypeSchema {{
            type_name: {:?},
            properties: &{},
            create_only: {},
            conditional_create_only: {},
            read_only: {},
            write_only: {},
            primary_identifier: {},
            reference: Reference::{reference},
            attributes: &[{}],
            stateful: {},
        }};\n\n",
        resource.type_name,
        table(&resource.name),
        texts(&resource.create_only),
        texts(&resource.conditional_create_only),
        texts(&resource.read_only),
        texts(&resource.write_only),
        texts(&resource.primary_identifier),
        attributes(&resource.attributes, imports),
        resource.stateful,
    );
    for (name, object) in &resource.objects {
        let properties: Vec<String> = object
            .properties
            .iter()
            .map(|property| self::property(property, imports))
            .collect();
        let rules: Vec<String> = object
            .rules
            .iter()
            .map(|rule| self::rule(rule, imports))
            .collect();
        code += &format!(
            "static {}: Object = Object {{ properties: &[{}], constraints: &[{}] }};\n\n",
            table(name),
            properties.join(","),
            rules.join(","),
        );
    }
    code
}

/// The name of an object's table.
fn table(name: &str) -> String {
    format!("{}_PROPERTIES", naming::constant(name))
}

fn attributes(attributes: &[Attribute], imports: &mut Imports) -> String {
    let mut code = String::new();
    for attribute in attributes {
        imports.add("schema::Attribute");
        let yields = match attribute.shape {
            Shape::List(_) => "list",
            Shape::Map(_) | Shape::Object(_) | Shape::Json | Shape::Policy => "object",
            _ => "scalar",
        };
        code += &format!("Attribute::{yields}({:?}),", attribute.name);
    }
    code
}

fn property(property: &Property, imports: &mut Imports) -> String {
    for path in ["schema::Property", "schema::Shape"] {
        imports.add(path);
    }
    if property.read_only {
        return format!("Property::optional({:?}, Shape::Json)", property.name);
    }
    let constructor = if property.required { "required" } else { "optional" };
    format!(
        "Property::{constructor}({:?}, {})",
        property.name,
        shape(&property.shape)
    )
}

fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Text(text) => text_shape(text),
        Shape::Integer(number) => number_shape("INTEGER", "one_of_integers", number),
        Shape::Number(number) => number_shape("NUMBER", "one_of_integers", number),
        Shape::Boolean => "Shape::Boolean".to_owned(),
        Shape::Json | Shape::Policy => "Shape::Json".to_owned(),
        Shape::List(list) => list_shape(list),
        Shape::Map(value) => format!("Shape::Map(&{})", self::shape(value)),
        Shape::Object(name) => format!("Shape::Object(&{})", table(name)),
    }
}

fn text_shape(text: &Text) -> String {
    let mut code = match &text.meaning {
        Meaning::Enum(name) => {
            let has_all = text
                .values
                .iter()
                .all(|value| !crate::overrides::is_second_spelling(value));
            if has_all {
                format!("Shape::one_of({name}::VALUES)")
            } else {
                format!("Shape::one_of(&{:?})", text.values)
            }
        }
        _ => "Shape::TEXT".to_owned(),
    };
    if let Some(pattern) = &text.pattern {
        code += &format!(".pattern({})", raw(pattern));
    }
    code + &lengths(text.min_length, text.max_length)
}

fn number_shape(any: &str, one_of: &str, number: &Number) -> String {
    let mut code = if number.values.is_empty() {
        format!("Shape::{any}")
    } else {
        format!("Shape::{one_of}(&{:?})", number.values)
    };
    if let Some(min) = number.min {
        code += &format!(".min({min:?})");
    }
    if let Some(max) = number.max {
        code += &format!(".max({max:?})");
    }
    code
}

fn list_shape(list: &List) -> String {
    let unique = if list.unique { ".unique()" } else { "" };
    format!(
        "Shape::list(&{}){}{unique}",
        shape(&list.item),
        lengths(list.min_items, list.max_items)
    )
}

fn lengths(min: Option<u64>, max: Option<u64>) -> String {
    let min = min.map(|min| format!(".min_length({min})"));
    let max = max.map(|max| format!(".max_length({max})"));
    min.unwrap_or_default() + &max.unwrap_or_default()
}

fn rule(rule: &Rule, imports: &mut Imports) -> String {
    imports.add("schema::Constraint");
    match rule {
        Rule::ExactlyOne(names) => format!("Constraint::ExactlyOne({})", texts(names)),
        Rule::AtLeastOne(names) => format!("Constraint::AtLeastOne({})", texts(names)),
        Rule::Requires(name, others) => format!("Constraint::Requires({name:?}, {})", texts(others)),
        Rule::Excludes(name, others) => format!("Constraint::Excludes({name:?}, {})", texts(others)),
    }
}

fn texts(texts: &[String]) -> String {
    format!("&{texts:?}")
}

/// A string literal in which backslashes stand for themselves, where that reads better.
fn raw(text: &str) -> String {
    let is_plain = !text.contains(['\\', '"']) || text.contains(|c: char| c.is_control());
    if is_plain {
        format!("{text:?}")
    } else if text.contains('"') {
        format!("r#\"{text}\"#")
    } else {
        format!("r\"{text}\"")
    }
}
