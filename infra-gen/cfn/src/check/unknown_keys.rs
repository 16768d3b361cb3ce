//! Keys that CloudFormation does not know: sections, resource attributes and output keys. Most of them are typos.

use super::hint::did_you_mean;
use crate::{
    check::catalog::unknown_keys::{UNKNOWN_OUTPUT_KEY, UNKNOWN_RESOURCE_ATTRIBUTE, UNKNOWN_SECTION},
    finding::{Finding, Rule, Unplaced, ValuePath},
    intrinsic_call::is_function_key,
    template::Template,
};

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in template.other.keys() {
        if let Some(finding) = unknown(&UNKNOWN_SECTION, "a template", name, &SECTIONS) {
            findings.push(Finding::section(name, finding));
        }
    }
    for (name, output) in &template.outputs {
        for key in output.as_object().into_iter().flat_map(serde_json::Map::keys) {
            if let Some(finding) = unknown(&UNKNOWN_OUTPUT_KEY, "an output", key, &OUTPUT_KEYS) {
                findings.push(Finding::block(
                    "Outputs",
                    name,
                    ValuePath::default().key(key),
                    finding,
                ));
            }
        }
    }
    // A transform may define attributes of its own.
    if template.has_macros() {
        return findings;
    }
    for (id, block) in &template.resources {
        for name in block.attributes.keys() {
            // Custom resources once had a version.
            if name == "Version" && infra_gen_schema::is_custom(&block.type_name) {
                continue;
            }
            if let Some(finding) = unknown(
                &UNKNOWN_RESOURCE_ATTRIBUTE,
                "a resource",
                name,
                &RESOURCE_ATTRIBUTES,
            ) {
                findings.push(Finding::resource(id, ValuePath::default().key(name), finding));
            }
        }
    }
    findings
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

const OUTPUT_KEYS: [&str; 4] = ["Condition", "Description", "Export", "Value"];

/// The keys of a resource besides `Type` and `Properties`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html>
const RESOURCE_ATTRIBUTES: [&str; 7] = [
    "Condition",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Metadata",
    "UpdatePolicy",
    "UpdateReplacePolicy",
];

fn unknown(rule: &'static Rule, owner: &str, key: &str, known: &[&'static str]) -> Option<Unplaced> {
    let is_known = known.contains(&key) || is_function_key(key);
    (!is_known).then(|| {
        rule.found(
            format!("unknown key `{key}` in {owner}"),
            did_you_mean(key, known.iter().copied(), "remove it"),
        )
    })
}
