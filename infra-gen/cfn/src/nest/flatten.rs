//! A divided template in one piece again, so that it can be compared whatever its seams are.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    NESTED_TEMPLATES_PARAMETER, Nested, WAITS,
    uses::{self, Use},
};
use crate::{
    template::{ResourceBlock, Template},
    value::Json,
};

impl Nested {
    /// The template that was divided. Where there is nothing to undo, it is the root as it is.
    pub fn flatten(&self) -> Template {
        let mut flat = self.root.clone();
        flat.parameters.shift_remove(NESTED_TEMPLATES_PARAMETER);
        for output in flat.outputs.values_mut() {
            *output = uses::rewrite(output, &mut |used| self.original(used));
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
        let mut original = |used: Use| match &used {
            Use::Ref(name) => stack
                .properties
                .get("Parameters")
                .and_then(|given| given.get(name))
                .map_or_else(
                    || used.clone(),
                    |argument| self.argument(argument).unwrap_or_else(|| used.clone()),
                ),
            Use::Attribute(..) => used,
        };
        for value in written.properties.values_mut() {
            *value = uses::rewrite(value, &mut original);
        }
        for (name, value) in &mut written.attributes {
            if name != "DependsOn" {
                *value = uses::rewrite(value, &mut original);
            }
        }
        let elsewhere = child.metadata.get(WAITS).and_then(|waits| waits.get(id));
        if let Some(Json::Array(elsewhere)) = elsewhere {
            let names: BTreeSet<&str> = block
                .depends_on()
                .chain(elsewhere.iter().filter_map(Json::as_str))
                .collect();
            written.attributes.insert("DependsOn".to_owned(), json!(names));
        }
        written
    }

    /// What a nested stack is given, as the undivided template says it.
    fn argument(&self, argument: &Json) -> Option<Use> {
        let (function, inner) = argument.as_object()?.iter().next()?;
        match (function.as_str(), inner) {
            // A list that travelled as a text.
            ("Fn::Join", Json::Array(parts)) => self.argument(parts.get(1)?),
            _ => Use::of(function, inner).map(|used| self.original(used)),
        }
    }

    /// What the root uses, as the undivided template says it.
    fn original(&self, used: Use) -> Use {
        let found = match &used {
            Use::Attribute(stack, attribute) => attribute
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
                .and_then(|(function, argument)| Use::of(function, argument)),
            Use::Ref(_) => None,
        };
        found.unwrap_or(used)
    }
}
