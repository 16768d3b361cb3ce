//! The deploy engine: from a template and built handlers to a running stack, through CloudFormation change sets.
//!
//! One way for AWS and for any endpoint that behaves like it. What is executed is the change set that was shown and
//! agreed to, on the stack that it was made for, or nothing. A run may end at any point, by whatever cause: the next one
//! finds the stack in whatever state that left it and goes on. Nothing is remembered on this machine; there is no
//! bootstrap stack, and the one bucket needed is made by [`artifacts`].

use std::collections::BTreeMap;
use std::path::Path;

use infra_gen_cfn::Template;
use infra_gen_constructs::{ARTIFACTS_BUCKET_PARAMETER, Package};
use infra_gen_diff::{Diff, Names};

use crate::app::Loaded;
use crate::aws::{Aws, AwsError};
use crate::terminal::{Style, Terminal};

pub(crate) mod artifacts;
pub(crate) mod base;
pub(crate) mod change_set;
pub(crate) mod code;
pub(crate) mod consent;
pub(crate) mod destroy;
mod error;
pub(crate) mod events;
pub(crate) mod failures;
pub(crate) mod follow;
pub(crate) mod foresee;
pub(crate) mod functions;
mod live;
pub(crate) mod mend;
pub(crate) mod nested;
pub(crate) mod parameters;
pub(crate) mod pause;
pub(crate) mod phase;
mod retention;
mod safety;
mod settle;
pub(crate) mod site;
pub(crate) mod stack;
pub(crate) mod swap;
pub(crate) mod template;
pub(crate) mod verdict;

pub(crate) use error::DeployError;

use artifacts::{Artifacts, Uploaded};
use base::Base;
use change_set::{ChangeSet, Given, Submission, Verdict};
use consent::Consent;
use nested::Seams;
use parameters::{Automatic, Choices, Values};
use phase::Phase;
use stack::{Stack, State};
use verdict::Counts;

/// What to deploy, and where.
pub(crate) struct Deployment<'a> {
    pub(crate) app: &'a str,
    pub(crate) loaded: &'a Loaded,
    pub(crate) packages: &'a [Package],
    pub(crate) workspace: &'a Path,
    pub(crate) aws: &'a Aws,
    pub(crate) terminal: Terminal,
    pub(crate) manner: Manner<'a>,
    /// The values that the template's parameters were given for this run.
    pub(crate) choices: &'a Choices,
    pub(crate) phase: &'a Phase,
}

/// How much is asked and shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner<'a> {
    pub(crate) consent: Consent,
    /// Whether the difference is written before anything is done.
    pub(crate) shows_difference: bool,
    /// Whether data may be lost, or left outside of the stack.
    pub(crate) allow_destructive: bool,
    /// What the continuation of a failed rollback leaves as it is.
    pub(crate) skip_rollback: &'a [String],
}

impl Manner<'_> {
    /// For a stack that nobody will miss, with nobody there to ask.
    pub(crate) const THROWAWAY: Self = Self {
        consent: Consent::Given,
        shows_difference: false,
        allow_destructive: true,
        skip_rollback: &[],
    };
}

/// Brings the stack to what the template says: its outputs. Deploying the same again changes nothing.
pub(crate) async fn deploy(deployment: &Deployment<'_>) -> Result<BTreeMap<String, String>, DeployError> {
    let Deployment {
        loaded,
        packages,
        aws,
        terminal,
        manner,
        ..
    } = *deployment;
    let name = loaded.stack_name.as_str();
    let template = loaded.synth().map_err(|source| DeployError::Synth {
        stack: name.to_owned(),
        source,
    })?;
    expect_parameters(&template, packages)?;
    let automatic = Automatic::of(packages);
    // What is wrong with any stack is reported before one is asked for.
    Values::decide(&template, &BTreeMap::new(), deployment.choices, &automatic)?;
    let account = aws.expected_account(&loaded.settings).await?;

    // All of this is known before minutes are spent on building.
    settle::settle(deployment).await?;
    let base = Base::read(aws, name).await?;
    let values = Values::decide(&template, &base.parameters, deployment.choices, &automatic)?;
    let mut difference = infra_gen_diff::diff_with_values(&base.template, &template, &values.changed());
    values.note(&mut difference);
    values.expect_complete(&template)?;
    show(deployment, &base, &difference);
    expect_harmless(manner, &difference)?;
    if !difference.is_empty() {
        manner.consent.expect_possible(doing(&base, name))?;
    }

    let mut artifacts = Artifacts::new(aws, deployment.app, &account, terminal);
    let uploaded = code::upload(deployment, packages, &mut artifacts).await?;
    let placed = template::place(&template, &mut artifacts).await?;
    let mut parameters = values.submitted();
    parameters.extend(code_parameters(&uploaded, artifacts.bucket()));
    parameters.extend(placed.parameters);
    let submission = Submission {
        stack: name,
        base: base.fingerprint(),
        is_new: base.is_new,
        source: placed.source,
        parameters,
        capabilities: template.capabilities(),
        tags: &loaded.settings.tags,
        seams: Seams {
            before: &base.seams,
            after: placed.nested,
        },
    };
    match change_set::submit(aws, &submission).await? {
        Verdict::NoChanges => {
            terminal.line(
                Style::Success,
                format_args!("no changes: stack `{name}` is what the template says"),
            );
            change_set::sweep(aws, name, None).await?;
        }
        Verdict::Ready(change_set) => {
            change_set::sweep(aws, name, Some(&change_set)).await?;
            if let Err(error) = agree(deployment, &base, &difference, &change_set).await {
                withdraw(aws, &base, name, &change_set).await?;
                return Err(error);
            }
            execute(deployment, &change_set).await?;
        }
    }
    swap::put_back(deployment, &template, artifacts.bucket(), &uploaded).await?;
    deployment.phase.deployed();
    finish(deployment).await
}

