//! `man`: the manual, generated from the same text as `--help`.

use std::path::{Path, PathBuf};

use super::{CommandError, file, print};
use crate::exit::Outcome;
use crate::program;

/// Write the manual: the main page to stdout, or all pages to a folder
#[derive(Debug, clap::Args)]
#[command(
    hide = true,
    after_help = "\
Examples:
  infra-gen man | man -l -
  infra-gen man -o ~/.local/share/man/man1        for `man infra-gen-deploy`"
)]
pub(crate) struct Args {
    /// Folder for one page per command
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

/// `command` is the definition of the whole command line.
pub(crate) fn run(mut command: clap::Command, args: &Args) -> Result<Outcome, CommandError> {
    // Copies the global options into the subcommands.
    command.build();
    match &args.output {
        Some(folder) => write_all(&command, folder)?,
        None => print(&page(command)?)?,
    }
    Ok(Outcome::Done)
}

/// Writes one page for the program and one per command.
fn write_all(command: &clap::Command, folder: &Path) -> Result<(), CommandError> {
    file::create_folder(folder)?;
    let program = program::word();
    let mut pages = vec![(program.to_owned(), command.clone())];
    for subcommand in command
        .get_subcommands()
        .filter(|subcommand| !subcommand.is_hide_set())
    {
        let name = format!("{program}-{}", subcommand.get_name());
        pages.push((name, subcommand.clone()));
    }
    for (name, command) in pages {
        file::write(&folder.join(format!("{name}.1")), page(command)?)?;
    }
    Ok(())
}

fn page(command: clap::Command) -> Result<String, CommandError> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(CommandError::Stdout)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
