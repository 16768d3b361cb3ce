//! `Debug` and `PartialEq` of the generated structs, by their JSON. Derived implementations would be most of the object code.

use std::fmt;

use crate::value::ToJson;

/// Implements `Debug` and `PartialEq` for a struct that has all its content in its JSON.
#[allow(unused_macros, reason = "a program may enable no service")]
macro_rules! plain_traits {
    ($name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                crate::plain_traits::debug(stringify!($name), self, f)
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                crate::plain_traits::equal(self, other)
            }
        }
    };
}

#[allow(unused_imports, reason = "a program may enable no service")]
pub(crate) use plain_traits;

/// Writes the name of the struct and its JSON.
#[allow(dead_code, reason = "a program may enable no service")]
pub(crate) fn debug(name: &str, value: &dyn ToJson, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{name} ")?;
    fmt::Debug::fmt(&value.to_json(), f)
}

/// Whether both have the same JSON.
#[allow(dead_code, reason = "a program may enable no service")]
pub(crate) fn equal(one: &dyn ToJson, other: &dyn ToJson) -> bool {
    one.to_json() == other.to_json()
}