/// Follows what is under way with a stack, if anything is, to its end, however that is.
pub(crate) async fn come_to_rest(aws: &Aws, name: &str, terminal: Terminal) -> Result<(), DeployError> {
    while let State::Busy { status } = Stack::new(aws, name).state().await? {
        settle::attach(aws, name, &status, terminal).await?;
    }
    Ok(())
}

fn expect_parameters(template: &Template, packages: &[Package]) -> Result<(), DeployError> {
    for package in packages {
        for parameter in [package.parameter(), ARTIFACTS_BUCKET_PARAMETER] {
            if !template.parameters.contains_key(parameter.as_str()) {
                return Err(DeployError::MissingParameter {
                    parameter: parameter.into(),
                    package: package.cargo_package,
                });
            }
        }
    }
    Ok(())
}

/// The values of the template's code parameters.
fn code_parameters(uploaded: &BTreeMap<String, Uploaded>, bucket: &str) -> BTreeMap<String, Given> {
    let mut parameters: BTreeMap<String, Given> = uploaded
        .iter()
        .map(|(parameter, uploaded)| (parameter.clone(), Given::Value(uploaded.key.clone())))
        .collect();
    if !parameters.is_empty() {
        let bucket = Given::Value(bucket.to_owned());
        parameters.insert(ARTIFACTS_BUCKET_PARAMETER.into(), bucket);
    }
    parameters
}

fn show(deployment: &Deployment<'_>, base: &Base, difference: &Diff) {
    if !deployment.manner.shows_difference || difference.is_empty() {
        return;
    }
    let name = &deployment.loaded.stack_name;
    let old = if base.is_new {
        format!("{name}, which does not exist yet")
    } else {
        format!("{name} as deployed")
    };
    let names = Names {
        old: &old,
        new: &format!("{name}, local"),
    };
    deployment
        .terminal
        .page(|width| infra_gen_diff::terminal(difference, names, width));
}

fn expect_harmless(manner: Manner<'_>, difference: &Diff) -> Result<(), DeployError> {
    let losses = safety::losses(difference);
    if losses.is_empty() || manner.allow_destructive {
        Ok(())
    } else {
        Err(DeployError::Destructive { losses })
    }
}

/// What the question and the refusal call it.
fn doing(base: &Base, name: &str) -> String {
    let verb = if base.is_new { "create" } else { "update" };
    format!("{verb} stack `{name}`")
}

/// The last look before anything changes: what CloudFormation foresees, what somebody says, and whether the stack is
/// still the one that was looked at.
async fn agree(
    deployment: &Deployment<'_>,
    base: &Base,
    difference: &Diff,
    change_set: &ChangeSet,
) -> Result<(), DeployError> {
    let Deployment {
        loaded,
        aws,
        terminal,
        manner,
        ..
    } = *deployment;
    base.expect_unchanged(aws).await?;
    let losses = safety::unforeseen(difference, &change_set.planned);
    if !losses.is_empty() && !manner.allow_destructive {
        return Err(DeployError::Unforeseen { losses });
    }
    let doing = doing(base, &loaded.stack_name);
    terminal.line(
        Style::Heading,
        format_args!("to {doing}: {}", Counts::of(&change_set.planned)),
    );
    if manner.consent == Consent::Given {
        return Ok(());
    }
    manner.consent.obtain(doing).await?;
    // However long the question stood.
    base.expect_unchanged(aws).await
}

/// Leaves no trace of a change set that is not going to be executed.
async fn withdraw(aws: &Aws, base: &Base, name: &str, change_set: &ChangeSet) -> Result<(), AwsError> {
    change_set::remove(aws, name, &change_set.id).await?;
    if base.is_absent {
        Stack::new(aws, name).discard_empty().await?;
    }
    Ok(())
}

async fn execute(deployment: &Deployment<'_>, change_set: &ChangeSet) -> Result<(), DeployError> {
    let Deployment { aws, terminal, .. } = *deployment;
    let name = deployment.loaded.stack_name.as_str();
    let since = events::Bookmark::now(aws, name).await?;
    let _at_aws = deployment.phase.at_aws();
    change_set::execute(aws, name, change_set).await?;
    let end = follow::follow(aws, name, since, terminal)
        .await
        .map_err(|source| DeployError::lost_sight(name, source))?;
    if !stack::succeeded(&end.status) {
        return Err(settle::failed(name, end));
    }
    terminal.line(Style::Success, format_args!("stack `{name}` is {}", end.status));
    Ok(())
}

/// What holds for every deployed stack, whether this run changed it or not.
async fn finish(deployment: &Deployment<'_>) -> Result<BTreeMap<String, String>, DeployError> {
    let Deployment {
        loaded,
        aws,
        terminal,
        ..
    } = *deployment;
    let wanted = loaded.settings.termination_protection;
    let description = Stack::new(aws, &loaded.stack_name).protect(wanted).await?;
    let Some(description) = description else {
        return Ok(BTreeMap::new());
    };
    if description.enable_termination_protection.unwrap_or_default() != wanted {
        let now = if wanted {
            "protected from deletion"
        } else {
            "not protected from deletion any more"
        };
        terminal.info(format_args!("stack `{}` is {now}", loaded.stack_name));
    }
    Ok(stack::outputs(description))
}
