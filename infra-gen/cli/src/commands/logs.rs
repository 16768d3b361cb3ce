//! `logs`: the logs of the deployed functions, merged by time.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use infra_gen_cfn::Template;
use infra_gen_local::logs::{self, Event, LogsError, Reader};
use infra_gen_local::rpc;
use jiff::{Span, SpanRelativeTo};

use super::{CommandError, connect, describe_stack, print, print_styled};
use crate::app::Project;
use crate::deploy::log_groups::log_groups;
use crate::deploy::stack::Stack;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::log_format::format_event;
use crate::terminal::{Style, Terminal};

/// Show the logs of all functions, merged by time
#[derive(Debug, clap::Args)]
#[command(after_help = "\
JSON log lines are formatted for reading; `--raw` prints them unchanged. Times are UTC.

Examples:
  infra-gen logs --env dev                        all functions, the last 15 minutes
  infra-gen logs --env dev --since 2h Search
  infra-gen logs --env prod --follow              until Ctrl-C
  infra-gen logs --env prod --since 1d --raw | jq 'select(.level == \"ERROR\")'")]
pub(crate) struct Args {
    /// Functions to show, by the name at the start of each line; all if none is given
    #[arg(value_name = "FUNCTION")]
    functions: Vec<String>,
    /// Keep following new lines until Ctrl-C
    #[arg(long, short)]
    follow: bool,
    /// How far to look back: `30s`, `15m`, `2h`, `1d`
    #[arg(long, value_name = "DURATION", default_value = "15m", value_parser = parse_duration)]
    since: Duration,
    /// Print the lines unchanged
    #[arg(long)]
    raw: bool,
}

/// Why the logs cannot be shown.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LogsCommandError {
    #[error("the stack has no function `{name}`\n  hint: use one of `{}`", .known.join("`, `"))]
    NoFunction { name: String, known: Vec<String> },
    #[error(transparent)]
    Read(#[from] LogsError),
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    describe_stack(&aws, &loaded.stack_name).await?;
    let stack = Stack::new(&aws, &loaded.stack_name);
    // The deployed functions may differ from the local template's.
    let template = Template::parse(&stack.template().await?).map_err(|source| CommandError::Template {
        name: format!("{} as deployed", loaded.stack_name),
        source: source.into(),
    })?;
    let groups = log_groups(&template, &stack.resources().await?);
    let groups = select(groups, &args.functions)?;
    let width = groups.keys().map(String::len).max().unwrap_or_default();
    let client = rpc::Client::new(&aws.config, rpc::LOGS);
    let since = SystemTime::now()
        .checked_sub(args.since)
        .unwrap_or(SystemTime::UNIX_EPOCH);
    if args.follow {
        let followed = logs::follow(&client, &groups, since, |event| {
            // A closed stdout does not end the run; Ctrl-C does.
            let _ = show(event, width, args.raw);
        });
        return match followed.await {
            Err(error) => Err(LogsCommandError::from(error).into()),
        };
    }
    let events = Reader::new(&client, &groups, since)
        .next()
        .await
        .map_err(LogsCommandError::from)?;
    for event in &events {
        show(event, width, args.raw)?;
    }
    if events.is_empty() {
        terminal.line(
            Style::Faint,
            format_args!("no log lines in that time; `--since 1d` looks further back"),
        );
    }
    Ok(Outcome::Done)
}

/// The log groups of the named functions, or all of them.
fn select(
    groups: BTreeMap<String, String>,
    names: &[String],
) -> Result<BTreeMap<String, String>, LogsCommandError> {
    if names.is_empty() {
        return Ok(groups);
    }
    let mut selected = BTreeMap::new();
    for name in names {
        let bare = name.strip_suffix("Function").unwrap_or(name);
        let found = groups.iter().find(|(known, _)| known.eq_ignore_ascii_case(bare));
        let (known, group) = found.ok_or_else(|| LogsCommandError::NoFunction {
            name: name.clone(),
            known: groups.keys().cloned().collect(),
        })?;
        selected.insert(known.clone(), group.clone());
    }
    Ok(selected)
}

fn show(event: &Event, width: usize, raw: bool) -> Result<(), CommandError> {
    if raw {
        return print(&format!("{}\n", event.message.trim_end_matches('\n')));
    }
    print_styled(&format_event(event, width))
}

/// Parses a duration such as `90s`, `15m`, `1h30m` or `1d`. A day has 24 hours.
fn parse_duration(text: &str) -> Result<Duration, String> {
    let parse = || {
        let span: Span = text.parse().ok()?;
        let duration = span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
        // A negative duration does not convert.
        Duration::try_from(duration).ok()
    };
    parse().ok_or_else(|| "expected a duration such as `30s`, `15m`, `2h` or `1d`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_a_number_with_a_unit() {
        for (text, seconds) in [
            ("90s", 90),
            ("15m", 900),
            ("1h30m", 5_400),
            ("2h", 7_200),
            ("1d", 86_400),
        ] {
            assert_eq!(parse_duration(text), Ok(Duration::from_secs(seconds)), "{text}");
        }
        for text in [
            "",
            "h",
            "2",
            "1mo",
            "-1m",
            "1m ago",
            "99999999999999999999d",
            "18446744073709551615d",
            "2ü",
        ] {
            assert_eq!(
                parse_duration(text),
                Err("expected a duration such as `30s`, `15m`, `2h` or `1d`".to_owned()),
                "{text}"
            );
        }
    }
}
