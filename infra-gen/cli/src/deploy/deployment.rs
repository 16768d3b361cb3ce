//! What to deploy, and with which options.

use std::path::Path;

use infra_gen_constructs::Package;

use super::confirmation::Confirmation;
use super::parameters::Choices;
use super::phase_tracker::PhaseTracker;
use crate::app::Loaded;
use crate::aws::Aws;
use crate::terminal::Terminal;

/// One deployment of one stack.
pub(crate) struct Deployment<'a> {
    pub(crate) app: &'a str,
    pub(crate) loaded: &'a Loaded,
    pub(crate) packages: &'a [Package],
    pub(crate) workspace: &'a Path,
    pub(crate) aws: &'a Aws,
    pub(crate) terminal: Terminal,
    pub(crate) options: DeployOptions<'a>,
    /// The parameter values that the user gave for this run.
    pub(crate) choices: &'a Choices,
    pub(crate) phase: &'a PhaseTracker,
}

impl<'a> Deployment<'a> {
    pub(super) fn stack_name(&self) -> &'a str {
        &self.loaded.stack_name
    }
}

/// What a deployment shows, asks and permits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeployOptions<'a> {
    pub(crate) confirmation: Confirmation,
    /// Whether to print the difference before anything changes.
    pub(crate) shows_difference: bool,
    /// Whether the application may lose data or access to it.
    pub(crate) allow_destructive: bool,
    /// The resources to leave as they are when a failed rollback is continued.
    pub(crate) skip_rollback: &'a [String],
}

impl DeployOptions<'_> {
    /// For a disposable stack at the local endpoint: asks nothing and permits everything.
    pub(crate) const fn local() -> Self {
        Self {
            confirmation: Confirmation::AssumeYes,
            shows_difference: false,
            allow_destructive: true,
            skip_rollback: &[],
        }
    }
}
