//! Joins a root template and its nested stacks again, so that templates can be compared however they were split.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    NESTED_TEMPLATES_PARAMETER, Nested, WAITS,
    references::{self, Reference},
};
use crate::{
    template::{ResourceBlock, Template},
    value::Json,
};

impl Nested {
    /// The template before it was split. Without nested stacks, that is the root.
    pub fn flatten(&self) -> Template {
        let mut flat = self.root.clone();
        flat.parameters.shift_remove(NESTED_TEMPLATES_PARAMETER);
        for output in flat.outputs.values_mut() {
            *output = references::replace(output, &mut |reference| self.original(reference));
        }
        for (stack, child) in &self.children {
            let Some(block) = flat.resources.shift_remove(stack) else {
                continue;
            };
            for (id, resource) in &child.resources {
                flat.resources
                    .insert(id.clone(), self.resource(id, resource, child, &block));
            }
        }
        flat.resources.sort_keys();
        flat
    }

    fn resource(
        &self,
        id: &str,
        block: &ResourceBlock,
        child: &Template,
        stack: &ResourceBlock,
    ) -> ResourceBlock {
        let mut written = block.clone();
        let mut original = |reference: Reference| match &reference {
            Reference::Ref(name) => stack
                .properties
                .get("Parameters")
                .and_then(|arguments| arguments.get(name))
                .and_then(|argument| self.argument(argument))
                .unwrap_or(reference),
            Reference::GetAtt(..) => reference,
        };
        for value in written.properties.values_mut() {
            *value = references::replace(value, &mut original);
        }
        for (name, value) in &mut written.attributes {
            if name != "DependsOn" {
                *value = references::replace(value, &mut original);
            }
        }
        let in_other_stacks = child.metadata.get(WAITS).and_then(|waits| waits.get(id));
        if let Some(Json::Array(in_other_stacks)) = in_other_stacks {
            let names: BTreeSet<&str> = block
                .depends_on()
                .chain(in_other_stacks.iter().filter_map(Json::as_str))
                .collect();
            written.attributes.insert("DependsOn".to_owned(), json!(names));
        }
        written
    }

    /// The reference in the original template that became this argument of a nested stack.
    fn argument(&self, argument: &Json) -> Option<Reference> {
        let (function, inner) = argument.as_object()?.iter().next()?;
        match (function.as_str(), inner) {
            // A list is passed to a stack as one string.
            ("Fn::Join", Json::Array(parts)) => self.argument(parts.get(1)?),
            _ => Reference::from_call(function, inner).map(|reference| self.original(reference)),
        }
    }

    /// The reference in the original template that became this reference in the root.
    fn original(&self, reference: Reference) -> Reference {
        let found = match &reference {
            Reference::GetAtt(stack, attribute) => attribute
                .strip_prefix("Outputs.")
                .and_then(|output| {
                    self.children
                        .get(stack)?
                        .outputs
                        .get(output)?
                        .get("Value")?
                        .as_object()?
                        .iter()
                        .next()
                })
                .and_then(|(function, argument)| Reference::from_call(function, argument)),
            Reference::Ref(_) => None,
        };
        found.unwrap_or(reference)
    }
}
