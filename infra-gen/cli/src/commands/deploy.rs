//! `deploy`: shows what would change, asks, and brings the stack and the site there; or swaps one function's code.

use std::path::PathBuf;

use super::outputs::text;
use super::{Failure, connect, print};
use crate::app::{Loaded, Project};
use crate::args::{Deploy, Global, STATE};
use crate::aws::Aws;
use crate::deploy::confirmation::Confirmation;
use crate::deploy::parameters::Choices;
use crate::deploy::phase_tracker::{Phase, PhaseTracker};
use crate::deploy::{self, DeployOptions, Deployment, site, swap};
use crate::exit::Outcome;
use crate::interrupts::Interrupts;
use crate::package::build;
use crate::program;
use crate::site_build;
use crate::terminal::{Style, Terminal};

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Deploy,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let choices = args.values.choices()?;
    let mut interrupts = Interrupts::listen().map_err(Failure::Signals)?;
    let (loaded, aws) = connect(project, global).await?;
    let phase = PhaseTracker::default();
    let work = work(project, &loaded, &aws, args, &choices, terminal, &phase);
    let interrupted = async {
        let signal = interrupts.next().await;
        // Read here, for the work is dropped before anything else is done.
        (signal, phase.current())
    };
    tokio::select! {
        biased;
        (signal, phase) = interrupted => {
            explain(signal, phase, &loaded, global, terminal);
            Ok(Outcome::Interrupted)
        }
        ended = work => ended,
    }
}

async fn work(
    project: &Project,
    loaded: &Loaded,
    aws: &Aws,
    args: &Deploy,
    choices: &Choices,
    terminal: Terminal,
    phase: &PhaseTracker,
) -> Result<Outcome, Failure> {
    // A stack without code and site is deployed from any folder.
    let workspace = if project.packages.is_empty() && project.site.is_none() {
        PathBuf::from(".")
    } else {
        build::workspace().await?
    };
    let deployment = Deployment {
        app: project.name,
        loaded,
        packages: &project.packages,
        workspace: &workspace,
        aws,
        terminal,
        options: DeployOptions {
            confirmation: Confirmation::from_flag(args.yes),
            shows_difference: true,
            allow_destructive: args.allow_destructive,
            skip_rollback: &args.skip_rollback,
        },
        choices,
        phase,
    };
    if let Some(function) = &args.function {
        swap::swap(&deployment, function).await?;
        return Ok(Outcome::Done);
    }
    let site = project.site.filter(|_| !args.no_site);
    if site.is_some() {
        site_build::expect_tools()?;
    }
    let outputs = deploy::deploy(&deployment).await?;
    if let Some(site) = &site {
        site_build::build_if_stale(&workspace, site, &workspace.join(STATE), terminal).await?;
        site::upload(aws, &workspace, site, &loaded.site_settings, &outputs, terminal).await?;
    }
    print(&text(&outputs))?;
    Ok(Outcome::Done)
}

/// Says what goes on without this program, and how to follow it.
fn explain(signal: &str, phase: Phase, loaded: &Loaded, global: &Global, terminal: Terminal) {
    let program = program::name();
    let (stack, env) = (&loaded.stack_name, global.env.as_deref().unwrap_or_default());
    match phase {
        Phase::NothingDeployed => terminal.line(
            Style::Heading,
            format_args!("{signal}: nothing was deployed to stack `{stack}`"),
        ),
        Phase::RunningAtAws => terminal.line(
            Style::Heading,
            format_args!(
                "{signal}: what was begun with stack `{stack}` goes on at AWS; follow it with `{program} deploy --env \
                 {env}`, or watch it with `{program} events --env {env} --follow`"
            ),
        ),
        Phase::StackDeployed => terminal.line(
            Style::Heading,
            format_args!(
                "{signal}: stack `{stack}` is deployed, but perhaps not all of the site; run this again to complete it"
            ),
        ),
    }
}
