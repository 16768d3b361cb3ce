//! Parses an environment's data file into the stack's own settings type.
//!
//! The file is embedded in the binary, so `synth` does not read the disk. An error names the file, the line and the key.
//! Defaults come from the settings type only.

use std::collections::BTreeMap;

use infra_gen_constructs::Architecture;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The settings of an environment that this tool needs. A stack's settings contain them under a key of its choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct StackSettings {
    /// The AWS region of the stack.
    pub region: String,
    /// The processor architecture that the handlers are built for.
    pub architecture: Architecture,
    /// The account of the stack. If set, commands refuse credentials of another account.
    #[serde(default)]
    pub account: Option<String>,
    /// Tags of the stack. CloudFormation copies them to every resource that supports tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// Whether CloudFormation refuses to delete the stack.
    #[serde(default)]
    pub termination_protection: bool,
    /// Whether `deploy --function` may replace a function's code, bypassing CloudFormation. For development environments.
    #[serde(default)]
    pub swap_functions: bool,
    /// The URL of an AWS-compatible endpoint on this machine. It makes the environment local: `dev` runs it, and real
    /// credentials are never sent to it.
    #[serde(default)]
    pub endpoint: Option<String>,
}

/// An environment: a name and its data file.
#[derive(Debug, Clone, Copy)]
pub struct Environment {
    /// The value for `--env`, and the last part of the stack's name.
    pub name: &'static str,
    /// The path of the file in the repository, for messages.
    pub path: &'static str,
    /// The content of the file, usually from `include_str!`.
    pub text: &'static str,
}

/// Why a data file is invalid.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{location}: {problem}")]
pub struct SettingsError {
    location: String,
    problem: String,
}

impl Environment {
    /// Parses the file into `S`, which should use `deny_unknown_fields`.
    pub fn parse<S: DeserializeOwned>(&self) -> Result<S, SettingsError> {
        serde_yaml::from_str(self.text).map_err(|error| explain(self.path, self.text, &error))
    }
}

/// Rewrites the parser's error as location, key and problem.
fn explain(path: &str, text: &str, error: &serde_yaml::Error) -> SettingsError {
    let mut problem = error.to_string();
    let mut location = path.to_owned();
    if let Some(position) = error.location() {
        let line = first_content_line(text, position.line());
        location = format!("{path}:{line}");
        let suffix = format!(" at line {} column {}", position.line(), position.column());
        if let Some(end) = problem.rfind(&suffix) {
            problem.truncate(end);
        }
    }
    SettingsError {
        location,
        problem: with_full_key(&problem),
    }
}

/// The first line from `line` on that is not blank and not a comment. The parser reports a missing key at the end of the
/// token before its mapping.
fn first_content_line(text: &str, line: usize) -> usize {
    text.lines()
        .enumerate()
        .skip(line.saturating_sub(1))
        .find(|(_, content)| !content.trim().is_empty() && !content.trim_start().starts_with('#'))
        .map_or(line, |(index, _)| index + 1)
}

/// Replaces the parser's path and field name, which it reports separately, by the full key.
fn with_full_key(problem: &str) -> String {
    let (path, rest) = match problem.split_once(": ") {
        Some((path, rest)) if !path.contains(' ') => (Some(path), rest),
        _ => (None, problem),
    };
    let under = |field: &str| path.map_or_else(|| field.to_owned(), |path| format!("{path}.{field}"));
    if let Some(field) = quoted_after(rest, "missing field ") {
        return format!("key `{}` is missing", under(field));
    }
    if let Some(field) = quoted_after(rest, "unknown field ") {
        let known = rest.split_once(", ").map_or("", |(_, known)| known);
        // In some versions, the parser's path ends with the unknown field, in others with its mapping.
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
        #[expect(dead_code, reason = "the test only parses it")]
        stack: StackSettings,
        #[expect(dead_code, reason = "the test only parses it")]
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
    fn an_unknown_key_is_reported_with_its_line() {
        check(
            "stack:\n  region: eu-west-1\n  architecture: arm64\n  colour: red\nretention: 7\n",
            "environments/dev.yaml:4: key `stack.colour` is unknown; expected one of `region`, `architecture`, \
             `account`, `tags`, `terminationProtection`, `swapFunctions`, `endpoint`",
        );
    }

    #[test]
    fn an_unknown_top_level_key_is_reported_with_its_line() {
        check(
            "stack:\n  region: eu-west-1\n  architecture: arm64\nretention: 7\ncolour: red\n",
            "environments/dev.yaml:5: key `colour` is unknown; expected `stack` or `retention`",
        );
    }

    #[test]
    fn a_missing_key_is_reported_with_the_line_of_its_mapping() {
        check(
            "# A comment.\n\nstack:\n  region: eu-west-1\nretention: 7\n",
            "environments/dev.yaml:4: key `stack.architecture` is missing",
        );
        check(
            "stack:\n  region: eu-west-1\n  architecture: arm64\n",
            "environments/dev.yaml:1: key `retention` is missing",
        );
    }

    #[test]
    fn a_wrong_type_is_reported_with_its_line_and_key() {
        check(
            "stack:\n  region: eu-west-1\n  architecture: arm64\nretention: soon\n",
            "environments/dev.yaml:4: key `retention`: invalid type: string \"soon\", expected u32",
        );
    }

    #[test]
    fn an_unknown_variant_is_reported_with_the_known_ones() {
        check(
            "stack:\n  region: eu-west-1\n  architecture: mips\nretention: 7\n",
            "environments/dev.yaml:3: key `stack.architecture`: unknown variant `mips`, expected `x86_64` or `arm64`",
        );
    }

    #[test]
    fn invalid_yaml_is_reported_with_its_line() {
        let environment = Environment {
            name: "dev",
            path: "environments/dev.yaml",
            text: "stack: [\nretention: 7",
        };
        let message = environment.parse::<Sample>().unwrap_err().to_string();
        assert!(message.starts_with("environments/dev.yaml:"), "{message}");
    }
}
