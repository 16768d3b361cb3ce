//! Text, numbers and booleans, as CloudFormation takes them.

use crate::{
    schema::{Bounds, NumberShape, TextShape},
    substitution::{Piece, pieces},
    value::Json,
};

use super::{Counted, Shown, pattern::Patterns, suggest};

/// What is wrong with `value` as a text.
pub(super) fn text(shape: &TextShape, value: &Json, patterns: &mut Patterns) -> Option<String> {
    let converted;
    let text = match value {
        Json::String(text) => text,
        Json::Number(_) | Json::Bool(_) => {
            converted = value.to_string();
            &converted
        }
        _ => {
            return Some(format!(
                "{} is not a text; write one value in quotes",
                Shown(value)
            ));
        }
    };
    if is_resolved_later(text) {
        return None;
    }
    if !shape.values.is_empty() {
        return (!shape.values.contains(&text.as_str())).then(|| suggest::not_one_of(text, shape.values));
    }
    length(shape.length, text).or_else(|| {
        let pattern = shape.pattern?;
        (!patterns.is_match(pattern, text)).then(|| {
            format!(
                "{} does not match `{pattern}`; change it so that it does",
                Shown(value)
            )
        })
    })
}

/// A dynamic reference stands for a value of another service.
fn is_resolved_later(text: &str) -> bool {
    text.contains("{{resolve:")
}

fn length(bounds: Bounds<u64>, text: &str) -> Option<String> {
    if bounds.min.is_none() && bounds.max.is_none() {
        return None;
    }
    let length = text.chars().count() as u64;
    let shown = Json::from(text);
    let shown = Shown(&shown);
    if let Some(min) = bounds.min.filter(|min| length < *min) {
        return Some(format!(
            "{shown} has {length} of at least {}; make it longer",
            Counted(min, "character")
        ));
    }
    let max = bounds.max.filter(|max| length > *max)?;
    Some(format!(
        "{shown} has {length} of at most {}; make it shorter",
        Counted(max, "character")
    ))
}

/// What is wrong with a text that `Fn::Sub` puts together, however short its variables turn out to be.
pub(super) fn certainly_too_long(shape: &TextShape, value: &Json) -> Option<String> {
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
        format!(
            "{} has at least {least} characters, and at most {max} fit; make it shorter",
            Shown(&Json::from(text))
        )
    })
}

/// What is wrong with `value` as a whole number.
pub(super) fn integer(shape: &NumberShape, value: &Json) -> Option<String> {
    match number_of(value) {
        Read::Later => None,
        Read::Number(number) if number.fract() == 0.0 => range(shape, number, value),
        _ => Some(format!("{} is not a whole number; write one", Shown(value))),
    }
}

/// What is wrong with `value` as a number.
pub(super) fn number(shape: &NumberShape, value: &Json) -> Option<String> {
    match number_of(value) {
        Read::Later => None,
        Read::Number(number) => range(shape, number, value),
        Read::Nothing => Some(format!("{} is not a number; write one", Shown(value))),
    }
}

enum Read {
    Number(f64),
    Later,
    Nothing,
}

fn number_of(value: &Json) -> Read {
    match value {
        Json::Number(number) => number.as_f64().map_or(Read::Nothing, Read::Number),
        Json::String(text) if is_resolved_later(text) => Read::Later,
        Json::String(text) => text
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite())
            .map_or(Read::Nothing, Read::Number),
        _ => Read::Nothing,
    }
}

fn range(shape: &NumberShape, number: f64, value: &Json) -> Option<String> {
    if !shape.values.is_empty() {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "what is too large is not listed either way"
        )]
        let is_listed = shape.values.contains(&(number as i64));
        let listed: Vec<String> = shape.values.iter().map(|value| format!("`{value}`")).collect();
        return (!is_listed).then(|| {
            format!(
                "{} is not allowed; take one of {}",
                Shown(value),
                listed.join(", ")
            )
        });
    }
    if let Some(min) = shape.range.min.filter(|min| number < *min) {
        return Some(format!("{} is less than {min}; raise it", Shown(value)));
    }
    let max = shape.range.max.filter(|max| number > *max)?;
    Some(format!("{} is more than {max}; lower it", Shown(value)))
}

/// What is wrong with `value` as a boolean.
pub(super) fn boolean(value: &Json) -> Option<String> {
    let is_boolean = match value {
        Json::Bool(_) => true,
        Json::String(text) => {
            matches!(text.as_str(), "true" | "false" | "True" | "False") || is_resolved_later(text)
        }
        _ => false,
    };
    (!is_boolean).then(|| {
        format!(
            "{} is neither `true` nor `false`; write one of them",
            Shown(value)
        )
    })
}
