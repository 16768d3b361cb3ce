//! `man`: the manual, from the same words as `--help`.

use std::path::Path;

use super::{Failure, file, print};
use crate::app::Project;
use crate::args::{self, Man};
use crate::exit::Outcome;
use crate::program;

pub(super) fn run(project: &Project, man: &Man) -> Result<Outcome, Failure> {
    let mut command = args::command(project);
    // Fills in what subcommands inherit.
    command.build();
    match &man.output {
        Some(folder) => write_all(&command, folder)?,
        None => print(&page(command)?)?,
    }
    Ok(Outcome::Done)
}

/// A page for the program and one for each verb.
fn write_all(command: &clap::Command, folder: &Path) -> Result<(), Failure> {
    file::create_folder(folder)?;
    let program = program::word();
    let mut pages = vec![(program.to_owned(), command.clone())];
    for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        let name = format!("{program}-{}", verb.get_name());
        pages.push((name, verb.clone()));
    }
    for (name, command) in pages {
        file::write(&folder.join(format!("{name}.1")), page(command)?)?;
    }
    Ok(())
}

fn page(command: clap::Command) -> Result<String, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(Failure::Stdout)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
