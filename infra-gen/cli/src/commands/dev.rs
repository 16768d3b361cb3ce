//! `dev`: the whole application on this machine, through the path that production takes, until Ctrl-C.
//!
//! Emulator → handlers → template → change set → seed → site bundle → the site's address → logs. Faults that can be known
//! are reported before anything starts; whatever ends the run, everything that it started ends too. An orderly end
//! drains: no new work, running workflows finish within a limit, the state is saved and verified.
//!
//! - `serving.rs`: the site's port.
//! - `supervise.rs`: which data is used, free space, failing snapshots, the drain, the last save.
//! - `inbox.rs`: connects topics with the inbox.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use infra_gen_cfn::Template;
use infra_gen_local::dir_lock::{DirLock, DirLockError};
use infra_gen_local::emulator::{self, Config, Emulator, EmulatorError};
use infra_gen_local::inbox::InboxError;
use infra_gen_local::logs::{self, LogsError};
use infra_gen_local::port::{self, Taken};
use infra_gen_local::rpc;
use infra_gen_local::running::Running;
use infra_gen_local::site::{SiteError, SiteServer};
use infra_gen_local::space::{Bytes, SpaceError};
use tokio::process::Command;

use super::{Failure, outputs, print, seed, synth};
use crate::app::{Addresses, Loaded, Place, Project, Users};
use crate::args::{Dev, Global};
use crate::aws::Aws;
use crate::deploy::log_groups::log_groups;
use crate::deploy::parameters::Choices;
use crate::deploy::phase_tracker::PhaseTracker;
use crate::deploy::stack::Stack;
use crate::deploy::{self, DeployOptions, Deployment, site};
use crate::exit::Outcome;
use crate::interrupts::Interrupts;
use crate::package::build;
use crate::settings::Environment;
use crate::site_build;
use crate::terminal::{Style, Terminal, report_error};
use crate::users::dev_user::{self, DevUser};
use crate::users::{Pool, UserError};

mod inbox;
mod on_start;
mod serving;
mod supervise;

use self::serving::Serving;

/// The folder that keeps the emulator's state.
const EMULATOR: &str = "emulator";
/// The folder that keeps the inbox, next to the emulator's.
const INBOX: &str = "inbox";

