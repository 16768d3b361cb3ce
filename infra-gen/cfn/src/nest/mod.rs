//! A template that is too large for one stack, as a root template with nested stacks.
//!
//! CloudFormation takes 500 resources a stack. What is beyond moves into nested stacks, whose templates lie in the
//! artifacts bucket under the hash of their content. Nothing changes its logical ID, and nobody has to say where the
//! seams are.
//!
//! A resource that moves from one stack to another is made anew, so two rules keep things where they are:
//!
//! - What holds data or outlives the stack stays in the root, with everything that it needs.
//! - The seams follow the resources' names, not their number: a resource more or less moves none but its
//!   neighbours. See [`parts`].
//!
//! Absent: transforms. What a macro will write cannot be divided before it is written.

mod flatten;
mod graph;
mod parts;
mod uses;
mod write;

#[cfg(all(test, feature = "all-services"))]
mod tests;

use std::collections::BTreeMap;

use crate::{
    check::{Problem, Problems},
    template::Template,
};

/// The most resources of one stack.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
pub(crate) const MOST_RESOURCES: usize = 500;

/// The parameter of a root template that says where the nested stacks' templates are: an address without a final slash.
pub const NESTED_TEMPLATES_PARAMETER: &str = "NestedTemplates";

/// The entry in a nested template's metadata that says which of its resources wait for which of other stacks.
const WAITS: &str = "WaitsFor";

/// A template as it is deployed: the root, and the nested stacks that it names.
#[derive(Debug, Clone, PartialEq)]
pub struct Nested {
    /// What the stack itself is made of.
    pub root: Template,
    /// The nested stacks' templates, by the logical ID that the stack has in the root. Empty where one stack is enough.
    pub children: BTreeMap<String, Template>,
}

impl Template {
    /// The template as it is deployed: as it is if it fits into one stack, divided if not.
    ///
    /// # Errors
    /// What does not fit into one stack and cannot be divided, or is too large in parts, too.
    pub fn nest(&self) -> Result<Nested, Problems> {
        self.nest_beyond(MOST_RESOURCES)
    }

    /// [`nest`](Self::nest), where a stack takes `most` resources.
    pub(crate) fn nest_beyond(&self, most: usize) -> Result<Nested, Problems> {
        if self.resources.len() <= most {
            return Ok(Nested {
                root: self.clone(),
                children: BTreeMap::new(),
            });
        }
        if self.has_macros() {
            let message = format!(
                "{} resources, and a stack has at most {most}; a template with transforms cannot be divided into nested \
                 stacks: take them out, or split the stack",
                self.resources.len()
            );
            return Err(Problems(vec![Problem::section("Resources", message)]));
        }
        let parts = parts::divide(self, most);
        let nested = write::write(self, &parts);
        nested.check(most)?;
        Ok(nested)
    }
}

impl Nested {
    /// The name of a nested stack's template in the artifacts bucket, below [`NESTED_TEMPLATES_PARAMETER`].
    pub fn file_name(template: &Template) -> String {
        write::file_name(template)
    }

    fn check(&self, most: usize) -> Result<(), Problems> {
        let mut problems = Vec::new();
        if self.root.resources.len() > most {
            let message = format!(
                "{} resources have to stay in the root stack, because they hold data, are conditional, or are needed by \
                 such; a stack has at most {most}: split the stack",
                self.root.resources.len()
            );
            problems.push(Problem::section("Resources", message));
        }
        for (id, child) in &self.children {
            for problem in crate::check::part(child) {
                problems.push(Problem {
                    construct: format!("{id}/{}", problem.construct),
                    ..problem
                });
            }
        }
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Problems(problems))
        }
    }
}
