//! The value of a scalar without quotes, and the quotes that a string needs.
//!
//! CloudFormation reads YAML 1.1: `yes` and `on` are booleans, but `y` and `n` are not. A scalar is a number only if writing
//! the number gives the same text. `0123`, `1.10`, `1e3`, `0x1F`, `1_000`, `1:30`, `.5` and 30-digit integers stay strings:
//! CloudFormation accepts a string as a number, whereas the leading zero of an account ID could not be restored. Dates
//! (`2010-09-09`) also stay strings.

use serde_json::Number;

use crate::{template::node::nearest_number, value::Json};

/// The value of a scalar without quotes or tag.
pub(super) fn resolve(text: &str) -> Json {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Json::Null,
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Json::Bool(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => Json::Bool(false),
        _ => number(text).map_or_else(|| Json::from(text), Json::Number),
    }
}

/// The number whose written form is exactly this text.
fn number(text: &str) -> Option<Number> {
    let first = text.as_bytes().first()?;
    if !first.is_ascii_digit() && *first != b'-' {
        return None;
    }
    let number = nearest_number(text)?;
    (write_number(&number) == text).then_some(number)
}

/// A number in the syntax of any YAML version. YAML 1.1 requires the point and the sign in `1.0e+30`.
pub(super) fn write_number(number: &Number) -> String {
    let text = number.to_string();
    let Some((mantissa, exponent)) = text.split_once('e') else {
        return text;
    };
    let point = if mantissa.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['-', '+']) { "" } else { "+" };
    format!("{mantissa}{point}e{sign}{exponent}")
}

/// A string on one line, in quotes if any YAML reader could interpret it differently.
pub(super) fn quote(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else if text.chars().all(is_printable) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        escape(text)
    }
}

/// Whether every YAML reader reads `text` without quotes as the same string, in block style.
fn is_plain(text: &str) -> bool {
    const RESERVED_WORDS: [&str; 11] = [
        "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf",
    ];
    text.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '_' | '$'))
        && text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
        && !text.ends_with([':', ' '])
        && !text.contains(": ")
        && !text.contains(" #")
        && !RESERVED_WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether `text` can be written as a literal block without changes.
pub(super) fn is_block(text: &str) -> bool {
    let lines = text.strip_suffix('\n').unwrap_or(text);
    lines.contains('\n')
        && !lines.starts_with([' ', '\n', '\t'])
        && !lines.ends_with('\n')
        && lines
            .split('\n')
            .all(|line| !line.ends_with([' ', '\t']) && line.chars().all(|c| is_printable(c) || c == '\t'))
}

/// Whether YAML allows `c` without an escape, and no reader treats it as a line break.
fn is_printable(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{2027}' | '\u{202A}'..='\u{D7FF}' | '\u{E000}'..='\u{FEFE}'
        | '\u{FF00}'..='\u{FFFD}' | '\u{10000}'..)
}

fn escape(text: &str) -> String {
    use std::fmt::Write;

    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if is_printable(c) => quoted.push(c),
            c => {
                let code = u32::from(c);
                let written = if code <= 0xFF {
                    write!(quoted, "\\x{code:02X}")
                } else {
                    write!(quoted, "\\u{code:04X}")
                };
                written.expect("writing to a `String` does not fail");
            }
        }
    }
    quoted.push('"');
    quoted
}
