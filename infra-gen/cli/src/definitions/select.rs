//! The definition of one state machine of a template, to run or draw it.

use std::path::{Path, PathBuf};

use infra_gen_asl::{DefinitionContext, Findings, Syntax};
use infra_gen_cfn::{ResourceBlock, SourceLocation, Template};

use super::text::Assembled;
use super::{Inline, Names, execution_type, file, inline, names};

/// A definition, and where it is written.
pub(crate) struct Source {
    /// The facts that are not in the text.
    pub(crate) context: DefinitionContext,
    origin: Origin,
}

enum Origin {
    /// In a property of the template.
    Inline(Inline),
    /// In a file. `DefinitionSubstitutions` may change its text.
    File {
        path: PathBuf,
        content: String,
        assembled: Assembled,
    },
}

/// Why a definition was not found.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DefinitionError {
    #[error("the template has no state machine")]
    NoMachine,
    #[error("the template has several state machines\n  hint: select one with `--resource`: `{}`", .0.join("`, `"))]
    SeveralMachines(Vec<String>),
    #[error("the template has no state machine `{id}`\n  hint: use one of `{}`", .known.join("`, `"))]
    UnknownMachine { id: String, known: Vec<String> },
    #[error("the definition of `{0}` is neither in the template nor in a local file")]
    Unavailable(String),
    #[error("the definition of `{0}` depends on a condition, so it is known at deployment only")]
    Conditional(String),
}

/// The definition of the state machine with this logical ID; of the only one without. `read` reads a file next to the template.
pub(crate) fn select<E: From<DefinitionError>>(
    template: &Template,
    id: Option<&str>,
    read: impl FnOnce(&Path) -> Result<(PathBuf, String), E>,
) -> Result<Source, E> {
    let (id, block, names) = machine(template, id)?;
    let mut definitions = inline(id, block, &names);
    if definitions.len() > 1 {
        return Err(DefinitionError::Conditional(id.to_owned()).into());
    }
    let execution_type = execution_type(block, &names);
    if let Some(definition) = definitions.pop() {
        return Ok(Source {
            context: DefinitionContext {
                execution_type,
                syntax: Syntax::Json,
            },
            origin: Origin::Inline(definition),
        });
    }
    let path = file(block, &names).ok_or_else(|| DefinitionError::Unavailable(id.to_owned()))?;
    let (path, content) = read(&path)?;
    let assembled = Assembled::from_file(&content, block.properties.get("DefinitionSubstitutions"));
    Ok(Source {
        context: DefinitionContext {
            execution_type,
            syntax: Syntax::JsonOrYaml,
        },
        origin: Origin::File {
            path,
            content,
            assembled,
        },
    })
}

fn machine<'t>(
    template: &'t Template,
    wanted: Option<&str>,
) -> Result<(&'t str, &'t ResourceBlock, Names), DefinitionError> {
    let mut machines: Vec<_> = template
        .resources
        .iter()
        .filter_map(|(id, block)| Some((id.as_str(), block, names(block)?)))
        .collect();
    let known = machines.iter().map(|(id, ..)| (*id).to_owned()).collect();
    if let Some(wanted) = wanted {
        let found = machines.into_iter().find(|(id, ..)| *id == wanted);
        return found.ok_or_else(|| DefinitionError::UnknownMachine {
            id: wanted.to_owned(),
            known,
        });
    }
    match (machines.pop(), machines.len()) {
        (None, _) => Err(DefinitionError::NoMachine),
        (Some(machine), 0) => Ok(machine),
        _ => Err(DefinitionError::SeveralMachines(known)),
    }
}

impl Source {
    /// The text of a definition in a file of its own.
    pub(crate) fn from_file(path: PathBuf, text: String, context: DefinitionContext) -> Self {
        let assembled = Assembled::from_file(&text, None);
        Self {
            context,
            origin: Origin::File {
                path,
                content: text,
                assembled,
            },
        }
    }

    /// The text of the definition.
    pub(crate) fn text(&self) -> &str {
        match &self.origin {
            Origin::Inline(inline) => &inline.assembled.text,
            Origin::File { assembled, .. } => &assembled.text,
        }
    }

    /// The file with the definition, unless it is in the template.
    pub(crate) fn file(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Inline(_) => None,
            Origin::File { path, .. } => Some(path),
        }
    }

    /// The findings with their locations in the file, or in the template, which has the text `document`.
    pub(crate) fn placed(&self, mut findings: Findings, document: Option<&str>) -> Findings {
        match &self.origin {
            Origin::Inline(inline) => inline.placed(findings, document),
            Origin::File {
                content, assembled, ..
            } => {
                infra_gen_asl::locate(&mut findings, &assembled.text);
                for finding in &mut findings.0 {
                    let offset = finding.location.and_then(|at| at.offset_in(&assembled.text));
                    let origin = offset.and_then(|offset| assembled.origin(offset));
                    finding.location = origin.map(|(_, offset)| SourceLocation::at(content, offset));
                }
                findings
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "\
Resources:
  Inline:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: EXPRESS
      DefinitionSubstitutions: {seconds: 5}
      DefinitionString: '{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${seconds}, \"End\": true}}}'
  File:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.json
      DefinitionSubstitutions: {next: B}
  Stored:
    Type: AWS::StepFunctions::StateMachine
    Properties: {DefinitionString: !Ref Definition}
  Choice:
    Type: AWS::StepFunctions::StateMachine
    Properties: {Definition: !If [C, {StartAt: A}, {StartAt: B}]}
";

    fn source(id: Option<&str>) -> Result<Source, String> {
        let template = Template::parse(TEMPLATE).expect("a template");
        let content = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Comment": "${next}", "Next": "${next}x"}}}"#;
        let read = |path: &Path| Ok::<_, DefinitionError>((path.to_owned(), content.to_owned()));
        select(&template, id, read).map_err(|error| error.to_string())
    }

    #[test]
    fn the_definition_of_a_machine_is_found() {
        let inline = source(Some("Inline")).expect("a definition");
        assert!(inline.text().contains("\"Seconds\": 5,"), "{}", inline.text());
        assert_eq!(
            inline.context.execution_type,
            infra_gen_asl::model::ExecutionType::Express
        );
        let file = source(Some("File")).expect("a definition");
        assert_eq!(file.file(), Some(Path::new("flow.asl.json")));
        let (_, found) = infra_gen_asl::check_definition_in(file.text(), file.context);
        let found = file.placed(found, None);
        assert_eq!(
            found.to_string(),
            "line 1, column 73: States.A.Next: state `Bx` does not exist in this scope"
        );
    }

    #[test]
    fn a_machine_without_a_known_definition_is_an_error() {
        let refused = |id: Option<&str>| source(id).err().expect("an error");
        assert!(
            refused(None).ends_with("`Inline`, `File`, `Stored`, `Choice`"),
            "{}",
            refused(None)
        );
        assert!(refused(Some("X")).starts_with("the template has no state machine `X`"));
        assert!(refused(Some("Stored")).starts_with("the definition of `Stored` is neither"));
        assert!(refused(Some("Choice")).contains("depends on a condition"));
    }
}
