//! JSON in which a struct can only be an object. Serde's derived code also accepts an array of the fields in their order, which the
//! published schemas do not allow.

use serde::{
    Deserializer,
    de::{
        Error as _, IntoDeserializer, Unexpected, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_json::{Error, Value};

/// A value whose structs are read only from objects, at any depth.
#[derive(Debug)]
pub(crate) struct Objects(pub(crate) Value);

impl Objects {
    /// Refuses a value that is not an object. Serde requests an object for a struct, but not for an enum with a tag.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let kind = match &self.0 {
            Value::Object(_) => return Ok(()),
            Value::Array(_) => Unexpected::Other("array"),
            Value::Number(_) => Unexpected::Other("number"),
            Value::String(text) => Unexpected::Str(text),
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::Null => Unexpected::Unit,
        };
        Err(Error::invalid_type(kind, &"an object"))
    }
}

impl<'de> Deserializer<'de> for Objects {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(items) => {
                let mut items = SeqDeserializer::new(items.into_iter().map(Self));
                let read = visitor.visit_seq(&mut items)?;
                items.end().map(|()| read)
            }
            Value::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, Self(value)));
                let mut fields = MapDeserializer::new(fields);
                let read = visitor.visit_map(&mut fields)?;
                fields.end().map(|()| read)
            }
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.check()?;
        self.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

impl IntoDeserializer<'_, Error> for Objects {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Box {
        label: Option<Label>,
        cookies: Vec<Cookie>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Label(String);

    #[derive(Debug, PartialEq, Deserialize)]
    struct Cookie {
        kind: Kind,
        size: (u8, u8),
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        Oat,
        Rye,
    }

    #[test]
    fn valid_values_are_read_as_serde_reads_them() {
        for value in [
            json!({ "label": "twelve", "cookies": [{ "kind": "oat", "size": [3, 4] }] }),
            json!({ "label": null, "cookies": [] }),
            json!({ "cookies": [{ "kind": "rye", "size": [3, 4] }] }),
        ] {
            let usual = Box::deserialize(value.clone()).unwrap();
            assert_eq!(Box::deserialize(Objects(value)).unwrap(), usual);
        }
    }

    #[test]
    fn an_array_is_not_an_object_at_any_depth() {
        for (value, message) in [
            (json!([null, []]), "invalid type: array, expected an object"),
            (
                json!({ "cookies": [["oat", [3, 4]]] }),
                "invalid type: array, expected an object",
            ),
            (json!("box"), "invalid type: string \"box\", expected an object"),
            (json!(null), "invalid type: null, expected an object"),
            (
                json!({ "cookies": [{ "kind": "oat", "size": [3, 4, 5] }] }),
                "invalid length 3, expected 2 elements in sequence",
            ),
        ] {
            let error = Box::deserialize(Objects(value)).unwrap_err();
            assert_eq!(error.to_string(), message);
        }
    }
}
