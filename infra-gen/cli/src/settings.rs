//! An environment's data file, read into the stack's own type.
//!
//! The file is embedded in the binary, so `synth` reads no disk. What is wrong in it is reported with the file, the
//! line and the key. Nothing here gives a default to what the stack's author did not default in the type.

use std::collections::BTreeMap;

use infra_gen_constructs::Architecture;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What this tool itself must know of an environment. A stack's settings hold one, under a key of their own choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct StackSettings {
    /// The AWS region that the stack lives in.
    pub region: String,
    /// The processor that the handlers are built for.
    pub architecture: Architecture,
    /// The account that the stack belongs to. With it, `deploy` and `destroy` refuse credentials of another account.
    #[serde(default)]
    pub account: Option<String>,
    /// Tags of the stack; CloudFormation hands them on to every resource that can carry them.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// Whether CloudFormation refuses to delete the stack until this is switched off.
    #[serde(default)]
    pub termination_protection: bool,
    /// Whether `deploy --function` may swap a function's code past CloudFormation; for environments of one person or team.
    #[serde(default)]
    pub swap_functions: bool,
    /// The address of an AWS-compatible endpoint on this machine. An environment that names one is local: `dev` runs it,
    /// and no real credentials are ever sent there.
    #[serde(default)]
    pub endpoint: Option<String>,
}

/// An environment: a name and its data file.
#[derive(Debug, Clone, Copy)]
pub struct Environment {
    /// What `--env` takes, and the last part of the stack's name.
    pub name: &'static str,
    /// Where the file lies in the repository, for messages.
    pub path: &'static str,
    /// The file's text, from `include_str!`.
    pub text: &'static str,
}

/// Why a data file could not be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {complaint}")]
pub struct SettingsError {
    place: String,
    complaint: String,
}

impl Environment {
    /// Reads the file into `S`, which should refuse unknown fields.
    pub fn parse<S: DeserializeOwned>(&self) -> Result<S, SettingsError> {
        serde_yaml::from_str(self.text).map_err(|error| explain(self.path, self.text, &error))
    }
}

/// Puts a parser's complaint into this project's words: place first, then key, then what is wrong.
fn explain(path: &str, text: &str, error: &serde_yaml::Error) -> SettingsError {
    let mut complaint = error.to_string();
    let mut place = path.to_owned();
    if let Some(location) = error.location() {
        let line = first_line_at(text, location.line());
        place = format!("{path}:{line}");
        let suffix = format!(" at line {} column {}", location.line(), location.column());
        if let Some(position) = complaint.rfind(&suffix) {
            complaint.truncate(position);
        }
    }
    SettingsError {
        place,
        complaint: name_the_key(&complaint),
    }
}

/// A missing value is reported where its mapping starts; blank lines and comments before that are nobody's.
fn first_line_at(text: &str, line: usize) -> usize {
    text.lines()
        .enumerate()
        .skip(line.saturating_sub(1))
        .find(|(_, content)| !content.trim().is_empty() && !content.trim_start().starts_with('#'))
        .map_or(line, |(index, _)| index + 1)
}

/// Names the whole key: the parser tells the way to it and its last part separately.
fn name_the_key(complaint: &str) -> String {
    let (path, rest) = match complaint.split_once(": ") {
        Some((path, rest)) if !path.contains(' ') => (Some(path), rest),
        _ => (None, complaint),
    };
    let under = |field: &str| path.map_or_else(|| field.to_owned(), |path| format!("{path}.{field}"));
    if let Some(field) = quoted_after(rest, "missing field ") {
        return format!("key `{}` is missing; give it a value", under(field));
    }
    if let Some(field) = quoted_after(rest, "unknown field ") {
        let known = rest.split_once(", ").map_or("", |(_, known)| known);
        // The parser's own path ends in the unknown field in some versions and in its mapping in others.
        let key = match path {
            Some(path) if path == field || path.ends_with(&format!(".{field}")) => path.to_owned(),
            _ => under(field),
        };
        return format!("key `{key}` is unknown; {known}");
    }
    match path {
        Some(path) => format!("key `{path}`: {rest}"),
        None => rest.to_owned(),
    }
}

fn quoted_after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    text.strip_prefix(prefix)?.strip_prefix('`')?.split('`').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        #[expect(dead_code, reason = "only the reading of it is under test")]
        stack: StackSettings,
        #[expect(dead_code, reason = "only the reading of it is under test")]
        retention: u32,
    }

    #[track_caller]
    fn check(text: &'static str, expected: &str) {
        let environment = Environment {
            name: "dev",
            path: "environments/dev.yaml",
            text,
        };
        assert_eq!(environment.parse::<Sample>().unwrap_err().to_string(), expected);
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        check(
            "stack:\n  region: eu-west-1\n  architecture: arm64\n  colour: red\nretention: 7\n",
            "environments/dev.yaml:4: key `stack.colour` is unknown; expected one of `region`, `architecture`, \
             `account`, `tags`, `terminationProtection`, `swapFunctions`, `endpoint`",
        );
    }

    #[test]
    fn an_unknown_key_at_the_top_is_named_with_its_line() {
        check(
            "stack:\n  region: eu-west-1\n  architecture: arm64\nretention: 7\ncolour: red\n",
            "environments/dev.yaml:5: key `colour` is unknown; expected `stack` or `retention`",
        );
    }

    #[test]
    fn a_missing_value_is_named_with_the_line_of_its_mapping() {
        check(
            "# A comment.\n\nstack:\n  region: eu-west-1\nretention: 7\n",
            "environments/dev.yaml:4: key `stack.architecture` is missing; give it a value",
        );
        check(
            "stack:\n  region: eu-west-1\n  architecture: arm64\n",
            "environments/dev.yaml:1: key `retention` is missing; give it a value",
        );
    }

    #[test]
    fn a_wrong_type_is_named_with_its_line_and_key() {
        check(
            "stack:\n  region: eu-west-1\n  architecture: arm64\nretention: soon\n",
            "environments/dev.yaml:4: key `retention`: invalid type: string \"soon\", expected u32",
        );
    }

    #[test]
    fn a_word_that_is_not_on_the_list_is_named_with_the_list() {
        check(
            "stack:\n  region: eu-west-1\n  architecture: mips\nretention: 7\n",
            "environments/dev.yaml:3: key `stack.architecture`: unknown variant `mips`, expected `x86_64` or `arm64`",
        );
    }

    #[test]
    fn broken_yaml_is_named_with_its_line() {
        let environment = Environment {
            name: "dev",
            path: "environments/dev.yaml",
            text: "stack: [\nretention: 7",
        };
        let message = environment.parse::<Sample>().unwrap_err().to_string();
        assert!(message.starts_with("environments/dev.yaml:"), "{message}");
    }
}
