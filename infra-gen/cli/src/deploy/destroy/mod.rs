//! Deletes a stack. Retained resources stay unless the user names them. Buckets that are deleted with the stack are emptied
//! first.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Template;

use super::artifacts::Artifacts;
use super::baseline::Baseline;
use super::change_set::nested::{self, StackResource};
use super::change_set::plan::{PlannedAction, Replacement};
use super::change_set::{self, ChangeSetRequest, Partition, Submitted};
use super::deletion_policy::{self, OnDelete};
use super::parameters::ParameterValue;
use super::progress::events::EventCursor;
use super::progress::{self, OperationOutcome};
use super::stack::{self, Resource, Stack, State};
use super::{DestroyError, data_loss, template};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Style, Terminal};

mod bucket;

/// What deleting a stack would do.
#[derive(Debug)]
pub(crate) struct Plan {
    stack_id: String,
    name: String,
    deleted: Vec<Resource>,
    /// The resources that stay in the account.
    kept: Vec<Resource>,
    /// The template to deploy first, so that exactly the named retained resources are deleted.
    policy_update: Option<Template>,
}

impl Plan {
    /// The deleted resources that hold, or may hold, data: `Orders (AWS::DynamoDB::Table)`.
    pub(crate) fn data(&self) -> Vec<String> {
        self.deleted
            .iter()
            .filter(|resource| data_loss::holds_data(&resource.kind))
            .map(|resource| format!("{} ({})", resource.logical, resource.kind))
            .collect()
    }

    /// The resources that stay: `Orders (shop-prod-Orders-1X)`.
    pub(crate) fn kept(&self) -> Vec<String> {
        self.kept
            .iter()
            .map(|resource| format!("{} ({})", resource.logical, resource.physical))
            .collect()
    }

    /// The number of deleted resources.
    pub(crate) fn deleted(&self) -> usize {
        self.deleted.len()
    }
}

/// Plans the deletion of a stack; `None` if it does not exist. `named` are the retained resources to delete as well.
pub(crate) async fn plan(aws: &Aws, name: &str, named: &[String]) -> Result<Option<Plan>, DestroyError> {
    let stack = Stack::new(aws, name);
    let Some(description) = stack.describe().await? else {
        return Ok(None);
    };
    if description.enable_termination_protection == Some(true) {
        return Err(DestroyError::Protected(name.to_owned()));
    }
    let status = stack::status(&description);
    let state = State::from_status(&status);
    let template = if state == State::InReview {
        Template::default()
    } else {
        Template::parse_deployed(&stack.template().await?)
            .map_err(|error| DestroyError::Template(name.to_owned(), error))?
            .0
    };
    let (mut kept, mut deleted) = (Vec::new(), Vec::new());
    if state != State::InReview {
        let resources = nested::all_resources(aws, name, name, template.clone(), "")
            .await
            .map_err(|error| DestroyError::Contents(name.to_owned(), Box::new(error)))?;
        for StackResource { resource, on_delete } in resources {
            match on_delete {
                OnDelete::Keep => kept.push(resource),
                OnDelete::Delete => deleted.push(resource),
            }
        }
    }
    let named: BTreeSet<&str> = named.iter().map(String::as_str).collect();
    if let Some(unknown) = named.iter().find(|named| {
        !kept
            .iter()
            .any(|resource| can_be_named(resource) && resource.logical == **named)
    }) {
        return Err(DestroyError::NotRetained {
            stack: name.to_owned(),
            name: (*unknown).to_owned(),
            retained: kept
                .into_iter()
                .filter(can_be_named)
                .map(|resource| resource.logical)
                .collect(),
        });
    }
    let policy_update = deletion_policy::with_deletable(&template, &named);
    if policy_update.is_some() && state != State::Deployed {
        return Err(DestroyError::NotUpdatable {
            stack: name.to_owned(),
            status,
        });
    }
    let (named, kept): (Vec<_>, Vec<_>) = kept
        .into_iter()
        .partition(|resource| named.contains(resource.logical.as_str()));
    deleted.extend(named);
    Ok(Some(Plan {
        stack_id: description.stack_id.unwrap_or_else(|| name.to_owned()),
        name: name.to_owned(),
        deleted,
        kept,
        policy_update,
    }))
}

