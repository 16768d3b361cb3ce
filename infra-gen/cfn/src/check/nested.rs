//! Splits a template into nested stacks, and checks each of them.

use super::{limits, references};
use crate::{
    limits::MAX_RESOURCES,
    nest::Nested,
    problem::{Finding, Problem, Problems},
    template::Template,
};

impl Template {
    /// The template as it is deployed: unchanged if it fits into one stack, otherwise split into nested stacks.
    ///
    /// # Errors
    /// Why the template cannot be split, or which parts are still too large.
    pub fn nest(&self) -> Result<Nested, Problems> {
        self.nest_with_limit(MAX_RESOURCES)
    }

    /// [`nest`](Self::nest) with stacks of at most `max` resources.
    pub(crate) fn nest_with_limit(&self, max: usize) -> Result<Nested, Problems> {
        if self.resources.len() > max && self.has_macros() {
            let finding = Finding::new(
                format!(
                    "{} resources; a stack has at most {max}, and a template with transforms cannot be split into nested stacks",
                    self.resources.len()
                ),
                "remove the transforms, or split the stack",
            );
            return Err(Problems(vec![Problem::section("Resources", finding)]));
        }
        let nested = Nested::new(self, max);
        let problems = problems(&nested, max);
        if problems.is_empty() {
            Ok(nested)
        } else {
            Err(Problems(problems))
        }
    }
}

fn problems(nested: &Nested, max: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    if nested.root.resources.len() > max {
        let finding = Finding::new(
            format!(
                "{} resources must stay in the root stack, because they hold data, are conditional, or are used by such \
                 resources; a stack has at most {max}",
                nested.root.resources.len()
            ),
            "split the stack",
        );
        problems.push(Problem::section("Resources", finding));
    }
    for (id, child) in &nested.children {
        for problem in split_problems(child) {
            problems.push(Problem {
                construct: format!("{id}/{}", problem.construct),
                ..problem
            });
        }
    }
    problems
}

/// The problems that splitting may cause: sizes, names and references. The resources are checked with the whole template.
fn split_problems(template: &Template) -> Vec<Problem> {
    let mut problems = limits::size(template);
    problems.extend(limits::check(template));
    problems.extend(references::check(template).0);
    problems
}
