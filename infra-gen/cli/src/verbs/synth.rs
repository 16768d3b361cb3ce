//! `synth`: the template as text. Reads nothing but the settings inside the binary.

use std::path::Path;

use infra_gen_cfn::Template;

use super::{Failure, load, print};
use crate::app::{Loaded, Project};
use crate::args::{Global, Synth, TemplateFormat};
use crate::exit::Ended;
use crate::terminal::Terminal;

pub(super) fn run(
    project: &Project,
    global: &Global,
    args: &Synth,
    terminal: Terminal,
) -> Result<Ended, Failure> {
    if let (true, Some(folder)) = (args.all, &args.output) {
        return all(project, args, folder, terminal);
    }
    let loaded = load(project, global.env.as_deref())?;
    let text = text(&template(&loaded)?, args);
    match &args.output {
        Some(path) => write(path, &text)?,
        None => print(&text)?,
    }
    Ok(Ended::Done)
}

/// The template of an environment, or everything that is wrong with it.
pub(super) fn template(loaded: &Loaded) -> Result<Template, Failure> {
    loaded.synth().map_err(|source| Failure::Synth {
        stack: loaded.stack_name.clone(),
        source,
    })
}

fn all(project: &Project, args: &Synth, folder: &Path, terminal: Terminal) -> Result<Ended, Failure> {
    std::fs::create_dir_all(folder).map_err(|source| Failure::File {
        action: "create the folder",
        path: folder.to_path_buf(),
        source,
    })?;
    for environment in project.environments {
        let loaded = project.load(environment)?;
        let extension = match args.format {
            TemplateFormat::Json => "json",
            TemplateFormat::Yaml => "yaml",
        };
        let path = folder.join(format!("{}.{extension}", loaded.stack_name));
        write(&path, &text(&template(&loaded)?, args))?;
        terminal.say(format_args!("wrote {}", path.display()));
    }
    Ok(Ended::Done)
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

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|source| Failure::File {
        action: "write the template to",
        path: path.to_path_buf(),
        source,
    })
}
