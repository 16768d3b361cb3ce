//! Substitutions, `${Name}`: values of a definition that are known only at deployment.
//!
//! `DefinitionSubstitutions` of a template, and `Fn::Sub`, put a value in the place of `${Name}`. A finding about such a value
//! is a guess, so it is removed.

use std::borrow::Cow;

use infra_gen_cfn::{Finding, Segment};

use crate::model::Json;

/// Puts quotes around substitutions outside of strings, so that the text is JSON: `"Seconds": ${Seconds}`.
pub(crate) fn quoted(json: &str) -> Cow<'_, str> {
    if !json.contains("${") {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len());
    let (mut in_string, mut escaped, mut rest) = (false, false, json);
    while let Some(c) = rest.chars().next() {
        if !in_string && let Some(length) = length(rest) {
            text.extend(["\"", &rest[..length], "\""]);
            rest = &rest[length..];
            continue;
        }
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = in_string,
            '"' => in_string = !in_string,
            _ => {}
        }
        text.push(c);
        rest = &rest[c.len_utf8()..];
    }
    Cow::Owned(text)
}

/// Removes the findings about values with a substitution.
pub(crate) fn remove_guesses(findings: &mut Vec<Finding>, document: &Json) {
    if contains(document) {
        findings.retain(|finding| !concerns_substitution(finding, document));
    }
}

/// Whether the value of the finding, or its key, is or has a substitution. Of an object or an array, only the value itself
/// counts.
fn concerns_substitution(finding: &Finding, document: &Json) -> bool {
    let mut value = document;
    for segment in finding.path.value.segments() {
        let inner = match segment {
            Segment::Key(key) if has_substitution(key) => return true,
            Segment::Key(key) => value.get(key),
            Segment::Index(index) => value.get(index),
        };
        match inner {
            Some(inner) => value = inner,
            None => break,
        }
    }
    value.as_str().is_some_and(has_substitution)
}

fn contains(value: &Json) -> bool {
    match value {
        Json::String(text) => has_substitution(text),
        Json::Array(items) => items.iter().any(contains),
        Json::Object(fields) => fields
            .iter()
            .any(|(name, value)| has_substitution(name) || contains(value)),
        _ => false,
    }
}

/// Whether the text has a substitution.
pub(crate) fn has_substitution(text: &str) -> bool {
    text.match_indices("${")
        .any(|(at, _)| length(&text[at..]).is_some())
}

/// The length of the substitution at the start of the text.
fn length(text: &str) -> Option<usize> {
    let name = text.strip_prefix("${")?;
    let end = name.find('}')?;
    (end > 0 && !name[..end].contains(['{', '"', '\n'])).then_some("${".len() + end + "}".len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn substitutions_outside_of_strings_are_quoted() {
        let text = r#"{"a": ${A}, "b": "x\"${B}", "c": [${C.D}], "d": "${"}"#;
        let wanted = r#"{"a": "${A}", "b": "x\"${B}", "c": ["${C.D}"], "d": "${"}"#;
        assert_eq!(quoted(text), wanted);
    }

    #[test]
    fn only_a_closed_substitution_counts() {
        assert!(has_substitution("a ${B} c"));
        assert!(!has_substitution("${Open") && !has_substitution("${}") && !has_substitution("$B"));
    }
}
