//! Tags of resources.

use crate::value::{Json, ObjectWriter, ToJson, Value};

/// A tag of a resource. All services whose tags are pairs of strings use this type.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    /// The key.
    pub key: Value<String>,
    /// The value.
    pub value: Value<String>,
}

impl Tag {
    /// A tag with this key and value.
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
