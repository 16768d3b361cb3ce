//! `list`: the environments with their stacks and data files.

use std::fmt::Write as _;

use clap::ValueEnum;
use serde::Serialize;

use super::{CommandError, outputs, print};
use crate::app::Project;
use crate::exit::Outcome;

/// List the environments with their stacks and data files
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  infra-gen list
  infra-gen list --format json | jq -r '.[].environment'")]
pub(crate) struct Args {
    /// Output format
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
}

/// The formats of a list of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
    Yaml,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    environment: &'static str,
    stack: String,
    region: String,
    architecture: &'static str,
    termination_protection: bool,
    local: bool,
    file: &'static str,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<Outcome, CommandError> {
    let mut rows = Vec::new();
    for environment in project.environments {
        let loaded = project.load(environment)?;
        rows.push(Row {
            environment: environment.name,
            local: loaded.is_local(),
            stack: loaded.stack_name,
            region: loaded.settings.region,
            architecture: loaded.settings.architecture.as_str(),
            termination_protection: loaded.settings.termination_protection,
            file: environment.path,
        });
    }
    print(&match args.format {
        ListFormat::Text => text(&rows),
        ListFormat::Json => outputs::json(&rows),
        ListFormat::Yaml => outputs::yaml(&rows),
    })?;
    Ok(Outcome::Done)
}

fn text(rows: &[Row]) -> String {
    let mut text = String::new();
    let width = |of: fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or_default();
    let (first, second, third) = (
        width(|row| row.environment.len()),
        width(|row| row.stack.len()),
        width(|row| row.region.len()),
    );
    for row in rows {
        let note = match (row.local, row.termination_protection) {
            (true, _) => "  on this machine",
            (false, true) => "  protected",
            (false, false) => "",
        };
        let _ = writeln!(
            text,
            "{:first$}  {:second$}  {:third$}  {:6}  {}{note}",
            row.environment, row.stack, row.region, row.architecture, row.file
        );
    }
    text
}
