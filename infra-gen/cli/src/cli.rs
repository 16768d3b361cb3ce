//! The command line: global options, commands, and which function runs which command.
//!
//! The arguments and the help of a command are in its module below [`commands`]. Nothing here reads a file or the network.

use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::app::Project;
use crate::commands::{self, CommandError, block_on};
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::program;
use crate::terminal::Terminal;

/// The parsed command line.
#[derive(Debug, Parser)]
#[command(
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = EXAMPLES,
    max_term_width = 110
)]
pub(crate) struct Cli {
    #[command(flatten, next_help_heading = "Global options")]
    pub(crate) global: GlobalArgs,
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  infra-gen list                                  environments and their stacks
  infra-gen synth --env prod | cfn-lint           check the template with another tool
  infra-gen diff --env prod                       what a deployment would change
  infra-gen deploy --env dev                      build, upload, deploy, print the outputs
  infra-gen deploy --env dev --endpoint-url http://127.0.0.1:4566
  infra-gen outputs --env dev --format env        NAME=value lines for a shell
  infra-gen dev                                   run everything on this machine until Ctrl-C

Exit codes: 0 success or nothing to do, 1 failure, 2 invalid command line, 3 differences found, 130 interrupted.
Data goes to stdout, progress and errors to stderr. NO_COLOR disables colours.";

// In the order of `--help`.
#[derive(Debug, Subcommand)]
enum Command {
    List(commands::list::Args),
    Synth(commands::synth::Args),
    Validate(commands::validate::Args),
    Rules(commands::rules::Args),
    Diff(commands::diff::Args),
    Deploy(commands::deploy::Args),
    Outputs(commands::outputs::Args),
    Destroy(commands::destroy::Args),
    Seed(commands::seed::Args),
    Events(commands::events::Args),
    Logs(commands::logs::Args),
    Drift(commands::drift::Args),
    Graph(commands::graph::Args),
    Run(commands::run::Args),
    Import(commands::import::Args),
    User(commands::user::Args),
    Dev(commands::dev::Args),
    Doctor(commands::doctor::Args),
    Completions(commands::completions::Args),
    Man(commands::man::Args),
    /// Print the version
    Version,
}

/// Parses the process's arguments. An invalid command line is clap's own error, which has its exit code.
pub(crate) fn parse<I>(project: &Project, arguments: I) -> Result<Cli, clap::Error>
where
    I: IntoIterator<Item = OsString>,
{
    let mut command = command(project);
    let matches = command.try_get_matches_from_mut(arguments)?;
    let mut cli = Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
    if let (Command::Seed(seed), Some(matches)) =
        (&mut cli.command, matches.subcommand_matches(commands::seed::NAME))
    {
        seed.read_counts(project, matches);
    }
    Ok(cli)
}

/// Runs the command.
pub(crate) fn run(project: &Project, cli: &Cli) -> Result<Outcome, CommandError> {
    let terminal = Terminal::new(cli.global.quiet);
    let Cli { global, command } = cli;
    match command {
        Command::List(args) => commands::list::run(project, args),
        Command::Synth(args) => commands::synth::run(project, global, args, terminal),
        Command::Validate(args) => commands::validate::run(project, global, args, terminal),
        Command::Rules(args) => commands::rules::run(args),
        Command::Diff(args) => commands::diff::run(project, global, args, terminal),
        Command::Deploy(args) => block_on(commands::deploy::run(project, global, args, terminal)),
        Command::Outputs(args) => block_on(commands::outputs::run(project, global, args)),
        Command::Destroy(args) => block_on(commands::destroy::run(project, global, args, terminal)),
        Command::Seed(args) => block_on(commands::seed::run(project, global, args, terminal)),
        Command::Events(args) => block_on(commands::events::run(project, global, args, terminal)),
        Command::Logs(args) => block_on(commands::logs::run(project, global, args, terminal)),
        Command::Drift(args) => block_on(commands::drift::run(project, global, args, terminal)),
        Command::Graph(args) => commands::graph::run(project, global, args, terminal),
        Command::Run(args) => commands::run::run(args, terminal),
        Command::Import(args) => block_on(commands::import::run(project, global, args, terminal)),
        Command::User(args) => block_on(commands::user::run(project, global, args, terminal)),
        Command::Dev(args) => block_on(commands::dev::run(project, global, args, terminal)),
        Command::Doctor(_) => block_on(commands::doctor::run(project, global)),
        Command::Completions(args) => commands::completions::run(self::command(project), args, terminal),
        Command::Man(args) => commands::man::run(self::command(project), args),
        Command::Version => {
            let name = program::name();
            commands::print(&format!("{name} {} ({})\n", project.version, project.name))?;
            Ok(Outcome::Done)
        }
    }
}

/// clap's definition of the command line, with this project's name, version, environments and seed options.
fn command(project: &Project) -> clap::Command {
    let names: Vec<&'static str> = project
        .environments
        .iter()
        .map(|environment| environment.name)
        .collect();
    let name = program::name();
    with_program_name(Cli::command(), name)
        .name(program::word())
        .bin_name(name)
        .about(project.about)
        .version(project.version)
        .mut_arg("env", |arg| arg.value_parser(PossibleValuesParser::new(names)))
        .mut_subcommand(commands::seed::NAME, |seed| {
            seed.args(commands::seed::count_args(project))
        })
}

/// Replaces `infra-gen` in the examples by the name of this program.
fn with_program_name(command: clap::Command, name: &'static str) -> clap::Command {
    let subcommands: Vec<String> = command
        .get_subcommands()
        .map(|subcommand| subcommand.get_name().to_owned())
        .collect();
    let examples = command.get_after_help().map(ToString::to_string);
    let command = subcommands.into_iter().fold(command, |command, subcommand| {
        command.mut_subcommand(subcommand, |subcommand| with_program_name(subcommand, name))
    });
    match examples {
        Some(examples) => command.after_help(program::rename(&examples, name)),
        None => command,
    }
}
