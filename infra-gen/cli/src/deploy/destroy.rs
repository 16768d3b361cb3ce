//! Deletes a stack. What its template retains stays, unless it is named; only buckets that go with it are emptied first.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{ParseError, Template};

use super::artifacts::Artifacts;
use super::base::Base;
use super::change_set::{self, Given, Submission, Verdict};
use super::error::Failures;
use super::events::Bookmark;
use super::failures::Failure;
use super::follow::{self, End};
use super::nested::{self, Held, Seams};
use super::retention::{self, Fate};
use super::stack::{self, Resource, Stack, State};
use super::{DeployError, safety, template};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Style, Terminal};

mod bucket;

/// Why a stack is still there.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DestroyError {
    #[error(
        "stack `{0}` is protected from deletion; set `terminationProtection: false` in its environment, deploy, and \
         run this again"
    )]
    Protected(String),
    #[error("stack `{stack}` ended as {status}{}", Failures(.failures))]
    Failed {
        stack: String,
        status: String,
        failures: Vec<Failure>,
    },
    #[error("the template of stack `{0}` could not be read")]
    Template(String, #[source] ParseError),
    #[error("what stack `{0}` has could not be looked at")]
    Contents(String, #[source] Box<DeployError>),
    #[error("`{name}` is nothing that stack `{stack}` would keep; it keeps {}", .kept.join(", "))]
    NotKept {
        stack: String,
        name: String,
        kept: Vec<String>,
    },
    #[error(
        "stack `{stack}` is {status}, in which CloudFormation does not change what is kept; name just what was named \
         before it came to that"
    )]
    NotUpdatable { stack: String, status: String },
    #[error(
        "CloudFormation would do more than give up what is named: {}; nothing was deleted: deploy the stack first, then \
         run this again", .0.join(", ")
    )]
    MoreThanNamed(Vec<String>),
    #[error("stack `{stack}` could not be told to delete {}", .named.join(", "))]
    GivingUp {
        stack: String,
        named: Vec<String>,
        source: Box<DeployError>,
    },
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// What deleting a stack would do, for the question that comes before it.
#[derive(Debug)]
pub(crate) struct Plan {
    stack_id: String,
    name: String,
    /// What goes with the stack.
    deleted: Vec<Resource>,
    /// What stays in the account.
    kept: Vec<Resource>,
    /// What must be deployed first, so that the named ones go and no others.
    amendment: Option<Template>,
}

impl Plan {
    /// What goes with the data in it: `Orders (AWS::DynamoDB::Table)`.
    pub(crate) fn data(&self) -> Vec<String> {
        self.deleted
            .iter()
            .filter(|resource| safety::holds_data(&resource.kind))
            .map(|resource| format!("{} ({})", resource.logical, resource.kind))
            .collect()
    }

    /// What stays: `Orders (shop-prod-Orders-1X)`.
    pub(crate) fn kept(&self) -> Vec<String> {
        self.kept
            .iter()
            .map(|resource| format!("{} ({})", resource.logical, resource.physical))
            .collect()
    }

    /// How many resources go.
    pub(crate) fn deleted(&self) -> usize {
        self.deleted.len()
    }
}

/// Looks at the deployed stack; nothing when there is none. `named` are to go although the template keeps them.
pub(crate) async fn plan(aws: &Aws, name: &str, named: &[String]) -> Result<Option<Plan>, DestroyError> {
    let stack = Stack::new(aws, name);
    let Some(description) = stack.describe().await? else {
        return Ok(None);
    };
    if description.enable_termination_protection == Some(true) {
        return Err(DestroyError::Protected(name.to_owned()));
    }
    let status = stack::status(&description);
    let state = State::of(&status);
    let template = if state == State::InReview {
        Template::default()
    } else {
        Template::parse_deployed(&stack.template().await?)
            .map_err(|error| DestroyError::Template(name.to_owned(), error))?
            .0
    };
    let (mut kept, mut deleted) = (Vec::new(), Vec::new());
    if state != State::InReview {
        let held = nested::contents(aws, name, name, template.clone(), "").await;
        for Held { resource, fate } in
            held.map_err(|error| DestroyError::Contents(name.to_owned(), Box::new(error)))?
        {
            match fate {
                Fate::Kept => kept.push(resource),
                Fate::Deleted => deleted.push(resource),
            }
        }
    }
    let named: BTreeSet<&str> = named.iter().map(String::as_str).collect();
    if let Some(stranger) = named.iter().find(|named| {
        !kept
            .iter()
            .any(|resource| can_be_named(resource) && resource.logical == **named)
    }) {
        return Err(DestroyError::NotKept {
            stack: name.to_owned(),
            name: (*stranger).to_owned(),
            kept: kept
                .into_iter()
                .filter(can_be_named)
                .map(|resource| resource.logical)
                .collect(),
        });
    }
    let amendment = retention::amended(&template, &named);
    if amendment.is_some() && state != State::Deployed {
        return Err(DestroyError::NotUpdatable {
            stack: name.to_owned(),
            status,
        });
    }
    let (given_up, kept) = kept
        .into_iter()
        .partition(|resource| named.contains(resource.logical.as_str()));
    deleted.extend::<Vec<_>>(given_up);
    Ok(Some(Plan {
        stack_id: description.stack_id.unwrap_or_else(|| name.to_owned()),
        name: name.to_owned(),
        deleted,
        kept,
        amendment,
    }))
}

