//! Swaps the code of one function without CloudFormation, in environments that allow it, and restores swapped code.
//!
//! The stack does not change: its parameters still name the code that was deployed. Every deployment to such an
//! environment therefore compares the digest of each function's code with the expected one and restores the code where
//! they differ. No record of a swap is needed.

use std::collections::BTreeMap;

use infra_gen_cfn::Template;
use infra_gen_constructs::Package;
use infra_gen_local::rpc::lambda::{Lambda, UpdateStatus};
use tokio::task::JoinSet;

use super::artifacts::{Artifacts, Uploaded};
use super::error::SwapError;
use super::poll_backoff::PollBackoff;
use super::stack::{Stack, State};
use super::{DeployError, Deployment, handlers};
use crate::aws::AwsError;
use crate::program;
use crate::terminal::Style;

/// How many functions are checked at the same time.
const PARALLEL: usize = 8;

/// A function in the template whose code is one of the packages.
#[derive(Debug, Clone, Copy)]
struct Function<'a> {
    logical: &'a str,
    package: &'a Package,
}

impl Function<'_> {
    /// The logical ID without the suffix `Function`, for messages and `--function`.
    fn name(&self) -> &str {
        self.logical.strip_suffix("Function").unwrap_or(self.logical)
    }
}

/// Builds and uploads the code of one function, and returns when AWS Lambda runs that code.
pub(crate) async fn swap(deployment: &Deployment<'_>, name: &str) -> Result<(), DeployError> {
    let (loaded, aws, terminal) = (deployment.loaded, deployment.aws, deployment.terminal);
    let stack_name = deployment.stack_name();
    if !loaded.settings.swap_functions || loaded.settings.termination_protection {
        return Err(SwapError::NotAllowed(stack_name.to_owned()).into());
    }
    let template = loaded.synth().map_err(|source| DeployError::Synth {
        stack: stack_name.to_owned(),
        source,
    })?;
    let functions = functions(&template, deployment.packages);
    let Some(function) = functions
        .iter()
        .find(|function| [function.logical, function.name()].contains(&name))
    else {
        return Err(SwapError::UnknownFunction {
            name: name.to_owned(),
            known: functions
                .iter()
                .map(|function| function.name().to_owned())
                .collect(),
        }
        .into());
    };
    let account = aws.expected_account(&loaded.settings).await?;
    let stack = Stack::new(aws, stack_name);
    let not_deployed = || SwapError::NotDeployed(stack_name.to_owned());
    if stack.state().await? != State::Deployed {
        return Err(not_deployed().into());
    }
    let physical = stack
        .resources()
        .await?
        .into_iter()
        .find(|resource| resource.logical == function.logical)
        .ok_or_else(not_deployed)?
        .physical;
    let mut artifacts = Artifacts::new(aws, deployment.app, &account, terminal);
    let uploaded =
        handlers::build_and_upload(deployment, std::slice::from_ref(function.package), &mut artifacts)
            .await?;
    for Uploaded { key, .. } in uploaded.into_values() {
        let client = Lambda::new(&aws.config);
        update_code(&client, &physical, artifacts.bucket(), &key).await?;
    }
    terminal.line(
        Style::Success,
        format_args!(
            "function {} runs the new code; to update the rest of the stack, run `{} deploy`",
            function.name(),
            program::name()
        ),
    );
    Ok(())
}

/// Restores the code that the stack specifies in every function where it was swapped.
pub(super) async fn restore_code(
    deployment: &Deployment<'_>,
    template: &Template,
    bucket: &str,
    uploaded: &BTreeMap<String, Uploaded>,
) -> Result<(), DeployError> {
    let aws = deployment.aws;
    if !deployment.loaded.settings.swap_functions || uploaded.is_empty() {
        return Ok(());
    }
    let client = Lambda::new(&aws.config);
    let deployed = Stack::new(aws, deployment.stack_name()).resources().await?;
    let functions = functions(template, deployment.packages);
    let mut waiting = functions.iter().filter_map(|function| {
        let parameter: String = function.package.parameter().into();
        let Uploaded { key, digest, .. } = uploaded.get(&parameter)?;
        let physical = &deployed
            .iter()
            .find(|resource| resource.logical == function.logical)?
            .physical;
        Some((
            function.name().to_owned(),
            physical.clone(),
            key.clone(),
            digest.clone()?,
        ))
    });
    let mut running = JoinSet::new();
    loop {
        while running.len() < PARALLEL {
            let Some((name, physical, key, digest)) = waiting.next() else {
                break;
            };
            let (client, bucket) = (client.clone(), bucket.to_owned());
            running.spawn(async move {
                if digest_of(&client, &physical).await? == Some(digest) {
                    return Ok(None);
                }
                update_code(&client, &physical, &bucket, &key).await?;
                Ok::<_, SwapError>(Some(name))
            });
        }
        let Some(done) = running.join_next().await else {
            return Ok(());
        };
        if let Some(name) = done.expect("the task neither panics nor is aborted")? {
            deployment.terminal.info(format_args!(
                "function {name} ran other code than the stack specifies; restored the stack's code"
            ));
        }
    }
}

/// The functions in the template whose code is one of the packages.
fn functions<'a>(template: &'a Template, packages: &'a [Package]) -> Vec<Function<'a>> {
    let parameters: BTreeMap<String, &Package> = packages
        .iter()
        .map(|package| (package.parameter().into(), package))
        .collect();
    template
        .resources
        .iter()
        .filter(|(_, block)| block.type_name == "AWS::Lambda::Function")
        .filter_map(|(logical, block)| {
            let parameter = block.properties.get("Code")?.get("S3Key")?.get("Ref")?.as_str()?;
            Some(Function {
                logical,
                package: parameters.get(parameter)?,
            })
        })
        .collect()
}

/// The digest of a function's current code.
async fn digest_of(client: &Lambda, function: &str) -> Result<Option<String>, AwsError> {
    let answer = client
        .configuration(function)
        .await
        .map_err(|error| AwsError::new(format!("read the configuration of function `{function}`"), &error))?;
    Ok(answer.code_sha256)
}

/// Updates the code of a function and waits until AWS Lambda runs it.
async fn update_code(client: &Lambda, function: &str, bucket: &str, key: &str) -> Result<(), SwapError> {
    client
        .update_code(function, bucket, key)
        .await
        .map_err(|error| AwsError::new(format!("update the code of function `{function}`"), &error))?;
    let mut backoff = PollBackoff::default();
    loop {
        let answer = client.configuration(function).await.map_err(|error| {
            AwsError::new(format!("read the configuration of function `{function}`"), &error)
        })?;
        match answer.last_update_status {
            Some(UpdateStatus::InProgress) => backoff.wait().await,
            Some(UpdateStatus::Failed) => {
                return Err(SwapError::UpdateFailed {
                    function: function.to_owned(),
                    reason: answer.last_update_status_reason.unwrap_or_default(),
                });
            }
            _ => return Ok(()),
        }
    }
}
