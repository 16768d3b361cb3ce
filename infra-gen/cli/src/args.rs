//! What was typed. What it means is decided in `verbs`; nothing here reads a file or the network.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::app::{Counts, Project, SeedCount};
use crate::users::Email;

/// The folder, at the top of the workspace, that holds what runs on this machine keep.
pub(crate) const STATE: &str = ".local";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = EXAMPLES,
    max_term_width = 110
)]
pub(crate) struct Typed {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

const EXAMPLES: &str = "\
Examples:
  infra-gen list                                  environments and their stacks
  infra-gen synth --env prod | cfn-lint           the template, checked by somebody else
  infra-gen diff --env prod                       what deploying would change
  infra-gen deploy --env dev                      build, upload, change set, events, outputs
  infra-gen deploy --env dev --endpoint-url http://127.0.0.1:4566
  infra-gen outputs --env dev --format env        NAME=value lines for a shell
  infra-gen dev                                   everything on this machine, until Ctrl-C

Exit codes: 0 done or nothing to do, 1 failed, 2 wrong command line, 3 differences found.
Data goes to stdout, progress and errors to stderr. NO_COLOR switches colours off.";

#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The environment that the verb is about
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) env: Option<String>,
    /// An AWS-compatible endpoint to call instead of AWS
    #[arg(long, global = true, value_name = "URL", env = "AWS_ENDPOINT_URL")]
    pub(crate) endpoint_url: Option<String>,
    /// The region to call, instead of the environment's
    #[arg(long, global = true, value_name = "REGION")]
    pub(crate) region: Option<String>,
    /// Tell nothing but errors and data
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// List the environments, their stacks and data files
    List(List),
    /// Write the CloudFormation template; needs no network, no credentials and no built handlers
    #[command(after_help = "\
Examples:
  infra-gen synth --env prod                      pretty JSON on stdout
  infra-gen synth --env prod --format yaml -o prod.yaml
  infra-gen synth --all -o snapshots/templates    one file an environment")]
    Synth(Synth),
    /// Check the template of an environment, or a template file of anybody's
    #[command(after_help = "\
Examples:
  infra-gen validate --env prod
  infra-gen validate template.yaml
  infra-gen validate --asl workflow.asl.json      dangling and unreachable states, bad paths")]
    Validate(Validate),
    /// Show what deploying would change: resources, data, permissions, routes, workflows
    #[command(after_help = "\
What means the same is no difference: the order of keys, white space,
`Fn::Join` for `Fn::Sub`, what only moved. Only the deployed stack needs
credentials. A revision is not built again: `git:REV` finds the template saved
in it (`templates/ENV.snap`, `.json` or `.yaml`), `git:REV:PATH` names it.

  --fail-on any           there is a difference
  --fail-on destructive   something that holds data is or may be removed or
                          replaced, even where the old one is kept
  --fail-on broadening    somebody may do or call what they might not before

Examples:
  infra-gen diff --env prod                            against the deployed stack
  infra-gen diff --env prod --against git:main         against what main would deploy
  infra-gen diff --env prod --against env:staging      against another environment
  infra-gen diff --env prod --against saved.json       against a template in a file
  infra-gen diff old.yaml new.json                     two files of anybody's
  infra-gen diff --env prod --format markdown > comment.md
  infra-gen diff --env prod --fail-on destructive --fail-on broadening")]
    Diff(Diff),
    /// Build, upload and deploy through a change set, then show the outputs and upload the site
    #[command(after_help = "\
The one bucket that deploying needs is created when it is missing; there is no bootstrap stack.

Examples:
  infra-gen deploy --env dev
  infra-gen deploy --env dev --replace-failed     remove what a failed first deploy left, and start again
  infra-gen deploy --env dev --no-site            the stack alone")]
    Deploy(Deploy),
    /// Show the outputs of the deployed stack
    #[command(after_help = "\
Examples:
  infra-gen outputs --env dev
  eval \"$(infra-gen outputs --env dev --format env)\"")]
    Outputs(Outputs),
    /// Delete the stack; what the template retains stays
    Destroy(Destroy),
    /// Fill the deployed stack with its first data; may be run again
    Seed(Seed),
    /// Invite, list and disable the people who may sign in
    #[command(after_help = "\
