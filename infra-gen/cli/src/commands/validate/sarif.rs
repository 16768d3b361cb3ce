//! The report in the Static Analysis Results Interchange Format (SARIF) 2.1.0, which code scanning services read.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::fmt::Write as _;

use infra_gen_cfn::{Finding, Rule, Severity};
use serde_json::{Value as Json, json};

use super::report::{Checked, Report, Source};
use crate::commands::outputs;
use crate::rules;

pub(super) fn write(report: &Report, version: &str) -> String {
    let rules = rules::all();
    let result = |file: Option<&Checked>, finding: &Finding| result(&rules, file, finding);
    let mut results = Vec::new();
    for file in &report.files {
        results.extend(file.findings.0.iter().map(|finding| result(Some(file), finding)));
        results.extend(file.suppressed.iter().map(|suppressed| {
            let mut result = result(Some(file), &suppressed.finding);
            let kind = if suppressed.suppressed_at.is_empty() {
                "external"
            } else {
                "inSource"
            };
            result["suppressions"] = json!([{ "kind": kind, "justification": suppressed.reason }]);
            result
        }));
    }
    results.extend(report.findings.0.iter().map(|finding| result(None, finding)));
    outputs::json(&json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "infra-gen",
                "version": version,
                "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Json>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn descriptor(rule: &Rule) -> Json {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": rule.explanation },
        "helpUri": rule.source,
        "help": { "text": format!("{}\n\n{}", rule.explanation, rule.source) },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn result(rules: &[&Rule], file: Option<&Checked>, finding: &Finding) -> Json {
    let mut text = finding.message.clone();
    if let Some(hint) = &finding.hint {
        text = format!("{text}\nhint: {hint}");
    }
    let mut result = json!({
        "ruleId": finding.rule.id,
        "level": level(finding.severity),
        "message": { "text": text },
    });
    if let Some(index) = rules.iter().position(|rule| *rule == finding.rule) {
        result["ruleIndex"] = index.into();
    }
    if let Some(file) = file {
        let mut location = json!({});
        if file.source == Source::File {
            let mut physical = json!({ "artifactLocation": { "uri": uri(&file.name) } });
            if let Some(at) = finding.location {
                physical["region"] = json!({ "startLine": at.line, "startColumn": at.column });
            }
            location["physicalLocation"] = physical;
        }
        if !finding.path.is_empty() {
            location["logicalLocations"] = json!([{ "fullyQualifiedName": finding.path.to_string() }]);
        }
        result["locations"] = json!([location]);
    }
    result
}

/// A path as a URI reference: relative ones stay relative, to the folder of the repository.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.strip_prefix("./").unwrap_or(path).bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte.into());
            }
            _ => {
                // Writing to a `String` does not fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_uri_reference() {
        assert_eq!(uri("a/b c.yaml"), "a/b%20c.yaml");
        assert_eq!(uri("./ü.yaml"), "%C3%BC.yaml");
        assert_eq!(uri("/tmp/a.yaml"), "file:///tmp/a.yaml");
    }
}
