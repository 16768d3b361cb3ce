//! Parses JSON and YAML, and finds duplicate keys. A byte order mark is skipped.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use infra_gen_cfn::{Finding, SourceLocation};

use crate::{
    Syntax,
    model::{Json, JsonObject},
    problem::{Location, problem},
    read::fragments,
    rules::{DUPLICATE_KEY, INVALID_JSON},
    substitution::{self, Quoted},
};

/// Reads a JSON document. A byte order mark is skipped, and a duplicate key is an error.
///
/// # Errors
/// The text is not JSON, or an object in it has a duplicate key. The error has line and column.
pub fn parse_json(text: &str) -> Result<Json, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(without_byte_order_mark(text));
    let seed = Node {
        location: Location::default(),
        problems: None,
    };
    let document = seed.deserialize(&mut reader)?;
    reader.end()?;
    Ok(document)
}

/// Some editors write a byte order mark at the start of a file.
pub(crate) fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Parses a definition. The error is the finding about it; `None` if unknown pieces decide whether there is one.
pub(super) fn parse(text: &str, syntax: Syntax) -> Result<(Json, Vec<Finding>), Option<Box<Finding>>> {
    let text = without_byte_order_mark(text);
    if syntax == Syntax::JsonOrYaml && !text.trim_start().starts_with(['{', '[']) {
        return parse_yaml(text).map_err(Some);
    }
    let quoted = substitution::quoted(text);
    let mut problems = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(quoted.text());
    let seed = Node {
        location: Location::default(),
        problems: Some(&mut problems),
    };
    let document = seed
        .deserialize(&mut reader)
        .and_then(|document| reader.end().map(|()| document));
    match document {
        Ok(document) => Ok((document, problems)),
        Err(_) if syntax == Syntax::AssembledJson && quoted.has_substitutions() => {
            let error = fragments::first_error(text);
            Err(error
                .map(|(offset, message)| invalid("JSON", &message, Some(SourceLocation::at(text, offset)))))
        }
        Err(error) => Err(Some(invalid_json(text, &quoted, &error))),
    }
}

/// The finding about a text that is not JSON.
fn invalid_json(text: &str, quoted: &Quoted<'_>, error: &serde_json::Error) -> Box<Finding> {
    // `serde_json` counts bytes: up to and including the wrong one, if there is one.
    let wrong = usize::from(!error.is_eof());
    let lines = quoted.text().split_inclusive('\n');
    let start: usize = lines.take(error.line().saturating_sub(1)).map(str::len).sum();
    let offset = quoted.original_offset(start + error.column().saturating_sub(wrong));
    let message = without_location(&error.to_string(), error.line(), error.column());
    invalid("JSON", &message, Some(SourceLocation::at(text, offset)))
}

fn invalid(language: &str, message: &str, location: Option<SourceLocation>) -> Box<Finding> {
    let message = format!("invalid {language}: {message}");
    Box::new(Finding {
        location,
        ..problem(&INVALID_JSON, &Location::default(), message)
    })
}

/// The message of a reader without its location, which the finding has.
fn without_location(message: &str, line: usize, column: usize) -> String {
    message.replacen(&format!(" at line {line} column {column}"), "", 1)
}

fn parse_yaml(text: &str) -> Result<(Json, Vec<Finding>), Box<Finding>> {
    let mut problems = Vec::new();
    let seed = Node {
        location: Location::default(),
        problems: Some(&mut problems),
    };
    match seed.deserialize(serde_yaml::Deserializer::from_str(text)) {
        Ok(document) => Ok((document, problems)),
        Err(error) => {
            let Some(at) = error.location() else {
                return Err(invalid("YAML", &error.to_string(), None));
            };
            let message = without_location(&error.to_string(), at.line(), at.column());
            let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let location = SourceLocation {
                line: number(at.line()),
                column: number(at.column()),
            };
            Err(invalid("YAML", &message, Some(location)))
        }
    }
}

