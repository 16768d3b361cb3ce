//! Which state machine `run` and `graph` read: a definition in a file, or one in a template.

use std::path::{Path, PathBuf};

use infra_gen_asl::{
    DefinitionContext, Findings, StateMachine, Syntax, check_definition_in, check_executable,
    model::ExecutionType,
};

use super::{CommandError, template_file, validate};
use crate::definitions::{self, DefinitionError, Source};

/// The options that select a state machine.
#[derive(Debug, clap::Args)]
pub(super) struct MachineArgs {
    /// State machine definition (Amazon States Language); `-` reads stdin
    #[arg(long, value_name = "FILE")]
    asl: Option<PathBuf>,
    /// CloudFormation or SAM template that contains the state machine
    #[arg(long, value_name = "FILE", conflicts_with = "asl")]
    template: Option<PathBuf>,
    /// Logical ID of the state machine in the template, if it has several
    #[arg(long, value_name = "LOGICAL_ID", requires = "template")]
    resource: Option<String>,
}

/// A definition that was read.
pub(super) struct MachineFile {
    /// The file with the definition.
    name: String,
    source: Source,
    /// The text of the template that contains the definition.
    template: Option<String>,
}

impl MachineArgs {
    /// Reads the definition; `None` if the command line selects none.
    pub(super) fn read(&self) -> Result<Option<MachineFile>, CommandError> {
        match (&self.asl, &self.template) {
            (Some(path), _) => {
                let context = DefinitionContext {
                    execution_type: ExecutionType::Standard,
                    syntax: Syntax::JsonOrYaml,
                };
                let source = Source::from_file(path.clone(), validate::read(path)?, context);
                Ok(Some(MachineFile::new(path, source, None)))
            }
            (None, Some(path)) => from_template(path, self.resource.as_deref()).map(Some),
            (None, None) => Ok(None),
        }
    }
}

/// Why a definition of a template was not read.
enum ReadError {
    Definition(DefinitionError),
    File(Box<CommandError>),
}

impl From<DefinitionError> for ReadError {
    fn from(error: DefinitionError) -> Self {
        Self::Definition(error)
    }
}

fn from_template(path: &Path, resource: Option<&str>) -> Result<MachineFile, CommandError> {
    let text = validate::read(path)?;
    let name = path.display().to_string();
    let template = template_file::parse(&name, &text)?;
    let read = |file: &Path| {
        let file = path.parent().unwrap_or(Path::new("")).join(file);
        let content = validate::read(&file).map_err(|error| ReadError::File(Box::new(error)))?;
        Ok((file, content))
    };
    match definitions::select(&template, resource, read) {
        Ok(source) => Ok(MachineFile::new(path, source, Some(text))),
        Err(ReadError::File(error)) => Err(*error),
        Err(ReadError::Definition(source)) => Err(CommandError::Definition {
            template: name,
            source,
        }),
    }
}

impl MachineFile {
    fn new(path: &Path, source: Source, template: Option<String>) -> Self {
        Self {
            name: source.file().unwrap_or(path).display().to_string(),
            source,
            template,
        }
    }

    /// Whether it is a Standard or an Express workflow.
    pub(super) fn execution_type(&self) -> ExecutionType {
        self.source.context.execution_type
    }

    /// The machine to run, and its warnings as `validate` prints them.
    pub(super) fn to_run(
        &self,
        execution_type: ExecutionType,
    ) -> Result<(StateMachine, String), CommandError> {
        let context = DefinitionContext {
            execution_type,
            ..self.source.context
        };
        let (machine, warnings) =
            check_executable(self.source.text(), context).map_err(|findings| self.invalid(findings))?;
        let warnings = self.source.placed(warnings, self.template.as_deref());
        let warnings = warnings
            .0
            .iter()
            .map(|warning| validate::finding(&self.name, warning));
        Ok((machine, warnings.collect()))
    }

    /// The machine to draw. Values that are substituted at deployment may be missing.
    pub(super) fn to_draw(&self) -> Result<StateMachine, CommandError> {
        let (machine, findings) = check_definition_in(self.source.text(), self.source.context);
        machine.ok_or_else(|| self.invalid(findings))
    }

    fn invalid(&self, findings: Findings) -> CommandError {
        CommandError::InvalidMachine {
            name: self.name.clone(),
            source: self.source.placed(findings, self.template.as_deref()),
        }
    }
}
