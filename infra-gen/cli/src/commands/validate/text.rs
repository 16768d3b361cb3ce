//! The findings as text, and what was checked.
//!
//! The first line of a finding begins with `file:line:column:`, which editors and terminals turn into a link.

use std::fmt::Write as _;

use infra_gen_cfn::{Coverage, Finding, Severity};

use super::report::{Checked, Extent, Report};
use crate::commands::count;
use crate::terminal::{Style, Terminal};

/// The findings, for stdout.
pub(super) fn findings(report: &Report) -> String {
    let mut text = String::new();
    for file in &report.files {
        for finding in &file.findings.0 {
            write(&mut text, &file.name, finding);
        }
    }
    for finding in &report.findings.0 {
        write(&mut text, "command line", finding);
    }
    text
}

/// Adds a finding in the file `name`.
pub(super) fn write(text: &mut String, name: &str, finding: &Finding) {
    let Finding {
        rule,
        severity,
        path,
        location,
        message,
        hint,
    } = finding;
    let location = location.map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
    let style = match severity {
        Severity::Error => Style::Error,
        Severity::Warning => Style::Warning,
    };
    let style = style.ansi();
    // Writing to a `String` does not fail.
    let _ = writeln!(
        text,
        "{name}{location}: {style}{severity}[{rule}]{style:#}: {message}"
    );
    if !path.is_empty() {
        let _ = writeln!(text, "  in {path}");
    }
    if let Some(hint) = hint {
        let _ = writeln!(text, "  hint: {hint}");
    }
}

/// What was checked, on stderr: a line per input, and a line for all of them.
pub(super) fn summary(report: &Report, terminal: Terminal) {
    for file in &report.files {
        let style = match file.counts() {
            (0, 0) => Style::Success,
            (0, _) => Style::Warning,
            _ => Style::Error,
        };
        terminal.line(style, format_args!("{}{}", file.name, result(file)));
    }
    let skipped = &report.skipped;
    let is_one_file = report.files.len() == 1 && report.findings.0.is_empty();
    if !is_one_file || skipped.files > 0 || !skipped.folders.is_empty() {
        terminal.info(format_args!("{}", total(report)));
    }
}

fn total(report: &Report) -> String {
    let (errors, warnings) = report.counts();
    let mut line = format!(
        "{}: {}, {}",
        count(report.files.len(), "file"),
        count(errors, "error"),
        count(warnings, "warning")
    );
    let suppressed = report.suppressed().count();
    if suppressed > 0 {
        let _ = write!(line, ", {suppressed} suppressed");
    }
    let skipped = &report.skipped;
    if skipped.files > 0 {
        let are = if skipped.files == 1 {
            "is not a template"
        } else {
            "are not templates"
        };
        let _ = write!(line, "; skipped {} that {are}", count(skipped.files, "file"));
    }
    if !skipped.folders.is_empty() {
        let _ = write!(line, "; did not search `{}`", skipped.folders.join("`, `"));
    }
    line
}

/// The result for one input. Only a template that was checked completely and has no findings is called valid.
fn result(file: &Checked) -> String {
    let (errors, warnings) = file.counts();
    let found = match (errors, warnings) {
        (0, 0) => None,
        (0, _) => Some(count(warnings, "warning")),
        (_, 0) => Some(count(errors, "error")),
        _ => Some(format!(
            "{}, {}",
            count(errors, "error"),
            count(warnings, "warning")
        )),
    };
    let mut line = match (&file.extent, found) {
        (Extent::Template { coverage, bytes }, None) => {
            format!("{}, {bytes} bytes minified", without_findings(coverage))
        }
        (Extent::Template { coverage, .. }, Some(found)) => format!(": {found}; {}", checked(coverage)),
        (Extent::Definition(Some(states)), None) => format!(" is valid: {}", count(*states, "state")),
        (Extent::Definition(_), None) => ": no problems found".to_owned(),
        (Extent::Definition(_), Some(found)) => format!(": {found}"),
        (Extent::Unreadable, found) => {
            format!(
                ": {}; nothing else was checked",
                found.as_deref().unwrap_or("not readable")
            )
        }
    };
    let suppressed = file.suppressed.len();
    if suppressed > 0 {
        let is_error = |severity| severity == Severity::Error;
        let errors = file
            .suppressed
            .iter()
            .filter(|of| is_error(of.finding.severity))
            .count();
        let note = match errors {
            0 => String::new(),
            _ => format!(" ({})", count(errors, "error")),
        };
        let _ = write!(line, "; {suppressed} suppressed{note}");
    }
    line
}

fn without_findings(coverage: &Coverage) -> String {
    if coverage.unchecked.is_empty() {
        format!(" is valid: {}", count(coverage.total(), "resource"))
    } else {
        format!(": no problems found; {}", checked(coverage))
    }
}

fn checked(coverage: &Coverage) -> String {
    let total = count(coverage.total(), "resource");
    if coverage.unchecked.is_empty() {
        return format!("checked {total}");
    }
    let unchecked: Vec<String> = coverage
        .unchecked
        .iter()
        .map(|(name, (count, why))| format!("{count} of type `{name}` ({why})"))
        .collect();
    format!(
        "checked {} of {total}; not checked: {}",
        coverage.checked,
        unchecked.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::super::inputs::Input;
    use super::*;

    fn check(template: &str) -> Checked {
        let mut files = Checked::template(&Input {
            name: "a.yaml".to_owned(),
            text: template.to_owned(),
        });
        files.remove(0)
    }

    #[test]
    fn only_a_completely_checked_template_is_called_valid() {
        let valid = check("Resources: {T: {Type: AWS::SNS::Topic}}");
        assert_eq!(result(&valid), " is valid: 1 resource, 46 bytes minified");
        let partly = check("Resources: {T: {Type: AWS::SNS::Topic}, C: {Type: Acme::Shop::Thing}}");
        assert_eq!(
            result(&partly),
            ": no problems found; checked 1 of 2 resources; not checked: 1 of type `Acme::Shop::Thing` (not an AWS type), 79 bytes \
             minified"
        );
    }

    #[test]
    fn findings_are_counted_by_severity_and_suppressed_ones_are_mentioned() {
        let suppressed =
            "infra-gen: {suppress: [{rule: unknown-section, reason: x}, {rule: no-resources, reason: x}]}";
        let template = format!(
            "Metadata: {{{suppressed}}}\nSection: 1\nResources: {{T: {{Type: AWS::SNS::Topic, A: 1}}}}"
        );
        assert_eq!(
            result(&check(&template)),
            ": 1 error, 1 warning; checked 1 resource; 1 suppressed (1 error)"
        );
    }

    #[test]
    fn a_finding_begins_with_its_location() {
        let file = check("Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Versoin: 1\n");
        let report = Report {
            files: vec![file],
            ..Report::default()
        };
        let text = anstream::adapter::strip_str(&findings(&report)).to_string();
        assert_eq!(
            text,
            "a.yaml:4:5: error[unknown-resource-attribute]: unknown key `Versoin` in a resource\n  in Resources/T at Versoin\n  \
             hint: remove it\n"
        );
    }

    #[test]
    fn a_text_that_is_not_a_template_says_so() {
        assert_eq!(
            result(&check("Resources: [")),
            ": 1 error; nothing else was checked"
        );
    }
}
