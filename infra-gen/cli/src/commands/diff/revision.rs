//! Reads a saved template from a Git revision.

use std::path::Path;
use std::process::Command;

use super::{CommandError, Named, nested};
use crate::commands::template_file;
use crate::terminal::Terminal;

/// Why a revision's template cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RevisionError {
    #[error("could not run git to read `{object}`\n  hint: install Git")]
    Run { object: String, source: std::io::Error },
    #[error(
        "git could not read `{object}`: {message}\n  hint: fetch the revision, or name the file: `git:REV:PATH`"
    )]
    Git { object: String, message: String },
    #[error(
        "revision `{revision}` has no saved template of `{environment}` (`templates/{environment}.snap`, `.json` or \
         `.yaml` in any folder)\n  hint: name the file: `git:{revision}:PATH`"
    )]
    NotFound { revision: String, environment: String },
    #[error(
        "revision `{revision}` has several templates of `{environment}`: `{}`\n  hint: name the file: \
         `git:{revision}:PATH`",
        .found.join("`, `")
    )]
    Ambiguous {
        revision: String,
        environment: String,
        found: Vec<String>,
    },
}

/// Reads the template at `path`, or the saved template of an environment if there is no path, and its nested templates.
pub(super) fn read(
    revision: &str,
    path: Option<&Path>,
    environment: &str,
    terminal: Terminal,
) -> Result<Named, CommandError> {
    let path = match path {
        Some(path) => path.display().to_string(),
        None => find(revision, environment)?,
    };
    let name = format!("{revision}:{path}");
    let template = template_file::parse(&name, &git(&["show", &name])?)?;
    let folder = Path::new(&path).parent().unwrap_or_else(|| Path::new(""));
    let (tree, warnings) = nested::read(template, folder, &|path| {
        let name = format!("{revision}:{}", path.display());
        let text = git(&["show", &name]).map_err(|error| super::cause(&error))?;
        template_file::parse(&name, &text).map_err(|error| super::cause(&error))
    });
    for warning in warnings {
        super::warn(terminal, &warning);
    }
    Ok(Named { name, tree })
}

/// Finds the saved template of an environment.
fn find(revision: &str, environment: &str) -> Result<String, RevisionError> {
    let listing = git(&["ls-tree", "-r", "--full-tree", "--name-only", revision])?;
    let endings = ["snap", "json", "yaml"].map(|ending| format!("templates/{environment}.{ending}"));
    let is_template = |path: &&str| {
        endings
            .iter()
            .any(|ending| *path == ending || path.ends_with(&format!("/{ending}")))
    };
    let found: Vec<&str> = listing.lines().filter(is_template).collect();
    match found.as_slice() {
        [] => Err(RevisionError::NotFound {
            revision: revision.to_owned(),
            environment: environment.to_owned(),
        }),
        [only] => Ok((*only).to_owned()),
        several => Err(RevisionError::Ambiguous {
            revision: revision.to_owned(),
            environment: environment.to_owned(),
            found: several.iter().map(|path| (*path).to_owned()).collect(),
        }),
    }
}

/// Runs git. The last argument is the object that it reads.
fn git(arguments: &[&str]) -> Result<String, RevisionError> {
    let object = arguments.last().copied().unwrap_or_default().to_owned();
    let output = match Command::new("git").args(arguments).output() {
        Ok(output) => output,
        Err(source) => return Err(RevisionError::Run { object, source }),
    };
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        let message = message.trim().trim_start_matches("fatal: ").to_owned();
        return Err(RevisionError::Git { object, message });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
