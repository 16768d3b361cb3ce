//! A run of `dev`: deploys the stack, seeds it, serves the site, and follows the logs or runs a command.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::time::{Duration, SystemTime};

use infra_gen_local::emulator::Emulator;
use infra_gen_local::logs;
use infra_gen_local::rpc;
use infra_gen_local::site::SiteServer;

use super::plan::Plan;
use super::serving::Serving;
use super::{DevError, EMULATOR_FOLDER, INBOX_FOLDER, announce, child_command, inbox, on_start, supervise};
use crate::app::{Project, Users};
use crate::aws::{Aws, AwsOptions};
use crate::commands::{CommandError, print, seed};
use crate::deploy::log_groups::log_groups;
use crate::deploy::parameters::Choices;
use crate::deploy::phase_tracker::PhaseTracker;
use crate::deploy::stack::Stack;
use crate::deploy::{self, DeployOptions, Deployment, site};
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::interrupts::Interrupts;
use crate::site_build;
use crate::terminal::{Terminal, report_error};
use crate::users::dev_user::{self, DevUser};
use crate::users::{Pool, UserError};

/// The parts that all steps need.
pub(super) struct Session<'a> {
    pub(super) project: &'a Project,
    pub(super) plan: &'a Plan,
    pub(super) workspace: &'a Path,
    /// The folder with the data of all runs.
    pub(super) state: &'a Path,
    /// The command to run; empty to follow the logs.
    pub(super) command: &'a [OsString],
    pub(super) terminal: Terminal,
}

