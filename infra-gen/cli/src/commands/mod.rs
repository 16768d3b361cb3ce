//! The commands. Each module has the arguments and the help text of one command, and the function that runs it.
//!
//! Shared by several commands:
//!
//! - `error.rs`: why a command failed, and the exit code of each failure.
//! - `file.rs`: writes files atomically.
//! - `parameter_args.rs`: the options for template parameters.
//! - `template_file.rs`: reads a template from a file, including its nested templates.
//!
//! A command that calls no service is a plain function; only the others start an async runtime.

use std::io::Write as _;

use aws_sdk_cloudformation::types::Stack as StackDescription;
use infra_gen_local::running::Running;

use crate::app::{AddressOverride, Addresses, Loaded, Project};
use crate::aws::Aws;
use crate::deploy::stack::Stack;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;

pub(crate) use error::CommandError;

pub(crate) mod completions;
pub(crate) mod deploy;
pub(crate) mod destroy;
pub(crate) mod dev;
pub(crate) mod diff;
pub(crate) mod doctor;
pub(crate) mod drift;
mod error;
pub(crate) mod events;
mod file;
pub(crate) mod graph;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod logs;
mod machine;
pub(crate) mod man;
pub(crate) mod outputs;
mod parameter_args;
pub(crate) mod rules;
pub(crate) mod run;
pub(crate) mod seed;
pub(crate) mod synth;
mod template_file;
pub(crate) mod user;
pub(crate) mod validate;

/// Runs an async command.
pub(crate) fn block_on(
    command: impl Future<Output = Result<Outcome, CommandError>>,
) -> Result<Outcome, CommandError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(CommandError::Runtime)?;
    let outcome = runtime.block_on(command);
    // An unanswered question still blocks a thread that reads stdin. Do not wait for it.
    runtime.shutdown_background();
    outcome
}

/// Loads the environment of `--env` as its file describes it.
fn load(project: &Project, name: Option<&str>) -> Result<Loaded, CommandError> {
    load_at(project, name, &AddressOverride::None)
}

/// Loads the environment of `--env` with the addresses of [`address_override`].
fn load_with_override(project: &Project, global: &GlobalArgs) -> Result<Loaded, CommandError> {
    let name = global.env.as_deref();
    load_at(project, name, &address_override(global, name.unwrap_or_default()))
}

/// The addresses of a local environment: the endpoint of the command line, else those of a running `dev`, else the file's.
fn address_override(global: &GlobalArgs, environment: &str) -> AddressOverride {
    if let Some(endpoint) = &global.endpoint_url {
        return AddressOverride::Endpoint(endpoint.clone());
    }
    match Running::find_upwards(&global.state) {
        Some(running) if running.environment == environment => AddressOverride::All(Addresses {
            endpoint: running.endpoint,
            site_origin: running.site_origin,
        }),
        _ => AddressOverride::None,
    }
}

fn load_at(
    project: &Project,
    name: Option<&str>,
    addresses: &AddressOverride,
) -> Result<Loaded, CommandError> {
    let names = || {
        project
            .environments
            .iter()
            .map(|environment| environment.name)
            .collect()
    };
    let name = name.ok_or_else(|| CommandError::MissingEnvironment(names()))?;
    let environment = project
        .environments
        .iter()
        .find(|environment| environment.name == name)
        .ok_or_else(|| CommandError::UnknownEnvironment {
            name: name.to_owned(),
            known: names(),
        })?;
    Ok(project.load_at(environment, addresses)?)
}

/// Loads the environment of `--env` and connects to its account.
async fn connect(project: &Project, global: &GlobalArgs) -> Result<(Loaded, Aws), CommandError> {
    let loaded = load_with_override(project, global)?;
    let aws = Aws::connect(&loaded.settings, global.aws()).await;
    Ok((loaded, aws))
}

/// Describes the environment's stack, which must exist.
async fn describe_stack(aws: &Aws, name: &str) -> Result<StackDescription, CommandError> {
    let description = Stack::new(aws, name).describe().await?;
    description.ok_or_else(|| CommandError::NoStack(name.to_owned()))
}

/// Writes data to stdout.
pub(crate) fn print(text: &str) -> Result<(), CommandError> {
    let mut stdout = std::io::stdout().lock();
    ignore_broken_pipe(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// Writes text to stdout, with colours on a terminal only.
fn print_styled(text: &str) -> Result<(), CommandError> {
    let mut stdout = anstream::stdout().lock();
    ignore_broken_pipe(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// A reader that closed the pipe (`| head`) is not a failure.
fn ignore_broken_pipe(result: std::io::Result<()>) -> Result<(), CommandError> {
    match result {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(CommandError::Stdout),
    }
}

/// `1 resource`, `2 resources`.
fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
