//! The value of a scalar without quotes, and the quotes that a string needs.
//!
//! CloudFormation reads YAML 1.1: `yes` and `on` are booleans, but `y` and `n` are not. `0123`, `1.10`, `0x1F`, `1_000`,
//! `+1`, `1:30` and `.5` are numbers whose spelling is lost: see [`respelled`]. `1e3`, `0o17` and integers of more than 64 bits
//! stay strings, and so do dates (`2010-09-09`).
//! <https://yaml.org/type/int.html>

use serde_json::Number;

use crate::{template::node::nearest_number, value::Json};

/// The value of a scalar without quotes or tag.
pub(super) fn resolve(text: &str) -> Json {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Json::Null,
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Json::Bool(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => Json::Bool(false),
        _ => number(text)
            .or_else(|| respelled(text))
            .map_or_else(|| Json::from(text), Json::Number),
    }
}

/// The number that YAML 1.1 reads for a text, if the number is written differently: 83 for `0123`, 1.1 for `1.10`, 90 for
/// `1:30`.
pub(super) fn respelled(text: &str) -> Option<Number> {
    if number(text).is_some() {
        return None;
    }
    let (is_negative, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    let digits = unsigned.replace('_', "");
    if digits.contains('.') {
        return fraction(&digits, is_negative);
    }
    let magnitude = integer(&digits)?;
    let value = if is_negative {
        magnitude.checked_neg()?
    } else {
        magnitude
    };
    Some(value.into())
}

/// A decimal with one point and no exponent: `1.10`, `.5`, `5.`.
fn fraction(digits: &str, is_negative: bool) -> Option<Number> {
    let is_decimal = digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !is_decimal || digits.matches('.').count() != 1 {
        return None;
    }
    let magnitude: f64 = digits.parse().ok()?;
    let number = Number::from_f64(if is_negative { -magnitude } else { magnitude })?;
    // A fraction with more digits than a number has keeps them.
    let shown = number.to_string();
    let (known, all) = (shown.trim_start_matches('-'), digits.trim_end_matches('0'));
    (known.len() >= all.len() - usize::from(digits.starts_with('.'))).then_some(number)
}

/// An integer in base 2, 8, 10, 16 or 60.
fn integer(digits: &str) -> Option<i64> {
    // `from_str_radix` would read the sign in `0-6`.
    if !digits
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b':')
    {
        return None;
    }
    if let Some(binary) = digits.strip_prefix("0b") {
        return i64::from_str_radix(binary, 2).ok();
    }
    if let Some(hexadecimal) = digits.strip_prefix("0x") {
        return i64::from_str_radix(hexadecimal, 16).ok();
    }
    if let Some(octal) = digits.strip_prefix('0') {
        return i64::from_str_radix(octal, 8).ok();
    }
    let mut parts = digits.split(':');
    let first: i64 = parts.next()?.parse().ok()?;
    parts.try_fold(first, |value, part| {
        let is_sixtieth = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let part: i64 = part.parse().ok().filter(|part| *part < 60 && is_sixtieth)?;
        value.checked_mul(60)?.checked_add(part)
    })
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
