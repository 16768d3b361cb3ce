//! `graph`: the resources of an environment as a picture. Reads nothing but the settings inside the binary.

use super::{Failure, file, load, print, synth};
use crate::app::Project;
use crate::args::{Global, Graph, GraphFormat};
use crate::exit::Outcome;
use crate::graph::{Picture, dot, mermaid, svg};
use crate::terminal::Terminal;

pub(super) fn run(
    project: &Project,
    global: &Global,
    args: &Graph,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let loaded = load(project, global.env.as_deref())?;
    let picture = Picture::of(&loaded.stack_name, &synth::template(&loaded)?, args.all);
    let text = match args.format {
        GraphFormat::Mermaid => mermaid(&picture),
        GraphFormat::Dot => dot(&picture),
        GraphFormat::Svg => svg(&picture),
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
