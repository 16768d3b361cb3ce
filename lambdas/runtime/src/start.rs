//! From the start of the process to a handler that waits for events.
//!
//! A setting that is missing now is missing for every request. So nothing has a default: the process logs what is missing
//! and exits, and Lambda reports a failed start. It does not call the Runtime API's `init/error`, which would report
//! the same a second time.

use std::{env, fmt::Display, io, process::ExitCode};

use aws_types::SdkConfig;
use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::value::RawValue;
use shop_contract::{Environment, Function, Microservice, MissingVariables, api::Endpoint};
use tokio::runtime::{Builder, Runtime as Executor};

use crate::{EnvironmentOf, Handler, Service, Task, aws, logging, perform};

/// Starts the handler that the function is configured with, and handles events until Lambda ends the process.
pub fn run(entries: &Entries) -> ExitCode {
    logging::start(variable("AWS_LAMBDA_LOG_LEVEL").as_deref());
    let served = pick(entries.0, variable("_HANDLER")).and_then(|entry| (entry.serve)());
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error = logging::chain(&error), "the function cannot start");
            ExitCode::FAILURE
        }
    }
}

/// The handlers of a microservice: exactly one for each of its functions, in any order.
///
/// ```
/// # use shop_runtime::*;
/// use shop_contract::{Microservice, Tokens};
/// # struct ExchangeTokens;
/// # impl Handler for ExchangeTokens {
/// #     type Operation = shop_contract::api::ExchangeTokens;
/// #     async fn start(_: shop_contract::ExchangeTokensEnv<String>, _: &SdkConfig) -> Self { Self }
/// #     async fn handle(&self, _: &Request, _: Anyone) -> Result<Tokens, Failure> { unimplemented!() }
/// # }
///
/// const ENTRIES: Entries = Entries::new(Microservice::Auth, &[entry::<ExchangeTokens>()]);
/// ```
///
/// A function without a handler does not compile:
///
/// ```compile_fail,E0080
/// # use shop_runtime::*;
/// use shop_contract::Microservice;
///
/// const ENTRIES: Entries = Entries::new(Microservice::Auth, &[]);
/// # fn main() { let _ = &ENTRIES; }
/// ```
///
/// Nor does a second handler of one function, or a handler of another microservice:
///
/// ```compile_fail,E0080
/// # use shop_runtime::*;
/// use shop_contract::{Microservice, Tokens};
/// # struct ExchangeTokens;
/// # impl Handler for ExchangeTokens {
/// #     type Operation = shop_contract::api::ExchangeTokens;
/// #     async fn start(_: shop_contract::ExchangeTokensEnv<String>, _: &SdkConfig) -> Self { Self }
/// #     async fn handle(&self, _: &Request, _: Anyone) -> Result<Tokens, Failure> { unimplemented!() }
/// # }
///
/// const ENTRIES: Entries =
///     Entries::new(Microservice::Auth, &[entry::<ExchangeTokens>(), entry::<ExchangeTokens>()]);
/// # fn main() { let _ = &ENTRIES; }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Entries(&'static [Entry]);

impl Entries {
    /// The handlers of the microservice.
    ///
    /// # Panics
    /// When a function of the microservice has no handler or several, or a handler belongs to another microservice. In a
    /// constant this is a compile error.
    pub const fn new(microservice: Microservice, entries: &'static [Entry]) -> Self {
        let mut expected = 0;
        let mut index = 0;
        while index < Function::ALL.len() {
            let function = Function::ALL[index];
            if function.microservice() as u8 == microservice as u8 {
                expected += 1;
                assert!(
                    count(entries, function) == 1,
                    "a function of the microservice has no handler, or several"
                );
            }
            index += 1;
        }
        assert!(
            entries.len() == expected,
            "a handler belongs to another microservice"
        );
        Self(entries)
    }
}

const fn count(entries: &[Entry], function: Function) -> usize {
    let mut count = 0;
    let mut index = 0;
    while index < entries.len() {
        if entries[index].function as u8 == function as u8 {
            count += 1;
        }
        index += 1;
    }
    count
}

/// A handler of a microservice, with its function.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    function: Function,
    serve: fn() -> Result<(), StartError>,
}

/// The entry of the handler `H`.
pub const fn entry<H: Handler>() -> Entry {
    Entry {
        function: H::Operation::OPERATION.function,
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
    #[error("`_HANDLER` is not set; Lambda sets it to the handler of the function, one of {known}")]
    NoHandler {
        /// The functions of this binary.
        known: String,
    },
    /// `_HANDLER` names no function of this binary.
    #[error("unknown handler `{name}`; configure the function with one of {known}")]
    UnknownHandler {
        /// The configured handler.
        name: String,
        /// The functions of this binary.
        known: String,
    },
    /// Variables of the function are missing.
    #[error(transparent)]
    Environment(#[from] MissingVariables),
    /// Variables that Lambda sets are missing.
    #[error("{} are not set; set them when you start the binary outside Lambda", quoted(.names))]
    NotLambda {
        /// The names of the missing variables.
        names: Vec<&'static str>,
    },
    /// The asynchronous runtime could not be built.
    #[error("cannot start the asynchronous runtime")]
    Executor(#[from] io::Error),
    /// The Runtime API failed.
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
    let environment = EnvironmentOf::<H>::read(variable)?;
    let (aws, executor) = prepare()?;
    executor.block_on(async {
        let service = Service::<H>::start(environment, &aws).await;
        let respond =
            service_fn(async |event: LambdaEvent<Box<RawValue>>| service.respond(event.payload.get()).await);
        lambda_runtime::run(respond).await.map_err(StartError::RuntimeApi)
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

/// The SDK configuration and the asynchronous runtime.
fn prepare() -> Result<(SdkConfig, Executor), StartError> {
    require(aws::VARIABLES.iter().chain(&LAMBDA_VARIABLES), variable)?;
    let aws = aws::sdk_config(variable)?;
    let executor = Builder::new_current_thread().enable_all().build()?;
    Ok((aws, executor))
}

/// Fails if any of the variables is missing.
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

/// Without these `lambda_runtime` panics.
const LAMBDA_VARIABLES: [&str; 4] = [
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_RUNTIME_API",
];

/// An environment variable. An empty one counts as missing, because a forgotten value is deployed as an empty string.
fn variable(name: &'static str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
