//! `graph`: draws the resources of an environment, or a state machine. Needs no network.

use std::path::PathBuf;

use clap::ValueEnum;

use super::machine::MachineArgs;
use super::{CommandError, file, load, print, synth};
use crate::app::Project;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::graph::diagram;
use crate::terminal::Terminal;

/// Draw the resources of an environment and their references, or a state machine
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Without `--asl` or `--template`, the resources of an environment are drawn. A
resource that only serves another one is drawn as part of it: a function's role,
log group and permissions, or an API's methods. Needs no network.

Examples:
  infra-gen graph --env prod                      Mermaid, for a README
  infra-gen graph --env prod --format svg -o stack.svg
  infra-gen graph --env prod --all --format dot | dot -Tpdf -o stack.pdf
  infra-gen graph --asl workflow.asl.json --format svg -o workflow.svg
  infra-gen graph --template template.yaml --resource Checkout")]
pub(crate) struct Args {
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Mermaid)]
    format: Format,
    /// List supporting resources by name instead of counting them
    #[arg(long, conflicts_with_all = ["asl", "template"])]
    all: bool,
    #[command(flatten)]
    machine: MachineArgs,
    /// Write to this file instead of stdout
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Mermaid,
    Dot,
    Svg,
}

pub(crate) fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let diagram = if let Some(file) = args.machine.read()? {
        file.to_draw()?.diagram()
    } else {
        let loaded = load(project, global.env.as_deref())?;
        diagram(&loaded.stack_name, &synth::template(&loaded)?, args.all)
    };
    let text = match args.format {
        Format::Mermaid => diagram.to_mermaid(),
        Format::Dot => diagram.to_dot(),
        Format::Svg => diagram.to_svg(),
    };
    match &args.output {
        None => print(&text)?,
        Some(path) => {
            file::write(path, text)?;
            terminal.info(format_args!("wrote {}", path.display()));
        }
    }
    Ok(Outcome::Done)
}
