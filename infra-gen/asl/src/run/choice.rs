//! Evaluates the rules of JSONPath Choice states.
//!
//! A comparison with a value of the wrong type is false: `NumericLessThan` of a string, for example. A path that finds
//! nothing ends the execution, except with `IsPresent`.

use std::cmp::Ordering;

use jiff::Timestamp;

use crate::{
    model::{Comparator, Comparison, Json, OperandType, Relation, TypeTest},
    query::JsonPath,
    run::{
        error::TaskError,
        paths::{self, Roots},
    },
};

pub(super) fn holds(comparison: &Comparison, roots: &Roots<'_>) -> Result<bool, TaskError> {
    match comparison {
        Comparison::And(parts) => {
            for part in parts {
                if !holds(part, roots)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Comparison::Or(parts) => {
            for part in parts {
                if holds(part, roots)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Comparison::Not(inner) => holds(inner, roots).map(|holds| !holds),
        Comparison::Compare {
            variable,
            comparator: Comparator::Is(TypeTest::Present),
            operand,
        } => {
            let path = JsonPath::parse(variable).map_err(TaskError::runtime)?;
            Ok(Json::Bool(paths::find(&path, roots).is_some()) == *operand)
        }
        Comparison::Compare {
            variable,
            comparator,
            operand,
        } => {
            let value = paths::field(variable, "Variable", roots)?;
            compare(*comparator, &value, operand, roots)
        }
    }
}

fn compare(
    comparator: Comparator,
    value: &Json,
    operand: &Json,
    roots: &Roots<'_>,
) -> Result<bool, TaskError> {
    match comparator {
        Comparator::Is(test) => Ok(Json::Bool(is(test, value)) == *operand),
        Comparator::StringMatches => Ok(match (value, operand) {
            (Json::String(text), Json::String(pattern)) => {
                let pattern = pattern_of(pattern).ok_or_else(|| {
                    TaskError::runtime(format!("the pattern `{pattern}` ends in an open backslash"))
                })?;
                matches(&pattern, &text.chars().collect::<Vec<_>>())
            }
            _ => false,
        }),
        Comparator::Relation {
            operands,
            relation,
            by_path,
        } => {
            let found;
            let operand = match (by_path, operand) {
                (true, Json::String(path)) => {
                    found = paths::field(path, &comparator.name(), roots)?;
                    &found
                }
                _ => operand,
            };
            Ok(order(operands, value, operand).is_some_and(|order| fits(relation, order)))
        }
    }
}

fn is(test: TypeTest, value: &Json) -> bool {
    match test {
        TypeTest::Present => true,
        TypeTest::Null => value.is_null(),
        TypeTest::Numeric => value.is_number(),
        TypeTest::String => value.is_string(),
        TypeTest::Boolean => value.is_boolean(),
        TypeTest::Timestamp => timestamp(value).is_some(),
    }
}

fn order(operands: OperandType, left: &Json, right: &Json) -> Option<Ordering> {
    match operands {
        OperandType::String => Some(left.as_str()?.cmp(right.as_str()?)),
        OperandType::Numeric => left.as_f64()?.partial_cmp(&right.as_f64()?),
        OperandType::Boolean => Some(left.as_bool()?.cmp(&right.as_bool()?)),
        OperandType::Timestamp => Some(timestamp(left)?.cmp(&timestamp(right)?)),
    }
}

fn timestamp(value: &Json) -> Option<Timestamp> {
    parse_timestamp(value.as_str()?)
}

/// A timestamp in the profile of the language: RFC 3339, with `T` and an offset.
pub(super) fn parse_timestamp(text: &str) -> Option<Timestamp> {
    let separator = text.as_bytes().get("2026-01-01".len());
    text.parse().ok().filter(|_| separator == Some(&b'T'))
}

fn fits(relation: Relation, order: Ordering) -> bool {
    match relation {
        Relation::Equals => order.is_eq(),
        Relation::LessThan => order.is_lt(),
        Relation::GreaterThan => order.is_gt(),
        Relation::LessThanEquals => order.is_le(),
        Relation::GreaterThanEquals => order.is_ge(),
    }
}

/// The characters of a `StringMatches` pattern; in it, `None` stands for `*`, and a backslash escapes the next character.
/// `None` if nothing follows a backslash.
///
/// The crate `wildmatch` has no escapes and always has a wildcard for one character, which this language has not.
fn pattern_of(pattern: &str) -> Option<Vec<Option<char>>> {
    let mut parts = Vec::new();
    let mut characters = pattern.chars();
    while let Some(c) = characters.next() {
        parts.push(match c {
            '*' => None,
            '\\' => Some(characters.next()?),
            c => Some(c),
        });
    }
    Some(parts)
}

/// Greedy, with backtracking to the last `*`: at most pattern length times text length steps.
fn matches(pattern: &[Option<char>], text: &[char]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(Some(c)) if *c == text[t] => (p, t) = (p + 1, t + 1),
            Some(None) => {
                star = Some((p, t));
                p += 1;
            }
            _ => match star {
                Some((at, taken)) => {
                    star = Some((at, taken + 1));
                    (p, t) = (at + 1, taken + 1);
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(Option::is_none)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_comparison_is_false_for_values_of_another_type() {
        for (name, operand, holding, failing) in [
            ("StringEquals", json!("b"), json!("b"), json!("a")),
            ("StringLessThan", json!("b"), json!("a"), json!(1)),
            ("StringGreaterThanEquals", json!("b"), json!("b"), json!("a")),
            (
                "StringMatches",
                json!("log-*.txt"),
                json!("log-1.txt"),
                json!("log-1.csv"),
            ),
            ("StringMatches", json!("a\\*b"), json!("a*b"), json!("axb")),
            ("NumericEquals", json!(1), json!(1.0), json!("1")),
            ("NumericLessThanEquals", json!(2), json!(2), json!(3)),
            ("NumericGreaterThan", json!(2), json!(2.5), json!(null)),
            ("BooleanEquals", json!(true), json!(true), json!("true")),
            (
                "TimestampEquals",
                json!("2026-01-01T00:00:00Z"),
                json!("2026-01-01T01:00:00+01:00"),
                json!(0),
            ),
            (
                "TimestampLessThan",
                json!("2026-01-01T00:00:00Z"),
                json!("2025-12-31T23:59:59Z"),
                json!("tomorrow"),
            ),
            ("IsNull", json!(true), json!(null), json!(0)),
            ("IsNumeric", json!(true), json!(1), json!("1")),
            ("IsString", json!(false), json!(1), json!("1")),
            ("IsBoolean", json!(true), json!(false), json!(0)),
            (
                "IsTimestamp",
                json!(true),
                json!("2026-01-01T00:00:00Z"),
                json!("2026-01-01"),
            ),
        ] {
            assert!(
                evaluate(name, &operand, &json!({ "v": holding })).unwrap(),
                "{name} {operand} {holding}"
            );
            assert!(
                !evaluate(name, &operand, &json!({ "v": failing })).unwrap(),
                "{name} {operand} {failing}"
            );
        }
    }

    #[test]
    fn the_operand_can_be_a_path() {
        assert!(
            evaluate(
                "NumericLessThanPath",
                &json!("$.limit"),
                &json!({ "v": 1, "limit": 2 })
            )
            .unwrap()
        );
    }

    #[test]
    fn only_is_present_accepts_a_path_that_finds_nothing() {
        assert!(evaluate("IsPresent", &json!(false), &json!({})).unwrap());
        assert!(evaluate("IsNull", &json!(true), &json!({})).is_err());
    }

    fn evaluate(name: &str, operand: &Json, data: &Json) -> Result<bool, TaskError> {
        let comparison = Comparison::Compare {
            variable: "$.v".to_owned(),
            comparator: Comparator::parse(name).unwrap(),
            operand: operand.clone(),
        };
        let (context, variables) = (json!({}), crate::model::JsonObject::new());
        holds(
            &comparison,
            &Roots {
                data,
                context: &context,
                variables: &variables,
            },
        )
    }
}
