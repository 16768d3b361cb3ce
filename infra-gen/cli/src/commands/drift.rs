//! `drift`: which resources differ from the stack's template because they were changed outside CloudFormation.
//!
//! CloudFormation does the comparison. This module waits for the result and prints it the way `diff` prints differences.

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use aws_sdk_cloudformation::types::{
    DifferenceType, PropertyDifference, StackDriftDetectionStatus, StackResourceDrift,
    StackResourceDriftStatus,
};
use clap::ValueEnum;
use infra_gen_cfn::Json;
use infra_gen_diff::{Change, Effect, Path, PropertyChange, Segment};
use serde::Serialize;

use super::{CommandError, connect, describe_stack, outputs, print, print_styled};
use crate::app::Project;
use crate::aws::{Aws, AwsError};
use crate::deploy::poll_backoff::PollBackoff;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::terminal::{Style, Terminal, columns};

/// Detect changes made outside CloudFormation since the last deployment
#[derive(Debug, clap::Args)]
#[command(after_help = "\
CloudFormation does the comparison; resources that it cannot compare are listed.

Examples:
  infra-gen drift --env prod
  infra-gen drift --env prod --exit-code          exit code 3 if anything has drifted
  infra-gen drift --env prod --format json | jq '.resources[].logicalId'")]
pub(crate) struct Args {
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with code 3 if anything has drifted
    #[arg(long)]
    exit_code: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Why the drift is unknown.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DriftError {
    #[error("drift detection of stack `{stack}` failed: {reason}")]
    Failed { stack: String, reason: String },
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    let name = &loaded.stack_name;
    describe_stack(&aws, name).await?;
    terminal.info(format_args!(
        "comparing the resources of stack `{name}` with its template"
    ));
    detect(&aws, name).await?;
    let report = Report::new(name, &drifts(&aws, name).await?);
    match args.format {
        Format::Json => print(&outputs::json(&report))?,
        Format::Text => {
            let width = columns(std::io::stdout(), std::io::stdout().is_terminal());
            print_styled(&report.text(width))?;
        }
    }
    Ok(if args.exit_code && !report.resources.is_empty() {
        Outcome::Different
    } else {
        Outcome::Done
    })
}

/// Starts drift detection and waits until it is complete.
async fn detect(aws: &Aws, stack: &str) -> Result<(), CommandError> {
    let failed = |error| AwsError::new(format!("detect the drift of stack `{stack}`"), &error);
    let id = aws
        .cloudformation
        .detect_stack_drift()
        .stack_name(stack)
        .send()
        .await
        .map_err(failed)?
        .stack_drift_detection_id
        .unwrap_or_default();
    let mut backoff = PollBackoff::default();
    loop {
        let answer = aws
            .cloudformation
            .describe_stack_drift_detection_status()
            .stack_drift_detection_id(&id)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("detect the drift of stack `{stack}`"), &error))?;
        match answer.detection_status {
            Some(StackDriftDetectionStatus::DetectionInProgress) => backoff.wait().await,
            // Partly failed: the result is reported, and the resources without one are among `unchecked`.
            Some(StackDriftDetectionStatus::DetectionFailed)
                if answer.drifted_stack_resource_count.is_some() =>
            {
                return Ok(());
            }
            Some(StackDriftDetectionStatus::DetectionFailed) => {
                return Err(DriftError::Failed {
                    stack: stack.to_owned(),
                    reason: answer.detection_status_reason.unwrap_or_default(),
                }
                .into());
            }
            _ => return Ok(()),
        }
    }
}

async fn drifts(aws: &Aws, stack: &str) -> Result<Vec<StackResourceDrift>, AwsError> {
    let mut found = Vec::new();
    let mut token = None;
    loop {
        let page = aws
            .cloudformation
            .describe_stack_resource_drifts()
            .stack_name(stack)
            .set_next_token(token)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("read the drift of stack `{stack}`"), &error))?;
        found.extend(page.stack_resource_drifts.unwrap_or_default());
        token = page.next_token;
        if token.is_none() {
            return Ok(found);
        }
    }
}

/// The result.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    stack: String,
    /// How many resources were compared.
    checked: usize,
    /// The resources that CloudFormation cannot compare.
    unchecked: Vec<String>,
    /// The resources that differ from the template.
    resources: Vec<Drifted>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Drifted {
    logical_id: String,
    #[serde(rename = "type")]
    type_name: String,
    physical_id: String,
    /// Whether the resource no longer exists.
    deleted: bool,
    /// From the template's value to the actual one.
    changes: Vec<PropertyChange>,
}

