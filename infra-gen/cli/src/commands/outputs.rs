//! `outputs`: what the deployed stack tells about itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::{Failure, connect, print};
use crate::app::Project;
use crate::args::{Global, Outputs, OutputsFormat};
use crate::deploy::stack::{self, Stack};
use crate::exit::Outcome;

pub(super) async fn run(project: &Project, global: &Global, args: &Outputs) -> Result<Outcome, Failure> {
    let (loaded, aws) = connect(project, global).await?;
    let description = Stack::new(&aws, &loaded.stack_name)
        .describe()
        .await?
        .ok_or_else(|| Failure::NoStack(loaded.stack_name.clone()))?;
    let outputs = stack::outputs(description);
    print(&match args.format {
        OutputsFormat::Text => text(&outputs),
        OutputsFormat::Json => json(&outputs),
        OutputsFormat::Yaml => yaml(&outputs),
        OutputsFormat::Env => env(&outputs),
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

/// `API_URL='https://…'`, safe for a shell's `eval`.
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
    fn a_shell_reads_every_value_as_it_is() {
        let outputs = BTreeMap::from([
            ("ApiUrl".to_owned(), "https://x/v1".to_owned()),
            ("Motto".to_owned(), "it's $HOME".to_owned()),
        ]);
        assert_eq!(env(&outputs), "API_URL='https://x/v1'\nMOTTO='it'\\''s $HOME'\n");
    }

    #[test]
    fn names_become_variables_word_by_word() {
        assert_eq!(
            ["ApiUrl", "WebBucket", "URL", "Http2Url"].map(variable),
            ["API_URL", "WEB_BUCKET", "URL", "HTTP2_URL"]
        );
    }
}