impl<'a> Session<'a> {
    /// Opens the site's port. This comes before the deployment, because a topic may ask the inbox for a confirmation as
    /// soon as the topic exists.
    pub(super) fn serve(&self, server: Option<SiteServer>) -> Result<Option<Serving<'a>>, DevError> {
        let (Some(site), Some(server)) = (&self.project.site, server) else {
            return Ok(None);
        };
        Serving::start(site, server, &self.state.join(INBOX_FOLDER), self.plan).map(Some)
    }

    /// Runs on an own emulator until something ends the run. Then lets workflows finish within `drain_limit`, saves the
    /// data and stops the emulator.
    pub(super) async fn run_with_emulator(
        &self,
        global: &GlobalArgs,
        server: Option<SiteServer>,
        mut emulator: Emulator,
        signals: &mut Interrupts,
        drain_limit: Duration,
    ) -> Result<Outcome, CommandError> {
        let terminal = self.terminal;
        terminal.info(format_args!(
            "emulator is running at {} (process {}, log {})",
            emulator.address(),
            emulator.process_id(),
            relative(emulator.log(), self.workspace)
        ));
        supervise::report_start(&emulator.start_report(), terminal);
        let serving = self.serve(server)?;
        let watching = supervise::watch(&emulator, self.state, terminal);
        let outcome = tokio::select! {
            biased;
            name = signals.next() => Ok(self.interrupted(name)),
            exited = emulator.wait_exit() => return Err(DevError::from(exited).into()),
            outcome = self.run(global, serving.as_ref()) => outcome,
            never = watching => match never {},
        };
        // A refused connection may mean that the emulator has just exited; check before reporting the call's error.
        if outcome.is_err()
            && let Some(exited) = emulator.exit_reason().await
        {
            return Err(DevError::from(exited).into());
        }
        supervise::drain(&mut emulator, serving.as_ref(), signals, drain_limit, terminal).await;
        match supervise::stop(emulator, signals, terminal).await {
            Ok(snapshot) => {
                terminal.info(format_args!(
                    "stopped; the data is stored in {} (saved {snapshot})",
                    relative(&self.state.join(EMULATOR_FOLDER), self.workspace)
                ));
                outcome
            }
            Err(save_error) => {
                if outcome.is_err() {
                    report_error(&save_error, global.verbose);
                    return outcome;
                }
                Err(DevError::from(save_error).into())
            }
        }
    }

    /// Runs on a healthy endpoint until the command ends or the logs cannot be read.
    pub(super) async fn run(
        &self,
        global: &GlobalArgs,
        serving: Option<&Serving<'_>>,
    ) -> Result<Outcome, CommandError> {
        let Self {
            project,
            plan,
            workspace,
            terminal,
            ..
        } = *self;
        let options = AwsOptions {
            endpoint_url: Some(&plan.addresses.endpoint),
            profile: None,
            ..global.aws()
        };
        let aws = Aws::connect(&plan.loaded.settings, options).await;
        let outputs = deploy::deploy(&Deployment {
            app: project.name,
            loaded: &plan.loaded,
            packages: &project.packages,
            workspace,
            aws: &aws,
            terminal,
            options: DeployOptions::local(),
            choices: &Choices::default(),
            phase: &PhaseTracker::default(),
        })
        .await?;
        if let Some(serving) = serving {
            let deployed = Stack::new(&aws, &plan.loaded.stack_name).resources().await?;
            let topics = inbox::topics(&plan.template, &deployed);
            inbox::connect(&serving.inbox, serving.port, &topics, &aws, terminal).await?;
        }
        if let Some(seed) = project.seed {
            seed::run_seed(seed, &BTreeMap::new(), &outputs, &aws, terminal).await?;
        }
        if !project.on_start.is_empty() {
            let deployed = Stack::new(&aws, &plan.loaded.stack_name).resources().await?;
            on_start::call(project.on_start, &deployed, &aws, terminal).await;
        }
        let dev_users = match project.users {
            Some(users) => self.dev_users(users, &aws, &outputs).await?,
            None => Vec::new(),
        };
        if let Some(serving) = serving {
            self.publish_site(serving, &aws, &outputs).await?;
        }
        // Taken before the announcement, so that the logs include a call made right after it.
        let since = SystemTime::now();
        let origin = serving.map(|_| plan.addresses.site_origin.as_str());
        announce::addresses(origin, &outputs, terminal);
        for dev_user in &dev_users {
            announce::dev_user(dev_user, workspace, terminal);
        }
        if let [program, arguments @ ..] = self.command {
            let variables = child_command::variables(&outputs, &dev_users);
            return Ok(child_command::run(program, arguments, &variables).await?);
        }
        terminal.info(format_args!(
            "following the functions' logs; press Ctrl-C to stop"
        ));
        self.follow_logs(&aws, since).await
    }

    /// Builds and uploads the site and starts to serve it.
    async fn publish_site(
        &self,
        serving: &Serving<'_>,
        aws: &Aws,
        outputs: &BTreeMap<String, String>,
    ) -> Result<(), CommandError> {
        let (site, workspace, terminal) = (serving.site, self.workspace, self.terminal);
        site_build::build_if_stale(workspace, site, self.state, terminal).await?;
        let settings = &self.plan.loaded.site_settings;
        site::upload(aws, workspace, site, settings, outputs, terminal).await?;
        serving.show(&self.plan.addresses.endpoint, outputs)?;
        Ok(())
    }

    /// The users who can sign in on this machine.
    async fn dev_users(
        &self,
        users: Users,
        aws: &Aws,
        outputs: &BTreeMap<String, String>,
    ) -> Result<Vec<DevUser>, UserError> {
        let pool = Pool::new(aws, users, outputs)?;
        let mut dev_users = Vec::new();
        for group in users.groups() {
            if let Some(user) = group.dev_user {
                dev_users.push(dev_user::ensure_user(&pool, user, group, self.state).await?);
            }
        }
        Ok(dev_users)
    }

    async fn follow_logs(&self, aws: &Aws, since: SystemTime) -> Result<Outcome, CommandError> {
        let deployed = Stack::new(aws, &self.plan.loaded.stack_name).resources().await?;
        let groups = log_groups(&self.plan.template, &deployed);
        let client = rpc::Client::new(&aws.config, rpc::LOGS);
        let followed = logs::follow(&client, &groups, since, |event| {
            for line in event.message.lines().filter(|line| !line.trim().is_empty()) {
                // A closed stdout does not end the run; Ctrl-C does.
                let _ = print(&format!("{}: {line}\n", event.name));
            }
        });
        match followed.await {
            Err(error) => Err(DevError::from(error).into()),
        }
    }

    pub(super) fn interrupted(&self, signal: &str) -> Outcome {
        self.terminal.info(format_args!("{signal}: stopping everything"));
        Outcome::Done
    }
}

/// A path relative to the workspace root, if it is inside.
pub(super) fn relative(path: &Path, workspace: &Path) -> String {
    path.strip_prefix(workspace).unwrap_or(path).display().to_string()
}
