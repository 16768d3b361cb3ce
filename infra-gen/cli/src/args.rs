//! What was typed. What it means is decided in `verbs`; nothing here reads a file or the network.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::app::{Counts, Project, SeedCount};
use crate::deploy::parameters::{Choices, ChoicesError, NamedValue};
use crate::program;
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

Exit codes: 0 done or nothing to do, 1 failed, 2 wrong command line, 3 differences found, 130 interrupted.
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
    /// The AWS profile to use, instead of `AWS_PROFILE`
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Where `dev` keeps its data, from the top of the workspace; the other commands find a running `dev` there
    #[arg(long, global = true, value_name = "FOLDER", default_value = STATE)]
    pub(crate) state: PathBuf,
    /// Tell nothing but errors and data
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Show where the credentials come from, and every cause of an error
    #[arg(long, short, global = true, conflicts_with = "quiet")]
    pub(crate) verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// List the environments, their stacks and data files
    #[command(after_help = "\
Examples:
  infra-gen list
  infra-gen list --format json | jq -r '.[].environment'")]
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
  infra-gen diff --env prod --change-set               and where CloudFormation sees it otherwise
  infra-gen diff --env prod --against git:main         against what main would deploy
  infra-gen diff --env prod --against env:staging      against another environment
  infra-gen diff --env prod --against saved.json       against a template in a file
  infra-gen diff old.yaml new.json                     two files of anybody's
  infra-gen diff --env prod --format markdown > comment.md
  infra-gen diff --env prod --fail-on destructive --fail-on broadening")]
    Diff(Diff),
    /// Build, upload and deploy through a change set, then show the outputs and upload the site
    #[command(after_help = "\
Shows the difference to the deployed stack, then asks. What is executed is what
was shown: a stack that changed meanwhile is left alone. What loses data, or
leaves it outside of the stack, is refused unless it is allowed.

Whatever a run before this one left is taken up: an operation under way is
followed to its end, a failed creation is deleted, a rollback that got stuck is
continued. Ctrl-C ends the watching, with exit code 130; AWS goes on.

A parameter of the template keeps its deployed value until it gets another one
with `--parameter` or `--parameters`, or its default with `--use-default`.

The one bucket that deploying needs is created when it is missing; there is no
bootstrap stack.

Examples:
  infra-gen deploy --env dev
  infra-gen deploy --env prod --yes               where nobody can be asked
  infra-gen deploy --env dev --no-site            the stack alone
  infra-gen deploy --env dev --parameter Days=9   a value that later deployments keep
  infra-gen deploy --env dev --function Search    swap one function's code, in seconds
  infra-gen deploy --env dev --skip-rollback Table   leave what cannot be rolled back")]
    Deploy(Deploy),
    /// Show the outputs of the deployed stack
    #[command(after_help = "\
Examples:
  infra-gen outputs --env dev
  eval \"$(infra-gen outputs --env dev --format env)\"")]
    Outputs(Outputs),
    /// Delete the stack; what the template retains stays
    #[command(after_help = "\
What has a deletion policy of `Retain` stays in the account unless it is named.
A protected stack is not deleted: set `terminationProtection: false` and deploy.

Examples:
  infra-gen destroy --env dev
  infra-gen destroy --env dev --yes               where nobody can be asked
  infra-gen destroy --env dev --delete-data Orders --delete-data Images")]
    Destroy(Destroy),
    /// Fill the deployed stack with its first data; may be run again
    #[command(after_help = "\
Examples:
  infra-gen seed --env dev
  infra-gen seed --env local --endpoint-url http://127.0.0.1:4566")]
    Seed(Seed),
    /// Show what happened to the stack, with the failure that the others followed from
    #[command(after_help = "\
The last operation is shown, from its beginning; times count from there.
With `--follow`, the exit code is 1 when the operation ends badly.

Examples:
  infra-gen events --env dev                      the last deployment
  infra-gen events --env dev --follow             until the stack comes to rest
  infra-gen events --env dev --all --format json | jq 'select(.firstFailure)'")]
    Events(Events),
    /// Show what the functions have logged, merged by time
    #[command(after_help = "\
JSON lines are shown as words; `--raw` leaves them as they are. Times are in UTC.

Examples:
  infra-gen logs --env dev                        all functions, the last quarter of an hour
  infra-gen logs --env dev --since 2h Search
  infra-gen logs --env prod --follow              until Ctrl-C
  infra-gen logs --env prod --since 1d --raw | jq 'select(.level == \"ERROR\")'")]
    Logs(Logs),
    /// Look for what was changed by hand since the last deployment
    #[command(after_help = "\
