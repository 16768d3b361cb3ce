//! `dev`: the whole application on this machine, through the path that production takes, until Ctrl-C.
//!
//! Emulator → handlers → template → change set → seed → site bundle → the site's address → logs. What can be known to
//! be wrong is told before anything starts; whatever ends the run, what it started is ended too.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use infra_gen_cfn::Template;
use infra_gen_local::claim::{Claim, ClaimError};
use infra_gen_local::emulator::{self, Config, Emulator, EmulatorError};
use infra_gen_local::inbox::{Inbox, InboxError};
use infra_gen_local::logs::{self, LogsError};
use infra_gen_local::port::{self, Taken};
use infra_gen_local::rpc;
use infra_gen_local::running::Running;
use infra_gen_local::site::{Distribution, Door, SiteError};
use tokio::process::Command;
use tokio::task::JoinSet;

use super::{Failure, outputs, print, seed, synth};
use crate::app::{Addresses, Loaded, Place, Project, Site, Users};
use crate::args::{Dev, Global};
use crate::aws::Aws;
use crate::deploy::parameters::Choices;
use crate::deploy::phase::Phase;
use crate::deploy::stack::Stack;
use crate::deploy::{self, Deployment, Manner, functions, site};
use crate::exit::Ended;
use crate::interrupts::Interrupts;
use crate::package::build;
use crate::settings::Environment;
use crate::terminal::{Terminal, Tone};
use crate::users::resident::{self, Resident};
use crate::users::{Pool, UserError};
use crate::web;

