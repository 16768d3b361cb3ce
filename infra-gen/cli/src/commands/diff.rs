//! `diff`: what a deployment of the local template would change, compared with the deployed stack, a file, a Git revision or
//! another environment.
//!
//! Only the deployed stack needs the network, and only `--change-set` creates anything there, which it deletes again. A
//! revision is not rebuilt: the diff uses the template that was saved in it (a snapshot, or the output of `synth`), so it
//! needs no old toolchain.
//!
//! - `against.rs`: the value of `--against`.
//! - `nested.rs`: reads the templates of nested stacks.
//! - `revision.rs`: reads a template from a Git revision.
//! - `change_set.rs`: compares the diff with CloudFormation's change set.
//! - `fail_on.rs`: the value of `--fail-on`.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use infra_gen_cfn::Template;
use infra_gen_diff::{Diff, Names, TemplateTree};

use super::parameter_args::ParameterArgs;
use super::{
    CommandError, address_override, block_on, connect, load_at, print, print_styled, synth, template_file,
};
use crate::app::Project;
use crate::deploy::DeployError;
use crate::deploy::artifacts::Artifacts;
use crate::deploy::baseline::Baseline;
use crate::deploy::parameters::{AutomaticParameters, Choices, Values};
use crate::deploy::preview::preview;
use crate::deploy::template;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::terminal::{Style, Terminal, columns};
use against::Against;
use change_set::ChangeSetReport;
use fail_on::FailOn;
use revision::RevisionError;

mod against;
mod change_set;
mod fail_on;
mod nested;
mod revision;

/// Show what a deployment would change: resources, data, permissions, routes, workflows
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Differences without effect are ignored: key order, whitespace, `Fn::Join` instead
of `Fn::Sub`, moved entries. Between two templates, `--parameter` gives the value
of a parameter in both. Only the deployed stack needs credentials. A revision
is not rebuilt: `git:REV` reads the template that is saved in it as
`templates/ENV.snap`, `.json` or `.yaml`; `git:REV:PATH` names another file.

  --fail-on any           any difference
  --fail-on removal       any resource is, or may be, removed or replaced
  --fail-on destructive   a resource that holds data is, or may be, removed or
                          replaced, even if the old one is kept
  --fail-on broadening    access is, or may be, broader than before

Examples:
  infra-gen diff --env prod                            compare with the deployed stack
  infra-gen diff --env prod --change-set               also compare with CloudFormation's preview
  infra-gen diff --env prod --against git:main         compare with the template saved on main
  infra-gen diff --env prod --against env:staging      compare with another environment
  infra-gen diff --env prod --against saved.json       compare with a template file
  infra-gen diff old.yaml new.json                     compare any two template files
  infra-gen diff --env prod --format markdown > comment.md
  infra-gen diff --env prod --fail-on destructive --fail-on broadening")]
pub(crate) struct Args {
    /// Templates in JSON or YAML: the old and the new one; with `--env`, only the new one instead of the local template
    #[arg(value_name = "FILE", num_args = 0..=2, conflicts_with = "against")]
    files: Vec<PathBuf>,
    /// Compare with FILE, `git:REV[:PATH]` or `env:NAME` instead of the deployed stack
    #[arg(long, value_name = "SOURCE")]
    against: Option<Against>,
    /// Create a CloudFormation change set, report where it differs from the diff, and delete it again
    #[arg(long, conflicts_with_all = ["files", "against"])]
    change_set: bool,
    #[command(flatten)]
    parameters: ParameterArgs,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with code 3 if there are differences
    #[arg(long)]
    exit_code: bool,
    /// Exit with code 3 and print the reason if there are differences of this kind; repeatable
    #[arg(long, value_enum, value_name = "KIND")]
    fail_on: Vec<FailOn>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

/// Why there is nothing to compare with.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DiffError {
    #[error(
        "`diff` needs two files, or one file and an environment\n  hint: add the new template's file, or compare with a \
         deployed stack: `--env prod {0}`"
    )]
    OneFile(String),
    #[error(transparent)]
    Revision(#[from] RevisionError),
}

impl From<RevisionError> for CommandError {
    fn from(error: RevisionError) -> Self {
        DiffError::from(error).into()
    }
}

/// A template with its nested templates, and its name in the output.
struct Named {
    name: String,
    tree: TemplateTree,
}

impl Named {
    fn template(&self) -> &Template {
        &self.tree.template
    }
}

pub(crate) fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let choices = args.parameters.choices()?;
    match (args.files.as_slice(), &args.against) {
        ([old, new], _) => offline(
            &deployed_file(old, terminal)?,
            &file(new, terminal)?,
            &choices,
            args,
            terminal,
        ),
        ([only], _) if global.env.is_none() => Err(DiffError::OneFile(only.display().to_string()).into()),
        ([new], _) => {
            let new = file(new, terminal)?;
            block_on(against_deployed(project, global, args, &choices, &new, terminal))
        }
        (_, None) => {
            let new = local(project, global, global.env.as_deref())?;
            block_on(against_deployed(project, global, args, &choices, &new, terminal))
        }
        (_, Some(against)) => {
            let new = local(project, global, global.env.as_deref())?;
            let old = match against {
                Against::File(path) => deployed_file(path, terminal)?,
                Against::Revision { revision, path } => revision::read(
                    revision,
                    path.as_deref(),
                    global.env.as_deref().unwrap_or_default(),
                    terminal,
                )?,
                Against::Environment(name) => local(project, global, Some(name))?,
            };
            offline(&old, &new, &choices, args, terminal)
        }
    }
}

