//! Strings, numbers and booleans.

use infra_gen_schema::{Bounds, Enum, NumberShape, TextShape};

use crate::{
    check::catalog::properties::{
        NUMBER_RANGE, PATTERN_MISMATCH, STRING_LENGTH, VALUE_NOT_ALLOWED, WRONG_TYPE,
    },
    finding::Unplaced,
    substitution::{Piece, pieces},
    value::Json,
};

use super::{
    Counted, Shown,
    pattern::{Patterns, refused_character},
    suggest,
};
use crate::check::query::{is_resolved_later, quoted};

/// Checks `value` as a string, and as one of `values` if there are any.
pub(super) fn text(
    shape: &TextShape,
    values: Option<&Enum>,
    value: &Json,
    patterns: &mut Patterns,
) -> Option<Unplaced> {
    let converted;
    let text = match value {
        Json::String(text) => text,
        Json::Number(_) | Json::Bool(_) => {
            converted = value.to_string();
            &converted
        }
        _ => {
            return Some(WRONG_TYPE.found(
                format!("{} is not a string", Shown(value)),
                "use one value in quotes",
            ));
        }
    };
    if is_resolved_later(text) {
        return None;
    }
    if let Some(values) = values {
        return (!values.contains(text)).then(|| suggest::not_one_of(text, &values.values));
    }
    length(shape.length, text).or_else(|| {
        let pattern = shape.pattern?;
        (!patterns.is_match(pattern, text)).then(|| match refused_character(pattern, text) {
            Some(character) => PATTERN_MISMATCH.found(
                format!(
                    "{} contains {character:?}, which `{pattern}` does not allow",
                    Shown(value)
                ),
                "remove or replace it",
            ),
            None => PATTERN_MISMATCH.found(
                format!(
                    "{} does not match the regular expression `{pattern}`",
                    Shown(value)
                ),
                "write the value in that form",
            ),
        })
    })
}

fn length(bounds: Bounds<u64>, text: &str) -> Option<Unplaced> {
    if bounds.min.is_none() && bounds.max.is_none() {
        return None;
    }
    let length = text.chars().count() as u64;
    let shown = Json::from(text);
    let shown = Shown(&shown);
    let characters = Counted(length, "character");
    if let Some(min) = bounds.min.filter(|min| length < *min) {
        let message = format!("{shown} has {characters}; the minimum is {min}");
        return Some(STRING_LENGTH.found(message, "make it longer"));
    }
    let max = bounds.max.filter(|max| length > *max)?;
    let message = format!("{shown} has {characters}; the maximum is {max}");
    Some(STRING_LENGTH.found(message, "make it shorter"))
}

/// Checks the length of an `Fn::Sub`, with the shortest possible values of its variables.
pub(super) fn too_long_without_variables(shape: &TextShape, value: &Json) -> Option<Unplaced> {
    let max = shape.length.max?;
    let text = value.get("Fn::Sub")?.as_str()?;
    let characters = |piece: Piece<'_>| match piece {
        Piece::Text(text) => text.chars().count(),
        Piece::Escaped(name) => "${}".len() + name.chars().count(),
        Piece::Variable("AWS::AccountId") => "123456789012".len(),
        Piece::Variable("AWS::Region") => "us-east-1".len(),
        Piece::Variable(_) => 0,
    };
    let least = pieces(text).map(characters).sum::<usize>() as u64;
    (least > max).then(|| {
        let text = Json::from(text);
        STRING_LENGTH.found(
            format!(
                "{} has at least {least} characters; the maximum is {max}",
                Shown(&text)
            ),
            "make it shorter",
        )
    })
}

/// Checks `value` as a whole number.
pub(super) fn integer(shape: &NumberShape, value: &Json) -> Option<Unplaced> {
    match number_of(value) {
        Read::Later => None,
        Read::Number(number) if number.fract() == 0.0 => range(shape, number, value),
        _ => Some(WRONG_TYPE.found(
            format!("{} is not a whole number", Shown(value)),
            "use a whole number",
        )),
    }
}

/// Checks `value` as a number.
pub(super) fn number(shape: &NumberShape, value: &Json) -> Option<Unplaced> {
    match number_of(value) {
        Read::Later => None,
        Read::Number(number) => range(shape, number, value),
        Read::NotANumber => {
            Some(WRONG_TYPE.found(format!("{} is not a number", Shown(value)), "use a number"))
        }
    }
}

enum Read {
    Number(f64),
    /// Known at deployment only.
    Later,
    NotANumber,
}

fn number_of(value: &Json) -> Read {
    match value {
        Json::Number(number) => number.as_f64().map_or(Read::NotANumber, Read::Number),
        Json::String(text) if is_resolved_later(text) => Read::Later,
        Json::String(text) => text
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite())
            .map_or(Read::NotANumber, Read::Number),
        _ => Read::NotANumber,
    }
}

fn range(shape: &NumberShape, number: f64, value: &Json) -> Option<Unplaced> {
    if !shape.values.is_empty() {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a number that does not fit is not listed"
        )]
        let is_listed = shape.values.contains(&(number as i64));
        return (!is_listed).then(|| {
            let values: Vec<String> = shape.values.iter().map(ToString::to_string).collect();
            VALUE_NOT_ALLOWED.found(
                format!("{} is not an allowed value", Shown(value)),
                format!("use one of {}", quoted(values.iter().map(String::as_str))),
            )
        });
    }
    if let Some(min) = shape.range.min.filter(|min| number < *min) {
        let message = format!("{} is less than the minimum, {min}", Shown(value));
        return Some(NUMBER_RANGE.found(message, "increase it"));
    }
    let max = shape.range.max.filter(|max| number > *max)?;
    let message = format!("{} is more than the maximum, {max}", Shown(value));
    Some(NUMBER_RANGE.found(message, "decrease it"))
}

/// Checks `value` as a boolean.
pub(super) fn boolean(value: &Json) -> Option<Unplaced> {
    let is_boolean = match value {
        Json::Bool(_) => true,
        Json::String(text) => {
            matches!(text.as_str(), "true" | "false" | "True" | "False") || is_resolved_later(text)
        }
        _ => false,
    };
    (!is_boolean).then(|| {
        WRONG_TYPE.found(
            format!("{} is not a boolean", Shown(value)),
            "use `true` or `false`",
        )
    })
}
