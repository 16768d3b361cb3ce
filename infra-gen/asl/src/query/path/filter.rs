//! Conditions in filters, and how they compare values.
//!
//! As in Jayway `JsonPath`, a number equals a string with the same digits, and `<` compares only numbers with numbers and
//! strings with strings. Step Functions matches only objects and arrays with `@`, so a filter never selects a string.

use std::{borrow::Cow, cmp::Ordering};

use regex::Regex;

use crate::model::Json;

use super::step::{Step, select};

/// The condition of a filter.
#[derive(Debug, Clone)]
pub(super) enum Condition {
    /// `a && b`
    All(Vec<Condition>),
    /// `a || b`
    Any(Vec<Condition>),
    /// `!a`
    Not(Box<Condition>),
    /// A path alone: it finds something.
    Exists {
        steps: Vec<Step>,
        /// Whether the path starts with `@`.
        in_item: bool,
    },
    Compare(Box<Comparison>),
}

/// A comparison of two values.
#[derive(Debug, Clone)]
pub(super) struct Comparison {
    pub(super) left: Operand,
    pub(super) operator: Operator,
    pub(super) right: Operand,
}

/// A side of a comparison.
#[derive(Debug, Clone)]
pub(super) enum Operand {
    /// A path that starts with `@`.
    Item(Vec<Step>),
    /// A path that starts with `$`.
    Document(Vec<Step>),
    Literal(Json),
    /// `/regular expression/`
    Pattern(Regex),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    SameTypeEqual,
    SameTypeNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches,
    In,
    NotIn,
    Contains,
    ContainsAll,
    HasSize,
    IsEmpty,
    SubsetOf,
    AnyOf,
    NoneOf,
}

impl Operator {
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text.to_ascii_lowercase().as_str() {
            "==" => Self::Equal,
            "!=" => Self::NotEqual,
            "===" => Self::SameTypeEqual,
            "!==" => Self::SameTypeNotEqual,
            "<" => Self::Less,
            "<=" => Self::LessOrEqual,
            ">" => Self::Greater,
            ">=" => Self::GreaterOrEqual,
            "=~" => Self::Matches,
            "in" => Self::In,
            "nin" => Self::NotIn,
            "contains" => Self::Contains,
            "all" => Self::ContainsAll,
            "size" => Self::HasSize,
            "empty" => Self::IsEmpty,
            "subsetof" => Self::SubsetOf,
            "anyof" => Self::AnyOf,
            "noneof" => Self::NoneOf,
            _ => return None,
        })
    }
}

impl Condition {
    /// Whether the condition is true for `item`, a part of `document`.
    pub(super) fn holds(&self, item: &Json, document: &Json) -> bool {
        (item.is_object() || item.is_array()) && self.evaluate(item, document)
    }

    fn evaluate(&self, item: &Json, document: &Json) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.evaluate(item, document)),
            Self::Any(parts) => parts.iter().any(|part| part.evaluate(item, document)),
            Self::Not(inner) => !inner.evaluate(item, document),
            Self::Exists { steps, in_item } => {
                let start = if *in_item { item } else { document };
                // An indefinite path gives an array, also an empty one, if its definite part finds a value.
                let definite = steps.iter().take_while(|step| step.is_definite()).count();
                !select(&steps[..definite], start, document).is_empty()
            }
            Self::Compare(comparison) => comparison.holds(item, document),
        }
    }
}

impl Comparison {
    fn holds(&self, item: &Json, document: &Json) -> bool {
        if self.operator == Operator::Matches {
            return self.matches(item, document);
        }
        let left = self.left.value(item, document);
        let right = self.right.value(item, document);
        // A missing value differs from every value.
        let (Some(left), Some(right)) = (left, right) else {
            return matches!(
                self.operator,
                Operator::NotEqual | Operator::SameTypeNotEqual | Operator::NotIn
            );
        };
        let order = order(&left, &right);
        match self.operator {
            Operator::Equal => equal(&left, &right),
            Operator::NotEqual => !equal(&left, &right),
            Operator::SameTypeEqual => same_type(&left, &right) && equal(&left, &right),
            Operator::SameTypeNotEqual => !(same_type(&left, &right) && equal(&left, &right)),
            Operator::Less => order == Some(Ordering::Less),
            Operator::LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            Operator::Greater => order == Some(Ordering::Greater),
            Operator::GreaterOrEqual => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
            Operator::In => is_in(&left, &right),
            Operator::NotIn => !is_in(&left, &right),
            Operator::Contains => match (&*left, &*right) {
                (Json::String(left), Json::String(right)) => left.contains(right.as_str()),
                _ => is_in(&right, &left),
            },
            Operator::ContainsAll => each(&right, |required| is_in(required, &left)),
            Operator::SubsetOf => each(&left, |item| is_in(item, &right)),
            Operator::AnyOf => both_arrays(&left, &right) && !each(&left, |item| !is_in(item, &right)),
            Operator::NoneOf => each(&left, |item| !is_in(item, &right)),
            Operator::HasSize => size(&left).is_some_and(|size| right.as_u64() == Some(size as u64)),
            Operator::IsEmpty => size(&left).is_some_and(|size| right.as_bool() == Some(size == 0)),
            Operator::Matches => unreachable!("handled above"),
        }
    }

    fn matches(&self, item: &Json, document: &Json) -> bool {
        let ((Operand::Pattern(pattern), other) | (other, Operand::Pattern(pattern))) =
            (&self.left, &self.right)
        else {
            return false;
        };
        let text = |value: &Json| match value {
            Json::String(text) => pattern.is_match(text),
            Json::Number(_) | Json::Bool(_) => pattern.is_match(&value.to_string()),
            _ => pattern.is_match(""),
        };
        match other.value(item, document).as_deref() {
            Some(Json::Array(items)) => items.iter().any(text),
            Some(value) => text(value),
            None => pattern.is_match(""),
        }
    }
}

