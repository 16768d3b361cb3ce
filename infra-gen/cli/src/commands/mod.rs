//! What each verb means: one file a verb, each a short story told with the engine's words.
//!
//! Verbs that call nothing outside run as plain functions; only the others start an async runtime.

use std::io::Write as _;
use std::path::PathBuf;

use infra_gen_local::running::Running;

use crate::app::{Addresses, BoxError, Loaded, Place, Project};
use crate::args::{Global, Typed, Verb};
use crate::aws::{AccountError, Aws, AwsError};
use crate::deploy::confirmation::ConfirmationError;
use crate::deploy::parameters::ChoicesError;
use crate::deploy::site::SiteError;
use crate::deploy::{DeployError, DestroyError};
use crate::exit::{self, Outcome};
use crate::package::build::BuildError;
use crate::program;
use crate::settings::SettingsError;
use crate::site_build::SiteBuildError;
use crate::terminal::Terminal;
use crate::users::UserError;

mod completions;
mod deploy;
mod destroy;
mod dev;
mod diff;
mod doctor;
mod drift;
mod events;
mod file;
mod graph;
mod import;
mod list;
mod logs;
mod man;
mod outputs;
mod seed;
mod synth;
mod template_file;
mod user;
mod validate;

/// Why a verb failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("say which environment: `--env {}`", .0.join("|"))]
    NoEnvironment(Vec<&'static str>),
    #[error("there is no environment `{name}`; take one of `{}`", .known.join("`, `"))]
    UnknownEnvironment { name: String, known: Vec<&'static str> },
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error("the template of `{stack}` could not be built")]
    Synth { stack: String, source: BoxError },
    #[error("template `{name}` is not valid")]
    Template { name: String, source: BoxError },
    #[error("state machine `{name}` is not valid")]
    StateMachine {
        name: String,
        source: infra_gen_asl::Problems,
    },
    #[error("could not {action} `{path}`")]
    File {
        action: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("could not write `{path}`: {mend}")]
    NotWritten {
        path: PathBuf,
        mend: &'static str,
        source: std::io::Error,
    },
    #[error("`{0}` is not UTF-8 text; save it as that")]
    NoText(PathBuf),
    #[error("could not write to stdout")]
    Stdout(#[source] std::io::Error),
    #[error("could not start the async runtime")]
    Runtime(#[source] std::io::Error),
    #[error("stack `{0}` does not exist; deploy it first")]
    NoStack(String),
    #[error("could not listen for Ctrl-C")]
    Signals(#[source] std::io::Error),
    #[error(transparent)]
    Confirmation(#[from] ConfirmationError),
    #[error("seeding failed")]
    Seed(#[source] BoxError),
    #[error("the application has nothing to seed with; give its `App` a `seed`")]
    NoSeed,
    #[error(transparent)]
    Account(#[from] AccountError),
    #[error(transparent)]
    Aws(#[from] AwsError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error(transparent)]
    Deploy(#[from] DeployError),
    #[error(transparent)]
    Choices(#[from] ChoicesError),
    #[error(transparent)]
    Destroy(#[from] DestroyError),
    #[error(transparent)]
    Site(#[from] SiteError),
    #[error(transparent)]
    Web(#[from] SiteBuildError),
    #[error(transparent)]
    Drift(#[from] drift::DriftError),
    #[error(transparent)]
    Logs(#[from] logs::LogsFailure),
    #[error(transparent)]
    Import(#[from] import::ImportError),
    #[error(transparent)]
    User(#[from] UserError),
    #[error(transparent)]
    Dev(#[from] dev::DevError),
    #[error(transparent)]
    Diff(#[from] diff::DiffError),
}

impl Failure {
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::NoEnvironment(_)
            | Self::UnknownEnvironment { .. }
            | Self::Diff(diff::DiffError::OneFile(_) | diff::DiffError::Parameters)
            | Self::Choices(ChoicesError::Twice(_) | ChoicesError::Both(_))
            | Self::Confirmation(ConfirmationError::NotInteractive(_))
            | Self::Deploy(DeployError::Confirmation(ConfirmationError::NotInteractive(_))) => exit::USAGE,
            _ => exit::FAILED,
        }
    }
}

/// Does what was typed.
pub(crate) fn run(project: &Project, typed: &Typed) -> Result<Outcome, Failure> {
    let terminal = Terminal::new(typed.global.quiet);
    let Typed { global, verb } = typed;
    match verb {
        Verb::List(args) => list::run(project, args),
        Verb::Synth(args) => synth::run(project, global, args, terminal),
        Verb::Validate(args) => validate::run(project, global, args, terminal),
        Verb::Diff(args) => diff::run(project, global, args, terminal),
        Verb::Deploy(args) => wait_for(deploy::run(project, global, args, terminal)),
        Verb::Outputs(args) => wait_for(outputs::run(project, global, args)),
        Verb::Destroy(args) => wait_for(destroy::run(project, global, args, terminal)),
        Verb::Seed(args) => wait_for(seed::run(project, global, args, terminal)),
        Verb::Events(args) => wait_for(events::run(project, global, args, terminal)),
        Verb::Logs(args) => wait_for(logs::run(project, global, args, terminal)),
        Verb::Drift(args) => wait_for(drift::run(project, global, args, terminal)),
        Verb::Graph(args) => graph::run(project, global, args, terminal),
        Verb::Import(args) => wait_for(import::run(project, global, args, terminal)),
        Verb::Man(args) => man::run(project, args),
        Verb::User(args) => wait_for(user::run(project, global, args, terminal)),
        Verb::Dev(args) => wait_for(dev::run(project, global, args, terminal)),
        Verb::Doctor => wait_for(doctor::run(project, global)),
        Verb::Completions(args) => completions::run(project, args, terminal),
        Verb::Version => {
            let name = program::name();
            print(&format!("{name} {} ({})\n", project.version, project.name))?;
            Ok(Outcome::Done)
        }
    }
}

fn wait_for(verb: impl Future<Output = Result<Outcome, Failure>>) -> Result<Outcome, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(Failure::Runtime)?;
    let ended = runtime.block_on(verb);
    // A question that nobody answered is still waiting for its line.
    runtime.shutdown_background();
    ended
}

/// The environment that `--env` names, as its file says.
fn load(project: &Project, name: Option<&str>) -> Result<Loaded, Failure> {
    load_at(project, name, &Place::AsWritten)
}

/// The environment that `--env` names, where it is called: a local one at the endpoint of the command line, or where a
/// `dev` runs it now.
fn load_called(project: &Project, global: &Global) -> Result<Loaded, Failure> {
    let name = global.env.as_deref();
    load_at(project, name, &place(global, name.unwrap_or_default()))
}

fn place(global: &Global, environment: &str) -> Place {
    if let Some(endpoint) = &global.endpoint_url {
        return Place::Endpoint(endpoint.clone());
    }
    match Running::find_upwards(&global.state) {
        Some(running) if running.environment == environment => Place::Elsewhere(Addresses {
            endpoint: running.endpoint,
            site_origin: running.site_origin,
        }),
        _ => Place::AsWritten,
    }
}

fn load_at(project: &Project, name: Option<&str>, place: &Place) -> Result<Loaded, Failure> {
    let names = || {
        project
            .environments
            .iter()
            .map(|environment| environment.name)
            .collect()
    };
    let name = name.ok_or_else(|| Failure::NoEnvironment(names()))?;
    let environment = project
        .environments
        .iter()
        .find(|environment| environment.name == name)
        .ok_or_else(|| Failure::UnknownEnvironment {
            name: name.to_owned(),
            known: names(),
        })?;
    Ok(project.load_at(environment, place)?)
}

/// The environment that `--env` names and the way to its account.
async fn connect(project: &Project, global: &Global) -> Result<(Loaded, Aws), Failure> {
    let loaded = load_called(project, global)?;
    let aws = Aws::connect(&loaded.settings, global).await;
    Ok((loaded, aws))
}

/// Writes data to stdout.
fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    unless_gone(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// Writes what people read to stdout: in colours on a terminal, plain elsewhere.
fn show(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    unless_gone(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// A reader that went away (`| head`) is no failure.
fn unless_gone(result: std::io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(Failure::Stdout),
    }
}
