//! CloudFormation's limits, and the rules for each section that do not concern references.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>

use std::collections::BTreeMap;

use super::{
    functions::describe,
    parameters,
    query::{UNKNOWN, shown, text},
};
use crate::{
    intrinsic_call::is_intrinsic_call,
    limits::{
        MAX_DESCRIPTION_BYTES, MAX_MAPPING_ATTRIBUTES, MAX_MAPPINGS, MAX_OUTPUTS, MAX_PARAMETERS,
        MAX_RESOURCES, MAX_TEMPLATE_BYTES,
    },
    names::LogicalId,
    problem::{Finding, Problem},
    template::{ResourceBlock, Template},
    value::Json,
};

/// Types whose resources can be snapshotted when they are deleted.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html>
const WITH_SNAPSHOTS: [&str; 9] = [
    "AWS::DocDB::DBCluster",
    "AWS::EC2::Volume",
    "AWS::ElastiCache::CacheCluster",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::Neptune::DBCluster",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBClusterSnapshot",
    "AWS::RDS::DBInstance",
    "AWS::Redshift::Cluster",
];

pub(super) fn check(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    document(template, &mut problems);
    let counts = [
        (
            "Parameters",
            template.parameters.len(),
            MAX_PARAMETERS,
            "combine some, or move them to mappings",
        ),
        ("Mappings", template.mappings.len(), MAX_MAPPINGS, "combine some"),
        (
            "Outputs",
            template.outputs.len(),
            MAX_OUTPUTS,
            "remove those that nothing reads",
        ),
    ];
    for (section, count, max, hint) in counts {
        if count > max {
            let message = format!("{count} entries; a template has at most {max}");
            problems.push(Problem::section(section, Finding::new(message, hint)));
        }
    }
    names(template, &mut problems);
    for (name, parameter) in &template.parameters {
        parameters::check(name, parameter, &mut problems);
    }
    for (name, entries) in &template.mappings {
        mapping(name, entries, template.has_macros(), &mut problems);
    }
    for (id, block) in &template.resources {
        resource(id, block, &mut problems);
    }
    outputs(template, &mut problems);
    nulls(template, &mut problems);
    problems
}

/// The limits on the size of one stack.
pub(super) fn size(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    let resources = template.resources.len();
    if resources > MAX_RESOURCES {
        let message = format!("{resources} entries; a stack has at most {MAX_RESOURCES}");
        problems.push(Problem::section(
            "Resources",
            Finding::new(message, "split the stack"),
        ));
    }
    let bytes = template.to_json_minified().len();
    if bytes > MAX_TEMPLATE_BYTES {
        let message = format!("the minified template has {bytes} bytes; the limit is 1 MB");
        problems.push(Problem::section(
            "Resources",
            Finding::new(message, "split the stack"),
        ));
    }
    problems
}

fn document(template: &Template, problems: &mut Vec<Problem>) {
    if let Some(version) = template
        .format_version
        .as_ref()
        .filter(|version| *version != "2010-09-09")
    {
        problems.push(Problem::section(
            "AWSTemplateFormatVersion",
            Finding::new(
                format!("`{version}` is not a template format version"),
                "use `2010-09-09`",
            ),
        ));
    }
    if let Some(description) = &template.description
        && let Some(finding) = too_long(description)
    {
        problems.push(Problem::section("Description", finding));
    }
    if template.resources.is_empty() && template.resource_macros.is_empty() {
        problems.push(Problem::section(
            "Resources",
            Finding::new("the template has no resources", "add at least one"),
        ));
    }
}

fn too_long(description: &str) -> Option<Finding> {
    let bytes = description.len();
    (bytes > MAX_DESCRIPTION_BYTES).then(|| {
        Finding::new(
            format!("the description has {bytes} bytes; the limit is {MAX_DESCRIPTION_BYTES}"),
            "shorten it",
        )
    })
}

fn names(template: &Template, problems: &mut Vec<Problem>) {
    // The names of conditions may contain other characters.
    let sections: [(&str, Box<dyn Iterator<Item = &String>>); 4] = [
        ("Parameters", Box::new(template.parameters.keys())),
        ("Mappings", Box::new(template.mappings.keys())),
        ("Resources", Box::new(template.resources.keys())),
        ("Outputs", Box::new(template.outputs.keys())),
    ];
    for (section, names) in sections {
        for name in names.filter(|name| !name.starts_with("Fn::")) {
            if LogicalId::parse(name).is_none() {
                let finding = Finding::new("a logical ID must have 1 to 255 letters and digits", "rename it");
                problems.push(Problem::block(section, name, "", finding));
            }
        }
    }
}

fn mapping(name: &str, entries: &Json, has_macros: bool, problems: &mut Vec<Problem>) {
    let Json::Object(entries) = entries else { return };
    for (key, values) in entries.iter().filter(|(key, _)| !key.starts_with("Fn::")) {
        let mut report =
            |path: &str, finding: Finding| problems.push(Problem::block("Mappings", name, path, finding));
        // With `AWS::LanguageExtensions`, a key may be the result of a function.
        let is_valid = |key: &str, others| has_macros || is_alphanumeric(key, others);
        if !is_valid(key, &['.', '-']) {
            let message = format!("the key `{key}` has characters other than letters, digits, `.` and `-`");
            report(key, Finding::new(message, "rename it"));
        }
        match values {
            Json::Object(values) => {
                for inner in values
                    .keys()
                    .filter(|inner| !inner.starts_with("Fn::") && !is_valid(inner, &[]))
                {
                    let message = format!("the key `{inner}` has characters other than letters and digits");
                    report(&format!("{key}.{inner}"), Finding::new(message, "rename it"));
                }
                if values.len() > MAX_MAPPING_ATTRIBUTES {
                    let count = values.len();
                    let message = format!("{count} values; the limit is {MAX_MAPPING_ATTRIBUTES}");
                    report(key, Finding::new(message, "split the mapping"));
                }
                for (inner, value) in values {
                    if value.is_object() && !is_intrinsic_call(value) && !inner.starts_with("Fn::") {
                        let message = "a value in a mapping must be a string, a number, a boolean or a list; found a map";
                        report(
                            &format!("{key}.{inner}"),
                            Finding::new(message, "use two levels of keys"),
                        );
                    }
                }
            }
            other => {
                let message = format!(
                    "a key of a mapping must have a map of values; found {}",
                    describe(other)
                );
                report(key, Finding::new(message, "add a second level of keys"));
            }
        }
    }
}

