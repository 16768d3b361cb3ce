//! Writes the schema of a resource type as static data.

use crate::{
    model::{Attribute, List, Meaning, Number, Presence, Property, Resource, Rule, Shape, Text},
    naming, overrides,
};

use super::types::Imports;

/// Longer patterns become constants, because rustfmt does not format expressions with long strings.
const MAX_INLINE_PATTERN: usize = 50;

/// The schema of the type, and one table per object.
pub(super) fn code(resource: &Resource, imports: &mut Imports) -> String {
    for path in ["schema::Object", "schema::Reference", "schema::TypeSchema"] {
        imports.add(path);
    }
    let mut tables = Tables {
        imports,
        patterns: Vec::new(),
    };
    let mut code = tables.type_schema(resource);
    for (name, object) in &resource.objects {
        let properties: String = object
            .properties
            .iter()
            .map(|property| tables.property(property))
            .collect();
        let constraints: String = object.rules.iter().map(|rule| tables.constraint(rule)).collect();
        code += &format!(
            "static {}: Object = Object {{ properties: &[{properties}], constraints: &[{constraints}] }};\n\n",
            table(name),
        );
    }
    code + &tables.pattern_constants()
}

/// The name of the table of an object.
fn table(name: &str) -> String {
    match naming::constant(name) {
        // `SCHEMA` is the name of the schema of the type.
        schema if schema == "SCHEMA" => "SCHEMA_OBJECT".to_owned(),
        other => other,
    }
}

/// Writes tables, and collects their imports and patterns.
struct Tables<'i> {
    imports: &'i mut Imports,
    /// The long patterns. Several properties may share one.
    patterns: Vec<String>,
}

impl Tables<'_> {
    fn type_schema(&mut self, resource: &Resource) -> String {
        let reference = if resource.refers_by_arn { "Arn" } else { "Id" };
        let attributes: String = resource
            .attributes
            .iter()
            .map(|attribute| self.attribute(attribute))
            .collect();
        format!(
            "pub(super) static SCHEMA: TypeSchema = TypeSchema {{
                type_name: {:?},
                properties: &{},
                create_only: {},
                conditional_create_only: {},
                read_only: {},
                write_only: {},
                primary_identifier: {},
                reference: Reference::{reference},
                attributes: &[{attributes}],
                stateful: {},
            }};\n\n",
            resource.type_name,
            table(&resource.name),
            texts(&resource.create_only),
            texts(&resource.conditional_create_only),
            texts(&resource.read_only),
            texts(&resource.write_only),
            texts(&resource.primary_identifier),
            resource.stateful,
        )
    }

    fn attribute(&mut self, attribute: &Attribute) -> String {
        self.imports.add("schema::Attribute");
        let yields = match attribute.shape {
            Shape::List(_) => "list",
            Shape::Map(_) | Shape::Object(_) | Shape::Json | Shape::Policy => "object",
            _ => "scalar",
        };
        format!("Attribute::{yields}({:?}),", attribute.name)
    }

    fn property(&mut self, property: &Property) -> String {
        for path in ["schema::Property", "schema::Shape"] {
            self.imports.add(path);
        }
        if property.presence == Presence::ReadOnly {
            return format!("Property::optional({:?}, Shape::Json),", property.name);
        }
        let constructor = if property.is_required() {
            "required"
        } else {
            "optional"
        };
        format!(
            "Property::{constructor}({:?}, {}),",
            property.name,
            self.shape(&property.shape)
        )
    }

    fn shape(&mut self, shape: &Shape) -> String {
        match shape {
            Shape::Text(text) => self.text(text),
            Shape::Integer(number) => self::number("Shape::INTEGER", number),
            Shape::Number(number) => self::number("Shape::NUMBER", number),
            Shape::Boolean => "Shape::Boolean".to_owned(),
            Shape::Json | Shape::Policy => "Shape::Json".to_owned(),
            Shape::List(list) => self.list(list),
            Shape::Map(value) => format!("Shape::Map(&{})", self.shape(value)),
            Shape::Object(name) => format!("Shape::Object(&{})", table(name)),
        }
    }

    fn text(&mut self, text: &Text) -> String {
        let mut code = match &text.meaning {
            Meaning::Enum(_)
                if text
                    .values
                    .iter()
                    .any(|value| overrides::is_alternative_spelling(value)) =>
            {
                format!("Shape::one_of({})", texts(&text.values))
            }
            Meaning::Enum(name) => format!("Shape::one_of({name}::VALUES)"),
            _ => "Shape::TEXT".to_owned(),
        };
        if let Some(pattern) = &text.pattern {
            code += &format!(".pattern({})", self.pattern(pattern));
        }
        code + &lengths(text.min_length, text.max_length)
    }

    fn list(&mut self, list: &List) -> String {
        let unique = if list.unique { ".unique()" } else { "" };
        format!(
            "Shape::list(&{}){}{unique}",
            self.shape(&list.item),
            lengths(list.min_items, list.max_items)
        )
    }

    fn constraint(&mut self, rule: &Rule) -> String {
        self.imports.add("schema::Constraint");
        match rule {
            Rule::ExactlyOne(names) => format!("Constraint::ExactlyOne({}),", texts(names)),
            Rule::AtLeastOne(names) => format!("Constraint::AtLeastOne({}),", texts(names)),
            Rule::Requires(name, others) => format!("Constraint::Requires({name:?}, {}),", texts(others)),
            Rule::Excludes(name, others) => format!("Constraint::Excludes({name:?}, {}),", texts(others)),
            Rule::Unless(name, value, others) => {
                format!("Constraint::Unless({name:?}, {value:?}, {}),", texts(others))
            }
        }
    }

    fn pattern(&mut self, pattern: &str) -> String {
        if pattern.len() <= MAX_INLINE_PATTERN {
            return raw(pattern);
        }
        let known = self.patterns.iter().position(|known| known == pattern);
        let place = known.unwrap_or_else(|| {
            self.patterns.push(pattern.to_owned());
            self.patterns.len() - 1
        });
        format!("PATTERN_{}", place + 1)
    }

    fn pattern_constants(&self) -> String {
        let mut constants = String::new();
        for (i, pattern) in self.patterns.iter().enumerate() {
            constants += &format!("const PATTERN_{}: &str = {};\n", i + 1, raw(pattern));
        }
        constants
    }
}

fn number(any: &str, number: &Number) -> String {
    if !number.values.is_empty() {
        return format!("Shape::one_of_integers(&{:?})", number.values);
    }
    let min = number
        .min
        .map(|min| format!(".min({})", grouped(&format!("{min:?}"))));
    let max = number
        .max
        .map(|max| format!(".max({})", grouped(&format!("{max:?}"))));
    any.to_owned() + &min.unwrap_or_default() + &max.unwrap_or_default()
}

fn lengths(min: Option<u64>, max: Option<u64>) -> String {
    let min = min.map(|min| format!(".min_length({})", grouped(&min.to_string())));
    let max = max.map(|max| format!(".max_length({})", grouped(&max.to_string())));
    min.unwrap_or_default() + &max.unwrap_or_default()
}

fn texts(texts: &[String]) -> String {
    format!("&{texts:?}")
}

/// A number with `_` between groups of three digits, if it has more than five.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && whole.len() > 5 && (whole.len() - i).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped + fraction
}

/// A string literal, raw if that avoids escapes.
fn raw(text: &str) -> String {
    let is_plain = !text.contains(['\\', '"']) || text.contains(char::is_control);
    if is_plain {
        format!("{text:?}")
    } else if text.contains('"') {
        format!("r#\"{text}\"#")
    } else {
        format!("r\"{text}\"")
    }
}
