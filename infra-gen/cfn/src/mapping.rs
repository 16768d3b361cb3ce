//! Mappings, which look up values at deployment.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html>

use std::marker::PhantomData;

use crate::{
    names::LogicalId,
    value::{Json, ToJson},
};

/// A declared mapping with values of type `T`. Only [`Stack::mapping`](crate::Stack::mapping) returns one.
#[derive(Debug)]
pub struct Mapping<T> {
    id: LogicalId,
    value: PhantomData<fn() -> T>,
}

impl<T> Mapping<T> {
    pub(crate) fn new(id: LogicalId) -> Self {
        Self {
            id,
            value: PhantomData,
        }
    }

    /// The name in the template.
    pub fn id(&self) -> &LogicalId {
        &self.id
    }
}

impl<T> Clone for Mapping<T> {
    fn clone(&self) -> Self {
        Self::new(self.id.clone())
    }
}

/// A literal that a mapping can contain: a text, a number, a boolean, or a list of them.
pub trait MappingValue {
    /// The type of the value when it is looked up.
    type Value;

    /// The value in the template.
    fn to_mapping(&self) -> Json;
}

macro_rules! scalar {
    ($($scalar:ty => $value:ty,)*) => {
        $(
            impl MappingValue for $scalar {
                type Value = $value;

                fn to_mapping(&self) -> Json {
                    <$value>::from(self.to_owned()).to_json()
                }
            }
        )*
    };
}

scalar! {
    &str => String,
    String => String,
    i64 => i64,
    f64 => f64,
    bool => bool,
}

impl<M: MappingValue> MappingValue for Vec<M> {
    type Value = crate::value::List<M::Value>;

    fn to_mapping(&self) -> Json {
        self.iter().map(MappingValue::to_mapping).collect()
    }
}

impl<M: MappingValue, const N: usize> MappingValue for [M; N] {
    type Value = crate::value::List<M::Value>;

    fn to_mapping(&self) -> Json {
        self.iter().map(MappingValue::to_mapping).collect()
    }
}
