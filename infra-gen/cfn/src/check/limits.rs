//! The service's limits, and the rules for the blocks of each section apart from what functions refer to.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>

use std::collections::BTreeMap;

use super::{
    Problem,
    find::{UNKNOWN, shown, text},
    functions::describe,
    parameters,
};
use crate::{
    call::is_call,
    names::LogicalId,
    nest::MOST_RESOURCES,
    template::{ResourceBlock, Template},
    value::Json,
};

const OUTPUTS: usize = 200;
const PARAMETERS: usize = 200;
const MAPPINGS: usize = 200;
const MAPPING_ATTRIBUTES: usize = 200;
const BODY_BYTES: usize = 1_000_000;
const DESCRIPTION_BYTES: usize = 1_024;

/// Types whose resources can leave a snapshot when they go.
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

/// Everything that breaks a limit or a section's own rules.
pub(super) fn check(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    document(template, &mut problems);
    let counts = [
        (
            "Parameters",
            template.parameters.len(),
            PARAMETERS,
            "join some, or move them to mappings",
        ),
        ("Mappings", template.mappings.len(), MAPPINGS, "join some"),
        (
            "Outputs",
            template.outputs.len(),
            OUTPUTS,
            "leave out what nothing reads",
        ),
    ];
    for (section, count, most, hint) in counts {
        if count > most {
            let message = format!("{count} entries, and a stack has at most {most}; {hint}");
            problems.push(Problem::section(section, message));
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

/// Whether the template is too large for one stack.
pub(super) fn size(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    let resources = template.resources.len();
    if resources > MOST_RESOURCES {
        let message =
            format!("{resources} entries, and a stack has at most {MOST_RESOURCES}; split the stack");
        problems.push(Problem::section("Resources", message));
    }
    let bytes = template.to_json_minified().len();
    if bytes > BODY_BYTES {
        let message =
            format!("the template has {bytes} bytes minified, and at most 1 MB is taken; split the stack");
        problems.push(Problem::section("Resources", message));
    }
    problems
}

fn document(template: &Template, problems: &mut Vec<Problem>) {
    if let Some(version) = template
        .format_version
        .as_ref()
        .filter(|version| *version != "2010-09-09")
    {
        let message = format!("the version is `{version}`; the only one there is is `2010-09-09`");
        problems.push(Problem::section("AWSTemplateFormatVersion", message));
    }
    if let Some(description) = &template.description
        && description.len() > DESCRIPTION_BYTES
    {
        let bytes = description.len();
        let message =
            format!("the description has {bytes} bytes, and at most {DESCRIPTION_BYTES} fit; shorten it");
        problems.push(Problem::section("Description", message));
    }
    if template.resources.is_empty() && template.resource_macros.is_empty() {
        problems.push(Problem::section(
            "Resources",
            "there are none; a stack has at least one".to_owned(),
        ));
    }
}

fn names(template: &Template, problems: &mut Vec<Problem>) {
    // Conditions may have other characters too, and long-lived templates do.
    let sections: [(&str, Box<dyn Iterator<Item = &String>>); 4] = [
        ("Parameters", Box::new(template.parameters.keys())),
        ("Mappings", Box::new(template.mappings.keys())),
        ("Resources", Box::new(template.resources.keys())),
        ("Outputs", Box::new(template.outputs.keys())),
    ];
    for (section, names) in sections {
        for name in names.filter(|name| !name.starts_with("Fn::")) {
            if LogicalId::parse(name).is_none() {
                let message = "the name has something else than letters and digits, or more than 255 of them; rename it";
                problems.push(Problem::block(section, name, "", message));
            }
        }
    }
}

fn mapping(name: &str, entries: &Json, has_macros: bool, problems: &mut Vec<Problem>) {
    let Json::Object(entries) = entries else { return };
    for (key, values) in entries.iter().filter(|(key, _)| !key.starts_with("Fn::")) {
        let mut report =
            |path: &str, message: String| problems.push(Problem::block("Mappings", name, path, message));
        // With `AWS::LanguageExtensions`, keys may be anything that a function yields.
        let is_plain = |key: &str, others| has_macros || is_word(key, others);
        if !is_plain(key, &['.', '-']) {
            report(
                key,
                format!("the key `{key}` is not of letters, digits, `.` and `-`; rename it"),
            );
        }
        match values {
            Json::Object(values) => {
                for inner in values
                    .keys()
                    .filter(|inner| !inner.starts_with("Fn::") && !is_plain(inner, &[]))
                {
                    let message = format!("the key `{inner}` is not of letters and digits; rename it");
                    report(&format!("{key}.{inner}"), message);
                }
                if values.len() > MAPPING_ATTRIBUTES {
                    let count = values.len();
                    report(
                        key,
                        format!("{count} values, and at most {MAPPING_ATTRIBUTES} fit; split the mapping"),
                    );
                }
                for (inner, value) in values {
                    if value.is_object() && !is_call(value) && !inner.starts_with("Fn::") {
                        let message =
                            "a mapping has two levels of keys, then a plain value or list; found a map";
                        report(&format!("{key}.{inner}"), message.to_owned());
                    }
                }
            }
            other => report(
                key,
                format!(
                    "a mapping has two levels of keys; found {} after the first",
                    describe(other)
                ),
            ),
        }
    }
}

fn is_word(text: &str, others: &[char]) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || others.contains(&c))
}

fn resource(id: &str, block: &ResourceBlock, problems: &mut Vec<Problem>) {
    for (attribute, may_spare_creation) in [("DeletionPolicy", true), ("UpdateReplacePolicy", false)] {
        let Some(policy) = block.attributes.get(attribute) else {
            continue;
        };
        let message = match policy.as_str() {
            Some("Delete" | "Retain") => continue,
            Some("RetainExceptOnCreate") if may_spare_creation => continue,
            Some("Snapshot") if WITH_SNAPSHOTS.contains(&block.type_name.as_str()) => continue,
            Some("Snapshot") => format!("`{}` has no snapshots; use `Retain` or `Delete`", block.type_name),
            // With `AWS::LanguageExtensions` a function may choose.
            None if policy.is_object() => continue,
            _ => format!("{policy} is no policy; use `Delete`, `Retain` or `Snapshot`"),
        };
        problems.push(Problem::resource(id, attribute, message));
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
            |path: &str, message: String| problems.push(Problem::block("Outputs", name, path, message));
        if !parts.contains_key("Value") {
            report("", "the output has no `Value`; add one".to_owned());
        }
        if let Some(Json::String(description)) = parts.get("Description")
            && description.len() > DESCRIPTION_BYTES
        {
            let bytes = description.len();
            let message = format!("{bytes} bytes, and at most {DESCRIPTION_BYTES} fit; shorten it");
            report("Description", message);
        }
        let Some(export) = parts.get("Export") else {
            continue;
        };
        let Some(export_name) = export.get("Name") else {
            report("Export", "the export has no `Name`; add one".to_owned());
            continue;
        };
        if let Some(known) = text(export_name)
            && !known
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | UNKNOWN))
        {
            report(
                "Export.Name",
                format!(
                    "`{}` is not of letters, digits, `:` and `-`; rename it",
                    shown(&known)
                ),
            );
        }
        // Two outputs under conditions may share a name, when only one of them exists at a time.
        if parts.contains_key("Condition") {
            continue;
        }
        if let Some(first) = exports.insert(export_name.to_string(), name) {
            report(
                "Export.Name",
                format!("the output `{first}` exports this name already; choose another"),
            );
        }
    }
}

/// CloudFormation refuses a null anywhere.
fn nulls(template: &Template, problems: &mut Vec<Problem>) {
    for (id, block) in &template.resources {
        // The serverless transform writes the definition as a text before CloudFormation looks for nulls.
        let is_text = |key: &str| block.type_name == "AWS::Serverless::StateMachine" && key == "Definition";
        for (part, value) in block
            .properties
            .iter()
            .filter(|(key, _)| !is_text(key))
            .map(|(key, value)| (format!("Properties.{key}"), value))
        {
            find_null(value, part, &mut |path| {
                problems.push(Problem::resource(id, path, NULL));
            });
        }
        for (part, value) in &block.attributes {
            find_null(value, part.clone(), &mut |path| {
                problems.push(Problem::resource(id, path, NULL));
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
                problems.push(Problem::block(section, name, path, NULL));
            });
        }
    }
}

const NULL: &str = "a template has no nulls; leave the key out, or use `AWS::NoValue`";

fn find_null(value: &Json, path: String, report: &mut impl FnMut(String)) {
    match value {
        Json::Null => report(path),
        // The path is only written out where there is a null to tell of.
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