/// Whether the user can name the resource: the deletion policies of a nested stack are in that stack's own template.
fn can_be_named(resource: &Resource) -> bool {
    !resource.logical.contains('/')
}

/// Deploys the changed deletion policies, through a change set that must change nothing else.
pub(crate) async fn apply_policy_update(
    aws: &Aws,
    plan: &Plan,
    artifacts: &mut Artifacts<'_>,
    terminal: Terminal,
) -> Result<(), DestroyError> {
    let Some(policy_update) = &plan.policy_update else {
        return Ok(());
    };
    let named = || plan.deleted.iter().map(|resource| resource.logical.clone());
    let failed = |source| DestroyError::PolicyUpdate {
        stack: plan.name.clone(),
        named: named().collect(),
        source: Box::new(source),
    };
    let baseline = Baseline::read(aws, &plan.name).await.map_err(failed)?;
    let uploaded = template::upload(policy_update, artifacts).await.map_err(failed)?;
    let mut parameters: BTreeMap<String, ParameterValue> = baseline
        .parameters
        .keys()
        .map(|parameter| (parameter.clone(), ParameterValue::UsePrevious))
        .collect();
    parameters.extend(uploaded.parameters);
    let request = ChangeSetRequest {
        stack: &plan.name,
        baseline: baseline.fingerprint(),
        is_new: false,
        source: uploaded.source,
        parameters,
        capabilities: policy_update.capabilities(),
        // Without tags in the request, CloudFormation keeps the stack's tags.
        tags: &BTreeMap::new(),
        partition: Partition {
            before: &baseline.nested_stacks,
            after: uploaded.nested,
        },
    };
    let change_set = match change_set::submit(aws, &request).await.map_err(failed)? {
        Submitted::NoChanges => return Ok(()),
        Submitted::Ready(change_set) => change_set,
    };
    let difference = infra_gen_diff::diff(&baseline.template, policy_update);
    let expected: BTreeSet<&str> = difference
        .resources
        .iter()
        .map(|resource| resource.logical_id.as_str())
        .collect();
    let more: Vec<String> = change_set
        .changes
        .iter()
        .filter(|change| {
            let in_place = change.action == PlannedAction::Change(Replacement::No);
            !in_place || !expected.contains(change.logical.as_str())
        })
        .map(|change| format!("{} {}", change.action, change.logical))
        .collect();
    if !more.is_empty() {
        change_set::discard(aws, &baseline, &change_set).await?;
        return Err(DestroyError::MoreThanNamed(more));
    }
    let since = EventCursor::now(aws, &plan.name).await?;
    change_set::execute(aws, &plan.name, &change_set)
        .await
        .map_err(failed)?;
    let outcome = progress::watch(aws, &plan.name, since, terminal).await?;
    expect_success(plan, outcome)
}

/// Executes the plan and waits until the deletion ends.
pub(crate) async fn execute(aws: &Aws, plan: &Plan, terminal: Terminal) -> Result<(), DestroyError> {
    for resource in &plan.deleted {
        if resource.kind != "AWS::S3::Bucket" {
            continue;
        }
        let deleted = bucket::empty(aws, &resource.physical).await?;
        if deleted > 0 {
            let plural = if deleted == 1 { "" } else { "s" };
            terminal.info(format_args!(
                "deleted {deleted} object version{plural} from bucket `{}`",
                resource.physical
            ));
        }
    }
    // Once a stack is deleted, only its ID finds it.
    let since = EventCursor::now(aws, &plan.stack_id).await?;
    aws.cloudformation
        .delete_stack()
        .stack_name(&plan.stack_id)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("delete stack `{}`", plan.name), &error))?;
    let outcome = progress::watch(aws, &plan.stack_id, since, terminal).await?;
    expect_success(plan, outcome)?;
    terminal.line(Style::Success, format_args!("deleted stack `{}`", plan.name));
    for resource in plan.kept() {
        terminal.line(Style::Heading, format_args!("kept: {resource}"));
    }
    Ok(())
}

fn expect_success(plan: &Plan, outcome: OperationOutcome) -> Result<(), DestroyError> {
    if stack::succeeded(&outcome.status) {
        return Ok(());
    }
    Err(DestroyError::Failed {
        stack: plan.name.clone(),
        status: outcome.status,
        failures: outcome.failures,
    })
}
