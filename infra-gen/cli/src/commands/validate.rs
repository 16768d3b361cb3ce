//! `validate`: checks an environment's template, or a template or state machine of anybody's.

use std::io::{ErrorKind, Read as _};
use std::path::Path;

use infra_gen_cfn::{Coverage, Problem, Problems, Template};

use super::{Failure, load, synth};
use crate::app::{BoxError, Project};
use crate::args::{Global, Validate};
use crate::definitions;
use crate::exit::Outcome;
use crate::terminal::{Style, Terminal};

pub(super) fn run(
    project: &Project,
    global: &Global,
    args: &Validate,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    if let Some(path) = &args.asl {
        return state_machine(path, terminal);
    }
    let (name, template) = if let Some(path) = &args.file {
        (path.display().to_string(), template_in(path)?)
    } else {
        let loaded = load(project, global.env.as_deref())?;
        let template = synth::template(&loaded)?;
        (loaded.stack_name, template)
    };
    let bytes = template.to_json_minified().len();
    terminal.line(
        Style::Success,
        format_args!("{name}{}, {bytes} bytes minified", verdict(&template.coverage())),
    );
    Ok(Outcome::Done)
}

/// What can be said of a template in which nothing is wrong. Only what was checked is called valid.
fn verdict(coverage: &Coverage) -> String {
    let total = counted(coverage.total());
    if coverage.unchecked.is_empty() {
        return format!(" is valid: {total}");
    }
    let unchecked: Vec<String> = coverage
        .unchecked
        .iter()
        .map(|(name, (count, why))| format!("{count} of type `{name}` ({why})"))
        .collect();
    format!(
        ": no problems found; checked {} of {total}; not checked: {}",
        coverage.checked,
        unchecked.join(", ")
    )
}

fn counted(resources: usize) -> String {
    if resources == 1 {
        "1 resource".to_owned()
    } else {
        format!("{resources} resources")
    }
}

fn state_machine(path: &Path, terminal: Terminal) -> Result<Outcome, Failure> {
    let machine = infra_gen_asl::validate(&read(path)?).map_err(|source| Failure::StateMachine {
        name: path.display().to_string(),
        source,
    })?;
    terminal.line(
        Style::Success,
        format_args!(
            "{} is valid: {} states",
            path.display(),
            machine.scope.states.len()
        ),
    );
    Ok(Outcome::Done)
}

fn template_in(path: &Path) -> Result<Template, Failure> {
    parse(&read(path)?).map_err(|source| Failure::Template {
        name: path.display().to_string(),
        source,
    })
}

/// The text of a file, or of stdin.
fn read(path: &Path) -> Result<String, Failure> {
    let unreadable = |source: std::io::Error| match source.kind() {
        // What a shell on Windows makes of `>`, most often.
        ErrorKind::InvalidData => Failure::NoText(path.to_path_buf()),
        _ => Failure::File {
            action: "read",
            path: path.to_path_buf(),
            source,
        },
    };
    if path.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin()
            .lock()
            .read_to_string(&mut text)
            .map_err(unreadable)?;
        Ok(text)
    } else {
        std::fs::read_to_string(path).map_err(unreadable)
    }
}

/// A template that passes every check; one of our own has passed them when it was built.
fn parse(text: &str) -> Result<Template, BoxError> {
    let template = Template::parse(text)?;
    let judged = [template.check(), definitions::check(&template)];
    let problems: Vec<Problem> = judged
        .into_iter()
        .filter_map(Result::err)
        .flat_map(|found| found.0)
        .collect();
    if problems.is_empty() {
        Ok(template)
    } else {
        Err(Problems(problems).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, expected: &str) {
        assert_eq!(verdict(&Template::parse(template).unwrap().coverage()), expected);
    }

    #[test]
    fn only_what_was_checked_is_called_valid() {
        check("Resources: {T: {Type: AWS::SNS::Topic}}", " is valid: 1 resource");
        check(
            "Resources: {T: {Type: AWS::SNS::Topic}, V: {Type: AWS::EC2::VPC}, C: {Type: Custom::Thing}}",
            ": no problems found; checked 1 of 3 resources; not checked: 1 of type `AWS::EC2::VPC` (no schema), 1 of type \
             `Custom::Thing` (not a type of AWS)",
        );
    }
}