impl Operand {
    /// The value; `None` if a path finds nothing.
    fn value<'a>(&'a self, item: &'a Json, document: &'a Json) -> Option<Cow<'a, Json>> {
        let (steps, start) = match self {
            Self::Literal(value) => return Some(Cow::Borrowed(value)),
            Self::Pattern(_) => return None,
            Self::Item(steps) => (steps, item),
            Self::Document(steps) => (steps, document),
        };
        let mut found = select(steps, start, document).into_iter();
        if steps.iter().all(Step::is_definite) {
            return found.next();
        }
        Some(Cow::Owned(found.map(Cow::into_owned).collect()))
    }
}

/// Equal as numbers, if one of them is a number and the other one a string, or equal in type and value.
fn equal(left: &Json, right: &Json) -> bool {
    match (left, right) {
        (Json::Number(left), Json::Number(right)) => left.as_f64() == right.as_f64(),
        (Json::Number(number), Json::String(text)) => text
            .parse::<f64>()
            .is_ok_and(|value| number.as_f64() == Some(value)),
        (Json::String(text), Json::Number(number)) => *text == number.to_string(),
        _ => left == right,
    }
}

fn same_type(left: &Json, right: &Json) -> bool {
    std::mem::discriminant(left) == std::mem::discriminant(right)
}

fn order(left: &Json, right: &Json) -> Option<Ordering> {
    match (left, right) {
        (Json::Number(left), Json::Number(right)) => left.as_f64()?.partial_cmp(&right.as_f64()?),
        (Json::String(left), Json::String(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn is_in(value: &Json, list: &Json) -> bool {
    list.as_array()
        .is_some_and(|items| items.iter().any(|item| equal(item, value)))
}

fn each(list: &Json, test: impl Fn(&Json) -> bool) -> bool {
    list.as_array().is_some_and(|items| items.iter().all(test))
}

fn both_arrays(left: &Json, right: &Json) -> bool {
    left.is_array() && right.is_array()
}

fn size(value: &Json) -> Option<usize> {
    match value {
        Json::String(text) => Some(text.chars().count()),
        Json::Array(items) => Some(items.len()),
        Json::Object(fields) => Some(fields.len()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{model::Json, query::JsonPath};

    #[test]
    fn values_are_compared_by_type() {
        check("@.n > 1", &["b"]);
        check("@.n >= 1", &["a", "b"]);
        check("@.id == 'a'", &["a"]);
        check("'a' == @.id", &["a"]);
        check("@.id < 'b'", &["a"]);
        check("@.n < 'b'", &[]);
        check("@.n == '1'", &["a"]);
        check("@.n === '1'", &[]);
        check("@.ok == true", &["a"]);
        check("@.none == null", &["a"]);
        check("@.n == $.limit", &["b"]);
    }

    #[test]
    fn a_missing_value_differs_from_every_value() {
        check("@.none != 1", &["a", "b", "c"]);
        check("@.none == 1", &[]);
        check("@.none", &["a"]);
        check("!@.none", &["b", "c"]);
    }

    #[test]
    fn conditions_combine() {
        check("@.n == 1 || @.id == 'c'", &["a", "c"]);
        check("@.n == 1||@.id=='c'", &["a", "c"]);
        check("@.n && @.n != 1", &["b"]);
        check("@.n&&@.ok", &["a"]);
        check("!(@.n == 1 || @.n == 2)", &["c"]);
        check("( @.n == 1 ) && ( @.ok )", &["a"]);
    }

    #[test]
    fn lists_and_patterns_are_compared() {
        check("@.id in ['a', \"c\"]", &["a", "c"]);
        check("@.id NIN ['a','c']", &["b"]);
        check("@.tags contains 'x'", &["a"]);
        check("@.tags subsetof ['x','y','z']", &["a", "b"]);
        check("@.tags anyof ['x']", &["a"]);
        check("@.tags noneof ['x']", &["b"]);
        check("@.tags size 0", &["b"]);
        check("@.tags empty false", &["a"]);
        check("@.id =~ /[AB]/i", &["a", "b"]);
        check("@.id =~ /x|a(b)?/", &["a"]);
    }

    #[test]
    fn a_literal_needs_no_quotes() {
        check("@.id == a", &["a"]);
        check("@.id==b", &["b"]);
        let path = JsonPath::parse("$.list[?(@.id == a)]").unwrap();
        assert!(path.remarks()[0].contains("`a` in a filter is read as a string"));
        assert!(
            JsonPath::parse("$.list[?(@.id == 1.5e1)]")
                .unwrap()
                .remarks()
                .is_empty()
        );
    }

    #[test]
    fn scalars_are_not_matched() {
        let path = JsonPath::parse("$[?(@ > 1)]").unwrap();
        assert_eq!(path.find(&json!([1, 2])), Some(json!([])));
    }

    #[track_caller]
    fn check(condition: &str, wanted: &[&str]) {
        let document = json!({
            "limit": 2,
            "list": [
                { "id": "a", "n": 1, "ok": true, "none": null, "tags": ["x", "y"] },
                { "id": "b", "n": 2, "tags": [] },
                { "id": "c" },
            ],
        });
        let found = JsonPath::parse(&format!("$.list[?({condition})].id"))
            .unwrap_or_else(|error| panic!("{condition}: {error}"))
            .find(&document);
        assert_eq!(found, Some(Json::from(wanted)), "{condition}");
    }
}
