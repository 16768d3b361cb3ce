//! The text of values in policies, as far as it is known before the deployment.

use super::globs::Token;
use crate::{
    check::query::{self, UNKNOWN},
    intrinsic_call::{get_att_target, intrinsic_call},
    substitution::{Piece, pieces},
    template::Template,
    value::Json,
};

/// Stands for a part without `:` and `/` that is known at deployment only, such as the account ID.
pub(super) const PART: char = '\u{fffc}';

/// The text of a value, with [`UNKNOWN`] or [`PART`] for each part that is known at deployment only; `None` if nothing is
/// known.
pub(super) fn text(template: &Template, value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => match intrinsic_call(value.as_object()?)? {
            ("Fn::Sub", Json::String(text)) => Some(substituted(template, text, None)),
            ("Fn::Sub", Json::Array(arguments)) => match arguments.as_slice() {
                [Json::String(text), Json::Object(own)] => Some(substituted(template, text, Some(own))),
                _ => None,
            },
            ("Ref", Json::String(name)) => known_variable(template, name),
            ("Fn::GetAtt", argument) => {
                let (name, attribute) = get_att_target(argument)?;
                known_variable(template, &format!("{name}.{attribute}"))
            }
            ("Fn::Join", Json::Array(arguments)) => match arguments.as_slice() {
                [Json::String(delimiter), Json::Array(parts)] => {
                    let parts = parts.iter().map(|part| {
                        // A list in place of a string stands for several items.
                        text(template, part).unwrap_or_else(|| UNKNOWN.to_string())
                    });
                    Some(parts.collect::<Vec<_>>().join(delimiter))
                }
                _ => None,
            },
            _ => None,
        },
    }
}

/// The text of `Fn::Sub` with the variables `own`.
pub(super) fn substituted(
    template: &Template,
    text: &str,
    own: Option<&serde_json::Map<String, Json>>,
) -> String {
    let parts = pieces(text).map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Escaped(name) => format!("${{{name}}}"),
        Piece::Variable(name) => {
            let known = match own.and_then(|own| own.get(name)) {
                Some(value) => self::text(template, value),
                None => known_variable(template, name),
            };
            known.unwrap_or_else(|| UNKNOWN.to_string())
        }
    });
    parts.collect()
}

/// What is known about a parameter, resource or attribute.
fn known_variable(template: &Template, name: &str) -> Option<String> {
    let (id, attribute) = name
        .split_once('.')
        .map_or((name, ""), |(id, attribute)| (id, attribute));
    match (id, attribute) {
        ("AWS::AccountId" | "AWS::Partition" | "AWS::Region" | "AWS::StackName" | "AWS::URLSuffix", "") => {
            Some(PART.to_string())
        }
        // Objects have other actions than their bucket, so it matters that the ARN ends here.
        (_, "" | "Arn") if template.resources.get(id)?.type_name == "AWS::S3::Bucket" => {
            Some(match attribute {
                "" => PART.to_string(),
                _ => format!("arn:{PART}:s3:::{PART}"),
            })
        }
        _ => None,
    }
}

/// Whether the text has a part that is known at deployment only.
pub(super) fn is_partial(text: &str) -> bool {
    text.contains([UNKNOWN, PART])
}

/// A text as messages show it.
pub(super) fn shown(text: &str) -> String {
    query::shown(text).replace(PART, "…")
}

/// The pattern of a resource in a policy. Variables of the policy, `${aws:username}`, stand for any text.
pub(super) fn pattern(text: &str) -> Vec<Token> {
    let tokens = pieces(text).flat_map(|piece| match piece {
        Piece::Variable(_) | Piece::Escaped(_) => vec![Token::Any],
        Piece::Text(text) => text.chars().map(token).collect(),
    });
    tokens.collect()
}

/// The pattern of an ARN in AWS's list: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`.
pub(super) fn arn_pattern(format: &str) -> Vec<Token> {
    let tokens = pieces(format).flat_map(|piece| match piece {
        Piece::Variable("Account" | "BucketName" | "Partition" | "Region") => vec![Token::Part],
        // Names may contain paths.
        Piece::Variable(_) | Piece::Escaped(_) => vec![Token::Any],
        Piece::Text(text) => text.chars().map(token).collect(),
    });
    tokens.collect()
}

fn token(c: char) -> Token {
    match c {
        '*' | UNKNOWN => Token::Any,
        '?' => Token::AnyOne,
        PART => Token::Part,
        c => Token::One(c),
    }
}