/// Whether a resource is the stack's own: what a nested stack keeps, that stack's template says.
fn can_be_named(resource: &Resource) -> bool {
    !resource.logical.contains('/')
}

/// Has CloudFormation itself give up what was named, through a change set that does nothing else.
pub(crate) async fn amend(
    aws: &Aws,
    plan: &Plan,
    artifacts: &mut Artifacts<'_>,
    terminal: Terminal,
) -> Result<(), DestroyError> {
    let Some(amendment) = &plan.amendment else {
        return Ok(());
    };
    let named = || plan.deleted.iter().map(|resource| resource.logical.clone());
    let failed = |source| DestroyError::GivingUp {
        stack: plan.name.clone(),
        named: named().collect(),
        source: Box::new(source),
    };
    let base = Base::read(aws, &plan.name).await.map_err(failed)?;
    let placed = template::place(amendment, artifacts).await.map_err(failed)?;
    let mut parameters: BTreeMap<String, Given> = base
        .parameters
        .keys()
        .map(|parameter| (parameter.clone(), Given::AsDeployed))
        .collect();
    parameters.extend(placed.parameters);
    let submission = Submission {
        stack: &plan.name,
        base: base.fingerprint(),
        is_new: false,
        source: placed.source,
        parameters,
        capabilities: amendment.capabilities(),
        // What is not named stays as it is.
        tags: &BTreeMap::new(),
        seams: Seams {
            before: &base.seams,
            after: placed.nested,
        },
    };
    let change_set = match change_set::submit(aws, &submission).await.map_err(failed)? {
        Verdict::NoChanges => return Ok(()),
        Verdict::Ready(change_set) => change_set,
    };
    let differing = infra_gen_diff::diff(&base.template, amendment);
    let meant: BTreeSet<&str> = differing
        .resources
        .iter()
        .map(|resource| resource.logical_id.as_str())
        .collect();
    let more: Vec<String> = change_set
        .planned
        .iter()
        .filter(|planned| {
            let in_place = matches!(
                planned.doing,
                super::verdict::Doing::Change(super::verdict::Replacing::No)
            );
            !in_place || !meant.contains(planned.logical.as_str())
        })
        .map(|planned| format!("{} {}", planned.doing, planned.logical))
        .collect();
    if !more.is_empty() {
        change_set::remove(aws, &plan.name, &change_set.id).await?;
        return Err(DestroyError::MoreThanNamed(more));
    }
    let since = Bookmark::now(aws, &plan.name).await?;
    change_set::execute(aws, &plan.name, &change_set)
        .await
        .map_err(failed)?;
    let end = follow::follow(aws, &plan.name, since, terminal).await?;
    expect_success(plan, end)
}

/// Does what the plan says and follows it to the end.
pub(crate) async fn execute(aws: &Aws, plan: &Plan, terminal: Terminal) -> Result<(), DestroyError> {
    for resource in &plan.deleted {
        if resource.kind != "AWS::S3::Bucket" {
            continue;
        }
        let removed = bucket::empty(aws, &resource.physical).await?;
        if removed > 0 {
            terminal.info(format_args!(
                "emptied bucket `{}` ({removed} objects)",
                resource.physical
            ));
        }
    }
    // A deleted stack is known by its ID only.
    let since = Bookmark::now(aws, &plan.stack_id).await?;
    aws.cloudformation
        .delete_stack()
        .stack_name(&plan.stack_id)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("delete stack `{}`", plan.name), &error))?;
    let end = follow::follow(aws, &plan.stack_id, since, terminal).await?;
    expect_success(plan, end)?;
    terminal.line(Style::Success, format_args!("stack `{}` is gone", plan.name));
    for resource in plan.kept() {
        terminal.line(Style::Heading, format_args!("kept: {resource}"));
    }
    Ok(())
}

fn expect_success(plan: &Plan, end: End) -> Result<(), DestroyError> {
    if stack::succeeded(&end.status) {
        return Ok(());
    }
    Err(DestroyError::Failed {
        stack: plan.name.clone(),
        status: end.status,
        failures: end.failures,
    })
}
