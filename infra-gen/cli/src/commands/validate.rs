//! `validate`: checks an environment's template, or any template or state machine in a file.

use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use infra_gen_cfn::{Coverage, Template};

use super::{CommandError, count, load, synth};
use crate::app::{BoxError, Project};
use crate::definitions;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::terminal::{Style, Terminal};

/// Check an environment's template, or any template file
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  infra-gen validate --env prod
  infra-gen validate template.yaml
  infra-gen validate --asl workflow.asl.json      unknown and unreachable states, invalid paths")]
pub(crate) struct Args {
    /// Template in JSON or YAML to check instead of an environment's; `-` reads stdin
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// State machine definition (Amazon States Language) to check instead of a template; `-` reads stdin
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    asl: Option<PathBuf>,
}

pub(crate) fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    if let Some(path) = &args.asl {
        return state_machine(path, terminal);
    }
    let (name, template) = if let Some(path) = &args.file {
        (path.display().to_string(), template_in(path)?)
    } else {
        let loaded = load(project, global.env.as_deref())?;
        let template = synth::template(&loaded)?;
        (loaded.stack_name, template)
    };
    let bytes = template.to_json_minified().len();
    terminal.line(
        Style::Success,
        format_args!("{name}{}, {bytes} bytes minified", result(&template.coverage())),
    );
    Ok(Outcome::Done)
}

/// The result for a template without problems. Only a template that was checked completely is called valid.
fn result(coverage: &Coverage) -> String {
    let total = count(coverage.total(), "resource");
    if coverage.unchecked.is_empty() {
        return format!(" is valid: {total}");
    }
    let unchecked: Vec<String> = coverage
        .unchecked
        .iter()
        .map(|(name, (count, why))| format!("{count} of type `{name}` ({why})"))
        .collect();
    format!(
        ": no problems found; checked {} of {total}; not checked: {}",
        coverage.checked,
        unchecked.join(", ")
    )
}

fn state_machine(path: &Path, terminal: Terminal) -> Result<Outcome, CommandError> {
    let machine = infra_gen_asl::validate(&read(path)?).map_err(|source| CommandError::StateMachine {
        name: path.display().to_string(),
        source,
    })?;
    terminal.line(
        Style::Success,
        format_args!(
            "{} is valid: {}",
            path.display(),
            count(machine.scope.states.len(), "state")
        ),
    );
    Ok(Outcome::Done)
}

fn template_in(path: &Path) -> Result<Template, CommandError> {
    parse(&read(path)?).map_err(|source| CommandError::Template {
        name: path.display().to_string(),
        source,
    })
}

/// Reads a file, or stdin for `-`.
fn read(path: &Path) -> Result<String, CommandError> {
    let read_error = |source: std::io::Error| match source.kind() {
        // Most often UTF-16, which `>` writes in PowerShell.
        ErrorKind::InvalidData => CommandError::NotUtf8(path.to_path_buf()),
        _ => CommandError::File {
            action: "read",
            path: path.to_path_buf(),
            source,
        },
    };
    if path.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin()
            .lock()
            .read_to_string(&mut text)
            .map_err(read_error)?;
        Ok(text)
    } else {
        std::fs::read_to_string(path).map_err(read_error)
    }
}

/// Parses a template and runs all checks. (A template of this project was checked when it was built.)
fn parse(text: &str) -> Result<Template, BoxError> {
    let template = Template::parse(text)?;
    let mut findings = template.findings();
    findings.0.extend(definitions::check(&template).0);
    findings.into_result()?;
    Ok(template)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, expected: &str) {
        assert_eq!(result(&Template::parse(template).unwrap().coverage()), expected);
    }

    #[test]
    fn only_a_completely_checked_template_is_called_valid() {
        check("Resources: {T: {Type: AWS::SNS::Topic}}", " is valid: 1 resource");
        check(
            "Resources: {T: {Type: AWS::SNS::Topic}, V: {Type: AWS::EC2::VPC}, C: {Type: Custom::Thing}}",
            ": no problems found; checked 1 of 3 resources; not checked: 1 of type `AWS::EC2::VPC` (no schema), 1 of type \
             `Custom::Thing` (not an AWS type)",
        );
    }
}
