//! From a process to a handler that waits for events.
//!
//! What is missing at this point is missing for every request, so nothing is guessed: the process says what it lacks and
//! ends, and Lambda reports a failed start with that line in the log. The Runtime API's `init/error` is not called; it
//! would say the same a second time.

use std::{env, fmt::Display, io, process::ExitCode};

use aws_types::SdkConfig;
use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::value::RawValue;
use shop_contract::{Environment, Function, MissingVariables};
use tokio::runtime::{Builder, Runtime as Executor};

use crate::{AllowedOrigins, Handler, Task, answer, aws, logging, perform};

/// Starts the handler that the function is configured with, and answers events until Lambda ends the process.
pub fn run(entries: &[Entry]) -> ExitCode {
    logging::start(variable("AWS_LAMBDA_LOG_LEVEL").as_deref());
    let served = pick(entries, variable("_HANDLER")).and_then(|entry| (entry.serve)());
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error = logging::chain(&error), "the function cannot start");
            ExitCode::FAILURE
        }
    }
}

/// A handler of a microservice, by the function it answers for.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The function.
    pub function: Function,
    serve: fn() -> Result<(), StartError>,
}

/// The entry of the handler `H`.
pub const fn entry<H: Handler>() -> Entry {
    Entry {
        function: H::Env::FUNCTION,
        serve: serve::<H>,
    }
}

/// The entry of the task `T`.
pub const fn task_entry<T: Task>() -> Entry {
    Entry {
        function: T::Env::FUNCTION,
        serve: serve_task::<T>,
    }
}

/// Why a function cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// `_HANDLER` is not set: the binary was not started by Lambda.
    #[error("`_HANDLER` is not set; Lambda sets it to the function's handler, which is one of {known}")]
    NoHandler {
        /// The functions of this binary.
        known: String,
    },
    /// `_HANDLER` names no function of this binary.
    #[error("no handler is named `{name}`; configure the function with one of {known}")]
    UnknownHandler {
        /// What the function is configured with.
        name: String,
        /// The functions of this binary.
        known: String,
    },
    /// The function's own variables are not all there.
    #[error(transparent)]
    Environment(#[from] MissingVariables),
    /// What Lambda itself sets is not all there.
    #[error("{} are not set; Lambda sets them, and whoever starts the binary must too", quoted(.names))]
    NotLambda {
        /// The names of the missing variables.
        names: Vec<&'static str>,
    },
    /// The asynchronous runtime could not be built.
    #[error("cannot start the asynchronous runtime")]
    Executor(#[from] io::Error),
    /// The Runtime API went away.
    #[error("the Lambda Runtime API failed")]
    RuntimeApi(#[source] lambda_runtime::Error),
}

fn pick(entries: &[Entry], handler: Option<String>) -> Result<&Entry, StartError> {
    let known = || {
        entries
            .iter()
            .map(|entry| format!("`{}`", entry.function))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let name = handler.ok_or_else(|| StartError::NoHandler { known: known() })?;
    entries
        .iter()
        .find(|entry| entry.function.name() == name)
        .ok_or_else(|| StartError::UnknownHandler { name, known: known() })
}

fn serve<H: Handler>() -> Result<(), StartError> {
    let environment = H::Env::read(variable)?;
    let origins = AllowedOrigins::parse(H::allowed_origins(&environment));
    let (aws, executor) = prepare()?;
    executor.block_on(async {
        let handler = H::start(environment, &aws).await;
        let service = service_fn(async |event: LambdaEvent<Box<RawValue>>| {
            answer(&handler, &origins, event.payload.get()).await
        });
        lambda_runtime::run(service).await.map_err(StartError::RuntimeApi)
    })
}

fn serve_task<T: Task>() -> Result<(), StartError> {
    let environment = T::Env::read(variable)?;
    let (aws, executor) = prepare()?;
    executor.block_on(async {
        let task = T::start(environment, &aws).await;
        let service =
            service_fn(async |event: LambdaEvent<Box<RawValue>>| perform(&task, event.payload.get()).await);
        lambda_runtime::run(service).await.map_err(StartError::RuntimeApi)
    })
}

/// What every handler is started with beside its own environment.
fn prepare() -> Result<(SdkConfig, Executor), StartError> {
    require(aws::VARIABLES.iter().chain(&LAMBDA_VARIABLES), variable)?;
    let aws = aws::sdk_config(variable)?;
    let executor = Builder::new_current_thread().enable_all().build()?;
    Ok((aws, executor))
}

/// Refuses a look-up that lacks any of the variables.
pub(crate) fn require<'a>(
    names: impl IntoIterator<Item = &'a &'static str>,
    mut variable: impl FnMut(&'static str) -> Option<String>,
) -> Result<(), StartError> {
    let names: Vec<_> = names
        .into_iter()
        .copied()
        .filter(|name| variable(name).is_none())
        .collect();
    if names.is_empty() {
        Ok(())
    } else {
        Err(StartError::NotLambda { names })
    }
}

fn quoted<T: Display>(names: impl IntoIterator<Item = T>) -> String {
    names
        .into_iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What `lambda_runtime` panics without.
const LAMBDA_VARIABLES: [&str; 4] = [
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_RUNTIME_API",
];

/// An environment variable; an empty one counts as missing, for that is what a forgotten value deploys as.
fn variable(name: &'static str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