fn is_alphanumeric(text: &str, others: &[char]) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || others.contains(&c))
}

fn resource(id: &str, block: &ResourceBlock, problems: &mut Vec<Problem>) {
    for (attribute, allows_except_on_create) in [("DeletionPolicy", true), ("UpdateReplacePolicy", false)] {
        let Some(policy) = block.attributes.get(attribute) else {
            continue;
        };
        let finding = match policy.as_str() {
            Some("Delete" | "Retain") => continue,
            Some("RetainExceptOnCreate") if allows_except_on_create => continue,
            Some("Snapshot") if WITH_SNAPSHOTS.contains(&block.type_name.as_str()) => continue,
            Some("Snapshot") => Finding::new(
                format!("`{}` does not support snapshots", block.type_name),
                "use `Retain` or `Delete`",
            ),
            // With `AWS::LanguageExtensions`, a function may choose the policy.
            None if policy.is_object() => continue,
            _ => Finding::new(
                format!(
                    "`{}` is not a policy",
                    policy.as_str().unwrap_or(&policy.to_string())
                ),
                "use `Delete`, `Retain` or `Snapshot`",
            ),
        };
        problems.push(Problem::resource(id, attribute, finding));
    }
}

fn outputs(template: &Template, problems: &mut Vec<Problem>) {
    let mut exports: BTreeMap<String, &str> = BTreeMap::new();
    for (name, output) in &template.outputs {
        let Json::Object(parts) = output else { continue };
        if name.starts_with("Fn::") {
            continue;
        }
        let mut report =
            |path: &str, finding: Finding| problems.push(Problem::block("Outputs", name, path, finding));
        if !parts.contains_key("Value") {
            report("", Finding::new("the output has no `Value`", "add one"));
        }
        if let Some(Json::String(description)) = parts.get("Description")
            && let Some(finding) = too_long(description)
        {
            report("Description", finding);
        }
        let Some(export) = parts.get("Export") else {
            continue;
        };
        let Some(export_name) = export.get("Name") else {
            report("Export", Finding::new("the export has no `Name`", "add one"));
            continue;
        };
        if let Some(known) = text(export_name)
            && !known
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | UNKNOWN))
        {
            let message = format!(
                "the name `{}` has characters other than letters, digits, `:` and `-`",
                shown(&known)
            );
            report("Export.Name", Finding::new(message, "rename it"));
        }
        // Outputs with conditions may share a name if only one of them exists at a time.
        if parts.contains_key("Condition") {
            continue;
        }
        if let Some(first) = exports.insert(export_name.to_string(), name) {
            let message = format!("the output `{first}` already exports this name");
            report("Export.Name", Finding::new(message, "choose another name"));
        }
    }
}

/// CloudFormation refuses null values.
fn nulls(template: &Template, problems: &mut Vec<Problem>) {
    for (id, block) in &template.resources {
        // The serverless transform writes the definition as a string before CloudFormation looks for nulls.
        let becomes_string =
            |key: &str| block.type_name == "AWS::Serverless::StateMachine" && key == "Definition";
        for (part, value) in block
            .properties
            .iter()
            .filter(|(key, _)| !becomes_string(key))
            .map(|(key, value)| (format!("Properties.{key}"), value))
        {
            find_null(value, part, &mut |path| {
                problems.push(Problem::resource(id, path, null_value()));
            });
        }
        for (part, value) in &block.attributes {
            find_null(value, part.clone(), &mut |path| {
                problems.push(Problem::resource(id, path, null_value()));
            });
        }
    }
    let sections = [
        ("Metadata", &template.metadata),
        ("Parameters", &template.parameters),
        ("Mappings", &template.mappings),
        ("Conditions", &template.conditions),
        ("Outputs", &template.outputs),
    ];
    for (section, entries) in sections {
        for (name, value) in entries {
            find_null(value, String::new(), &mut |path| {
                problems.push(Problem::block(section, name, path, null_value()));
            });
        }
    }
}

fn null_value() -> Finding {
    Finding::new(
        "null values are not allowed",
        "remove the key, or use `AWS::NoValue`",
    )
}

fn find_null(value: &Json, path: String, report: &mut impl FnMut(String)) {
    match value {
        Json::Null => report(path),
        // The common case builds no path.
        _ if !has_null(value) => {}
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                find_null(item, format!("{path}[{i}]"), report);
            }
        }
        Json::Object(map) => {
            for (key, value) in map {
                let point = if path.is_empty() { "" } else { "." };
                find_null(value, format!("{path}{point}{key}"), report);
            }
        }
        _ => {}
    }
}

fn has_null(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Array(items) => items.iter().any(has_null),
        Json::Object(map) => map.values().any(has_null),
        _ => false,
    }
}