CloudFormation compares what it can; what it cannot is named.

Examples:
  infra-gen drift --env prod
  infra-gen drift --env prod --exit-code          3 when something has drifted
  infra-gen drift --env prod --format json | jq '.resources[].logicalId'")]
    Drift(Drift),
    /// Draw the resources of an environment and what refers to what
    #[command(after_help = "\
A resource that only serves another one (a function's role, log group and
permissions; an API's methods) is drawn as a part of it. Needs no network.

Examples:
  infra-gen graph --env prod                      Mermaid, for a README
  infra-gen graph --env prod --format svg -o stack.svg
  infra-gen graph --env prod --all --format dot | dot -Tpdf -o stack.pdf")]
    Graph(Graph),
    /// Show how to take an existing resource into the stack: what to write down, and the commands
    #[command(after_help = "\
For what a deletion policy of `Retain` left in the account, and for what somebody
made by hand. The template must have it already; CloudFormation then takes it over
as it is. Nothing is changed by this verb.

Examples:
  infra-gen import --env prod                     what the template has and the stack has not
  infra-gen import --env prod Images=shop-images-1d79 -o import")]
    Import(Import),
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
While it runs, the other commands find its ports there.

Examples:
  infra-gen dev
  infra-gen dev --reset                           forget the data and start anew
  infra-gen dev --port 4570 --site-port 8080      when the usual ports are taken
  infra-gen dev --endpoint-url http://127.0.0.1:4566   use an endpoint that already runs
  infra-gen dev -- npm --prefix web run e2e       run a command on the running stack, then stop")]
    Dev(Dev),
    /// Look for the tools, ports and credentials that the other verbs need
    #[command(after_help = "\
Without an environment, only what every command needs must be there. With one, the
exit code is 1 when something that this environment needs is missing: MiniStack and
Python for a local one, credentials and an account for one on AWS.

Examples:
  infra-gen doctor
  infra-gen doctor --env local
  infra-gen doctor --env prod")]
    Doctor,
    /// Write the completions of a shell to stdout
    #[command(after_help = "\
Examples:
  source <(infra-gen completions bash)            in ~/.bashrc
  infra-gen completions fish | source             in ~/.config/fish/config.fish")]
    Completions(Completions),
    /// Write the manual: its first page to stdout, or all pages to a folder
    #[command(
        hide = true,
        after_help = "\
Examples:
  infra-gen man | man -l -
  infra-gen man -o ~/.local/share/man/man1        `man infra-gen-deploy` finds it"
    )]
    Man(Man),
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
    /// Templates in JSON or YAML: the old and the new one; or, with `--env`, the new one instead of the local template
    #[arg(value_name = "FILE", num_args = 0..=2, conflicts_with = "against")]
    pub(crate) files: Vec<PathBuf>,
    /// What to compare the environment's template with, instead of the deployed stack: FILE, `git:REV[:PATH]`, `env:NAME`
    #[arg(long, value_name = "WHAT")]
    pub(crate) against: Option<Against>,
    /// Have CloudFormation make a change set, say where its verdict differs, and remove it again
    #[arg(long, conflicts_with_all = ["files", "against"])]
    pub(crate) change_set: bool,
    #[command(flatten)]
    pub(crate) values: ParameterOptions,
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

/// The values of the template's parameters. What is not named keeps its deployed value.
#[derive(Debug, Default, Args)]
pub(crate) struct ParameterOptions {
    /// Give a parameter of the template this value; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    pub(crate) parameter: Vec<NamedValue>,
    /// Read values of parameters from a JSON or YAML file: a map, or the list that the AWS CLI takes
    #[arg(long, value_name = "FILE")]
    pub(crate) parameters: Option<PathBuf>,
    /// Give a parameter the template's default in place of its deployed value; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) use_default: Vec<String>,
}

