//! What the validated strings have in common: they are read from text, written as that text, and a value that
//! breaks the rule is refused with the rule.
//!
//! Macros, because each would otherwise repeat the same impls. The rule itself stands with the type.

use std::fmt;

/// A text that is not what it should be.
///
/// The message names the rule and not the text, for that may be anything and of any length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed {
    /// What should have been there: "a product ID of lower-case letters, digits and hyphens".
    pub expected: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for Malformed {}

/// A parameter of a request that is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidParameter {
    /// The parameter's name.
    pub name: &'static str,
    /// What it should have been.
    pub reason: Malformed,
}

impl fmt::Display for InvalidParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "parameter `{}`: {}", self.name, self.reason)
    }
}

impl std::error::Error for InvalidParameter {}

/// Gives a newtype over `String` its only constructor, `parse`, and the conversions that follow from it.
macro_rules! validated_text {
    ($name:ident, $accepts:expr, expected $expected:literal) => {
        $crate::text::parsed_text!($name, $accepts, expected $expected);

        impl $name {
            /// The text it was read from.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// The same for a text that must not be printed: it has no `Display`, and its `Debug` hides it.
macro_rules! secret_text {
    ($name:ident, $accepts:expr, expected $expected:literal) => {
        $crate::text::parsed_text!($name, $accepts, expected $expected);

        impl $name {
            /// The text it was read from, for the one it is meant for.
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

/// What both have in common.
macro_rules! parsed_text {
    ($name:ident, $accepts:expr, expected $expected:literal) => {
        impl $name {
            /// Reads the text, or says what it should have been.
            pub fn parse(text: &str) -> Result<Self, $crate::Malformed> {
                let accepts: fn(&str) -> bool = $accepts;
                if accepts(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err($crate::Malformed {
                        expected: $expected,
                    })
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Malformed;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::Malformed;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

pub(crate) use {parsed_text, secret_text, validated_text};

#[cfg(test)]
pub(crate) mod tests {
    use std::str::FromStr;

    use schemars::{JsonSchema, schema_for};

    /// Holds a type's constructor and its published schema to the same.
    #[track_caller]
    pub(crate) fn check<T: JsonSchema + FromStr>(text: &str, right: bool) {
        assert_eq!(text.parse::<T>().is_ok(), right, "parsed {text:?}");
        assert_eq!(is_published::<T>(text), right, "published {text:?}");
    }

    /// Whether the published schema takes the text, as a browser decides it.
    pub(crate) fn is_published<T: JsonSchema>(text: &str) -> bool {
        let schema = schema_for!(T);
        let bound = |name: &str, or| {
            schema
                .get(name)
                .map_or(or, |bound| bound.as_u64().expect("a bound is a number"))
        };
        let pattern = schema.get("pattern").and_then(|pattern| pattern.as_str());
        let pattern = regress::Regex::with_flags(pattern.expect("a pattern"), "u").expect("ECMAScript");
        let length = text.chars().count() as u64;
        (bound("minLength", 0)..=bound("maxLength", u64::MAX)).contains(&length)
            && pattern.find(text).is_some()
    }
}
