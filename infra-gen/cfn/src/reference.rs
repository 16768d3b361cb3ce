//! ARNs and identifiers, typed by the resource type that they identify.

use std::{fmt, marker::PhantomData};

use serde::{Serialize, Serializer};

use crate::value::{Json, Textual, ToJson, Value};

/// The Amazon Resource Name of a resource of type `K`, one of the markers in [`crate::kind`].
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
pub struct Arn<K> {
    text: String,
    kind: PhantomData<fn() -> K>,
}

impl<K> Arn<K> {
    /// Parses a literal ARN, `arn:partition:service:region:account:resource`; `None` if a part is missing.
    ///
    /// This does not check that the ARN identifies a `K`, because the text alone does not always tell.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(6, ':');
        let well_formed = parts.next() == Some("arn")
            && parts.next().is_some_and(|partition| partition.starts_with("aws"))
            && parts.next().is_some_and(|service| !service.is_empty())
            && parts.nth(2).is_some_and(|resource| !resource.is_empty());
        well_formed.then(|| Self {
            text: text.to_owned(),
            kind: PhantomData,
        })
    }
}

/// The identifier of a resource of type `K`, as `Ref` returns it: a name or an ID, depending on the type.
pub struct Id<K> {
    text: String,
    kind: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    /// The identifier of a resource outside the stack. Its format is checked with the property that takes it.
    pub fn existing(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            kind: PhantomData,
        }
    }
}

/// Conversions of strings whose meaning only the author knows: an import, a parameter, or a concatenated ARN.
impl Value<String> {
    /// The same string as the ARN of a `K`. This is not checked.
    pub fn assume_arn<K>(&self) -> Value<Arn<K>> {
        self.map_text(|text| Arn {
            text,
            kind: PhantomData,
        })
    }

    /// The same string as the identifier of a `K`. This is not checked.
    pub fn assume_id<K>(&self) -> Value<Id<K>> {
        self.map_text(Id::existing)
    }
}

macro_rules! textual {
    ($name:ident) => {
        impl<K> Textual for $name<K> {}

        impl<K> ToJson for $name<K> {
            fn to_json(&self) -> Json {
                Json::from(self.text.as_str())
            }
        }

        impl<K> Serialize for $name<K> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.text)
            }
        }

        impl<K> Clone for $name<K> {
            fn clone(&self) -> Self {
                Self {
                    text: self.text.clone(),
                    kind: PhantomData,
                }
            }
        }

        impl<K> PartialEq for $name<K> {
            fn eq(&self, other: &Self) -> bool {
                self.text == other.text
            }
        }

        impl<K> fmt::Debug for $name<K> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.text).finish()
            }
        }

        impl<K> From<Value<$name<K>>> for Value<String> {
            fn from(value: Value<$name<K>>) -> Self {
                value.to_text()
            }
        }
    };
}

textual!(Arn);
textual!(Id);
