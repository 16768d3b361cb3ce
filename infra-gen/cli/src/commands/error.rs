//! Why a command failed.

use std::path::PathBuf;

use infra_gen_cfn::Findings;

use super::diff::DiffError;
use super::{dev, drift, import, logs, run, template_file};
use crate::app::BoxError;
use crate::aws::{AccountError, AwsError};
use crate::definitions::DefinitionError;
use crate::deploy::confirmation::ConfirmationError;
use crate::deploy::parameters::ChoicesError;
use crate::deploy::site::SiteError;
use crate::deploy::{DeployError, DestroyError};
use crate::exit;
use crate::package::build::BuildError;
use crate::settings::SettingsError;
use crate::site_build::SiteBuildError;
use crate::users::UserError;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    #[error("no environment was given\n  hint: add `--env` with one of `{}`", .0.join("`, `"))]
    MissingEnvironment(Vec<&'static str>),
    #[error("neither a template nor an environment was given\n  hint: write the path of a template or folder, or add `--env` with one of `{}`", .0.join("`, `"))]
    NothingToValidate(Vec<&'static str>),
    #[error("unknown environment `{name}`\n  hint: use one of `{}`", .known.join("`, `"))]
    UnknownEnvironment { name: String, known: Vec<&'static str> },
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error("could not build the template of stack `{stack}`")]
    Synth { stack: String, source: BoxError },
    #[error("template `{name}` is not valid")]
    Template { name: String, source: BoxError },
    #[error("could not {action} `{path}`")]
    File {
        action: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("could not write `{path}`\n  hint: {hint}")]
    Write {
        path: PathBuf,
        hint: &'static str,
        source: std::io::Error,
    },
    #[error("`{0}` is not UTF-8 text\n  hint: save it as UTF-8")]
    NotUtf8(PathBuf),
    #[error("could not write to stdout")]
    Stdout(#[source] std::io::Error),
    #[error("could not start the async runtime")]
    Runtime(#[source] std::io::Error),
    #[error("stack `{0}` does not exist\n  hint: deploy it first")]
    NoStack(String),
    #[error("could not listen for Ctrl-C")]
    Signals(#[source] std::io::Error),
    #[error(transparent)]
    Confirmation(#[from] ConfirmationError),
    #[error("could not load the initial data")]
    Seed(#[source] BoxError),
    #[error("the application has no initial data\n  hint: set `seed` in its `App`")]
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
    SiteBuild(#[from] SiteBuildError),
    #[error(transparent)]
    Drift(#[from] drift::DriftError),
    #[error(transparent)]
    Logs(#[from] logs::LogsCommandError),
    #[error(transparent)]
    Run(#[from] run::RunError),
    #[error("state machine `{name}` is not valid")]
    InvalidMachine { name: String, source: Findings },
    #[error("could not read a state machine from `{template}`")]
    Definition {
        template: String,
        source: DefinitionError,
    },
    #[error(transparent)]
    Import(#[from] import::ImportError),
    #[error(transparent)]
    User(#[from] UserError),
    #[error(transparent)]
    Dev(#[from] dev::DevError),
    #[error(transparent)]
    Diff(#[from] DiffError),
    #[error(transparent)]
    TemplateFile(#[from] template_file::MissingNestedTemplate),
}

impl CommandError {
    /// [`exit::USAGE`] for a mistake on the command line, else [`exit::FAILED`].
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::MissingEnvironment(_)
            | Self::UnknownEnvironment { .. }
            | Self::Diff(DiffError::OneFile(_))
            | Self::Choices(ChoicesError::Twice(_) | ChoicesError::Both(_) | ChoicesError::Unknown(_))
            | Self::Confirmation(ConfirmationError::NotInteractive(_))
            | Self::Deploy(DeployError::Confirmation(ConfirmationError::NotInteractive(_))) => exit::USAGE,
            _ => exit::FAILED,
        }
    }
}
