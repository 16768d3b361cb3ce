//! `rules`: lists the rules that `validate` enforces, or explains one.

use std::fmt::Write as _;

use clap::ValueEnum;
use infra_gen_cfn::{Example, Rule, Scope};
use serde::Serialize;

use super::{CommandError, outputs, print};
use crate::exit::Outcome;
use crate::{program, rules};

/// List the rules that `validate` enforces, or explain one
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  infra-gen rules
  infra-gen rules unknown-property                why, AWS's page, and two examples
  infra-gen rules --format json | jq -r '.[] | select(.severity == \"warning\") | .id'
  infra-gen rules --format markdown > RULES.md")]
pub(crate) struct Args {
    /// The rule to explain
    #[arg(value_name = "ID", value_parser = rules::find)]
    rule: Option<&'static Rule>,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, CommandError> {
    let chosen = args.rule.map_or_else(rules::all, |rule| vec![rule]);
    print(&match (args.format, args.rule) {
        (Format::Text, None) => list(&chosen),
        (Format::Text, Some(rule)) => explain(rule),
        (Format::Json, _) => outputs::json(&chosen.iter().map(|rule| row(rule)).collect::<Vec<_>>()),
        (Format::Markdown, _) => markdown(&chosen),
    })?;
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Row {
    id: &'static str,
    severity: &'static str,
    scope: &'static str,
    summary: &'static str,
    explanation: &'static str,
    source: &'static str,
    bad: Option<&'static str>,
    good: &'static str,
}

fn row(rule: &Rule) -> Row {
    Row {
        id: rule.id,
        severity: rule.severity.as_str(),
        scope: match rule.scope {
            Scope::Template => "template",
            Scope::Stack => "stack",
            Scope::StateMachine => "stateMachine",
        },
        summary: rule.summary,
        explanation: rule.explanation,
        source: rule.source,
        bad: match rule.bad {
            Example::Text(text) => Some(text),
            Example::Built { .. } => None,
        },
        good: rule.good,
    }
}

fn list(rules: &[&Rule]) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let mut text = String::new();
    for scope in SCOPES {
        let _ = writeln!(
            text,
            "{}{}:",
            if text.is_empty() { "" } else { "\n" },
            title(scope)
        );
        for rule in rules.iter().filter(|rule| rule.scope == scope) {
            // Writing to a `String` does not fail.
            let _ = writeln!(
                text,
                "  {:width$}  {:7}  {}",
                rule.id,
                rule.severity.as_str(),
                rule.summary
            );
        }
    }
    text
}

const SCOPES: [Scope; 3] = [Scope::Template, Scope::Stack, Scope::StateMachine];

fn title(scope: Scope) -> &'static str {
    match scope {
        Scope::Template => "Templates",
        Scope::Stack => "Stacks written in Rust",
        Scope::StateMachine => "State machines",
    }
}

fn explain(rule: &Rule) -> String {
    let (bad, good) = examples(rule);
    let name = program::name();
    let id = rule.id;
    format!(
        "{id}: {}\n\nSeverity: {}. Applies to: {}.\n\n{}\n{}\n\nBreaks the rule:\n\n{}\nFollows the rule:\n\n{}\nIf the rule does \
         not apply: {name} validate --suppress '{id}=REASON'\n",
        rule.summary,
        rule.severity,
        title(rule.scope).to_lowercase(),
        wrapped(rule.explanation),
        rule.source,
        indented(&bad),
        indented(&good),
    )
}

/// The examples as they are shown.
fn examples(rule: &Rule) -> (String, String) {
    let bad = match rule.bad {
        Example::Text(text) => text.to_owned(),
        Example::Built { description, .. } => format!("({description})\n"),
    };
    (bad, rule.good.to_owned())
}

fn indented(text: &str) -> String {
    text.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}

/// The text in lines that fit a terminal.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 80;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// The page `docs/RULES.md`.
fn markdown(rules: &[&Rule]) -> String {
    let mut page = String::from(INTRODUCTION);
    for scope in SCOPES {
        let of_scope = || rules.iter().filter(|rule| rule.scope == scope);
        if of_scope().next().is_none() {
            continue;
        }
        let _ = writeln!(page, "\n## {}\n\n{}\n", title(scope), about(scope));
        page.push_str("| rule | severity | reports |\n| --- | --- | --- |\n");
        for rule in of_scope() {
            let _ = writeln!(
                page,
                "| [`{0}`](#{0}) | {1} | {2} |",
                rule.id,
                rule.severity,
                rule.summary.replace('|', "\\|")
            );
        }
        for rule in of_scope() {
            let language = if scope == Scope::StateMachine {
                "json"
            } else {
                "yaml"
            };
            let bad = match rule.bad {
                Example::Text(text) => format!("```{language}\n{text}```\n"),
                Example::Built { description, .. } => format!("For example, {description}.\n"),
            };
            let _ = write!(
                page,
                "\n### {}\n\n*{}*: {}. {}\n[AWS's page]({})\n\nBreaks the rule:\n\n{bad}\nFollows the rule:\n\n```{language}\n{}```\n",
                rule.id, rule.severity, rule.summary, rule.explanation, rule.source, rule.good
            );
        }
    }
    page
}

const INTRODUCTION: &str = "\
# Rules

<!-- Written by `make generate`. Edit the tables of rules in `infra-gen/cfn/src/check/catalog` and `infra-gen/asl/src/rules.rs`. -->

`infra-gen validate` enforces these rules. `infra-gen rules` lists them, and `infra-gen rules ID` explains one.

An *error* is what CloudFormation or the service refuses. A *warning* is what AWS accepts, but probably not what the author expects;
`--deny warnings` makes it fail, too. The section of rules for stacks states an exception.

A rule that does not apply is suppressed with a reason: for a call with `--suppress RULE=REASON`, for a template or a resource in its
metadata:

```yaml
Metadata:
  infra-gen:
    suppress:
      - rule: unknown-property
        reason: the property is newer than this program
```

Suppressed findings are counted in the output. An unknown rule or a missing reason is an error, and a suppression that suppresses
nothing is a warning.
";

fn about(scope: Scope) -> &'static str {
    match scope {
        Scope::Template => "These rules apply to any template, in a file or written in Rust.",
        Scope::Stack => {
            "These rules apply to stacks written in Rust only: `Stack::finish` returns their findings, and so do `synth`, `validate \
             --env` and `deploy`. AWS accepts most of what they forbid, but the result does not work or grants too much. Other \
             templates may have their reasons, or be one of several stacks. All of them are errors: a policy of infra-gen."
        }
        Scope::StateMachine => {
            "These rules apply to definitions in Amazon States Language: files (`validate --asl FILE`), definitions in templates, and \
             workflows written in Rust. A definition in a template with `${…}` or an intrinsic function is complete at deployment only \
             and is not checked."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_in_the_documentation_is_current() {
        let page = include_str!("../../../../docs/RULES.md");
        assert!(page == markdown(&rules::all()), "run `make generate`");
    }

    #[test]
    fn long_lines_are_wrapped_between_words() {
        let text = wrapped(&"word ".repeat(40));
        assert_eq!(text.lines().map(str::len).max(), Some(79));
        assert_eq!(text.split_whitespace().count(), 40);
    }
}
