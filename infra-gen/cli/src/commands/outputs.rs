//! `outputs`: the outputs of the deployed stack.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::ValueEnum;
use serde::Serialize;

use super::{CommandError, connect, describe_stack, print};
use crate::app::Project;
use crate::deploy::stack;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;

/// Print the outputs of the deployed stack
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  infra-gen outputs --env dev
  eval \"$(infra-gen outputs --env dev --format env)\"")]
pub(crate) struct Args {
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Env,
    Text,
    Yaml,
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
) -> Result<Outcome, CommandError> {
    let (loaded, aws) = connect(project, global).await?;
    let outputs = stack::outputs(describe_stack(&aws, &loaded.stack_name).await?);
    print(&match args.format {
        Format::Text => text(&outputs),
        Format::Json => json(&outputs),
        Format::Yaml => yaml(&outputs),
        Format::Env => env(&outputs),
    })?;
    Ok(Outcome::Done)
}

/// Name and value in two columns.
pub(super) fn text(outputs: &BTreeMap<String, String>) -> String {
    let width = outputs.keys().map(String::len).max().unwrap_or_default();
    outputs.iter().fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "{name:width$}  {value}");
        text
    })
}

/// Pretty JSON, with a line feed at the end.
pub(super) fn json(data: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(data).expect("maps of strings are always JSON");
    text.push('\n');
    text
}

/// YAML, with a line feed at the end.
pub(super) fn yaml(data: &impl Serialize) -> String {
    serde_yaml::to_string(data).expect("maps of strings are always YAML")
}

/// `API_URL='https://…'`, quoted for a shell's `eval`.
fn env(outputs: &BTreeMap<String, String>) -> String {
    outputs.iter().fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "{}='{}'", variable(name), value.replace('\'', r"'\''"));
        text
    })
}

/// `ApiUrl` becomes `API_URL`.
pub(super) fn variable(name: &str) -> String {
    let mut variable = String::new();
    let mut previous = None;
    for character in name.chars() {
        let starts_word = character.is_ascii_uppercase()
            && previous.is_some_and(|before: char| before.is_ascii_lowercase() || before.is_ascii_digit());
        if starts_word {
            variable.push('_');
        }
        variable.push(character.to_ascii_uppercase());
        previous = Some(character);
    }
    variable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_for_a_shell() {
        let outputs = BTreeMap::from([
            ("ApiUrl".to_owned(), "https://x/v1".to_owned()),
            ("Motto".to_owned(), "it's $HOME".to_owned()),
        ]);
        assert_eq!(env(&outputs), "API_URL='https://x/v1'\nMOTTO='it'\\''s $HOME'\n");
    }

    #[test]
    fn output_names_become_variable_names() {
        assert_eq!(
            ["ApiUrl", "WebBucket", "URL", "Http2Url"].map(variable),
            ["API_URL", "WEB_BUCKET", "URL", "HTTP2_URL"]
        );
    }
}