Cognito mails the first password to whom it belongs; nobody else sees it. Adding
somebody again changes nothing, so a list of addresses may be run through twice.

Examples:
  infra-gen user add --env prod ann@example.com
  infra-gen user add --env prod ann@example.com --again      the invitation got lost
  pass show ann | infra-gen user add --env dev ann@example.com --password-stdin
  infra-gen user list --env prod --format json
  infra-gen user disable --env prod ann@example.com          signed out, too
  infra-gen user enable --env prod ann@example.com")]
    User(User),
    /// Run everything on this machine until Ctrl-C: emulator, stack, data, site and logs
    #[command(after_help = "\
State is kept in `.local` at the top of the workspace; the next run goes on from there.

Examples:
  infra-gen dev
  infra-gen dev --reset                           forget the data and start anew
  infra-gen dev --port 4570 --site-port 8080      when the usual ports are taken
  infra-gen dev --endpoint-url http://127.0.0.1:4566   use an endpoint that already runs
  infra-gen dev -- npm --prefix web run e2e       run a command on the running stack, then stop")]
    Dev(Dev),
    /// Look for the tools, ports and credentials that the other verbs need
    Doctor,
    /// Write the completions of a shell to stdout
    #[command(after_help = "\
Examples:
  infra-gen completions bash > ~/.local/share/bash-completion/completions/infra-gen")]
    Completions(Completions),
    /// Show the version
    Version,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// How to write it
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
    Yaml,
}

