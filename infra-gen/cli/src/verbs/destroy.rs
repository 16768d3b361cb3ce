//! `destroy`: asks, then deletes the stack.

use std::io::{BufRead as _, Write as _};

use super::{Failure, connect};
use crate::app::Project;
use crate::args::{Destroy, Global};
use crate::deploy::destroy;
use crate::exit::Ended;
use crate::terminal::{Terminal, Tone};

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Destroy,
    terminal: Terminal,
) -> Result<Ended, Failure> {
    let (loaded, aws) = connect(project, global).await?;
    let name = &loaded.stack_name;
    aws.expected_account(&loaded.settings).await?;
    let Some(plan) = destroy::plan(&aws, name).await? else {
        terminal.line(
            Tone::Good,
            format_args!("stack `{name}` does not exist; there is nothing to delete"),
        );
        return Ok(Ended::Done);
    };
    if !args.yes {
        if !Terminal::can_ask() {
            return Err(Failure::Unasked(name.clone()));
        }
        if !ask(name, &plan)? {
            return Err(Failure::Declined);
        }
    }
    destroy::execute(&aws, &plan, terminal).await?;
    Ok(Ended::Done)
}

/// Takes the stack's name for a yes, so that no habit deletes a stack.
fn ask(name: &str, plan: &destroy::Plan) -> Result<bool, Failure> {
    let kept = match plan.retained.len() {
        0 => String::new(),
        kept => format!(" ({kept} are retained)"),
    };
    anstream::eprint!(
        "This deletes stack `{name}` with {} resources{kept}.\nType its name to go on: ",
        plan.resources
    );
    let unreadable = |source| Failure::File {
        action: "read the answer from",
        path: "stdin".into(),
        source,
    };
    std::io::stderr().flush().map_err(unreadable)?;
    let mut answer = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut answer)
        .map_err(unreadable)?;
    Ok(answer.trim() == name)
}
