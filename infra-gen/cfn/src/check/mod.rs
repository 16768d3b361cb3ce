//! The checks that a template passes before it is written.

mod circles;
mod functions;
mod limits;
mod names;
mod parameters;
mod problem;
mod properties;
mod references;
mod sign_in;
mod sub;
mod wildcards;

pub use problem::{Problem, Problems};

use crate::template::Template;

impl Template {
    /// Checks the template against the resource schemas, its own references and the service's limits.
    ///
    /// # Errors
    /// Every problem, each with its place and the way to mend it.
    pub fn check(&self) -> Result<(), Problems> {
        let problems = template(self);
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Problems(problems))
        }
    }
}

/// Everything that is wrong with `template` as one stack's, whoever wrote it.
pub(crate) fn template(template: &Template) -> Vec<Problem> {
    let mut problems = limits::size(template);
    problems.extend(contents(template));
    problems
}

/// Everything that is wrong with a template that we wrote: what [`template`] finds, and what we do not do. One that is too
/// large for one stack is divided.
pub(crate) fn own_template(template: &Template) -> Vec<Problem> {
    let mut problems = contents(template);
    problems.extend(wildcards::check(template));
    problems.extend(sign_in::check(template));
    if problems.is_empty() {
        match template.nest() {
            Ok(nested) => problems.extend(limits::size(&nested.root)),
            Err(found) => problems.extend(found.0),
        }
    }
    problems
}

fn contents(template: &Template) -> Vec<Problem> {
    let mut problems = limits::check(template);
    problems.extend(references::check(template));
    problems.extend(properties::check(template));
    problems
}