#[derive(Debug, Args)]
pub(crate) struct Synth {
    /// How to write the template
    #[arg(long, value_enum, default_value_t = TemplateFormat::Json)]
    pub(crate) format: TemplateFormat,
    /// Write JSON without white space
    #[arg(long)]
    pub(crate) minified: bool,
    /// Write to a file, or with `--all` to a folder, instead of stdout
    #[arg(long, short, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
    /// Write the templates of all environments
    #[arg(long, requires = "output", conflicts_with = "env")]
    pub(crate) all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TemplateFormat {
    Json,
    Yaml,
}

#[derive(Debug, Args)]
pub(crate) struct Validate {
    /// A template in JSON or YAML, instead of an environment's own; `-` reads stdin
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// A state machine's definition in Amazon States Language, instead of a template; `-` reads stdin
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    pub(crate) asl: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// Two templates in JSON or YAML, the old and the new one, instead of an environment
    #[arg(value_name = "FILE", num_args = 0..=2, conflicts_with = "against")]
    pub(crate) files: Vec<PathBuf>,
    /// What to compare the environment's template with, instead of the deployed stack: FILE, `git:REV[:PATH]`, `env:NAME`
    #[arg(long, value_name = "WHAT")]
    pub(crate) against: Option<Against>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
    /// End with exit code 3 when there are differences
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// End with exit code 3, and say why, when there are differences of this kind; may be repeated
    #[arg(long, value_enum, value_name = "KIND")]
    pub(crate) fail_on: Vec<FailOn>,
}

/// What a template is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Against {
    File(PathBuf),
    Revision { revision: String, path: Option<PathBuf> },
    Environment(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    Text,
    Json,
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Any,
    Destructive,
    Broadening,
}

#[derive(Debug, Args)]
pub(crate) struct Deploy {
    /// Do not ask
    #[arg(long, short)]
    pub(crate) yes: bool,
    /// Remove or replace what holds data, too
    #[arg(long)]
    pub(crate) replace_failed: bool,
    /// Leave the site as it is
    #[arg(long)]
    pub(crate) no_site: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Outputs {
    /// How to write them
    #[arg(long, value_enum, default_value_t = OutputsFormat::Text)]
    pub(crate) format: OutputsFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputsFormat {
    Json,
    Env,
    Text,
    Yaml,
}

#[derive(Debug, Args)]
pub(crate) struct Destroy {
    /// Do not ask
    #[arg(long, short)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Seed {
    /// What the application lets one choose; read by [`parse`], for a derived parser cannot know it.
    #[arg(skip)]
    pub(crate) counts: Counts,
}

#[derive(Debug, Args)]
pub(crate) struct User {
    #[command(subcommand)]
    pub(crate) action: UserAction,
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserAction {
    /// Add somebody to the pool and its group; Cognito mails the invitation
    Add(UserAdd),
    /// List everybody in the pool
    List(UserList),
    /// Sign somebody out and keep them from signing in
    Disable(UserName),
    /// Let somebody sign in again
    Enable(UserName),
}

#[derive(Debug, Args)]
pub(crate) struct UserAdd {
    #[command(flatten)]
    pub(crate) who: UserName,
    /// Read a password from a pipe and mail nothing; it is theirs at once
    #[arg(long)]
    pub(crate) password_stdin: bool,
    /// Mail the invitation anew, with a new temporary password, to somebody who has not signed in yet
    #[arg(long, conflicts_with = "password_stdin")]
    pub(crate) again: bool,
}

#[derive(Debug, Args)]
pub(crate) struct UserName {
    /// The address to sign in with
    #[arg(value_parser = Email::parse)]
    pub(crate) email: Email,
}

#[derive(Debug, Args)]
pub(crate) struct UserList {
    /// How to write it
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Dev {
    /// The emulator's port, instead of the environment's
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// The site's port
    #[arg(long, default_value_t = 5173)]
    pub(crate) site_port: u16,
    /// Forget the data of earlier runs
    #[arg(long)]
    pub(crate) reset: bool,
    /// The Python environment that holds the emulator, from the top of the workspace
    #[arg(long, value_name = "FOLDER", default_value = ".venv")]
    pub(crate) venv: PathBuf,
    /// Where data is kept between runs, from the top of the workspace
    #[arg(long, value_name = "FOLDER", default_value = STATE)]
    pub(crate) state: PathBuf,
    /// Run this once everything is up, with the stack's outputs and who can sign in in its environment, then stop and
    /// end as it ends
    #[arg(last = true, value_name = "COMMAND")]
    pub(crate) command: Vec<OsString>,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// The command line as clap sees it, with this project's name, version, environments and what it can be seeded with.
pub(crate) fn command(project: &Project) -> clap::Command {
    let names: Vec<&'static str> = project
        .environments
        .iter()
        .map(|environment| environment.name)
        .collect();
    Typed::command()
        .name("infra-gen")
        // Whatever a team calls its binary, the examples say this.
        .bin_name("infra-gen")
        .about(project.about)
        .version(project.version)
        .mut_arg("env", |arg| arg.value_parser(PossibleValuesParser::new(names)))
        .mut_subcommand(SEED, |seed| seed.args(counts(project).iter().map(count)))
}

const SEED: &str = "seed";

fn counts(project: &Project) -> &'static [SeedCount] {
    project.seed.map_or(&[], |seed| seed.counts)
}

/// The option for a count: `--orders <N>`.
fn count(count: &SeedCount) -> Arg {
    let max = count.max;
    Arg::new(count.name)
        .long(count.name)
        .value_name("N")
        .help(format!("{}; N is 1 to {max}", count.help))
        .value_parser(move |text: &str| {
            let number = text.parse().ok().filter(|number| (1..=max).contains(number));
            number.ok_or_else(|| format!("expected a whole number from 1 to {max}"))
        })
}

/// Reads the process's arguments; a mistake in them comes back as clap's own error, which knows its exit code.
pub(crate) fn parse<I>(project: &Project, arguments: I) -> Result<Typed, clap::Error>
where
    I: IntoIterator<Item = OsString>,
{
    let mut command = command(project);
    let matches = command.try_get_matches_from_mut(arguments)?;
    let mut typed = Typed::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
    if let (Verb::Seed(seed), Some(matches)) = (&mut typed.verb, matches.subcommand_matches(SEED)) {
        seed.counts = counts(project)
            .iter()
            .filter_map(|count| Some((count.name, *matches.get_one(count.name)?)))
            .collect();
    }
    Ok(typed)
}
