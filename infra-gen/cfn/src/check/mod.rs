//! The checks that a template passes before it is written.

mod circles;
mod find;
mod functions;
mod limits;
mod names;
mod needs;
mod parameters;
mod policies;
mod problem;
mod properties;
mod references;
mod rules;
mod sign_in;
mod silence;
mod strangers;
mod twins;
mod types;
mod wildcards;
mod worlds;

pub use problem::{Problem, Problems};
pub use types::{Coverage, Unchecked};

use self::needs::Needs;
use crate::template::Template;

impl Template {
    /// Checks the template against the resource schemas, its own references and the service's limits.
    ///
    /// # Errors
    /// Every problem, each with its place and how to fix it.
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
    problems.extend(contents(template).0);
    problems
}

/// Everything that dividing a template may break: its parts' sizes, names and references. What stands in the resources is
/// the whole's affair, and checked with it.
pub(crate) fn part(template: &Template) -> Vec<Problem> {
    let mut problems = limits::size(template);
    problems.extend(limits::check(template));
    problems.extend(references::check(template).0);
    problems
}

/// Everything that is wrong with a template that we wrote: what [`template`] finds, and what we do not do. One that is too
/// large for one stack is divided.
pub(crate) fn own_template(template: &Template) -> Vec<Problem> {
    let (mut problems, needs) = contents(template);
    problems.extend(wildcards::check(template));
    problems.extend(sign_in::check(template));
    problems.extend(silence::check(template, &needs));
    if problems.is_empty() {
        match template.nest() {
            Ok(nested) => problems.extend(limits::size(&nested.root)),
            Err(found) => problems.extend(found.0),
        }
    }
    problems
}

/// What is wrong within the template, whatever its size; and what is needed by what.
fn contents(template: &Template) -> (Vec<Problem>, Needs<'_>) {
    let mut problems = limits::check(template);
    problems.extend(strangers::check(template));
    problems.extend(types::check(template));
    let (misled, needs) = references::check(template);
    problems.extend(misled);
    if !template.is_rewritten() {
        problems.extend(properties::check(template));
        problems.extend(policies::check(template));
        problems.extend(twins::check(template));
        problems.extend(rules::check(template, &needs));
    }
    (problems, needs)
}
