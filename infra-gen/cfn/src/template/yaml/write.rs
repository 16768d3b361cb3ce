//! Writes YAML: block style, two spaces per level, the same bytes for the same template.
//!
//! The output has no anchors, no folded text, and no flow style except `[]` and `{}`, so that YAML 1.1 and 1.2 readers read
//! the same values. Only functions use tags.

use std::borrow::Cow;

use crate::{
    template::yaml::{scalar, tag},
    value::Json,
};

/// The form of functions in YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FunctionSyntax {
    /// The short form, `!GetAtt Orders.Arn`.
    #[default]
    Short,
    /// The full function name, `Fn::GetAtt: [Orders, Arn]`, for YAML readers that do not know CloudFormation's tags.
    Full,
}

/// Writes a document whose root is a map, with an empty line between its entries.
pub(in crate::template) fn write(
    document: &serde_json::Map<String, Json>,
    functions: FunctionSyntax,
) -> String {
    let mut writer = Writer {
        text: String::new(),
        functions,
        in_conditions: false,
    };
    if document.is_empty() {
        return "{}\n".to_owned();
    }
    for (section, value) in document {
        if !writer.text.is_empty() && value.as_object().is_some_and(|entries| !entries.is_empty()) {
            writer.text.push('\n');
        }
        writer.in_conditions = section == "Conditions";
        writer.entry(section, value, 0);
    }
    writer.text
}

struct Writer {
    text: String,
    functions: FunctionSyntax,
    /// Whether `{Condition: Name}` is a function. Outside conditions it is plain data.
    in_conditions: bool,
}

impl Writer {
    /// Writes an entry of a map after its indentation.
    fn entry(&mut self, key: &str, value: &Json, indent: usize) {
        // Longer keys must be marked by `?`.
        const MAX_SIMPLE_KEY_LENGTH: usize = 500;
        let key = scalar::quote(key);
        if key.len() > MAX_SIMPLE_KEY_LENGTH {
            self.text.push_str("? ");
            self.text.push_str(&key);
            self.text.push('\n');
            self.indent(indent);
        } else {
            self.text.push_str(&key);
        }
        self.text.push(':');
        self.value(value, indent);
    }

    /// Writes `value` after a colon, and ends the line.
    fn value(&mut self, value: &Json, indent: usize) {
        match value {
            Json::Array(items) if !items.is_empty() => self.items(items, indent),
            Json::Object(entries) if !entries.is_empty() => {
                if let Some(call) = self.call(entries) {
                    self.write_call(call, indent);
                } else {
                    self.text.push('\n');
                    for (key, value) in entries {
                        self.indent(indent + 1);
                        self.entry(key, value, indent + 1);
                    }
                }
            }
            Json::String(text) => self.scalar_text(text, indent),
            scalar => self.line(&write_scalar(scalar)),
        }
    }

    fn write_call(&mut self, call: Call<'_>, indent: usize) {
        self.text.push_str(" !");
        self.text.push_str(call.tag);
        match call.argument {
            Argument::Text(text) => self.scalar_text(&text, indent),
            Argument::List(items) => self.items(items, indent),
        }
    }

    fn items(&mut self, items: &[Json], indent: usize) {
        self.text.push('\n');
        for item in items {
            self.indent(indent + 1);
            self.item(item, indent + 1);
        }
    }

    /// Writes one item of a list after its indentation. A list or map begins on the line of its dash.
    fn item(&mut self, item: &Json, indent: usize) {
        self.text.push('-');
        match item {
            Json::Array(items) if !items.is_empty() => {
                for (i, inner) in items.iter().enumerate() {
                    self.continue_dash(i, indent);
                    self.item(inner, indent + 1);
                }
            }
            Json::Object(entries) if !entries.is_empty() && self.call(entries).is_none() => {
                for (i, (key, value)) in entries.iter().enumerate() {
                    self.continue_dash(i, indent);
                    self.entry(key, value, indent + 1);
                }
            }
            other => self.value(other, indent),
        }
    }

    /// Writes a space after the dash for the first part, and the indentation for each further part.
    fn continue_dash(&mut self, part: usize, indent: usize) {
        if part == 0 {
            self.text.push(' ');
        } else {
            self.indent(indent + 1);
        }
    }

    fn scalar_text(&mut self, text: &str, indent: usize) {
        if !scalar::is_block(text) {
            return self.line(&scalar::quote(text));
        }
        let (chomp, lines) = match text.strip_suffix('\n') {
            Some(lines) => ("|", lines),
            None => ("|-", text),
        };
        self.line(chomp);
        for line in lines.split('\n') {
            if !line.is_empty() {
                self.indent(indent + 1);
                self.text.push_str(line);
            }
            self.text.push('\n');
        }
    }

    fn line(&mut self, rest: &str) {
        self.text.push(' ');
        self.text.push_str(rest);
        self.text.push('\n');
    }

    fn indent(&mut self, levels: usize) {
        for _ in 0..levels {
            self.text.push_str("  ");
        }
    }

    /// The short form of a map, if it is a function that has one.
    fn call<'a>(&self, map: &'a serde_json::Map<String, Json>) -> Option<Call<'a>> {
        if self.functions == FunctionSyntax::Full || map.len() != 1 {
            return None;
        }
        let (function, argument) = map.iter().next()?;
        let tag = match function.as_str() {
            "Condition" if self.in_conditions => "Condition",
            _ => tag::short_tag(function)?,
        };
        let argument = match (tag, argument) {
            // A string after `!GetAtt` is read as a list.
            ("GetAtt", Json::String(_)) => return None,
            ("GetAtt", Json::Array(items)) => match items.as_slice() {
                [Json::String(resource), Json::String(attribute)] if !resource.contains('.') => {
                    Argument::Text(format!("{resource}.{attribute}").into())
                }
                _ => Argument::List(items),
            },
            (_, Json::String(text)) => Argument::Text(text.into()),
            (_, Json::Array(items)) => Argument::List(items),
            // A tag applies to strings and lists only, and two short forms must not follow each other.
            _ => return None,
        };
        match argument {
            Argument::List([]) => None,
            argument => Some(Call { tag, argument }),
        }
    }
}

struct Call<'a> {
    tag: &'a str,
    argument: Argument<'a>,
}

enum Argument<'a> {
    Text(Cow<'a, str>),
    List(&'a [Json]),
}

fn write_scalar(value: &Json) -> String {
    match value {
        Json::Number(number) => scalar::write_number(number),
        Json::Array(_) => "[]".to_owned(),
        Json::Object(_) => "{}".to_owned(),
        other => other.to_string(),
    }
}