async fn against_deployed(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    choices: &Choices,
    new: &Named,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let (loaded, aws) = connect(project, global).await?;
    let account = aws.expected_account(&loaded.settings).await?;
    let stack = &loaded.stack_name;
    let baseline = Baseline::read(&aws, stack).await?;
    if baseline.is_new {
        terminal.line(
            Style::Faint,
            format_args!("stack `{stack}` does not exist yet: everything is new"),
        );
    }
    let automatic = AutomaticParameters::new(&project.packages);
    let values = Values::decide(new.template(), &baseline.parameters, choices, &automatic)
        .map_err(DeployError::from)?;
    let planned = if args.change_set {
        let mut artifacts = Artifacts::new(&aws, project.name, &account, terminal);
        Some(preview(&aws, &baseline, &loaded, new.template(), &values, &mut artifacts).await?)
    } else {
        None
    };
    let known = values.for_difference(&baseline);
    let (deployed_tree, warnings) = template::read_nested(&aws, stack, baseline.template, &new.tree).await;
    for warning in warnings {
        warn(terminal, &warning);
    }
    let old = Named {
        name: format!("{stack} as deployed"),
        tree: deployed_tree,
    };
    let mut difference = infra_gen_diff::diff_nested(&old.tree, &new.tree, &known);
    values.annotate(&mut difference);
    let change_set = planned
        .as_deref()
        .map(|changes| ChangeSetReport::new(&difference, changes));
    let outcome = report(&difference, (&old, new), change_set.as_ref(), args, terminal)?;
    let risks = values.risks();
    if risks.is_empty() || !args.fail_on.contains(&FailOn::Destructive) {
        return Ok(outcome);
    }
    let risks = risks.join(", ");
    terminal.line(
        Style::Error,
        format_args!("`--fail-on destructive`: the new values of these parameters may lose data: {risks}"),
    );
    Ok(Outcome::Different)
}

/// Compares two templates without any service.
fn offline(
    old: &Named,
    new: &Named,
    choices: &Choices,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let values = choices.assumed(old.template(), new.template())?;
    let difference = infra_gen_diff::diff_nested(&old.tree, &new.tree, &values);
    report(&difference, (old, new), None, args, terminal)
}

/// Prints the difference, followed by the comparison with CloudFormation's change set if there is one.
fn report(
    difference: &Diff,
    (old, new): (&Named, &Named),
    change_set: Option<&ChangeSetReport<'_>>,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let names = Names {
        old: &old.name,
        new: &new.name,
    };
    match args.format {
        Format::Text => {
            let width = columns(std::io::stdout(), std::io::stdout().is_terminal());
            print_styled(&infra_gen_diff::terminal(difference, names, width))?;
            if let Some(change_set) = change_set {
                print_styled(&format!("\n{change_set}"))?;
            }
        }
        Format::Json => {
            let json = infra_gen_diff::json(difference, names);
            match change_set {
                Some(change_set) => print(&change_set.add_to_json(&json))?,
                None => print(&json)?,
            }
        }
        Format::Markdown => {
            print(&infra_gen_diff::markdown(difference, names))?;
            if let Some(change_set) = change_set {
                print(&format!("\n{change_set}"))?;
            }
        }
    }
    let mut outcome = Outcome::Done;
    for kind in &args.fail_on {
        if let Some(reason) = kind.reason(difference) {
            terminal.line(Style::Error, format_args!("{reason}"));
            outcome = Outcome::Different;
        }
    }
    if args.exit_code && !difference.is_empty() {
        outcome = Outcome::Different;
    }
    Ok(outcome)
}

/// Builds the template of an environment.
fn local(project: &Project, global: &GlobalArgs, environment: Option<&str>) -> Result<Named, CommandError> {
    let addresses = address_override(global, environment.unwrap_or_default());
    let loaded = load_at(project, environment, &addresses)?;
    Ok(Named {
        tree: synth::template(&loaded)?.into(),
        name: format!("{}, local", loaded.stack_name),
    })
}

fn file(path: &Path, terminal: Terminal) -> Result<Named, CommandError> {
    Ok(Named {
        name: path.display().to_string(),
        tree: with_nested(template_file::read(path)?, path, terminal),
    })
}

/// Reads a file that may be a copy of a deployed template: faults that CloudFormation accepts are only warnings.
fn deployed_file(path: &Path, terminal: Terminal) -> Result<Named, CommandError> {
    let (template, warnings) = template_file::read_deployed(path)?;
    for warning in warnings {
        warn(
            terminal,
            &format!("{warning} (the last one is used, as CloudFormation does)"),
        );
    }
    Ok(Named {
        name: path.display().to_string(),
        tree: with_nested(template, path, terminal),
    })
}

/// The template of the file at `path` with the templates of its nested stacks.
fn with_nested(template: Template, path: &Path, terminal: Terminal) -> TemplateTree {
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let (tree, warnings) = nested::read(template, folder, &|path| {
        template_file::read(path).map_err(|error| cause(&error))
    });
    for warning in warnings {
        warn(terminal, &warning);
    }
    tree
}

/// The innermost cause of an error.
fn cause(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), cause)
}

fn warn(terminal: Terminal, warning: &str) {
    terminal.line(Style::Heading, format_args!("warning: {warning}"));
}
