//! `deploy`: shows what would change, asks for confirmation, deploys the stack and uploads the site. With `--function`,
//! replaces one function's code instead.

use std::path::PathBuf;

use super::parameter_args::ParameterArgs;
use super::{CommandError, connect, outputs, print};
use crate::app::{Loaded, Project};
use crate::aws::Aws;
use crate::deploy::confirmation::Confirmation;
use crate::deploy::parameters::Choices;
use crate::deploy::phase_tracker::{Phase, PhaseTracker};
use crate::deploy::{self, DeployOptions, Deployment, site, swap};
use crate::exit::Outcome;
use crate::global_args::{GlobalArgs, STATE_FOLDER};
use crate::interrupts::Interrupts;
use crate::package::build;
use crate::program;
use crate::site_build;
use crate::terminal::{Style, Terminal};

/// Build, upload and deploy through a change set, upload the site, then print the outputs
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Shows the difference from the deployed stack, then asks for confirmation. Exactly
what was shown is executed: if the stack changes in the meantime, nothing is
deployed. Changes that lose data, or leave it outside the stack, are refused
unless `--allow-destructive` is given.

A run first completes what an earlier run left: it follows an operation that is in
progress, deletes a failed creation, and continues a failed rollback. Ctrl-C stops
watching, with exit code 130; the operation continues on AWS.

A template parameter keeps its deployed value unless `--parameter`, `--parameters`
or `--use-default` changes it.

The one bucket that a deployment needs is created if it does not exist; there is
no bootstrap stack.

Examples:
  infra-gen deploy --env dev
  infra-gen deploy --env prod --yes               without confirmation, for example in CI
  infra-gen deploy --env dev --no-site            the stack only
  infra-gen deploy --env dev --parameter Days=9   later deployments keep the value
  infra-gen deploy --env dev --function Search    replace one function's code, in seconds
  infra-gen deploy --env dev --skip-rollback Table   skip a resource that cannot be rolled back")]
pub(crate) struct Args {
    /// Do not ask for confirmation
    #[arg(long, short)]
    yes: bool,
    /// Allow removing or replacing resources that hold data
    #[arg(long)]
    allow_destructive: bool,
    #[command(flatten)]
    parameters: ParameterArgs,
    /// Do not build or upload the site
    #[arg(long)]
    no_site: bool,
    /// Replace only this function's code, bypassing CloudFormation; requires `swapFunctions: true` in the environment
    #[arg(
        long,
        value_name = "NAME",
        conflicts_with_all = ["allow_destructive", "skip_rollback", "parameter", "parameters", "use_default"]
    )]
    function: Option<String>,
    /// Skip this resource when continuing a failed rollback; repeatable
    #[arg(long, value_name = "LOGICAL_ID")]
    skip_rollback: Vec<String>,
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let choices = args.parameters.choices()?;
    let mut interrupts = Interrupts::listen().map_err(CommandError::Signals)?;
    let (loaded, aws) = connect(project, global).await?;
    let phase = PhaseTracker::default();
    let work = work(project, &loaded, &aws, args, &choices, terminal, &phase);
    let interrupted = async {
        let signal = interrupts.next().await;
        // Read now: the deployment is dropped before the other branch runs.
        (signal, phase.current())
    };
    tokio::select! {
        biased;
        (signal, phase) = interrupted => {
            report_interrupt(signal, phase, &loaded, global, terminal);
            Ok(Outcome::Interrupted)
        }
        outcome = work => outcome,
    }
}

async fn work(
    project: &Project,
    loaded: &Loaded,
    aws: &Aws,
    args: &Args,
    choices: &Choices,
    terminal: Terminal,
    phase: &PhaseTracker,
) -> Result<Outcome, CommandError> {
    // A stack without handlers and site can be deployed from any folder.
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
        site_build::build_if_stale(&workspace, site, &workspace.join(STATE_FOLDER), terminal).await?;
        site::upload(aws, &workspace, site, &loaded.site_settings, &outputs, terminal).await?;
    }
    print(&outputs::text(&outputs))?;
    Ok(Outcome::Done)
}

/// Says what continues on AWS, and how to follow it.
fn report_interrupt(signal: &str, phase: Phase, loaded: &Loaded, global: &GlobalArgs, terminal: Terminal) {
    let program = program::name();
    let (stack, env) = (&loaded.stack_name, global.env.as_deref().unwrap_or_default());
    match phase {
        Phase::NothingDeployed => terminal.line(
            Style::Heading,
            format_args!("{signal}: nothing was deployed to stack `{stack}`"),
        ),
        Phase::RunningOnAws => terminal.line(
            Style::Heading,
            format_args!(
                "{signal}: the operation on stack `{stack}` continues on AWS; follow it with `{program} deploy --env \
                 {env}` or watch it with `{program} events --env {env} --follow`"
            ),
        ),
        Phase::StackDeployed => terminal.line(
            Style::Heading,
            format_args!(
                "{signal}: stack `{stack}` is deployed, but the site may be incomplete; run the command again to complete it"
            ),
        ),
    }
}
