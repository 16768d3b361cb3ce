//! Splits a template that is too large for one stack into a root template and nested stacks.
//!
//! A stack has at most 500 resources. The others move to nested stacks, whose templates are uploaded to the artifacts
//! bucket under the hash of their content. Logical IDs do not change, and the author does not choose what moves.
//!
//! Moving a resource to another stack replaces it, so two rules keep resources in place:
//!
//! - Resources that hold data or outlive the stack stay in the root, with everything that they depend on.
//! - The boundaries depend on the names of the resources, not on their number: adding or removing a resource moves only its
//!   neighbours. See [`partition`].
//!
//! Templates with transforms cannot be split, because the resources that a macro generates are not known. The result is not
//! checked here; [`Template::nest`] does that.

mod flatten;
mod graph;
mod partition;
mod references;
mod write;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::template::Template;

/// The parameter of a root template with the URL of the folder of the nested templates, without a final slash.
pub const NESTED_TEMPLATES_PARAMETER: &str = "NestedTemplates";

/// The metadata key of a nested template that holds the `DependsOn` entries of its resources on resources of other stacks.
const WAITS: &str = "WaitsFor";

/// A template as it is deployed: the root stack, and its nested stacks.
#[derive(Debug, Clone, PartialEq)]
pub struct Nested {
    /// The template of the stack itself.
    pub root: Template,
    /// The templates of the nested stacks, by their logical ID in the root. Empty if one stack is enough.
    pub children: BTreeMap<String, Template>,
}

impl Nested {
    /// Splits a template into stacks of at most `max` resources, if it has more. The root may still have more.
    pub(crate) fn new(template: &Template, max: usize) -> Self {
        if template.resources.len() <= max {
            return Self {
                root: template.clone(),
                children: BTreeMap::new(),
            };
        }
        write::write(template, &partition::partition(template, max))
    }

    /// The name of a nested stack's template in the artifacts bucket, below [`NESTED_TEMPLATES_PARAMETER`].
    pub fn file_name(template: &Template) -> String {
        write::file_name(template)
    }
}
