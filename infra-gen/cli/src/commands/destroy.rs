//! `destroy`: says what goes and what stays, asks, then deletes the stack.

use super::{Failure, connect};
use crate::app::{Loaded, Project};
use crate::args::{Destroy, Global};
use crate::aws::Aws;
use crate::deploy::artifacts::Artifacts;
use crate::deploy::confirmation::Confirmation;
use crate::deploy::{self, destroy};
use crate::exit::Outcome;
use crate::interrupts::Interrupts;
use crate::terminal::{Style, Terminal};

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Destroy,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let mut interrupts = Interrupts::listen().map_err(Failure::Signals)?;
    let (loaded, aws) = connect(project, global).await?;
    tokio::select! {
        biased;
        signal = interrupts.next() => {
            terminal.line(
                Style::Heading,
                format_args!(
                    "{signal}: if the deletion of stack `{}` had begun, it goes on at AWS; run this again to follow it",
                    loaded.stack_name
                ),
            );
            Ok(Outcome::Interrupted)
        }
        ended = work(project, &loaded, &aws, args, terminal) => ended,
    }
}

async fn work(
    project: &Project,
    loaded: &Loaded,
    aws: &Aws,
    args: &Destroy,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let name = &loaded.stack_name;
    let account = aws.expected_account(&loaded.settings).await?;
    deploy::wait_until_idle(aws, name, terminal).await?;
    let Some(plan) = destroy::plan(aws, name, &args.delete_data).await? else {
        terminal.line(
            Style::Success,
            format_args!("stack `{name}` does not exist; there is nothing to delete"),
        );
        return Ok(Outcome::Done);
    };
    tell(&plan, terminal);
    Confirmation::from_flag(args.yes)
        .ask_for_name(
            format_args!("delete stack `{name}`"),
            &format!("This deletes stack `{name}` with {} resources.", plan.deleted()),
            name,
        )
        .await?;
    let mut artifacts = Artifacts::new(aws, project.name, &account, terminal);
    destroy::apply_policy_update(aws, &plan, &mut artifacts, terminal).await?;
    destroy::execute(aws, &plan, terminal).await?;
    Ok(Outcome::Done)
}

/// What goes with its data, and what does not.
fn tell(plan: &destroy::Plan, terminal: Terminal) {
    let data = plan.data();
    if !data.is_empty() {
        terminal.line(
            Style::Error,
            format_args!("deleted with the data in it: {}", data.join(", ")),
        );
    }
    let kept = plan.kept();
    if !kept.is_empty() {
        terminal.line(
            Style::Heading,
            format_args!(
                "stays in the account, and costs what it costs: {} (`--delete-data NAME` deletes it too)",
                kept.join(", ")
            ),
        );
    }
}
