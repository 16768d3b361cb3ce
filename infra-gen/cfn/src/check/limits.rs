//! CloudFormation's limits, and the rules for each section that do not concern references.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>

use std::collections::BTreeMap;

use super::{
    functions::describe,
    parameters,
    query::{UNKNOWN, has_placeholder, shown, text},
    serverless,
};
use crate::{
    check::catalog::limits::{
        DESCRIPTION_TOO_LONG, DUPLICATE_EXPORT, INVALID_DELETION_POLICY, INVALID_EXPORT, INVALID_LOGICAL_ID,
        INVALID_MAPPING, LITERAL_CONDITION, MISSING_OUTPUT_VALUE, NO_RESOURCES, NULL_VALUE,
        TEMPLATE_TOO_LARGE, TOO_MANY_ENTRIES, UNKNOWN_FORMAT_VERSION,
    },
    finding::{Finding, Unplaced, ValuePath},
    intrinsic_call::{is_function_key, is_intrinsic_call},
    limits::{
        MAX_DESCRIPTION_BYTES, MAX_MAPPING_ATTRIBUTES, MAX_MAPPINGS, MAX_OUTPUTS, MAX_PARAMETERS,
        MAX_RESOURCES, MAX_TEMPLATE_BYTES,
    },
    names::LogicalId,
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

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    document(template, &mut findings);
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
            findings.push(Finding::section(section, TOO_MANY_ENTRIES.found(message, hint)));
        }
    }
    names(template, &mut findings);
    for (name, parameter) in &template.parameters {
        parameters::check(name, parameter, &mut findings);
    }
    for (name, entries) in &template.mappings {
        mapping(name, entries, template.has_macros(), &mut findings);
    }
    for (id, block) in &template.resources {
        resource(id, block, &mut findings);
    }
    outputs(template, &mut findings);
    for (name, condition) in template
        .conditions
        .iter()
        .filter(|(_, condition)| condition.is_boolean())
    {
        let found = LITERAL_CONDITION.found(
            format!("the condition is always {condition}"),
            "use a condition function, or remove the condition",
        );
        findings.push(Finding::block("Conditions", name, "", found));
    }
    nulls(template, &mut findings);
    findings
}

/// The limits on the size of one stack.
pub(super) fn size(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    let resources = template.resources.len();
    if resources > MAX_RESOURCES {
        let message = format!("{resources} entries; a stack has at most {MAX_RESOURCES}");
        findings.push(Finding::section(
            "Resources",
            TOO_MANY_ENTRIES.found(message, "split the stack"),
        ));
    }
    let bytes = template.to_json_minified().len();
    if bytes > MAX_TEMPLATE_BYTES {
        let message = format!("the minified template has {bytes} bytes; the limit is 1 MB");
        findings.push(Finding::section(
            "Resources",
            TEMPLATE_TOO_LARGE.found(message, "split the stack"),
        ));
    }
    findings
}

fn document(template: &Template, findings: &mut Vec<Finding>) {
    if let Some(version) = template
        .format_version
        .as_ref()
        .filter(|version| *version != "2010-09-09")
    {
        findings.push(Finding::section(
            "AWSTemplateFormatVersion",
            UNKNOWN_FORMAT_VERSION.found(
                format!("`{version}` is not a template format version"),
                "use `2010-09-09`",
            ),
        ));
    }
    if let Some(description) = &template.description
        && let Some(finding) = too_long(description)
    {
        findings.push(Finding::section("Description", finding));
    }
    if template.resources.is_empty() && template.resource_macros.is_empty() {
        findings.push(Finding::section(
            "Resources",
            NO_RESOURCES.found("the template has no resources", "add at least one"),
        ));
    }
}

fn too_long(description: &str) -> Option<Unplaced> {
    let bytes = description.len();
    (bytes > MAX_DESCRIPTION_BYTES).then(|| {
        DESCRIPTION_TOO_LONG.found(
            format!("the description has {bytes} bytes; the limit is {MAX_DESCRIPTION_BYTES}"),
            "shorten it",
        )
    })
}

fn names(template: &Template, findings: &mut Vec<Finding>) {
    // The names of conditions may contain other characters.
    let sections: [(&str, Box<dyn Iterator<Item = &String>>); 4] = [
        ("Parameters", Box::new(template.parameters.keys())),
        ("Mappings", Box::new(template.mappings.keys())),
        ("Resources", Box::new(template.resources.keys())),
        ("Outputs", Box::new(template.outputs.keys())),
    ];
    for (section, names) in sections {
        for name in names.filter(|name| !is_function_key(name) && !has_placeholder(name)) {
            if LogicalId::parse(name).is_none() {
                let finding = INVALID_LOGICAL_ID
                    .found("a logical ID must have 1 to 255 letters and digits", "rename it");
                findings.push(Finding::block(section, name, "", finding));
            }
        }
    }
}

