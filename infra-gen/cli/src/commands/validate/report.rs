//! Checks each input, and counts the findings.

use infra_gen_asl::model::ExecutionType;
use infra_gen_cfn::{
    Coverage, Finding, Findings, NestedTemplate, Severity, Suppressed, Suppression, Template,
};

use super::inputs::{self, Input, Skipped};
use crate::app::Loaded;
use crate::commands::{CommandError, synth};
use crate::{definitions, rules};

/// The result for all inputs.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) files: Vec<Checked>,
    /// The findings that concern no file: suppressions of the command line that suppressed nothing.
    pub(super) findings: Findings,
    pub(super) skipped: Skipped,
}

/// The result for one input.
#[derive(Debug)]
pub(super) struct Checked {
    /// The path of the file, or the name of the stack.
    pub(super) name: String,
    pub(super) source: Source,
    pub(super) extent: Extent,
    pub(super) findings: Findings,
    pub(super) suppressed: Vec<Suppressed>,
}

/// Where the input comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    File,
    Stdin,
    /// The stack of an environment, which is in no file.
    Stack,
}

/// How much was checked.
#[derive(Debug)]
pub(super) enum Extent {
    Template {
        coverage: Coverage,
        /// The size of the minified template.
        bytes: usize,
    },
    /// A state machine, with the number of its states. `None` if it is not valid.
    Definition(Option<usize>),
    /// A text that is not a template, or a stack that could not be built. Nothing else was checked.
    Unreadable,
}

impl Checked {
    /// Checks the template of an environment. It has no locations, because it is written in Rust.
    pub(super) fn environment(loaded: &Loaded) -> Result<Self, CommandError> {
        let result = match synth::template(loaded) {
            Ok(template) => Self::of_template(&template, None, Findings::default()),
            Err(CommandError::Synth { stack, source }) => match source.downcast::<Findings>() {
                Ok(findings) => (Extent::Unreadable, *findings, Vec::new()),
                Err(source) => return Err(CommandError::Synth { stack, source }),
            },
            Err(error) => return Err(error),
        };
        Ok(Self::new(loaded.stack_name.clone(), Source::Stack, result))
    }

    /// Checks a template, and the files next to it that hold the definitions of its state machines.
    pub(super) fn template(input: &Input) -> Vec<Self> {
        let (template, mut findings) = match Template::parse_tolerant(&input.text) {
            Ok(parsed) => parsed,
            Err(error) => {
                let result = (Extent::Unreadable, Findings(vec![error.into()]), Vec::new());
                return vec![Self::located(input, result)];
            }
        };
        findings.0.extend(nested(&template, input).0);
        let result = Self::of_template(&template, Some(&input.text), findings);
        let mut checked = vec![Self::located(input, result)];
        for (file, execution_type) in inputs::definitions_of(input, &definitions::files(&template)) {
            checked.push(Self::definition(&file, execution_type));
        }
        checked
    }

    /// Checks a state machine definition.
    pub(super) fn definition(input: &Input, execution_type: ExecutionType) -> Self {
        let (states, findings) = definitions::check_file(&input.text, execution_type);
        Self::located(input, (Extent::Definition(states), findings, Vec::new()))
    }

    /// Checks a template, of which the reader has found `findings`. `text` is its text, if it was read from one.
    fn of_template(
        template: &Template,
        text: Option<&str>,
        mut findings: Findings,
    ) -> (Extent, Findings, Vec<Suppressed>) {
        findings.0.extend(template.findings().0);
        findings.0.extend(definitions::check(template, text).0);
        let suppressed = template.suppress(&mut findings, &rules::all());
        let extent = Extent::Template {
            coverage: template.coverage(),
            bytes: template.to_json_minified().len(),
        };
        (extent, findings, suppressed)
    }

    fn new(name: String, source: Source, result: (Extent, Findings, Vec<Suppressed>)) -> Self {
        let (extent, findings, suppressed) = result;
        Self {
            name,
            source,
            extent,
            findings,
            suppressed,
        }
    }

    fn located(input: &Input, result: (Extent, Findings, Vec<Suppressed>)) -> Self {
        let is_stdin = input.name == "-";
        let (name, source) = if is_stdin {
            ("stdin".to_owned(), Source::Stdin)
        } else {
            (input.name.clone(), Source::File)
        };
        let mut checked = Self::new(name, source, result);
        checked.findings.locate(&input.text);
        let suppressed = checked
            .suppressed
            .iter()
            .map(|suppressed| suppressed.finding.clone());
        let mut suppressed = Findings(suppressed.collect());
        suppressed.locate(&input.text);
        for (of, finding) in checked.suppressed.iter_mut().zip(suppressed.0) {
            of.finding = finding;
        }
        checked
    }

    /// Whether the input was read. A stack that could not be built has findings of its own.
    pub(super) fn is_readable(&self) -> bool {
        !matches!(self.extent, Extent::Unreadable) || self.source == Source::Stack
    }

    /// Sorts the findings by their location.
    pub(super) fn sort(&mut self) {
        self.findings.0.sort_by_key(|finding| finding.location);
        self.suppressed
            .sort_by_key(|suppressed| suppressed.finding.location);
    }

    /// The numbers of errors and warnings.
    pub(super) fn counts(&self) -> (usize, usize) {
        counts(&self.findings.0)
    }
}

impl Report {
    /// Adds a finding for each suppression of the command line that suppressed nothing.
    pub(super) fn add_unused(&mut self, suppressions: &[Suppression]) {
        self.findings
            .0
            .extend(suppressions.iter().filter_map(Suppression::unused));
    }

    /// The numbers of errors and warnings.
    pub(super) fn counts(&self) -> (usize, usize) {
        let start = counts(&self.findings.0);
        self.files
            .iter()
            .map(Checked::counts)
            .fold(start, |sum, file| (sum.0 + file.0, sum.1 + file.1))
    }

    /// All suppressed findings.
    pub(super) fn suppressed(&self) -> impl Iterator<Item = &Suppressed> {
        self.files.iter().flat_map(|file| &file.suppressed)
    }
}

/// Checks nested stacks whose templates are files, relative to the folder of the input.
fn nested(template: &Template, input: &Input) -> Findings {
    let Some(folder) = input.folder() else {
        return Findings::default();
    };
    template.nested_findings(|path| {
        let path = folder.join(path);
        if !path.exists() {
            return NestedTemplate::Missing;
        }
        // Not a device, which may never end.
        let text = path
            .is_file()
            .then(|| std::fs::read_to_string(path).ok())
            .flatten();
        match text.and_then(|text| Template::parse(&text).ok()) {
            Some(template) => NestedTemplate::Read(Box::new(template)),
            None => NestedTemplate::Unreadable,
        }
    })
}

fn counts(findings: &[Finding]) -> (usize, usize) {
    let of = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    (of(Severity::Error), of(Severity::Warning))
}
