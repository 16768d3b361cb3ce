//! `dev`: runs the whole application on this machine until Ctrl-C, deployed in the same way as in production.
//!
//! Emulator → handlers → template → change set → seed → site bundle → the site's address → logs. Problems that can be
//! detected early (ports, tools, disk space, an invalid template) are reported before anything starts. At the end,
//! everything that `dev` started is stopped. An orderly end drains first: new work is rejected, running workflows finish
//! within a limit, and the state is saved and verified.
//!
//! - `plan.rs`: what runs, and at which addresses.
//! - `session.rs`: the run itself.
//! - `serving.rs`: the site's port.
//! - `supervise.rs`: which data is used, free space, failing snapshots, the drain, the last save.
//! - `inbox.rs`: subscribes the local inbox to the topics.
//! - `on_start.rs`: calls the functions that repair the data of the last run.
//! - `announce.rs`: prints addresses and credentials.
//! - `child_command.rs`: runs the command after `--`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use infra_gen_local::dir_lock::DirLock;
use infra_gen_local::emulator::{self, Config, Emulator};
use infra_gen_local::port;
use infra_gen_local::running::Running;
use infra_gen_local::site::SiteServer;

use super::CommandError;
use crate::app::Project;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::interrupts::Interrupts;
use crate::package::build;
use crate::site_build;
use crate::terminal::Terminal;
use plan::Plan;
use session::Session;

pub(crate) use error::DevError;

mod announce;
mod child_command;
mod error;
mod inbox;
mod on_start;
mod plan;
mod serving;
mod session;
mod supervise;

/// The folder of the emulator's state, inside the state folder.
const EMULATOR_FOLDER: &str = "emulator";
/// The folder of the inbox, inside the state folder.
const INBOX_FOLDER: &str = "inbox";

/// Run the whole application on this machine until Ctrl-C: emulator, stack, data, site, logs
#[derive(Debug, clap::Args)]
#[command(after_help = "\
State is kept in `.local` in the workspace root; the next run continues with it.
While `dev` runs, the other commands find its ports there.

Examples:
  infra-gen dev
  infra-gen dev --reset                           start without the data of earlier runs
  infra-gen dev --port 4570 --site-port 8080      if the default ports are in use
  infra-gen dev --endpoint-url http://127.0.0.1:4566   use an endpoint that is already running
  infra-gen dev -- npm --prefix web run e2e       run a command against the stack, then stop")]
pub(crate) struct Args {
    /// Port of the emulator, instead of the environment's
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Port of the site
    #[arg(long, default_value_t = 5173, value_parser = clap::value_parser!(u16).range(1..))]
    site_port: u16,
    /// Delete the data of earlier runs
    #[arg(long)]
    reset: bool,
    /// Python environment with the emulator, relative to the workspace root
    #[arg(long, value_name = "FOLDER", default_value = ".venv")]
    venv: PathBuf,
    /// How long running workflows may continue after Ctrl-C; a second Ctrl-C stops them at once
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    drain: u64,
    /// Run this command once everything is up, then stop, with exit code 1 if it fails; its environment has the stack's
    /// outputs and the local user's email and password
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<OsString>,
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let mut signals = Interrupts::listen().map_err(DevError::Signals)?;
    let plan = Plan::new(project, global, args)?;
    if project.site.is_some() && plan.port == args.site_port {
        return Err(DevError::SamePort(plan.port).into());
    }
    let workspace = build::workspace().await?;
    let state = workspace.join(&global.state);

    // Before anything starts: ports, tools, space.
    let emulator = plan.starts_emulator.then(|| Config {
        venv: workspace.join(&args.venv),
        port: plan.port,
        region: plan.loaded.settings.region.clone(),
        state: state.join(EMULATOR_FOLDER),
        site_origin: project.site.is_some().then(|| plan.addresses.site_origin.clone()),
    });
    if let Some(config) = &emulator {
        port::ensure_free(config.port, "the emulator", "--port").map_err(DevError::from)?;
    }
    let server = match &project.site {
        Some(_) => {
            port::ensure_free(args.site_port, "the site", "--site-port").map_err(DevError::from)?;
            site_build::expect_tools()?;
            Some(SiteServer::bind(args.site_port).await.map_err(DevError::from)?)
        }
        None => None,
    };
    if emulator.is_some() {
        supervise::check_space(&state, terminal)?;
    }
    // A second run on other ports would still overwrite the data of the first one.
    let _lock = DirLock::acquire(&state, "--state").map_err(DevError::from)?;
    let _record = Record::write(&state, &plan)?;

    let session = Session {
        project,
        plan: &plan,
        workspace: &workspace,
        state: &state,
        command: &args.command,
        terminal,
    };
    let Some(config) = emulator else {
        let serving = session.serve(server)?;
        return tokio::select! {
            outcome = session.run(global, serving.as_ref()) => outcome,
            name = signals.next() => Ok(session.interrupted(name)),
        };
    };
    if args.reset {
        terminal.info(format_args!("deleting the data of earlier runs"));
        for folder in [&config.state, &state.join(INBOX_FOLDER)] {
            emulator::reset(folder).await.map_err(DevError::from)?;
        }
    }
    let emulator = tokio::select! {
        started = Emulator::start(&config) => started.map_err(DevError::from)?,
        name = signals.next() => return Ok(session.interrupted(name)),
    };
    let drain_limit = Duration::from_secs(args.drain);
    Box::pin(session.run_with_emulator(global, server, emulator, &mut signals, drain_limit)).await
}

/// The file that tells the other commands the addresses of this run. Deleted when dropped.
struct Record<'a>(&'a Path);

impl<'a> Record<'a> {
    fn write(state: &'a Path, plan: &Plan) -> Result<Self, DevError> {
        let running = Running {
            process: std::process::id(),
            environment: plan.environment.to_owned(),
            endpoint: plan.addresses.endpoint.clone(),
            site_origin: plan.addresses.site_origin.clone(),
        };
        running.record(state).map_err(|source| DevError::Record {
            folder: state.display().to_string(),
            source,
        })?;
        Ok(Self(state))
    }
}

impl Drop for Record<'_> {
    fn drop(&mut self) {
        Running::remove(self.0);
    }
}
