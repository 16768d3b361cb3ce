//! The findings as workflow commands of GitHub Actions, which annotate the files of a pull request.
//! <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>

use std::fmt::Write as _;

use infra_gen_cfn::{Finding, Severity};

use super::report::{Report, Source};

pub(super) fn write(report: &Report) -> String {
    let mut text = String::new();
    for file in &report.files {
        let name = (file.source == Source::File).then_some(file.name.as_str());
        for finding in &file.findings.0 {
            command(&mut text, name, finding);
        }
    }
    for finding in &report.findings.0 {
        command(&mut text, None, finding);
    }
    text
}

fn command(text: &mut String, file: Option<&str>, finding: &Finding) {
    let mut properties = Vec::new();
    if let Some(file) = file {
        properties.push(("file", file.to_owned()));
        if let Some(at) = finding.location {
            properties.push(("line", at.line.to_string()));
            properties.push(("col", at.column.to_string()));
        }
    }
    properties.push(("title", finding.rule.id.to_owned()));
    let properties: Vec<String> = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", escape_property(value)))
        .collect();
    // The properties have the location.
    let message = Finding {
        location: None,
        ..finding.clone()
    };
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    // Writing to a `String` does not fail.
    let _ = writeln!(
        text,
        "::{command} {}::{}",
        properties.join(","),
        escape(&message.to_string())
    );
}

/// Escapes the message of a command.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command, which ends at a comma or at two colons.
fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::inputs::Input;
    use super::super::report::Checked;
    use super::*;

    #[test]
    fn messages_and_properties_are_escaped() {
        let files = Checked::template(&Input {
            name: "a,b:50%.yaml".to_owned(),
            text: "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    \"100%\\nx\": 1\n".to_owned(),
        });
        let report = Report {
            files,
            ..Report::default()
        };
        assert_eq!(
            write(&report),
            "::error file=a%2Cb%3A50%25.yaml,line=4,col=5,title=unknown-resource-attribute::Resources/T at [\"100%25\\nx\"]: \
             unknown key `100%25%0Ax` in a resource%0A  hint: remove it\n"
        );
    }
}
