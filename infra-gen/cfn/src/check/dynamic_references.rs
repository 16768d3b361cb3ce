//! Dynamic references that CloudFormation does not recognize, so that they stay in the value as they are written.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html>
//!
//! Not checked: the parts of a dynamic reference, and whether the parameter or secret exists.

use crate::{
    check::catalog::dynamic_references::UNRESOLVED_REFERENCE,
    finding::{Finding, ValuePath},
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, block) in &template.resources {
        for (name, value) in &block.properties {
            let path = || ValuePath::from("Properties").key(name);
            find(value, &path, &mut |path, reference| {
                let found = UNRESOLVED_REFERENCE.found(
                    format!("CloudFormation does not resolve `{reference}`, because of the space in it"),
                    "write `{{resolve:` without spaces",
                );
                findings.push(Finding::resource(id, path, found));
            });
        }
    }
    findings
}

/// Reports the first unresolved reference of each text. The path is built only if there is one.
fn find(value: &Json, path: &dyn Fn() -> ValuePath, report: &mut impl FnMut(ValuePath, &str)) {
    match value {
        Json::String(text) => {
            if let Some(reference) = unresolved(text) {
                report(path(), reference);
            }
        }
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                find(item, &|| path().index(i), report);
            }
        }
        Json::Object(map) => {
            for (key, value) in map {
                find(value, &|| path().key(key), report);
            }
        }
        _ => {}
    }
}

/// The first `{{ resolve:…}}` in a text.
fn unresolved(text: &str) -> Option<&str> {
    text.match_indices("{{").find_map(|(start, braces)| {
        let inner = &text[start + braces.len()..];
        let is_spaced = inner.starts_with(char::is_whitespace) && inner.trim_start().starts_with("resolve:");
        let end = inner
            .find("}}")
            .map_or(text.len(), |end| start + 2 * braces.len() + end);
        is_spaced.then(|| &text[start..end])
    })
}

#[cfg(test)]
mod tests {
    use super::unresolved;

    #[test]
    fn a_reference_with_a_space_before_resolve_is_found() {
        assert_eq!(unresolved("a {{ resolve:ssm:x }} b"), Some("{{ resolve:ssm:x }}"));
        assert_eq!(
            unresolved("{{resolve:ssm:x}}{{\tresolve:ssm:y"),
            Some("{{\tresolve:ssm:y")
        );
        for text in ["{{resolve:ssm:x}}", "{{ name }}", "{ {resolve:ssm:x}}", "{{"] {
            assert_eq!(unresolved(text), None, "{text}");
        }
    }
}
