//! Swaps the code of one function, past CloudFormation, in environments that allow it; and puts back what was swapped.
//!
//! The stack does not hear of it: its parameters still name the code that was deployed. So every deployment to such an
//! environment compares each function's code with the code that it should have, by digest, and puts it right. Nothing
//! is remembered of a swap, so nothing can be forgotten.

use std::collections::BTreeMap;

use aws_sdk_lambda::types::LastUpdateStatus;
use infra_gen_cfn::Template;
use infra_gen_constructs::Package;
use tokio::task::JoinSet;

use super::artifacts::{Artifacts, Uploaded};
use super::code;
use super::pause::Pause;
use super::stack::{Stack, State};
use super::{DeployError, Deployment};
use crate::aws::AwsError;
use crate::program;
use crate::terminal::Style;

/// How many functions are looked at at once.
const PARALLEL: usize = 8;

/// Why a function's code was not swapped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SwapError {
    #[error(
        "`--function` swaps code past CloudFormation, which environment of stack `{0}` does not allow; deploy the whole, \
         or set `swapFunctions: true` in the environment's file"
    )]
    NotAllowed(String),
    #[error("stack `{0}` is not deployed, or not at rest; deploy the whole first")]
    NotDeployed(String),
    #[error("the stack has no function `{name}` whose code is built here; it has {}", .known.join(", "))]
    Unknown { name: String, known: Vec<String> },
    #[error("AWS Lambda could not take the new code of `{function}`: {reason}")]
    NotTaken { function: String, reason: String },
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// A function of the template whose code is a package of ours.
#[derive(Debug, Clone, Copy)]
struct Function<'a> {
    logical: &'a str,
    package: &'a Package,
}

impl Function<'_> {
    /// What people call it; what most logical IDs end in says nothing.
    fn name(&self) -> &str {
        self.logical.strip_suffix("Function").unwrap_or(self.logical)
    }
}

/// Builds and uploads the code of one function, and returns when AWS Lambda runs it.
pub(crate) async fn swap(deployment: &Deployment<'_>, name: &str) -> Result<(), DeployError> {
    let Deployment {
        loaded,
        aws,
        terminal,
        packages,
        ..
    } = *deployment;
    let stack_name = loaded.stack_name.as_str();
    if !loaded.settings.swap_functions || loaded.settings.termination_protection {
        return Err(SwapError::NotAllowed(stack_name.to_owned()).into());
    }
    let template = loaded.synth().map_err(|source| DeployError::Synth {
        stack: stack_name.to_owned(),
        source,
    })?;
    let functions = functions(&template, packages);
    let Some(function) = functions
        .iter()
        .find(|function| [function.logical, function.name()].contains(&name))
    else {
        return Err(SwapError::Unknown {
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
    let uploaded = code::upload(deployment, std::slice::from_ref(function.package), &mut artifacts).await?;
    for Uploaded { key, .. } in uploaded.into_values() {
        let client = aws_sdk_lambda::Client::new(&aws.config);
        put(&client, &physical, artifacts.bucket(), &key).await?;
    }
    terminal.line(
        Style::Success,
        format_args!(
            "function {} runs the new code; `{} deploy` brings the whole stack to it",
            function.name(),
            program::name()
        ),
    );
    Ok(())
}

/// Gives every function the code that the stack says it has, where somebody swapped it.
pub(super) async fn put_back(
    deployment: &Deployment<'_>,
    template: &Template,
    bucket: &str,
    uploaded: &BTreeMap<String, Uploaded>,
) -> Result<(), DeployError> {
    let Deployment {
        loaded,
        aws,
        terminal,
        packages,
        ..
    } = *deployment;
    if !loaded.settings.swap_functions || uploaded.is_empty() {
        return Ok(());
    }
    let client = aws_sdk_lambda::Client::new(&aws.config);
    let deployed = Stack::new(aws, &loaded.stack_name).resources().await?;
    let functions = functions(template, packages);
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
                put(&client, &physical, &bucket, &key).await?;
                Ok::<_, SwapError>(Some(name))
            });
        }
        let Some(done) = running.join_next().await else {
            return Ok(());
        };
        if let Some(name) = done.expect("a look at a function neither panics nor is aborted")? {
            terminal.info(format_args!(
                "function {name} had other code than the stack says; it has that again"
            ));
        }
    }
}

/// The functions of the template whose code one of the packages is.
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

/// The digest of the code that a function has.
async fn digest_of(client: &aws_sdk_lambda::Client, function: &str) -> Result<Option<String>, AwsError> {
    let answer = client
        .get_function_configuration()
        .function_name(function)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("look at function `{function}`"), &error))?;
    Ok(answer.code_sha256)
}

/// Gives a function its code and waits until it runs that.
async fn put(
    client: &aws_sdk_lambda::Client,
    function: &str,
    bucket: &str,
    key: &str,
) -> Result<(), SwapError> {
    client
        .update_function_code()
        .function_name(function)
        .s3_bucket(bucket)
        .s3_key(key)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("swap the code of function `{function}`"), &error))?;
    let mut pause = Pause::default();
    loop {
        let answer = client
            .get_function_configuration()
            .function_name(function)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("look at function `{function}`"), &error))?;
        match answer.last_update_status {
            Some(LastUpdateStatus::InProgress) => pause.wait().await,
            Some(LastUpdateStatus::Failed) => {
                return Err(SwapError::NotTaken {
                    function: function.to_owned(),
                    reason: answer.last_update_status_reason.unwrap_or_default(),
                });
            }
            _ => return Ok(()),
        }
    }
}
