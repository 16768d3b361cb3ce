//! `validate`: checks an environment's template, template files and folders, or state machine definitions.
//!
//! Findings are data: they go to stdout, in one of several formats. What was checked goes to stderr.
//!
//! - `inputs.rs`: which files to read.
//! - `report.rs`: checks them.
//! - `text.rs`, `json.rs`, `sarif.rs`, `github.rs`: write the report.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use infra_gen_asl::model::ExecutionType;
use infra_gen_cfn::{Finding, Suppression, suppress};

use super::{CommandError, load, print, print_styled};
use crate::app::Project;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::rules;
use crate::terminal::Terminal;
use report::{Checked, Report};

mod github;
mod inputs;
mod json;
mod report;
mod sarif;
mod text;

/// Check an environment's template, or any template files
#[derive(Debug, clap::Args)]
#[command(after_help = "\
In a folder, every template is checked: files that end in .yaml, .yml, .json or
.template and have a section `Resources`, `Transform` or `AWSTemplateFormatVersion`.
With a template, the definitions of its state machines are checked: those in its
properties, and those in files that `DefinitionUri` or `DefinitionS3Location` names.
Findings go to stdout. The exit code is 1 if there are errors, and with
`--deny warnings` also if there are warnings. A rule can also be suppressed in the
metadata of a template or resource; see docs/RULES.md.

  --format text      lines that begin with file, line and column
  --format json      described by docs/validate.schema.json
  --format sarif     SARIF 2.1.0, for code scanning
  --format github    annotations of GitHub Actions

Examples:
  infra-gen validate --env prod
  infra-gen validate template.yaml
  infra-gen validate templates stacks/network.json --deny warnings
  infra-gen validate templates --format sarif > findings.sarif
  infra-gen validate templates --suppress 'unknown-property=newer than this program'
  infra-gen validate --asl workflow.asl.yaml      unknown and unreachable states, invalid paths
  infra-gen rules unknown-property                what a rule means")]
pub(crate) struct Args {
    /// Templates (JSON or YAML) or folders to check instead of an environment's template; `-` reads stdin
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// State machine definition (Amazon States Language) to check; `-` reads stdin; repeatable
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    asl: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Also fail on findings of this severity
    #[arg(long, value_enum, value_name = "SEVERITY")]
    deny: Option<Deny>,
    /// Suppress the findings of a rule, and give the reason; repeatable
    #[arg(long, value_name = "RULE=REASON", value_parser = suppression)]
    suppress: Vec<Suppression>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    Warnings,
}

pub(crate) fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let mut suppressions = args.suppress.clone();
    let mut report = Report::default();
    if args.paths.is_empty() && args.asl.is_empty() {
        let loaded = load(project, global.env.as_deref()).map_err(|error| match error {
            CommandError::MissingEnvironment(names) => CommandError::NothingToValidate(names),
            other => other,
        })?;
        report.files.push(Checked::environment(&loaded)?);
    } else {
        let inputs = inputs::templates(&args.paths)?;
        report.skipped = inputs.skipped;
        for input in &inputs.files {
            report.files.extend(Checked::template(input));
        }
        for input in inputs::definitions(&args.asl)? {
            report
                .files
                .push(Checked::definition(&input, ExecutionType::Standard));
        }
    }
    for file in &mut report.files {
        // Nothing else was checked in such a file, so a suppression would hide that.
        if file.is_readable() {
            file.suppressed
                .extend(suppress(&mut file.findings, &mut suppressions));
        }
        file.sort();
    }
    report.add_unused(&suppressions);
    match args.format {
        Format::Text => print_styled(&text::findings(&report))?,
        Format::Json => print(&json::write(&report))?,
        Format::Sarif => print(&sarif::write(&report, project.version))?,
        Format::Github => print(&github::write(&report))?,
    }
    text::summary(&report, terminal);
    let (errors, warnings) = report.counts();
    let fails = errors > 0 || (args.deny == Some(Deny::Warnings) && warnings > 0);
    Ok(if fails {
        Outcome::CheckFailed
    } else {
        Outcome::Done
    })
}

/// `RULE=REASON`.
fn suppression(text: &str) -> Result<Suppression, String> {
    let (id, reason) = text.split_once('=').unwrap_or((text, ""));
    let rule = rules::find(id.trim())?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(format!(
            "the suppression has no reason\n  hint: write `{id}=REASON`: why the rule does not apply"
        ));
    }
    Ok(Suppression::everywhere(rule, reason))
}

/// A finding as text, as `validate` prints it.
pub(super) fn finding(name: &str, finding: &Finding) -> String {
    let mut text = String::new();
    text::write(&mut text, name, finding);
    text
}

/// The text of a file, or of stdin for `-`.
pub(super) fn read(path: &Path) -> Result<String, CommandError> {
    inputs::read(path).map(|input| input.text)
}
