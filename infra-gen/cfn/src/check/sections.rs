//! Whole sections: the transforms, loops that no transform expands, names that two sections share, descriptions.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>

use super::functions::describe;
use crate::{
    check::catalog::{
        sections::{INVALID_DESCRIPTION, INVALID_TRANSFORM, SHARED_LOGICAL_ID},
        types::MISSING_TRANSFORM,
    },
    finding::{Finding, Unplaced},
    intrinsic_call::is_intrinsic_call,
    loops::KEY_PREFIX,
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    if template.other.contains_key("Transform") {
        for transform in template.transforms() {
            check_transform(transform, &mut findings);
        }
    }
    loops(template, &mut findings);
    for name in template
        .resources
        .keys()
        .filter(|name| template.parameters.contains_key(*name))
    {
        let found = SHARED_LOGICAL_ID.found("a parameter has the same name", "rename one of the two");
        findings.push(Finding::block("Resources", name, "", found));
    }
    for (section, blocks) in [
        ("Parameters", &template.parameters),
        ("Outputs", &template.outputs),
    ] {
        for (name, block) in blocks {
            if let Some(description) = block
                .get("Description")
                .filter(|text| text.is_object() || text.is_array())
                && !template.is_rewritten()
            {
                let message = format!("a description must be a string; found {}", describe(description));
                let found = INVALID_DESCRIPTION.found(message, "write the text");
                findings.push(Finding::block(section, name, "Description", found));
            }
        }
    }
    findings
}

/// A transform is a name, or a map with the name of a macro and its parameters.
fn check_transform(transform: &Json, findings: &mut Vec<Finding>) {
    const KEYS: [&str; 2] = ["Name", "Parameters"];
    let whole = |found: Unplaced| Finding::section("Transform", found);
    match transform {
        Json::String(_) => {}
        Json::Object(parts) if is_intrinsic_call(transform) && parts.contains_key("Fn::Transform") => {}
        Json::Object(parts) => {
            let is_name = |name: &Json| name.is_string() || is_intrinsic_call(name);
            if !parts.get("Name").is_some_and(is_name) {
                let message = "a transform with parameters has a `Name`";
                findings.push(whole(
                    INVALID_TRANSFORM.found(message, "add the name of the macro"),
                ));
            }
            for key in parts.keys().filter(|key| !KEYS.contains(&key.as_str())) {
                let message = format!("unknown key `{key}` in a transform");
                let found = INVALID_TRANSFORM.found(message, "use `Name` and `Parameters`");
                findings.push(Finding::block("Transform", key, "", found));
            }
        }
        other => {
            let message = format!("a transform is the name of a macro; found {}", describe(other));
            findings.push(whole(INVALID_TRANSFORM.found(message, "write its name")));
        }
    }
}

/// The finding for a function that only a transform evaluates.
pub(super) fn needs_extensions(function: &str) -> Unplaced {
    MISSING_TRANSFORM.found(
        format!("`{function}` needs the transform `AWS::LanguageExtensions`"),
        "add `Transform: AWS::LanguageExtensions`",
    )
}

/// Loops that stay in the template, because no transform expands them.
fn loops(template: &Template, findings: &mut Vec<Finding>) {
    if template.is_rewritten() || template.has_language_extensions() {
        return;
    }
    for (section, blocks) in [
        ("Conditions", &template.conditions),
        ("Resources", &template.resource_macros),
        ("Outputs", &template.outputs),
    ] {
        for name in blocks.keys().filter(|name| name.starts_with(KEY_PREFIX)) {
            findings.push(Finding::block(section, name, "", needs_extensions("Fn::ForEach")));
        }
    }
}
