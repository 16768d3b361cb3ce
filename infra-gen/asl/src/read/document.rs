//! Parses JSON and finds duplicate keys, and parses YAML.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use infra_gen_cfn::Finding;

use crate::{
    Syntax,
    model::{Json, JsonObject},
    problem::{Location, problem},
    rules::{DUPLICATE_KEY, INVALID_JSON},
    substitution,
};

pub(super) fn parse(text: &str, syntax: Syntax) -> Result<(Json, Vec<Finding>), Box<Finding>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if syntax == Syntax::JsonOrYaml && !text.trim_start().starts_with(['{', '[']) {
        return parse_yaml(text);
    }
    let quoted = substitution::quoted(text);
    let mut problems = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(&quoted);
    let seed = Node {
        location: Location::default(),
        problems: &mut problems,
    };
    let document = seed
        .deserialize(&mut reader)
        .and_then(|document| reader.end().map(|()| document));
    match document {
        Ok(document) => Ok((document, problems)),
        Err(error) => Err(Box::new(problem(
            &INVALID_JSON,
            &Location::default(),
            format!("invalid JSON: {error}"),
        ))),
    }
}

fn parse_yaml(text: &str) -> Result<(Json, Vec<Finding>), Box<Finding>> {
    let mut problems = Vec::new();
    let seed = Node {
        location: Location::default(),
        problems: &mut problems,
    };
    match seed.deserialize(serde_yaml::Deserializer::from_str(text)) {
        Ok(document) => Ok((document, problems)),
        Err(error) => Err(Box::new(problem(
            &INVALID_JSON,
            &Location::default(),
            format!("invalid YAML: {error}"),
        ))),
    }
}

/// A value of the document with its location.
struct Node<'a> {
    location: Location,
    problems: &'a mut Vec<Finding>,
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

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        loop {
            let location = self.location.index(list.len());
            match items.next_element_seed(Node {
                location,
                problems: self.problems,
            })? {
                Some(item) => list.push(item),
                None => return Ok(Json::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut object = JsonObject::new();
        while let Some(Name(name)) = entries.next_key()? {
            let location = self.location.field(&name);
            if object.contains_key(&name) {
                let message = format!("duplicate key `{name}`; only one of the values would be used");
                self.problems.push(problem(&DUPLICATE_KEY, &location, message));
            }
            let value = entries.next_value_seed(Node {
                location,
                problems: self.problems,
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
        let problem = read("{\n  \"StartAt\": }").unwrap_err();
        assert!(problem.message.contains("line 2 column 14"), "{problem}");
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
    }

    fn read(text: &str) -> Result<(Json, Vec<Finding>), Box<Finding>> {
        parse(text, Syntax::Json)
    }
}
