//! `destroy`: lists what is deleted and what is kept, asks for confirmation, then deletes the stack.

use super::{CommandError, connect, count};
use crate::app::{Loaded, Project};
use crate::aws::Aws;
use crate::deploy::artifacts::Artifacts;
use crate::deploy::confirmation::Confirmation;
use crate::deploy::{self, destroy};
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::interrupts::Interrupts;
use crate::terminal::{Style, Terminal};

/// Delete the stack; retained resources stay in the account
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Resources with the deletion policy `Retain` stay in the account, unless
`--delete-data` names them. A protected stack is not deleted: set
`terminationProtection: false` and deploy first.

Examples:
  infra-gen destroy --env dev
  infra-gen destroy --env dev --yes               without confirmation, for example in CI
  infra-gen destroy --env dev --delete-data Orders --delete-data Images")]
pub(crate) struct Args {
    /// Do not ask for confirmation
    #[arg(long, short)]
    yes: bool,
    /// Also delete this retained resource and its data; repeatable
    #[arg(long, value_name = "LOGICAL_ID")]
    delete_data: Vec<String>,
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let mut interrupts = Interrupts::listen().map_err(CommandError::Signals)?;
    let (loaded, aws) = connect(project, global).await?;
    tokio::select! {
        biased;
        signal = interrupts.next() => {
            terminal.line(
                Style::Heading,
                format_args!(
                    "{signal}: if the deletion of stack `{}` has started, it continues on AWS; run the command again to \
                     follow it",
                    loaded.stack_name
                ),
            );
            Ok(Outcome::Interrupted)
        }
        outcome = work(project, &loaded, &aws, args, terminal) => outcome,
    }
}

async fn work(
    project: &Project,
    loaded: &Loaded,
    aws: &Aws,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let name = &loaded.stack_name;
    let account = aws.expected_account(&loaded.settings).await?;
    deploy::wait_until_idle(aws, name, terminal).await?;
    let Some(plan) = destroy::plan(aws, name, &args.delete_data).await? else {
        terminal.line(
            Style::Success,
            format_args!("nothing to delete: stack `{name}` does not exist"),
        );
        return Ok(Outcome::Done);
    };
    report(&plan, terminal);
    Confirmation::from_flag(args.yes)
        .ask_for_name(
            format_args!("delete stack `{name}`"),
            &format!(
                "This deletes stack `{name}` with {}.",
                count(plan.deleted(), "resource")
            ),
            name,
        )
        .await?;
    let mut artifacts = Artifacts::new(aws, project.name, &account, terminal);
    destroy::apply_policy_update(aws, &plan, &mut artifacts, terminal).await?;
    destroy::execute(aws, &plan, terminal).await?;
    Ok(Outcome::Done)
}

/// Lists the resources whose data is lost, and those that are kept.
fn report(plan: &destroy::Plan, terminal: Terminal) {
    let data = plan.data();
    if !data.is_empty() {
        terminal.line(
            Style::Error,
            format_args!("will be deleted with all data: {}", data.join(", ")),
        );
    }
    let kept = plan.kept();
    if !kept.is_empty() {
        terminal.line(
            Style::Heading,
            format_args!(
                "will stay in the account and incur costs: {} (`--delete-data NAME` deletes it)",
                kept.join(", ")
            ),
        );
    }
}