impl ParameterOptions {
    /// Reads the file, if there is one.
    pub(crate) fn choices(&self) -> Result<Choices, ChoicesError> {
        Choices::new(&self.parameter, self.parameters.as_deref(), &self.use_default)
    }
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
    pub(crate) allow_destructive: bool,
    #[command(flatten)]
    pub(crate) values: ParameterOptions,
    /// Leave the site as it is
    #[arg(long)]
    pub(crate) no_site: bool,
    /// Swap the code of this one function and nothing else, where the environment says `swapFunctions: true`
    #[arg(long, value_name = "NAME", conflicts_with_all = ["allow_destructive", "skip_rollback", "parameter", "parameters", "use_default"])]
    pub(crate) function: Option<String>,
    /// Leave this resource as it is when a rollback is continued that got stuck at it; may be repeated
    #[arg(long, value_name = "LOGICAL_ID")]
    pub(crate) skip_rollback: Vec<String>,
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
    /// Delete this resource, too, with its data, although the template retains it; may be repeated
    #[arg(long, value_name = "LOGICAL_ID")]
    pub(crate) delete_data: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Seed {
    /// What the application lets one choose; read by [`parse`], for a derived parser cannot know it.
    #[arg(skip)]
    pub(crate) counts: Counts,
}

#[derive(Debug, Args)]
pub(crate) struct Events {
    /// Stay until the stack comes to rest
    #[arg(long, short)]
    pub(crate) follow: bool,
    /// Show all that CloudFormation remembers, not only the last operation
    #[arg(long)]
    pub(crate) all: bool,
    /// How to write them; JSON is a document a line
    #[arg(long, value_enum, default_value_t = EventsFormat::Text)]
    pub(crate) format: EventsFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EventsFormat {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Logs {
    /// The functions, by the names that the lines begin with; all when none is named
    #[arg(value_name = "FUNCTION")]
    pub(crate) functions: Vec<String>,
    /// Stay and show what comes
    #[arg(long, short)]
    pub(crate) follow: bool,
    /// How far to look back: `30s`, `15m`, `2h`, `1d`
    #[arg(long, value_name = "SPAN", default_value = "15m", value_parser = crate::logs::span)]
    pub(crate) since: Duration,
    /// Show the lines as they were written
    #[arg(long)]
    pub(crate) raw: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Drift {
    /// How to write it
    #[arg(long, value_enum, default_value_t = DriftFormat::Text)]
    pub(crate) format: DriftFormat,
    /// End with exit code 3 when something has drifted
    #[arg(long)]
    pub(crate) exit_code: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DriftFormat {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Graph {
    /// How to draw it
    #[arg(long, value_enum, default_value_t = GraphFormat::Mermaid)]
    pub(crate) format: GraphFormat,
    /// Draw the parts, too
    #[arg(long)]
    pub(crate) all: bool,
    /// Write to a file instead of stdout
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    Mermaid,
    Dot,
    Svg,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// A resource of the template and what it is called in the account, `LOGICAL_ID=NAME`
    #[arg(value_name = "RESOURCE", value_parser = Existing::parse)]
    pub(crate) resources: Vec<Existing>,
    /// Write the two files that the commands need into this folder
    #[arg(long, short, value_name = "FOLDER", default_value = "import")]
    pub(crate) output: PathBuf,
}

/// A resource that exists outside of the stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Existing {
    pub(crate) logical: String,
    pub(crate) name: String,
}

impl Existing {
    fn parse(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some((logical, name)) if !logical.is_empty() && !name.is_empty() => Ok(Self {
                logical: logical.to_owned(),
                name: name.to_owned(),
            }),
            _ => Err("write it like `Images=shop-images-1d79`".to_owned()),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The folder for a page of each verb
    #[arg(long, short, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
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
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) port: Option<u16>,
    /// The site's port
    #[arg(long, default_value_t = 5173, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) site_port: u16,
    /// Forget the data of earlier runs
    #[arg(long)]
    pub(crate) reset: bool,
    /// The Python environment that holds the emulator, from the top of the workspace
    #[arg(long, value_name = "FOLDER", default_value = ".venv")]
    pub(crate) venv: PathBuf,
    /// How long running workflows may go on after Ctrl-C; a second Ctrl-C stops them at once
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    pub(crate) drain: u64,
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
    let name = program::name();
    renamed(Typed::command(), name)
        .name(program::word())
        .bin_name(name)
        .about(project.about)
        .version(project.version)
        .mut_arg("env", |arg| arg.value_parser(PossibleValuesParser::new(names)))
        .mut_subcommand(SEED, |seed| seed.args(counts(project).iter().map(count)))
}

/// Writes the examples with the name of this program.
fn renamed(command: clap::Command, name: &'static str) -> clap::Command {
    let verbs: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    let examples = command.get_after_help().map(ToString::to_string);
    let command = verbs.into_iter().fold(command, |command, verb| {
        command.mut_subcommand(verb, |verb| renamed(verb, name))
    });
    match examples {
        Some(examples) => command.after_help(program::rename(&examples, name)),
        None => command,
    }
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
