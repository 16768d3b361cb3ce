//! `logs`: what the functions of the deployed stack have said, merged by time.

use std::collections::BTreeMap;
use std::time::SystemTime;

use infra_gen_cfn::Template;
use infra_gen_local::logs::{self, Event, LogsError, Reader};
use infra_gen_local::rpc;

use super::{Failure, connect};
use crate::app::Project;
use crate::args::{Global, Logs};
use crate::deploy::log_groups::log_groups;
use crate::deploy::stack::Stack;
use crate::exit::Outcome;
use crate::logs::readable;
use crate::terminal::{Style, Terminal};

/// Why there are no logs to show.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LogsFailure {
    #[error("the stack has no function `{name}`; it has {}", .known.join(", "))]
    NoFunction { name: String, known: Vec<String> },
    #[error(transparent)]
    Read(#[from] LogsError),
}

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Logs,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    let stack = Stack::new(&aws, &loaded.stack_name);
    stack
        .describe()
        .await?
        .ok_or_else(|| Failure::NoStack(loaded.stack_name.clone()))?;
    // What is deployed, which need not be what would be.
    let template = Template::parse(&stack.template().await?).map_err(|source| Failure::Template {
        name: format!("{} as deployed", loaded.stack_name),
        source: source.into(),
    })?;
    let groups = log_groups(&template, &stack.resources().await?);
    let groups = chosen(groups, &args.functions)?;
    let width = groups.keys().map(String::len).max().unwrap_or_default();
    let client = rpc::Client::new(&aws.config, rpc::LOGS);
    let since = SystemTime::now()
        .checked_sub(args.since)
        .unwrap_or(SystemTime::UNIX_EPOCH);
    if args.follow {
        let followed = logs::follow(&client, &groups, since, |event| {
            // A closed stdout ends the process soon enough.
            let _ = show(event, width, args.raw);
        });
        return match followed.await {
            Err(error) => Err(LogsFailure::from(error).into()),
        };
    }
    let events = Reader::new(&client, &groups, since)
        .next()
        .await
        .map_err(LogsFailure::from)?;
    for event in &events {
        show(event, width, args.raw)?;
    }
    if events.is_empty() {
        terminal.line(
            Style::Faint,
            format_args!("nothing was logged in that time; `--since 1d` looks further back"),
        );
    }
    Ok(Outcome::Done)
}

/// The groups of the functions that were named, or all.
fn chosen(
    groups: BTreeMap<String, String>,
    names: &[String],
) -> Result<BTreeMap<String, String>, LogsFailure> {
    if names.is_empty() {
        return Ok(groups);
    }
    let mut chosen = BTreeMap::new();
    for name in names {
        let bare = name.strip_suffix("Function").unwrap_or(name);
        let found = groups.iter().find(|(known, _)| known.eq_ignore_ascii_case(bare));
        let (known, group) = found.ok_or_else(|| LogsFailure::NoFunction {
            name: name.clone(),
            known: groups.keys().cloned().collect(),
        })?;
        chosen.insert(known.clone(), group.clone());
    }
    Ok(chosen)
}

fn show(event: &Event, width: usize, raw: bool) -> Result<(), Failure> {
    if raw {
        return super::print(&format!("{}\n", event.message.trim_end_matches('\n')));
    }
    super::show(&readable(event, width))
}
