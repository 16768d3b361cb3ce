//! Parts of a template that CloudFormation does not know: sections, attributes of resources, keys of outputs. Most often
//! they are misspelled.

use super::{Problem, names::hint};
use crate::template::Template;

/// Every part that nobody reads.
pub(super) fn check(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    for name in template.other.keys() {
        if let Some(message) = unknown("a template", name, &SECTIONS) {
            problems.push(Problem::section(name, message));
        }
    }
    for (name, output) in &template.outputs {
        for part in output.as_object().into_iter().flat_map(serde_json::Map::keys) {
            if let Some(message) = unknown("an output", part, &PARTS_OF_OUTPUTS) {
                problems.push(Problem::block("Outputs", name, part.as_str(), message));
            }
        }
    }
    // A transform may have attributes of its own.
    if template.has_macros() {
        return problems;
    }
    for (id, block) in &template.resources {
        let is_custom = block.type_name.starts_with("Custom::")
            || block.type_name == "AWS::CloudFormation::CustomResource";
        for name in block.attributes.keys() {
            // What custom resources were once versioned by.
            if is_custom && name == "Version" {
                continue;
            }
            if let Some(message) = unknown("a resource", name, &ATTRIBUTES) {
                problems.push(Problem::resource(id, name.as_str(), message));
            }
        }
    }
    problems
}

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>
const SECTIONS: [&str; 12] = [
    "AWSTemplateFormatVersion",
    "Conditions",
    "Description",
    "Globals",
    "Hooks",
    "Mappings",
    "Metadata",
    "Outputs",
    "Parameters",
    "Resources",
    "Rules",
    "Transform",
];

const PARTS_OF_OUTPUTS: [&str; 4] = ["Condition", "Description", "Export", "Value"];

/// What a resource has beside `Type` and `Properties`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html>
const ATTRIBUTES: [&str; 7] = [
    "Condition",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Metadata",
    "UpdatePolicy",
    "UpdateReplacePolicy",
];

fn unknown(whole: &str, name: &str, known: &[&'static str]) -> Option<String> {
    let is_known = known.contains(&name) || name.starts_with("Fn::");
    (!is_known).then(|| {
        let hint = hint(name, known.iter().copied(), "remove it");
        format!("{whole} has no `{name}`; {hint}")
    })
}
