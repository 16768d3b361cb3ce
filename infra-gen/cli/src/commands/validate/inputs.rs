//! The files to check: those of the command line, and the templates in its folders.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use infra_gen_asl::model::ExecutionType;
use serde_json::Value as Json;
use walkdir::{DirEntry, WalkDir};

use crate::commands::CommandError;
use crate::definitions::DefinitionFile;

/// A text to check.
#[derive(Debug)]
pub(super) struct Input {
    /// The path as the user knows it; `-` for stdin.
    pub(super) name: String,
    pub(super) text: String,
}

impl Input {
    /// The folder of the file, in which other files are searched for; none for stdin.
    pub(super) fn folder(&self) -> Option<&Path> {
        (self.name != "-").then(|| Path::new(&self.name).parent().unwrap_or(Path::new("")))
    }
}

/// The texts to check.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    pub(super) files: Vec<Input>,
    pub(super) skipped: Skipped,
}

/// What was found in folders and is not checked.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Skipped {
    /// The number of files that are not templates.
    pub(super) files: usize,
    /// The folders that were not searched: hidden ones, and those with installed packages.
    pub(super) folders: Vec<String>,
}

/// The templates at these paths. A folder stands for the templates below it, in the order of their names.
pub(super) fn templates(paths: &[PathBuf]) -> Result<Inputs, CommandError> {
    let mut inputs = Inputs::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        if path.is_dir() {
            search(path, &mut seen, &mut inputs)?;
        } else if seen.insert(path.clone()) {
            inputs.files.push(read(path)?);
        }
    }
    Ok(inputs)
}

/// The definitions in these files.
pub(super) fn definitions(paths: &[PathBuf]) -> Result<Vec<Input>, CommandError> {
    paths.iter().map(|path| read(path)).collect()
}

/// The files with definitions to which a template refers, as far as they exist next to it and are text. A file that several
/// machines use counts once, as an Express workflow if one of them is: it has more rules.
pub(super) fn definitions_of(template: &Input, files: &[DefinitionFile]) -> Vec<(Input, ExecutionType)> {
    let Some(folder) = template.folder() else {
        return Vec::new();
    };
    let is_standard = |file: &&DefinitionFile| file.execution_type == ExecutionType::Standard;
    let (standard, express): (Vec<_>, Vec<_>) = files.iter().partition(is_standard);
    let mut seen = BTreeSet::new();
    express
        .into_iter()
        .chain(standard)
        .map(|file| (folder.join(&file.path), file.execution_type))
        .filter(|(path, _)| path.is_file() && seen.insert(path.clone()))
        .filter_map(|(path, execution_type)| Some((read(&path).ok()?, execution_type)))
        .collect()
}

/// Adds the templates below a folder. Symbolic links are not followed.
fn search(folder: &Path, seen: &mut BTreeSet<PathBuf>, inputs: &mut Inputs) -> Result<(), CommandError> {
    let mut skipped = Vec::new();
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries = walk.filter_entry(|entry| {
        let is_searched = entry.depth() == 0 || !entry.file_type().is_dir() || !is_ignored(entry);
        if !is_searched {
            skipped.push(entry.path().display().to_string());
        }
        is_searched
    });
    for entry in entries {
        let entry = entry.map_err(|error| CommandError::File {
            action: "read",
            path: error.path().unwrap_or(folder).to_path_buf(),
            source: error.into(),
        })?;
        if !entry.file_type().is_file() || !seen.insert(entry.path().to_path_buf()) {
            continue;
        }
        let input = if has_extension(entry.path()) {
            match read(entry.path()) {
                // Other tools write such files; a template in UTF-16 is reported if it is named itself.
                Err(CommandError::NotUtf8(_)) => None,
                input => Some(input?).filter(|input| looks_like_template(&input.text)),
            }
        } else {
            None
        };
        match input {
            Some(input) => inputs.files.push(input),
            None => inputs.skipped.files += 1,
        }
    }
    inputs.skipped.folders.extend(skipped);
    Ok(())
}

fn is_ignored(folder: &DirEntry) -> bool {
    let name = folder.file_name().to_string_lossy();
    name.starts_with('.') || name == "node_modules"
}

fn has_extension(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("yaml" | "yml" | "json" | "template"))
}

/// The sections by which a template is recognized.
const SECTIONS: [&str; 3] = ["AWSTemplateFormatVersion", "Resources", "Transform"];

/// Whether a text has a section of a template at its top level. A malformed text counts as a template if it seems to have one,
/// so that a syntax error does not hide it.
fn looks_like_template(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}');
    if text.trim_start().starts_with('{') {
        return match serde_json::from_str::<Json>(text) {
            Ok(document) => SECTIONS.iter().any(|section| document.get(section).is_some()),
            Err(_) => SECTIONS
                .iter()
                .any(|section| text.contains(&format!("\"{section}\""))),
        };
    }
    text.lines().any(|line| {
        let key = line.split_once(':').map_or("", |(key, _)| key.trim_end());
        let key = key.trim_matches(|c| c == '\'' || c == '"');
        SECTIONS.contains(&key)
    })
}

/// Reads a file, or stdin for `-`.
pub(super) fn read(path: &Path) -> Result<Input, CommandError> {
    let read_error = |source: std::io::Error| match source.kind() {
        // Most often UTF-16, which `>` writes in PowerShell.
        ErrorKind::InvalidData => CommandError::NotUtf8(path.to_path_buf()),
        _ => CommandError::File {
            action: "read",
            path: path.to_path_buf(),
            source,
        },
    };
    let text = if path.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    Ok(Input {
        name: path.display().to_string(),
        text: text.map_err(read_error)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_recognized_by_a_section_at_the_top() {
        for text in [
            "Resources:\n  A: {}\n",
            "# comment\n'AWSTemplateFormatVersion' : '2010-09-09'\n",
            "Transform: AWS::Serverless-2016-10-31\n",
            "\u{FEFF}{\"Resources\": {}}",
            "{\"Resources\": {",
        ] {
            assert!(looks_like_template(text), "{text}");
        }
        for text in [
            "",
            "resources:\n  - a\n",
            "a:\n  Resources: 1\n",
            "{\"a\": {\"Resources\": 1}}",
            "[1]",
        ] {
            assert!(!looks_like_template(text), "{text}");
        }
    }

    #[test]
    fn a_folder_stands_for_the_templates_below_it() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        for path in [
            "b.yaml",
            "a.template",
            "inner/c.json",
            "d.txt",
            ".git/e.yaml",
            "node_modules/f.yaml",
        ] {
            let is_json = path.ends_with("json");
            write(
                path,
                if is_json {
                    "{\"Resources\": {}}"
                } else {
                    "Resources: {}"
                },
            );
        }
        write("package.json", "{}");
        std::fs::write(folder.path().join("binary.json"), b"\xff\xfe").unwrap();
        let paths = [folder.path().to_path_buf(), folder.path().join("b.yaml")];
        let inputs = templates(&paths).unwrap();
        let names = inputs.files.iter().map(|input| {
            Path::new(&input.name)
                .strip_prefix(folder.path())
                .unwrap()
                .to_str()
                .unwrap()
        });
        assert_eq!(
            names.collect::<Vec<_>>(),
            ["a.template", "b.yaml", "inner/c.json"]
        );
        assert_eq!(inputs.skipped.files, 3);
        assert_eq!(inputs.skipped.folders.len(), 2);
    }
}