/// Why the application does not run on this machine.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DevError {
    #[error("no environment is a local one; give one an `endpoint`, such as `http://127.0.0.1:4566`")]
    NoLocalEnvironment,
    #[error("environment `{0}` is not a local one: its file names no `endpoint`")]
    NotLocal(&'static str),
    #[error("`{0}` is not an address with a port; write it like `http://127.0.0.1:4566`")]
    Endpoint(String),
    #[error(
        "the emulator and the site cannot both have port {0}; choose another one with `--port` or `--site-port`"
    )]
    OnePort(u16),
    #[error("the stack has no output `{0}`, which the site is served through; add it to the template")]
    MissingOutput(&'static str),
    #[error("could not run `{program}`; is it installed, and on the path?")]
    Command {
        program: String,
        #[source]
        source: std::io::Error,
    },
    #[error("could not listen for Ctrl-C")]
    Signals(#[source] std::io::Error),
    #[error("could not write to the state folder `{folder}`")]
    Record {
        folder: String,
        #[source]
        source: std::io::Error,
    },
    #[error(transparent)]
    Taken(#[from] Taken),
    #[error(
        "only {free} are free on the disk of `{folder}`; free some space, or choose another folder with `--state`"
    )]
    NoSpace { free: Bytes, folder: PathBuf },
    #[error(transparent)]
    Space(#[from] SpaceError),
    #[error(transparent)]
    DirLock(#[from] DirLockError),
    #[error(transparent)]
    Emulator(#[from] EmulatorError),
    #[error(transparent)]
    Site(#[from] SiteError),
    #[error(transparent)]
    Inbox(#[from] InboxError),
    #[error(transparent)]
    Logs(#[from] LogsError),
}

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Dev,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let mut signals = Interrupts::listen().map_err(DevError::Signals)?;
    let plan = Plan::new(project, global, args)?;
    if project.site.is_some() && plan.port == args.site_port {
        return Err(DevError::OnePort(plan.port).into());
    }
    let workspace = build::workspace().await?;
    let kept = workspace.join(&global.state);

    // Reported before anything starts, like a template that cannot be built: ports, tools, space.
    let emulator = plan.own_emulator.then(|| Config {
        venv: workspace.join(&args.venv),
        port: plan.port,
        region: plan.loaded.settings.region.clone(),
        state: kept.join(EMULATOR),
        site_origin: project.site.is_some().then(|| plan.addresses.site_origin.clone()),
    });
    if let Some(config) = &emulator {
        port::expect_free(config.port, "the emulator", "--port").map_err(DevError::from)?;
    }
    let server = match &project.site {
        Some(_) => {
            port::expect_free(args.site_port, "the site", "--site-port").map_err(DevError::from)?;
            site_build::expect_tools()?;
            Some(SiteServer::bind(args.site_port).await.map_err(DevError::from)?)
        }
        None => None,
    };
    if emulator.is_some() {
        supervise::check_space(&kept, terminal)?;
    }
    // Other ports are not enough for a second run: it would save its data over the first one's.
    let _lock = DirLock::acquire(&kept, "--state").map_err(DevError::from)?;
    let _record = Record::write(&kept, &plan)?;

    let stage = Stage {
        project,
        plan: &plan,
        workspace: &workspace,
        kept: &kept,
        command: &args.command,
        terminal,
    };
    let Some(config) = emulator else {
        let serving = stage.serve(server)?;
        return tokio::select! {
            ended = stage.play(global, serving.as_ref()) => ended,
            name = signals.next() => Ok(stage.interrupted(name)),
        };
    };
    if args.reset {
        terminal.info(format_args!("deleting the data of earlier runs"));
        for folder in [&config.state, &kept.join(INBOX)] {
            emulator::reset(folder).await.map_err(DevError::from)?;
        }
    }
    let emulator = tokio::select! {
        started = Emulator::start(&config) => started.map_err(DevError::from)?,
        name = signals.next() => return Ok(stage.interrupted(name)),
    };
    let limit = Duration::from_secs(args.drain);
    Box::pin(stage.supervise(global, server, emulator, &mut signals, limit)).await
}

/// Tells the other commands where this run can be reached, until it ends.
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
        Running::forget(self.0);
    }
}

/// What is to run, and where.
struct Plan {
    environment: &'static str,
    loaded: Loaded,
    template: Template,
    addresses: Addresses,
    port: u16,
    own_emulator: bool,
}

impl Plan {
    fn new(project: &Project, global: &Global, args: &Dev) -> Result<Self, Failure> {
        let (environment, file_endpoint) = local_environment(project, global.env.as_deref())?;
        let endpoint = match (&global.endpoint_url, args.port) {
            (Some(endpoint), _) => endpoint.clone(),
            (None, Some(port)) => format!("http://127.0.0.1:{port}"),
            (None, None) => file_endpoint,
        };
        let port = endpoint
            .trim_end_matches('/')
            .rsplit_once(':')
            .and_then(|(_, port)| port.parse().ok())
            .ok_or_else(|| DevError::Endpoint(endpoint.clone()))?;
        let addresses = Addresses {
            endpoint,
            site_origin: format!("http://localhost:{}", args.site_port),
        };
        let loaded = project.load_at(environment, &Place::Elsewhere(addresses.clone()))?;
        Ok(Self {
            environment: environment.name,
            template: synth::template(&loaded)?,
            loaded,
            addresses,
            port,
            own_emulator: global.endpoint_url.is_none(),
        })
    }
}

/// The environment to run: the one named, or the first local one; with the endpoint of its file.
fn local_environment<'a>(
    project: &'a Project,
    name: Option<&str>,
) -> Result<(&'a Environment, String), Failure> {
    for environment in project.environments {
        if name.is_some_and(|name| name != environment.name) {
            continue;
        }
        match project.load(environment)?.settings.endpoint {
            Some(endpoint) => return Ok((environment, endpoint)),
            None if name.is_some() => return Err(DevError::NotLocal(environment.name).into()),
            None => {}
        }
    }
    Err(DevError::NoLocalEnvironment.into())
}

/// What all steps need.
struct Stage<'a> {
    project: &'a Project,
    plan: &'a Plan,
    workspace: &'a Path,
    kept: &'a Path,
    command: &'a [OsString],
    terminal: Terminal,
}

impl<'a> Stage<'a> {
    /// Opens the site's port. Before the deployment: a topic may ask the inbox for a confirmation as soon as it exists.
    fn serve(&self, server: Option<SiteServer>) -> Result<Option<Serving<'a>>, DevError> {
        let (Some(site), Some(server)) = (&self.project.site, server) else {
            return Ok(None);
        };
        Serving::begin(site, server, &self.kept.join(INBOX), self.plan).map(Some)
    }

    /// Plays on an emulator until something ends it; then lets workflows finish within `limit`, saves, and stops.
    async fn supervise(
        &self,
        global: &Global,
        server: Option<SiteServer>,
        mut emulator: Emulator,
        signals: &mut Interrupts,
        limit: Duration,
    ) -> Result<Outcome, Failure> {
        let terminal = self.terminal;
        terminal.info(format_args!(
            "emulator runs at {} (process {}, log {})",
            emulator.address(),
            emulator.process_id(),
            shown(emulator.log(), self.workspace)
        ));
        supervise::report_start(&emulator.start_report(), terminal);
        let serving = self.serve(server)?;
        let watching = supervise::watch(&emulator, self.kept, terminal);
        let ended = tokio::select! {
            biased;
            name = signals.next() => Ok(self.interrupted(name)),
            exited = emulator.wait_exit() => return Err(DevError::from(exited).into()),
            ended = self.play(global, serving.as_ref()) => ended,
            never = watching => match never {},
        };
        // A refused connection may mean that the emulator has just exited; check before reporting the call's error.
        if ended.is_err()
            && let Some(exited) = emulator.exit_reason().await
        {
            return Err(DevError::from(exited).into());
        }
        supervise::drain(&mut emulator, serving.as_ref(), signals, limit, terminal).await;
        match supervise::stop(emulator, signals, terminal).await {
            Ok(snapshot) => {
                terminal.info(format_args!(
                    "stopped; the data is kept in {} (saved {snapshot})",
                    shown(&self.kept.join(EMULATOR), self.workspace)
                ));
                ended
            }
            Err(unsaved) => {
                if ended.is_err() {
                    report_error(&unsaved, global.verbose);
                    return ended;
                }
                Err(DevError::from(unsaved).into())
            }
        }
    }

    /// Everything between a healthy endpoint and Ctrl-C, or the end of the command that was to run.
    async fn play(&self, global: &Global, serving: Option<&Serving<'_>>) -> Result<Outcome, Failure> {
        let Self {
            project,
            plan,
            workspace,
            terminal,
            ..
        } = *self;
        let at_endpoint = Global {
            endpoint_url: Some(plan.addresses.endpoint.clone()),
            env: None,
            region: global.region.clone(),
            profile: None,
            quiet: global.quiet,
            verbose: global.verbose,
            state: global.state.clone(),
        };
        let aws = Aws::connect(&plan.loaded.settings, &at_endpoint).await;
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
        let dev_user = match project.users {
            Some(users) => Some((users, self.dev_user(users, &aws, &outputs).await?)),
            None => None,
        };
        if let Some(serving) = serving {
            let site = serving.site;
            site_build::build_if_stale(workspace, site, self.kept, terminal).await?;
            site::upload(
                &aws,
                workspace,
                site,
                &plan.loaded.site_settings,
                &outputs,
                terminal,
            )
            .await?;
            serving.show(&plan.addresses.endpoint, &outputs)?;
        }
        // Whoever calls a function as soon as it is announced finds its lines, too.
        let since = SystemTime::now();
        self.announce(&outputs, serving.is_some());
        if let Some((_, dev_user)) = &dev_user {
            self.announce_dev_user(dev_user);
        }
        if let [program, arguments @ ..] = self.command {
            let mut variables: BTreeMap<String, &str> = outputs
                .iter()
                .map(|(name, value)| (outputs::variable(name), value.as_str()))
                .collect();
            if let Some((users, dev_user)) = &dev_user {
                let one = outputs::variable(users.singular);
                variables.insert(format!("{one}_EMAIL"), dev_user.email.as_str());
                variables.insert(format!("{one}_PASSWORD"), dev_user.password.reveal());
            }
            return Ok(run_command(program, arguments, &variables).await?);
        }
        terminal.info(format_args!(
            "following the functions' logs; Ctrl-C stops everything"
        ));
        let groups = self.log_groups(&aws).await?;
        let client = rpc::Client::new(&aws.config, rpc::LOGS);
        let followed = logs::follow(&client, &groups, since, |event| {
            for line in event.message.lines().filter(|line| !line.trim().is_empty()) {
                // A closed stdout must not end the run; Ctrl-C does.
                let _ = print(&format!("{}: {line}\n", event.name));
            }
        });
        match followed.await {
            Err(error) => Err(DevError::from(error).into()),
        }
    }

    fn announce(&self, outputs: &BTreeMap<String, String>, has_site: bool) {
        let terminal = self.terminal;
        if has_site {
            let origin = &self.plan.addresses.site_origin;
            terminal.line(Style::Success, format_args!("the site is at {origin}"));
            let inbox = infra_gen_local::inbox::PATH;
            terminal.info(format_args!("mail is shown at {origin}{inbox}"));
        }
        for (name, address) in outputs.iter().filter(|(_, value)| value.starts_with("http")) {
            terminal.info(format_args!("{name}: {address}"));
        }
    }

    fn announce_dev_user(&self, dev_user: &DevUser) {
        self.terminal.line(
            Style::Success,
            format_args!(
                "sign in as {} with the password {} (kept in {})",
                dev_user.email,
                dev_user.password.reveal(),
                shown(&dev_user.file, self.workspace)
            ),
        );
    }

    /// The user of this machine, who can sign in as soon as this returns.
    async fn dev_user(
        &self,
        users: Users,
        aws: &Aws,
        outputs: &BTreeMap<String, String>,
    ) -> Result<DevUser, UserError> {
        let pool = Pool::of(aws, users, outputs)?;
        dev_user::ensure_user(&pool, users.dev_user_email, users.singular, self.kept).await
    }

    async fn log_groups(&self, aws: &Aws) -> Result<BTreeMap<String, String>, Failure> {
        let deployed = Stack::new(aws, &self.plan.loaded.stack_name).resources().await?;
        Ok(log_groups(&self.plan.template, &deployed))
    }

    fn interrupted(&self, signal: &str) -> Outcome {
        self.terminal
            .info(format_args!("{signal}: stopping what was started"));
        Outcome::Done
    }
}

/// Runs a command that finds each output in its environment, `ApiUrl` as `API_URL`, and who can sign in.
async fn run_command(
    program: &OsStr,
    arguments: &[OsString],
    variables: &BTreeMap<String, &str>,
) -> Result<Outcome, DevError> {
    let status = Command::new(program)
        .args(arguments)
        .envs(variables)
        .kill_on_drop(true)
        .status()
        .await
        .map_err(|source| DevError::Command {
            program: program.display().to_string(),
            source,
        })?;
    Ok(if status.success() {
        Outcome::Done
    } else {
        Outcome::CheckFailed
    })
}

/// A path as it is read from the top of the workspace.
fn shown(path: &Path, workspace: &Path) -> String {
    let path: PathBuf = path.strip_prefix(workspace).unwrap_or(path).into();
    path.display().to_string()
}
