//! `completions`: what a shell needs to complete verbs, flags and environments.

use super::{Failure, print};
use crate::app::Project;
use crate::args::{self, Completions};
use crate::exit::Ended;

pub(super) fn run(project: &Project, completions: &Completions) -> Result<Ended, Failure> {
    let mut command = args::command(project);
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut command, "infra-gen", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Ended::Done)
}
