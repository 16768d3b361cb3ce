//! `synth`: the template as text. Reads nothing but the settings inside the binary.
//!
//! One that is too large for one stack is written as it is deployed: the root template, and beside it a folder with the
//! templates of the nested stacks, each under the name by which the root asks for it.

use std::path::Path;

use infra_gen_cfn::{Nested, Template};

use super::template_file::NESTED_TEMPLATES;
use super::{Failure, file, load, load_called, print};
use crate::app::{Loaded, Project};
use crate::args::{Global, Synth, TemplateFormat};
use crate::exit::Outcome;
use crate::terminal::Terminal;

pub(super) fn run(
    project: &Project,
    global: &Global,
    args: &Synth,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    if let (true, Some(folder)) = (args.all, &args.output) {
        return all(project, args, folder, terminal);
    }
    // A running `dev` changes nothing here: the same input gives the same bytes.
    let loaded = match &global.endpoint_url {
        Some(_) => load_called(project, global)?,
        None => load(project, global.env.as_deref())?,
    };
    let nested = divided(&loaded)?;
    if let Some(path) = &args.output {
        write_all(path, &nested, args)?;
        return Ok(Outcome::Done);
    }
    print(&text(&nested.root, args))?;
    if !nested.children.is_empty() {
        let stacks = nested.children.len();
        terminal.info(format_args!(
            "this is the root of {stacks} nested stacks; `--output FILE` writes their templates, too"
        ));
    }
    Ok(Outcome::Done)
}

/// The template of an environment, or everything that is wrong with it.
pub(super) fn template(loaded: &Loaded) -> Result<Template, Failure> {
    loaded.synth().map_err(|source| Failure::Synth {
        stack: loaded.stack_name.clone(),
        source,
    })
}

fn divided(loaded: &Loaded) -> Result<Nested, Failure> {
    template(loaded)?.nest().map_err(|problems| Failure::Synth {
        stack: loaded.stack_name.clone(),
        source: problems.into(),
    })
}

fn all(project: &Project, args: &Synth, folder: &Path, terminal: Terminal) -> Result<Outcome, Failure> {
    file::create_folder(folder)?;
    for environment in project.environments {
        let loaded = project.load(environment)?;
        let extension = match args.format {
            TemplateFormat::Json => "json",
            TemplateFormat::Yaml => "yaml",
        };
        let path = folder.join(format!("{}.{extension}", loaded.stack_name));
        write_all(&path, &divided(&loaded)?, args)?;
        terminal.info(format_args!("wrote {}", path.display()));
    }
    Ok(Outcome::Done)
}

fn write_all(path: &Path, nested: &Nested, args: &Synth) -> Result<(), Failure> {
    if !nested.children.is_empty() {
        let folder = path.with_file_name(NESTED_TEMPLATES);
        file::create_folder(&folder)?;
        for child in nested.children.values() {
            // Byte for byte what the name is a digest of.
            file::write(&folder.join(Nested::file_name(child)), child.to_json_minified())?;
        }
    }
    // Last, so that whatever it asks for is there.
    file::write(path, text(&nested.root, args))
}

fn text(template: &Template, args: &Synth) -> String {
    let mut text = match args.format {
        TemplateFormat::Yaml => template.to_yaml(),
        TemplateFormat::Json if args.minified => template.to_json_minified(),
        TemplateFormat::Json => template.to_json(),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
