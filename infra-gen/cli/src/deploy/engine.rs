//! `deploy`, step by step: from a template and handlers to an updated stack, through a change set.

use std::collections::BTreeMap;

use infra_gen_cfn::Template;
use infra_gen_constructs::{ARTIFACTS_BUCKET_PARAMETER, Package};
use infra_gen_diff::{Diff, Names};

use super::artifacts::{Artifacts, Uploaded};
use super::baseline::Baseline;
use super::change_set::plan::Counts;
use super::change_set::{self, ChangeSet, ChangeSetRequest, Partition, Submitted};
use super::confirmation::Confirmation;
use super::parameters::{AutomaticParameters, ParameterValue, Values};
use super::progress::events::EventCursor;
use super::stack::{self, Stack};
use super::{DeployError, DeployOptions, Deployment, data_loss, handlers, progress, recover, swap, template};
use crate::terminal::Style;

/// Updates the stack to the template and returns its outputs. A second deployment of the same template changes nothing.
pub(crate) async fn deploy(deployment: &Deployment<'_>) -> Result<BTreeMap<String, String>, DeployError> {
    let (aws, terminal, name) = (deployment.aws, deployment.terminal, deployment.stack_name());
    let settings = &deployment.loaded.settings;
    let template = deployment.loaded.synth().map_err(|source| DeployError::Synth {
        stack: name.to_owned(),
        source,
    })?;
    check_code_parameters(&template, deployment.packages)?;
    let automatic = AutomaticParameters::new(deployment.packages);
    // Reports values that are wrong for any stack before the first call to AWS.
    Values::decide(&template, &BTreeMap::new(), deployment.choices, &automatic)?;
    let account = aws.expected_account(settings).await?;

    // These checks come before the handlers are built, which takes minutes.
    recover::recover_stack(deployment).await?;
    let baseline = Baseline::read(aws, name).await?;
    let values = Values::decide(&template, &baseline.parameters, deployment.choices, &automatic)?;
    let mut difference =
        infra_gen_diff::diff_with_values(&baseline.template, &template, &values.for_difference(&baseline));
    values.annotate(&mut difference);
    values.expect_complete(&template)?;
    show(deployment, &baseline, &difference);
    let options = deployment.options;
    check_losses(options, data_loss::in_difference(&difference), |losses| {
        DeployError::Destructive { losses }
    })?;
    if !difference.is_empty() {
        options
            .confirmation
            .ensure_interactive(action_description(&baseline, name))?;
    }

    let mut artifacts = Artifacts::new(aws, deployment.app, &account, terminal);
    let uploaded = handlers::build_and_upload(deployment, deployment.packages, &mut artifacts).await?;
    let template_upload = template::upload(&template, &mut artifacts).await?;
    let mut parameters = values.submitted();
    parameters.extend(code_parameters(&uploaded, artifacts.bucket()));
    parameters.extend(template_upload.parameters);
    let request = ChangeSetRequest {
        stack: name,
        baseline: baseline.fingerprint(),
        is_new: baseline.is_new,
        source: template_upload.source,
        parameters,
        capabilities: template.capabilities(),
        tags: &settings.tags,
        partition: Partition {
            before: &baseline.nested_stacks,
            after: template_upload.nested,
        },
    };
    match change_set::submit(aws, &request).await? {
        Submitted::NoChanges => {
            terminal.line(
                Style::Success,
                format_args!("no changes: stack `{name}` matches the template"),
            );
            change_set::delete_unexecuted(aws, name, None).await?;
        }
        Submitted::Ready(change_set) => {
            change_set::delete_unexecuted(aws, name, Some(&change_set)).await?;
            if let Err(error) = confirm(deployment, &baseline, &difference, &change_set).await {
                change_set::discard(aws, &baseline, &change_set).await?;
                return Err(error);
            }
            execute(deployment, &change_set).await?;
        }
    }
    swap::restore_code(deployment, &template, artifacts.bucket(), &uploaded).await?;
    deployment.phase.mark_stack_deployed();
    finish(deployment).await
}

