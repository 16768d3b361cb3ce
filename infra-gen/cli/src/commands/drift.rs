//! `drift`: where the account no longer is what the stack's template says, because somebody changed it by hand.
//!
//! CloudFormation does the comparing. Here its answer is waited for, and shown as `diff` shows differences.

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use aws_sdk_cloudformation::types::{
    DifferenceType, PropertyDifference, StackDriftDetectionStatus, StackResourceDrift,
    StackResourceDriftStatus,
};
use infra_gen_cfn::Json;
use infra_gen_diff::{Change, Effect, Path, PropertyChange, Segment};
use serde::Serialize;

use super::{Failure, connect, outputs, print, show};
use crate::app::Project;
use crate::args::{Drift, DriftFormat, Global};
use crate::aws::{Aws, AwsError};
use crate::deploy::poll_backoff::PollBackoff;
use crate::deploy::stack::Stack;
use crate::exit::Outcome;
use crate::terminal::{Style, Terminal, columns};

/// Why it is not known.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DriftError {
    #[error("CloudFormation could not find out about `{stack}`: {reason}")]
    Failed { stack: String, reason: String },
}

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Drift,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    let name = &loaded.stack_name;
    Stack::new(&aws, name)
        .describe()
        .await?
        .ok_or_else(|| Failure::NoStack(name.clone()))?;
    terminal.info(format_args!(
        "comparing the resources of `{name}` with its template"
    ));
    detect(&aws, name).await?;
    let report = Report::of(name, &drifts(&aws, name).await?);
    match args.format {
        DriftFormat::Json => print(&outputs::json(&report))?,
        DriftFormat::Text => {
            let width = columns(std::io::stdout(), std::io::stdout().is_terminal());
            show(&report.text(width))?;
        }
    }
    Ok(if args.exit_code && !report.resources.is_empty() {
        Outcome::Different
    } else {
        Outcome::Done
    })
}

/// Has CloudFormation look, and waits until it has.
async fn detect(aws: &Aws, stack: &str) -> Result<(), Failure> {
    let failed = |error| AwsError::new(format!("look for drift of `{stack}`"), &error);
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
            .map_err(|error| AwsError::new(format!("look for drift of `{stack}`"), &error))?;
        match answer.detection_status {
            Some(StackDriftDetectionStatus::DetectionInProgress) => backoff.wait().await,
            // What could be looked at is told all the same; what could not is among the unchecked.
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
            .map_err(|error| AwsError::new(format!("read the drift of `{stack}`"), &error))?;
        found.extend(page.stack_resource_drifts.unwrap_or_default());
        token = page.next_token;
        if token.is_none() {
            return Ok(found);
        }
    }
}

/// What was found.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    stack: String,
    /// How many resources were compared.
    checked: usize,
    /// Those that CloudFormation cannot compare.
    unchecked: Vec<String>,
    /// Those that are not as the template says.
    resources: Vec<Drifted>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Drifted {
    logical_id: String,
    #[serde(rename = "type")]
    type_name: String,
    physical_id: String,
    /// Whether it is gone altogether.
    deleted: bool,
    /// From what the template says to what there is.
    changes: Vec<PropertyChange>,
}

impl Report {
    fn of(stack: &str, drifts: &[StackResourceDrift]) -> Self {
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
        let mut text = format!(
            "{faint}{0} as its template says → as it is{faint:#}\n",
            self.stack
        );
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
                    "  {bad}-{bad:#}  {bold}{logical_id}{bold:#}  {faint}{type_name}{faint:#}  {bad}is gone{bad:#}\n       \
                     {faint}was {physical_id}; take it out of the template, deploy, and put it in again{faint:#}"
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
        let _ = writeln!(text, "\n{bold}{drifted}, {} compared{bold:#}", self.checked);
        if !self.unchecked.is_empty() {
            let unchecked = self.unchecked.join(", ");
            let _ = writeln!(text, "{faint}CloudFormation cannot compare: {unchecked}{faint:#}");
        }
        text
    }
}

/// A difference as CloudFormation tells it, down to the smallest parts that can be told apart.
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

/// `/KeySchema/0/AttributeName` (RFC 6901) as a path.
fn path(pointer: &str) -> Path {
    pointer
        .split('/')
        .skip(1)
        .fold(Path::default(), |path, part| match part.parse() {
            Ok(index) => path.then(Segment::Index(index)),
            Err(_) => path.name(&part.replace("~1", "/").replace("~0", "~")),
        })
}

/// Objects and lists come as JSON, texts as they are.
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
    fn a_difference_is_told_by_its_smallest_parts() {
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
    fn a_pointer_is_read_as_the_way_that_it_is() {
        assert_eq!(path("/A/0/b~1c.d").to_string(), "A[0][\"b/c.d\"]");
    }
}