impl Report {
    fn new(stack: &str, drifts: &[StackResourceDrift]) -> Self {
        let mut report = Self {
            stack: stack.to_owned(),
            checked: 0,
            unchecked: Vec::new(),
            resources: Vec::new(),
        };
        for drift in drifts {
            let logical_id = drift.logical_resource_id().unwrap_or_default().to_owned();
            let deleted = match drift.stack_resource_drift_status() {
                Some(StackResourceDriftStatus::InSync) => {
                    report.checked += 1;
                    continue;
                }
                Some(StackResourceDriftStatus::Modified) => false,
                Some(StackResourceDriftStatus::Deleted) => true,
                _ => {
                    report.unchecked.push(logical_id);
                    continue;
                }
            };
            report.checked += 1;
            report.resources.push(Drifted {
                logical_id,
                type_name: drift.resource_type().unwrap_or_default().to_owned(),
                physical_id: drift.physical_resource_id().unwrap_or_default().to_owned(),
                deleted,
                changes: drift.property_differences().iter().flat_map(changes).collect(),
            });
        }
        report
            .resources
            .sort_by(|one, other| one.logical_id.cmp(&other.logical_id));
        report.unchecked.sort();
        report
    }

    fn text(&self, width: usize) -> String {
        let (bold, faint, bad, warn) = (
            Style::Heading.ansi(),
            Style::Faint.ansi(),
            Style::Error.ansi(),
            anstyle::AnsiColor::Yellow.on_default(),
        );
        let mut text = format!("{faint}{0}: template → actual state{faint:#}\n", self.stack);
        for resource in &self.resources {
            let Drifted {
                logical_id,
                type_name,
                physical_id,
                ..
            } = resource;
            if resource.deleted {
                let _ = writeln!(
                    text,
                    "  {bad}-{bad:#}  {bold}{logical_id}{bold:#}  {faint}{type_name}{faint:#}  {bad}deleted{bad:#}\n       \
                     {faint}physical ID: {physical_id}; to create it again: remove it from the template and deploy, \
                     then add it and deploy{faint:#}"
                );
            } else {
                let _ = writeln!(
                    text,
                    "  {warn}~{warn:#}  {bold}{logical_id}{bold:#}  {faint}{type_name}  {physical_id}{faint:#}"
                );
                text += &infra_gen_diff::property_changes(&resource.changes, 7, width);
            }
        }
        let drifted = match self.resources.len() {
            0 => "nothing has drifted".to_owned(),
            1 => "1 resource has drifted".to_owned(),
            many => format!("{many} resources have drifted"),
        };
        let _ = writeln!(
            text,
            "\n{bold}{drifted} (resources compared: {}){bold:#}",
            self.checked
        );
        if !self.unchecked.is_empty() {
            let unchecked = self.unchecked.join(", ");
            let _ = writeln!(text, "{faint}CloudFormation cannot compare: {unchecked}{faint:#}");
        }
        text
    }
}

/// A difference that CloudFormation reports, split into the smallest parts that differ.
fn changes(difference: &PropertyDifference) -> Vec<PropertyChange> {
    let path = path(difference.property_path().unwrap_or_default());
    let old = value(difference.expected_value().unwrap_or_default());
    let new = value(difference.actual_value().unwrap_or_default());
    let change = match difference.difference_type() {
        Some(DifferenceType::Add) => Change::Added { new },
        Some(DifferenceType::Remove) => Change::Removed { old },
        _ => return infra_gen_diff::compare_values(&path, &old, &new),
    };
    vec![PropertyChange {
        path,
        change,
        effect: Effect::None,
        follows: None,
        through: None,
    }]
}

/// Parses a JSON Pointer (RFC 6901), such as `/KeySchema/0/AttributeName`.
fn path(pointer: &str) -> Path {
    pointer
        .split('/')
        .skip(1)
        .fold(Path::default(), |path, part| match part.parse() {
            Ok(index) => path.then(Segment::Index(index)),
            Err(_) => path.name(&part.replace("~1", "/").replace("~0", "~")),
        })
}

/// CloudFormation sends objects and lists as JSON, and strings without quotes.
fn value(text: &str) -> Json {
    match serde_json::from_str(text) {
        Ok(value @ (Json::Object(_) | Json::Array(_))) => value,
        _ => Json::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_split_into_its_smallest_parts() {
        let difference = PropertyDifference::builder()
            .property_path("/Tags/0")
            .expected_value(r#"{"Key":"team","Value":"one"}"#)
            .actual_value(r#"{"Key":"team","Value":"two"}"#)
            .difference_type(DifferenceType::NotEqual)
            .build();
        let shown = infra_gen_diff::property_changes(&changes(&difference), 2, 80);
        assert_eq!(
            anstream::adapter::strip_str(&shown).to_string(),
            "  Tags[0].Value  one → two\n"
        );
    }

    #[test]
    fn a_json_pointer_becomes_a_path() {
        assert_eq!(path("/A/0/b~1c.d").to_string(), "A[0][\"b/c.d\"]");
    }
}