mod inbox;
mod on_start;

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
    #[error(transparent)]
    Claim(#[from] ClaimError),
    #[error(transparent)]
    Emulator(#[from] EmulatorError),
    #[error(transparent)]
    Door(#[from] SiteError),
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
) -> Result<Ended, Failure> {
    let mut signals = Interrupts::listen().map_err(DevError::Signals)?;
    let plan = Plan::new(project, global, args)?;
    if project.site.is_some() && plan.port == args.site_port {
        return Err(DevError::OnePort(plan.port).into());
    }
    let workspace = build::workspace().await?;
    let kept = workspace.join(&global.state);

    // Told before anything starts, like a template that cannot be built: ports and tools.
    let emulator = plan.own_emulator.then(|| Config {
        venv: workspace.join(&args.venv),
        port: plan.port,
        region: plan.loaded.settings.region.clone(),
        state: kept.join("emulator"),
    });
    if let Some(config) = &emulator {
        port::expect_free(config.port, "the emulator", "--port").map_err(DevError::from)?;
    }
    let door = match &project.site {
        Some(_) => {
            port::expect_free(args.site_port, "the site", "--site-port").map_err(DevError::from)?;
            web::expect_tools()?;
            Some(Door::open(args.site_port).await.map_err(DevError::from)?)
        }
        None => None,
    };
    // Other ports are not enough for a second run: it would save its data over the first one's.
    let _claim = Claim::take(&kept, "--state").map_err(DevError::from)?;
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
        return tokio::select! {
            ended = stage.play(global, door) => ended,
            name = signals.next() => Ok(stage.interrupted(name)),
        };
    };
    if args.reset {
        terminal.say(format_args!("forgetting the data of earlier runs"));
        for folder in [&config.state, &kept.join(INBOX)] {
            emulator::reset(folder).await.map_err(DevError::from)?;
        }
    }
    let mut emulator = tokio::select! {
        started = Emulator::start(&config) => started.map_err(DevError::from)?,
        name = signals.next() => return Ok(stage.interrupted(name)),
    };
    terminal.say(format_args!(
        "emulator runs at {} (process {}, log {})",
        emulator.address(),
        emulator.process_id(),
        shown(emulator.log(), &workspace)
    ));
    let ended = tokio::select! {
        biased;
        name = signals.next() => Ok(stage.interrupted(name)),
        died = emulator.died() => Err(DevError::from(died).into()),
        ended = stage.play(global, door) => ended,
    };
    let ended = match ended {
        // A call that found nobody at the other end is news of a death, one step early.
        Err(failure) => match emulator.death().await {
            Some(died) => Err(DevError::from(died).into()),
            None => Err(failure),
        },
        ended => ended,
    };
    emulator.stop().await.map_err(DevError::from)?;
    terminal.say(format_args!(
        "stopped; the data is kept in {}",
        shown(&config.state, &workspace)
    ));
    ended
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

impl Stage<'_> {
    /// Everything between a healthy endpoint and Ctrl-C, or the end of the command that was to run.
    async fn play(&self, global: &Global, door: Option<Door>) -> Result<Ended, Failure> {
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
        // Before the deployment: a topic may ask the inbox for a confirmation as soon as it is there.
        let serving = match (&project.site, door) {
            (Some(site), Some(door)) => Some(Serving::begin(site, door, self)?),
            _ => None,
        };
        let outputs = deploy::deploy(&Deployment {
            app: project.name,
            loaded: &plan.loaded,
            packages: &project.packages,
            workspace,
            aws: &aws,
            terminal,
            manner: Manner::THROWAWAY,
            choices: &Choices::default(),
            phase: &Phase::default(),
        })
        .await?;
        if let Some(serving) = &serving {
            let deployed = Stack::new(&aws, &plan.loaded.stack_name).resources().await?;
            let topics = inbox::topics(&plan.template, &deployed);
            inbox::connect(&serving.inbox, serving.port, &topics, &aws, terminal).await?;
        }
        if let Some(seed) = project.seed {
            seed::plant(seed, &BTreeMap::new(), &outputs, &aws, terminal).await?;
        }
        if !project.on_start.is_empty() {
            let deployed = Stack::new(&aws, &plan.loaded.stack_name).resources().await?;
            on_start::call(project.on_start, &deployed, &aws, terminal).await;
        }
        let resident = match project.users {
            Some(users) => Some((users, self.resident(users, &aws, &outputs).await?)),
            None => None,
        };
        if let Some(serving) = &serving {
            let site = serving.site;
            web::build_if_stale(workspace, site, self.kept, terminal).await?;
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
        if let Some((_, resident)) = &resident {
            self.announce_resident(resident);
        }
        if let [program, arguments @ ..] = self.command {
            let mut variables: BTreeMap<String, &str> = outputs
                .iter()
                .map(|(name, value)| (outputs::variable(name), value.as_str()))
                .collect();
            if let Some((users, resident)) = &resident {
                let one = outputs::variable(users.one);
                variables.insert(format!("{one}_EMAIL"), resident.email.as_str());
                variables.insert(format!("{one}_PASSWORD"), resident.password.reveal());
            }
            return Ok(run_command(program, arguments, &variables).await?);
        }
        terminal.say(format_args!(
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
            terminal.line(Tone::Good, format_args!("the site is at {origin}"));
            let inbox = infra_gen_local::inbox::PATH;
            terminal.say(format_args!("mail is shown at {origin}{inbox}"));
        }
        for (name, address) in outputs.iter().filter(|(_, value)| value.starts_with("http")) {
            terminal.say(format_args!("{name}: {address}"));
        }
    }

    fn announce_resident(&self, resident: &Resident) {
        self.terminal.line(
            Tone::Good,
            format_args!(
                "sign in as {} with the password {} (kept in {})",
                resident.email,
                resident.password.reveal(),
                shown(&resident.file, self.workspace)
            ),
        );
    }

    /// The user of this machine, who can sign in as soon as this returns.
    async fn resident(
        &self,
        users: Users,
        aws: &Aws,
        outputs: &BTreeMap<String, String>,
    ) -> Result<Resident, UserError> {
        let pool = Pool::of(aws, users, outputs)?;
        resident::settle(&pool, users.resident, users.one, self.kept).await
    }

    async fn log_groups(&self, aws: &Aws) -> Result<BTreeMap<String, String>, Failure> {
        let deployed = Stack::new(aws, &self.plan.loaded.stack_name).resources().await?;
        Ok(functions::log_groups(&self.plan.template, &deployed))
    }

    fn interrupted(&self, signal: &str) -> Ended {
        self.terminal
            .say(format_args!("{signal}: stopping what was started"));
        Ended::Done
    }
}

/// The site's door while it is open: the inbox at once, the site as soon as it is up.
struct Serving<'a> {
    site: &'a Site,
    port: u16,
    inbox: Arc<Inbox>,
    distribution: Arc<OnceLock<Distribution>>,
    /// Closes the door when it is dropped.
    _visitors: JoinSet<Infallible>,
}

impl<'a> Serving<'a> {
    fn begin(site: &'a Site, door: Door, stage: &Stage<'_>) -> Result<Self, DevError> {
        let inbox = Arc::new(inbox::open(&stage.kept.join(INBOX), stage.plan)?);
        let distribution = Arc::new(OnceLock::new());
        let port = door.port();
        let mut visitors = JoinSet::new();
        visitors.spawn(door.serve(Arc::clone(&inbox), Arc::clone(&distribution)));
        Ok(Self {
            site,
            port,
            inbox,
            distribution,
            _visitors: visitors,
        })
    }

    /// Puts the deployed distribution behind the door.
    fn show(&self, endpoint: &str, outputs: &BTreeMap<String, String>) -> Result<(), DevError> {
        let output = self.site.domain_output;
        let domain = outputs.get(output).ok_or(DevError::MissingOutput(output))?;
        let distribution = Distribution::new(endpoint, domain)?;
        self.distribution.get_or_init(|| distribution);
        Ok(())
    }
}

/// Runs a command that finds each output in its environment, `ApiUrl` as `API_URL`, and who can sign in.
async fn run_command(
    program: &OsStr,
    arguments: &[OsString],
    variables: &BTreeMap<String, &str>,
) -> Result<Ended, DevError> {
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
        Ended::Done
    } else {
        Ended::NotWell
    })
}

/// A path as it is read from the top of the workspace.
fn shown(path: &Path, workspace: &Path) -> String {
    let path: PathBuf = path.strip_prefix(workspace).unwrap_or(path).into();
    path.display().to_string()
}
