//! JSON text into a document that knows which names were written twice.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::{
    model::{Json, JsonObject},
    problem::{Place, Problem},
};

pub(super) fn parse(text: &str) -> Result<(Json, Vec<Problem>), Problem> {
    let mut problems = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let seed = Node {
        place: Place::default(),
        problems: &mut problems,
    };
    let document = seed
        .deserialize(&mut reader)
        .and_then(|document| reader.end().map(|()| document));
    match document {
        Ok(document) => Ok((document, problems)),
        Err(error) => Err(Problem::new(
            &Place::default(),
            format!("this is not JSON: {error}"),
        )),
    }
}

/// One value of the document and where it stands.
struct Node<'a> {
    place: Place,
    problems: &'a mut Vec<Problem>,
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
            let place = self.place.index(list.len());
            match items.next_element_seed(Node {
                place,
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
            let place = self.place.field(&name);
            if object.contains_key(&name) {
                let message = format!("`{name}` is written twice here; only one of them would count");
                self.problems.push(Problem::new(&place, message));
            }
            let value = entries.next_value_seed(Node {
                place,
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
    fn a_name_written_twice_is_noticed_at_its_place() {
        let (_, problems) = parse(r#"{"States": {"A": 1, "B": {"x": [{"y": 1, "y": 2}]}, "A": 2}}"#).unwrap();
        let places: Vec<_> = problems.iter().map(|problem| problem.place.as_str()).collect();
        assert_eq!(places, ["States.B.x[0].y", "States.A"]);
    }

    #[test]
    fn what_is_no_json_is_told_with_line_and_column() {
        let problem = parse("{\n  \"StartAt\": }").unwrap_err();
        assert!(problem.message.contains("line 2 column 14"), "{problem}");
    }

    #[test]
    fn numbers_keep_their_kind() {
        let text = r#"{"a":1,"b":1.5,"c":-1}"#;
        assert_eq!(parse(text).unwrap().0.to_string(), text);
    }
}
