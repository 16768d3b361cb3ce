//! Validated strings: a value is parsed from text and written as the same text, and the error of an invalid value states the
//! rule.
//!
//! These are macros because each type would otherwise repeat the same impls. The rule itself is with the type.

use std::fmt;

/// An invalid text.
///
/// The message has the rule and not the text, which may be personal data and of any length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed {
    /// The rule: "a product ID of lower-case letters, digits and hyphens".
    pub expected: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for Malformed {}

/// An invalid parameter of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidParameter {
    /// The parameter's name.
    pub name: &'static str,
    /// The rule that it breaks.
    pub reason: Malformed,
}

impl fmt::Display for InvalidParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "parameter `{}`: {}", self.name, self.reason)
    }
}

impl std::error::Error for InvalidParameter {}

/// Implements the only constructor of a newtype over `String`, `parse`, and the conversions.
macro_rules! validated_text {
    ($name:ident, $accepts:expr, expected $expected:literal) => {
        $crate::text::parsed_text!($name, $accepts, expected $expected);

        impl $name {
            /// The text.
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

/// The same for a secret: it has no `Display`, and its `Debug` hides the text.
macro_rules! secret_text {
    ($name:ident, $accepts:expr, expected $expected:literal) => {
        $crate::text::parsed_text!($name, $accepts, expected $expected);

        impl $name {
            /// The text. Pass it only to its recipient.
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

/// The impls that both have.
macro_rules! parsed_text {
    ($name:ident, $accepts:expr, expected $expected:literal) => {
        impl $name {
            /// Parses the text. The error states the rule.
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

    /// Checks that a type's parser and its published schema agree.
    #[track_caller]
    pub(crate) fn check<T: JsonSchema + FromStr>(text: &str, right: bool) {
        assert_eq!(text.parse::<T>().is_ok(), right, "parsed {text:?}");
        assert_eq!(is_published::<T>(text), right, "published {text:?}");
    }

    /// Whether the published schema accepts the text in a browser.
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