fn mapping(name: &str, entries: &Json, has_macros: bool, findings: &mut Vec<Finding>) {
    let Json::Object(entries) = entries else { return };
    for (key, values) in entries.iter().filter(|(key, _)| !is_function_key(key)) {
        let at_key = || ValuePath::default().key(key);
        let mut report =
            |path: ValuePath, found: Unplaced| findings.push(Finding::block("Mappings", name, path, found));
        // With `AWS::LanguageExtensions`, a key may be the result of a function.
        let is_valid = |key: &str, others| has_macros || has_placeholder(key) || is_alphanumeric(key, others);
        if !is_valid(key, &['.', '-']) {
            let message = format!("the key `{key}` has characters other than letters, digits, `.` and `-`");
            report(at_key(), INVALID_MAPPING.found(message, "rename it"));
        }
        match values {
            Json::Object(values) => {
                for inner in values
                    .keys()
                    .filter(|inner| !is_function_key(inner) && !is_valid(inner, &[]))
                {
                    let message = format!("the key `{inner}` has characters other than letters and digits");
                    report(at_key().key(inner), INVALID_MAPPING.found(message, "rename it"));
                }
                if values.len() > MAX_MAPPING_ATTRIBUTES {
                    let count = values.len();
                    let message = format!("{count} values; the limit is {MAX_MAPPING_ATTRIBUTES}");
                    report(at_key(), TOO_MANY_ENTRIES.found(message, "split the mapping"));
                }
                for (inner, value) in values {
                    if value.is_object() && !is_intrinsic_call(value) && !is_function_key(inner) {
                        let message = "a value in a mapping must be a string, a number, a boolean or a list; found a map";
                        report(
                            at_key().key(inner),
                            INVALID_MAPPING.found(message, "use two levels of keys"),
                        );
                    }
                }
            }
            other => {
                let message = format!(
                    "a key of a mapping must have a map of values; found {}",
                    describe(other)
                );
                report(
                    at_key(),
                    INVALID_MAPPING.found(message, "add a second level of keys"),
                );
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

fn resource(id: &str, block: &ResourceBlock, findings: &mut Vec<Finding>) {
    for (attribute, allows_except_on_create) in [("DeletionPolicy", true), ("UpdateReplacePolicy", false)] {
        let Some(policy) = block.attributes.get(attribute) else {
            continue;
        };
        let finding = match policy.as_str() {
            Some("Delete" | "Retain") => continue,
            Some("RetainExceptOnCreate") if allows_except_on_create => continue,
            Some("Snapshot") if WITH_SNAPSHOTS.contains(&block.type_name.as_str()) => continue,
            Some("Snapshot") => INVALID_DELETION_POLICY.found(
                format!("`{}` does not support snapshots", block.type_name),
                "use `Retain` or `Delete`",
            ),
            // A function may choose the policy, also without `AWS::LanguageExtensions`.
            None if is_intrinsic_call(policy) && !returns_list(policy) => continue,
            None if policy.is_object() => {
                let message = format!("{} is not a policy", describe(policy));
                INVALID_DELETION_POLICY.found(message, "use `Delete`, `Retain` or `Snapshot`")
            }
            _ => INVALID_DELETION_POLICY.found(
                format!(
                    "`{}` is not a policy",
                    policy.as_str().unwrap_or(&policy.to_string())
                ),
                "use `Delete`, `Retain` or `Snapshot`",
            ),
        };
        findings.push(Finding::resource(id, attribute, finding));
    }
}

fn returns_list(value: &Json) -> bool {
    const FUNCTIONS: [&str; 3] = ["Fn::Cidr", "Fn::GetAZs", "Fn::Split"];
    FUNCTIONS.iter().any(|function| value.get(*function).is_some())
}

fn outputs(template: &Template, findings: &mut Vec<Finding>) {
    let mut exports: BTreeMap<String, &str> = BTreeMap::new();
    for (name, output) in &template.outputs {
        let Json::Object(parts) = output else { continue };
        if is_function_key(name) {
            continue;
        }
        let mut report =
            |path: &str, finding: Unplaced| findings.push(Finding::block("Outputs", name, path, finding));
        if !parts.contains_key("Value") {
            report(
                "",
                MISSING_OUTPUT_VALUE.found("the output has no `Value`", "add one"),
            );
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
            report(
                "Export",
                INVALID_EXPORT.found("the export has no `Name`", "add one"),
            );
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
            report("Export.Name", INVALID_EXPORT.found(message, "rename it"));
        }
        // Outputs with conditions may share a name if only one of them exists at a time.
        if parts.contains_key("Condition") {
            continue;
        }
        if let Some(first) = exports.insert(export_name.to_string(), name) {
            let message = format!("the output `{first}` already exports this name");
            report(
                "Export.Name",
                DUPLICATE_EXPORT.found(message, "choose another name"),
            );
        }
    }
}

/// CloudFormation refuses null values.
fn nulls(template: &Template, findings: &mut Vec<Finding>) {
    for (id, block) in &template.resources {
        let parts = block.properties.iter();
        for (part, value) in
            parts.filter(|(key, value)| !serverless::accepts_null(&block.type_name, key, value))
        {
            find_null(value, &ValuePath::from("Properties").key(part), &mut |path| {
                findings.push(Finding::resource(id, path, null_value()));
            });
        }
        for (part, value) in &block.attributes {
            find_null(value, &ValuePath::default().key(part), &mut |path| {
                findings.push(Finding::resource(id, path, null_value()));
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
        // The reader reports a block that is null.
        let is_block = |value: &Json| section == "Metadata" || !value.is_null();
        for (name, value) in entries.iter().filter(|(_, value)| is_block(value)) {
            find_null(value, &ValuePath::default(), &mut |path| {
                findings.push(Finding::block(section, name, path, null_value()));
            });
        }
    }
}

fn null_value() -> Unplaced {
    NULL_VALUE.found(
        "null values are not allowed",
        "remove the key, or use `AWS::NoValue`",
    )
}

fn find_null(value: &Json, path: &ValuePath, report: &mut impl FnMut(ValuePath)) {
    match value {
        Json::Null => report(path.clone()),
        // The common case builds no path.
        _ if !has_null(value) => {}
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                find_null(item, &path.clone().index(i), report);
            }
        }
        Json::Object(map) => {
            for (key, value) in map {
                find_null(value, &path.clone().key(key), report);
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
