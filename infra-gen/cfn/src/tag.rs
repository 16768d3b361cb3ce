//! The tag that most resource types take.

use crate::value::{Json, ObjectWriter, ToJson, Value};

/// A key and its value, attached to a resource. One type serves every service whose tags are pairs of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    /// The key.
    pub key: Value<String>,
    /// The value.
    pub value: Value<String>,
}

impl Tag {
    /// The tag `key` with `value`.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for Tag {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}
