//! `synth`: writes the template. Reads only the settings inside the binary.
//!
//! A template that is too large for one stack is written as it is deployed: the root template, and beside it a folder with
//! the nested templates, under the file names that the root refers to.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use infra_gen_cfn::{Nested, Template};

use super::template_file::NESTED_TEMPLATES;
use super::{CommandError, count, file, load, load_with_override, print};
use crate::app::{Loaded, Project};
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::terminal::Terminal;

/// Write the CloudFormation template; needs no network, credentials or built handlers
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  infra-gen synth --env prod                      pretty JSON on stdout
  infra-gen synth --env prod --format yaml -o prod.yaml
  infra-gen synth --all -o snapshots/templates    one file per environment")]
pub(crate) struct Args {
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Write JSON without whitespace
    #[arg(long)]
    minified: bool,
    /// Write to this file instead of stdout; with `--all`, write to this folder
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Write the templates of all environments
    #[arg(long, requires = "output", conflicts_with = "env")]
    all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Yaml,
}

pub(crate) fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    if let (true, Some(folder)) = (args.all, &args.output) {
        return write_all(project, args, folder, terminal);
    }
    // The addresses of a running `dev` are ignored here: the same input gives the same bytes.
    let loaded = match &global.endpoint_url {
        Some(_) => load_with_override(project, global)?,
        None => load(project, global.env.as_deref())?,
    };
    let nested = nested_template(&loaded)?;
    if let Some(path) = &args.output {
        write(path, &nested, args)?;
        return Ok(Outcome::Done);
    }
    print(&text(&nested.root, args))?;
    if !nested.children.is_empty() {
        terminal.info(format_args!(
            "this is the root template of {}; `--output FILE` writes their templates, too",
            count(nested.children.len(), "nested stack")
        ));
    }
    Ok(Outcome::Done)
}

/// Builds an environment's template, or returns everything that is wrong with it.
pub(super) fn template(loaded: &Loaded) -> Result<Template, CommandError> {
    loaded.synth().map_err(|source| CommandError::Synth {
        stack: loaded.stack_name.clone(),
        source,
    })
}

/// The template, partitioned into nested stacks if it is too large for one.
fn nested_template(loaded: &Loaded) -> Result<Nested, CommandError> {
    template(loaded)?.nest().map_err(|problems| CommandError::Synth {
        stack: loaded.stack_name.clone(),
        source: problems.into(),
    })
}

fn write_all(
    project: &Project,
    args: &Args,
    folder: &Path,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    file::create_folder(folder)?;
    for environment in project.environments {
        let loaded = project.load(environment)?;
        let extension = match args.format {
            Format::Json => "json",
            Format::Yaml => "yaml",
        };
        let path = folder.join(format!("{}.{extension}", loaded.stack_name));
        write(&path, &nested_template(&loaded)?, args)?;
        terminal.info(format_args!("wrote {}", path.display()));
    }
    Ok(Outcome::Done)
}

fn write(path: &Path, nested: &Nested, args: &Args) -> Result<(), CommandError> {
    if !nested.children.is_empty() {
        let folder = path.with_file_name(NESTED_TEMPLATES);
        file::create_folder(&folder)?;
        for child in nested.children.values() {
            // Always minified JSON: the file name is a digest of exactly these bytes.
            file::write(&folder.join(Nested::file_name(child)), child.to_json_minified())?;
        }
    }
    // The root comes last, so that the templates it refers to exist.
    file::write(path, text(&nested.root, args))
}

fn text(template: &Template, args: &Args) -> String {
    let mut text = match args.format {
        Format::Yaml => template.to_yaml(),
        Format::Json if args.minified => template.to_json_minified(),
        Format::Json => template.to_json(),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