/// Requires a template parameter for the code of each package.
fn check_code_parameters(template: &Template, packages: &[Package]) -> Result<(), DeployError> {
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
fn code_parameters(uploaded: &BTreeMap<String, Uploaded>, bucket: &str) -> BTreeMap<String, ParameterValue> {
    let mut parameters: BTreeMap<String, ParameterValue> = uploaded
        .iter()
        .map(|(parameter, uploaded)| (parameter.clone(), ParameterValue::Value(uploaded.key.clone())))
        .collect();
    if !parameters.is_empty() {
        let bucket = ParameterValue::Value(bucket.to_owned());
        parameters.insert(ARTIFACTS_BUCKET_PARAMETER.into(), bucket);
    }
    parameters
}

fn show(deployment: &Deployment<'_>, baseline: &Baseline, difference: &Diff) {
    if !deployment.options.shows_difference || difference.is_empty() {
        return;
    }
    let name = deployment.stack_name();
    let old = if baseline.is_new {
        format!("{name} (does not exist yet)")
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

fn check_losses(
    options: DeployOptions<'_>,
    losses: Vec<String>,
    error: impl FnOnce(Vec<String>) -> DeployError,
) -> Result<(), DeployError> {
    if losses.is_empty() || options.allow_destructive {
        Ok(())
    } else {
        Err(error(losses))
    }
}

/// What the question and its errors call the deployment: "update stack `shop-dev`".
fn action_description(baseline: &Baseline, name: &str) -> String {
    let verb = if baseline.is_new { "create" } else { "update" };
    format!("{verb} stack `{name}`")
}

/// The last checks before anything changes: data loss according to CloudFormation, the user's confirmation, and whether
/// the stack is still the one that the difference was computed from.
async fn confirm(
    deployment: &Deployment<'_>,
    baseline: &Baseline,
    difference: &Diff,
    change_set: &ChangeSet,
) -> Result<(), DeployError> {
    let options = deployment.options;
    baseline.expect_unchanged(deployment.aws).await?;
    let losses = data_loss::only_in_change_set(difference, &change_set.changes);
    check_losses(options, losses, |losses| DeployError::DestructiveChangeSet {
        losses,
    })?;
    let action = action_description(baseline, deployment.stack_name());
    deployment.terminal.line(
        Style::Heading,
        format_args!("plan to {action}: {}", Counts::new(&change_set.changes)),
    );
    if options.confirmation == Confirmation::AssumeYes {
        return Ok(());
    }
    options.confirmation.ask(action).await?;
    // The user may have taken any time to answer.
    baseline.expect_unchanged(deployment.aws).await
}

async fn execute(deployment: &Deployment<'_>, change_set: &ChangeSet) -> Result<(), DeployError> {
    let (aws, terminal, name) = (deployment.aws, deployment.terminal, deployment.stack_name());
    let since = EventCursor::now(aws, name).await?;
    let _operation = deployment.phase.enter_aws();
    change_set::execute(aws, name, change_set).await?;
    let outcome = progress::watch(aws, name, since, terminal)
        .await
        .map_err(|source| DeployError::watch_interrupted(name, source))?;
    if !stack::succeeded(&outcome.status) {
        return Err(recover::operation_failed(name, outcome));
    }
    terminal.line(Style::Success, format_args!("stack `{name}`: {}", outcome.status));
    Ok(())
}

/// Sets the termination protection, whether or not this run changed the stack, and returns the outputs.
async fn finish(deployment: &Deployment<'_>) -> Result<BTreeMap<String, String>, DeployError> {
    let name = deployment.stack_name();
    let wanted = deployment.loaded.settings.termination_protection;
    let before = Stack::new(deployment.aws, name)
        .set_termination_protection(wanted)
        .await?;
    let Some(before) = before else {
        return Ok(BTreeMap::new());
    };
    if before.enable_termination_protection.unwrap_or_default() != wanted {
        let now = if wanted { "enabled" } else { "disabled" };
        deployment
            .terminal
            .info(format_args!("stack `{name}`: termination protection {now}"));
    }
    Ok(stack::outputs(before))
}
