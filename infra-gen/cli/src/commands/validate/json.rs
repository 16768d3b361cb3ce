//! The report as JSON. `docs/validate.schema.json` describes it.

use infra_gen_cfn::{Coverage, Finding, Segment, Severity, Unchecked};
use serde::Serialize;

use super::report::{Checked, Extent, Report, Source};
use crate::commands::outputs;

/// Increases if a reader of the previous version could misread the output.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    schema_version: u32,
    summary: Summary,
    files: Vec<File<'a>>,
    findings: Vec<Found<'a>>,
    skipped: Skipped<'a>,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
    suppressed: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    name: &'a str,
    source: &'static str,
    kind: &'static str,
    is_readable: bool,
    resources: Option<Resources<'a>>,
    findings: Vec<Found<'a>>,
    suppressed: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Resources<'a> {
    total: usize,
    checked: usize,
    unchecked: Vec<UncheckedType<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UncheckedType<'a> {
    type_name: &'a str,
    count: usize,
    reason: &'static str,
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    hint: Option<&'a str>,
    place: String,
    path: Vec<Step<'a>>,
    line: Option<u32>,
    column: Option<u32>,
    /// Only in the list of suppressed findings.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

#[derive(Serialize)]
struct Skipped<'a> {
    files: usize,
    folders: &'a [String],
}

pub(super) fn write(report: &Report) -> String {
    let (errors, warnings) = report.counts();
    outputs::json(&Document {
        schema_version: SCHEMA_VERSION,
        summary: Summary {
            files: report.files.len(),
            errors,
            warnings,
            suppressed: report.suppressed().count(),
        },
        files: report.files.iter().map(file).collect(),
        findings: report.findings.0.iter().map(found).collect(),
        skipped: Skipped {
            files: report.skipped.files,
            folders: &report.skipped.folders,
        },
    })
}

fn file(file: &Checked) -> File<'_> {
    File {
        name: &file.name,
        source: match file.source {
            Source::File => "file",
            Source::Stdin => "stdin",
            Source::Stack => "stack",
        },
        kind: match file.extent {
            Extent::Definition(_) => "stateMachine",
            Extent::Template { .. } | Extent::Unreadable => "template",
        },
        is_readable: !matches!(file.extent, Extent::Unreadable),
        resources: match &file.extent {
            Extent::Template { coverage, .. } => Some(resources(coverage)),
            _ => None,
        },
        findings: file.findings.0.iter().map(found).collect(),
        suppressed: file
            .suppressed
            .iter()
            .map(|suppressed| Found {
                reason: Some(&suppressed.reason),
                ..found(&suppressed.finding)
            })
            .collect(),
    }
}

fn resources(coverage: &Coverage) -> Resources<'_> {
    Resources {
        total: coverage.total(),
        checked: coverage.checked,
        unchecked: coverage
            .unchecked
            .iter()
            .map(|(type_name, (count, why))| UncheckedType {
                type_name,
                count: *count,
                reason: match why {
                    Unchecked::NoSchema => "noSchema",
                    Unchecked::Private => "private",
                    Unchecked::Rewritten => "rewritten",
                    Unchecked::Malformed => "malformed",
                },
            })
            .collect(),
    }
}

fn found(finding: &Finding) -> Found<'_> {
    let path = finding
        .path
        .section
        .iter()
        .chain(&finding.path.name)
        .map(|key| Step::Key(key));
    let value = finding.path.value.segments().iter().map(|segment| match segment {
        Segment::Key(key) => Step::Key(key),
        Segment::Index(index) => Step::Index(*index),
    });
    Found {
        rule: finding.rule.id,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: &finding.message,
        hint: finding.hint.as_deref(),
        place: finding.path.to_string(),
        path: path.chain(value).collect(),
        line: finding.location.map(|location| location.line),
        column: finding.location.map(|location| location.column),
        reason: None,
    }
}
