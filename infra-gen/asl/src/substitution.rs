//! Substitutions, `${Name}`: values of a definition that are known only at deployment.
//!
//! `DefinitionSubstitutions` of a template, and `Fn::Sub`, put a value in the place of `${Name}`. A finding about such a value
//! is a guess, so it is removed.

use std::borrow::Cow;

use infra_gen_cfn::{Finding, Findings, Segment, SourceLocation, ValuePath};

use crate::{model::Json, read::without_byte_order_mark};

/// A text in which substitutions outside of strings have quotes, so that it is JSON: `"Seconds": "${Seconds}"`.
pub(crate) struct Quoted<'t> {
    text: Cow<'t, str>,
    /// The offsets of the added quotes.
    added: Vec<usize>,
}

impl Quoted<'_> {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is a substitution outside of strings.
    pub(crate) fn has_substitutions(&self) -> bool {
        !self.added.is_empty()
    }

    /// The offset in the original text.
    pub(crate) fn original_offset(&self, offset: usize) -> usize {
        offset - self.added.partition_point(|quote| *quote < offset)
    }
}

/// Puts quotes around substitutions outside of strings.
pub(crate) fn quoted(json: &str) -> Quoted<'_> {
    if !json.contains("${") {
        return Quoted {
            text: Cow::Borrowed(json),
            added: Vec::new(),
        };
    }
    let mut text = String::with_capacity(json.len());
    let mut added = Vec::new();
    let (mut in_string, mut escaped, mut rest) = (false, false, json);
    while let Some(c) = rest.chars().next() {
        if !in_string && let Some(length) = length(rest) {
            added.extend([text.len(), text.len() + 1 + length]);
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
    Quoted {
        text: Cow::Owned(text),
        added,
    }
}

/// Sets the location of each finding that has none. `text` is the definition that was checked. It may have substitutions outside
/// of strings.
pub fn locate(findings: &mut Findings, text: &str) {
    let text = without_byte_order_mark(text);
    let quoted = quoted(text);
    let unlocated: Vec<usize> = (0..findings.0.len())
        .filter(|index| findings.0[*index].location.is_none())
        .collect();
    findings.locate(quoted.text());
    for index in unlocated {
        let location = &mut findings.0[index].location;
        let offset = location.and_then(|location| location.offset_in(quoted.text()));
        *location = offset.map(|offset| SourceLocation::at(text, quoted.original_offset(offset)));
    }
}

/// The strings of a document that have a substitution.
pub(crate) struct Substituted(Vec<ValuePath>);

impl Substituted {
    pub(crate) fn new(document: &Json) -> Self {
        let mut strings = Vec::new();
        collect(document, &mut Vec::new(), &mut strings);
        Self(strings)
    }

    /// Removes the findings about them, and about values whose key has a substitution.
    pub(crate) fn remove_guesses(&self, findings: &mut Vec<Finding>) {
        findings.retain(|finding| {
            let path = finding.path.value.segments();
            let has_unknown_key = path
                .iter()
                .any(|segment| matches!(segment, Segment::Key(key) if has_substitution(key)));
            !has_unknown_key && !self.0.iter().any(|string| path.starts_with(string.segments()))
        });
    }
}

fn collect(value: &Json, path: &mut Vec<Segment>, strings: &mut Vec<ValuePath>) {
    match value {
        Json::String(text) if has_substitution(text) => strings.push(path.clone().into()),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(Segment::Index(index));
                collect(item, path, strings);
                path.pop();
            }
        }
        Json::Object(fields) => {
            for (name, value) in fields {
                path.push(Segment::Key(name.clone()));
                collect(value, path, strings);
                path.pop();
            }
        }
        _ => {}
    }
}

/// Whether the text has a substitution.
pub(crate) fn has_substitution(text: &str) -> bool {
    text.match_indices("${")
        .any(|(at, _)| length(&text[at..]).is_some())
}

/// The length of the substitution at the start of the text.
pub(crate) fn length(text: &str) -> Option<usize> {
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
        let quoted = quoted(text);
        assert_eq!(quoted.text(), wanted);
        for sign in ["\"b\"", "\"c\"", "${C.D}", "\"d\""] {
            let offset = wanted.find(sign).expect("the sign is in the text");
            assert_eq!(Some(quoted.original_offset(offset)), text.find(sign), "{sign}");
        }
    }

    #[test]
    fn a_finding_behind_a_substitution_is_located() {
        let text = "{\"StartAt\": \"A\",\n\"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${Ä}, \"Next\": \"B\"}}}";
        let (_, mut findings) = crate::check_definition(text);
        locate(&mut findings, text);
        let locations: Vec<_> = findings.0.iter().map(|finding| finding.location).collect();
        assert_eq!(locations, [Some(SourceLocation { line: 2, column: 51 })]);
    }

    #[test]
    fn only_a_closed_substitution_counts() {
        assert!(has_substitution("a ${B} c"));
        assert!(!has_substitution("${Open") && !has_substitution("${}") && !has_substitution("$B"));
    }
}