/// A value of the document with its location.
struct Node<'a> {
    location: Location,
    /// The findings about duplicate keys; `None` if a duplicate key is an error.
    problems: Option<&'a mut Vec<Finding>>,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        loop {
            let location = self.location.index(list.len());
            match items.next_element_seed(Node {
                location,
                problems: self.problems.as_deref_mut(),
            })? {
                Some(item) => list.push(item),
                None => return Ok(Json::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Json, A::Error> {
        let mut object = JsonObject::new();
        while let Some(Name(name)) = entries.next_key()? {
            let location = self.location.field(&name);
            if object.contains_key(&name) {
                let Some(problems) = &mut self.problems else {
                    return Err(A::Error::custom(format_args!("duplicate key `{name}`")));
                };
                let message = format!("duplicate key `{name}`; only one of the values would be used");
                problems.push(problem(&DUPLICATE_KEY, &location, message));
            }
            let value = entries.next_value_seed(Node {
                location,
                problems: self.problems.as_deref_mut(),
            })?;
            object.insert(name, value);
        }
        Ok(Json::Object(object))
    }
}

struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duplicate_key_is_reported_with_its_location() {
        let (_, problems) = read(r#"{"States": {"A": 1, "B": {"x": [{"y": 1, "y": 2}]}, "A": 2}}"#).unwrap();
        let locations: Vec<_> = problems.iter().map(|finding| finding.path.to_string()).collect();
        assert_eq!(locations, ["States.B.x[0].y", "States.A"]);
    }

    #[test]
    fn invalid_json_is_reported_with_line_and_column() {
        check_error(
            "{\n  \"StartAt\": }",
            "line 2, column 14: invalid JSON: expected value",
        );
        check_error(
            "{\"ä\": 1",
            "line 1, column 8: invalid JSON: EOF while parsing an object",
        );
    }

    #[test]
    fn a_column_does_not_count_the_quotes_around_substitutions() {
        check_error(
            "{\"a\": ${A}, \"b\": ${B}, }",
            "line 1, column 24: invalid JSON: trailing comma",
        );
    }

    #[test]
    fn invalid_yaml_is_reported_with_line_and_column() {
        let error = parse("a:\n  - [ä\nb: 1\n", Syntax::JsonOrYaml)
            .unwrap_err()
            .unwrap();
        assert_eq!(error.location, Some(SourceLocation { line: 3, column: 2 }));
        assert!(
            error.message.starts_with("invalid YAML: did not find expected"),
            "{error}"
        );
        assert!(!error.message.contains("line 3"), "{error}");
    }

    #[test]
    fn unknown_pieces_of_an_assembled_text_are_no_error() {
        let parts = "{\"a\": 1 ${More}}";
        assert_eq!(parse(parts, Syntax::AssembledJson), Err(None));
        assert!(parse(parts, Syntax::Json).unwrap_err().is_some());
        let broken = "{\"a\": ${A}\n,}";
        let error = parse(broken, Syntax::AssembledJson).unwrap_err().unwrap();
        assert_eq!(error.location, Some(SourceLocation { line: 2, column: 2 }));
    }

    #[track_caller]
    fn check_error(text: &str, expected: &str) {
        let finding = read(text).unwrap_err().unwrap();
        let location = finding.location.unwrap();
        assert_eq!(format!("{location}: {}", finding.message), expected);
    }

    #[test]
    fn integers_and_fractions_are_kept() {
        let text = r#"{"a":1,"b":1.5,"c":-1}"#;
        assert_eq!(read(text).unwrap().0.to_string(), text);
    }

    #[test]
    fn yaml_is_read_from_files_only() {
        let text = "StartAt: A\nStates:\n  A: {Type: Wait, Seconds: 5, End: true}\n";
        let (document, _) = parse(text, Syntax::JsonOrYaml).unwrap();
        assert_eq!(document["States"]["A"]["Seconds"], 5);
        assert!(read(text).is_err());
        assert!(parse("a: [", Syntax::JsonOrYaml).is_err());
        let (_, problems) = parse("States:\n  A: 1\n  A: 2\n", Syntax::JsonOrYaml).unwrap();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].path.to_string(), "States.A");
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(read("\u{feff}{}").unwrap().0, Json::Object(JsonObject::new()));
        assert_eq!(parse_json("\u{feff}1").unwrap(), 1);
    }

    #[test]
    fn a_duplicate_key_in_other_documents_is_an_error_with_its_line() {
        let error = parse_json("{\n  \"a\": [{\"b\": 1,\n\"b\": 2}]\n}").unwrap_err();
        assert_eq!(error.to_string(), "duplicate key `b` at line 3 column 3");
        assert!(parse_json("{} 1").is_err());
        assert_eq!(
            parse_json(r#"{"a": {"a": [null]}}"#).unwrap().to_string(),
            r#"{"a":{"a":[null]}}"#
        );
    }

    fn read(text: &str) -> Result<(Json, Vec<Finding>), Option<Box<Finding>>> {
        parse(text, Syntax::Json)
    }
}
