//! Compares all sections of a template except its resources.

use infra_gen_cfn::{Json, Template};
use serde_json::Map;

use crate::{
    compare,
    model::{Change, Effect, Path, PropertyChange, SectionChange},
};

/// The blocks that differ, in the order of a template's sections. Both templates are in normal form.
pub(crate) fn compare(old: &Template, new: &Template) -> Vec<SectionChange> {
    let mut changes = Vec::new();
    // There is only one format version, and it may be omitted.
    if let (Some(old), Some(new)) = (&old.format_version, &new.format_version) {
        let (old, new) = (text(Some(old)), text(Some(new)));
        compare_value(
            "AWSTemplateFormatVersion",
            old.as_ref(),
            new.as_ref(),
            &mut changes,
        );
    }
    compare_value(
        "Description",
        text(old.description.as_deref()).as_ref(),
        text(new.description.as_deref()).as_ref(),
        &mut changes,
    );
    let named = [
        ("Metadata", &old.metadata, &new.metadata),
        ("Parameters", &old.parameters, &new.parameters),
        ("Mappings", &old.mappings, &new.mappings),
        ("Conditions", &old.conditions, &new.conditions),
        ("Resources", &old.resource_macros, &new.resource_macros),
        ("Outputs", &old.outputs, &new.outputs),
    ];
    for (section, old, new) in named {
        compare_blocks(section, old, new, &mut changes);
    }
    let others: Vec<&String> = old
        .other
        .keys()
        .chain(new.other.keys().filter(|name| !old.other.contains_key(*name)))
        .collect();
    for name in others {
        compare_value(name, old.other.get(name), new.other.get(name), &mut changes);
    }
    changes
}

fn text(value: Option<&str>) -> Option<Json> {
    value.map(Json::from)
}

/// Compares a section that is a single value.
fn compare_value(section: &str, old: Option<&Json>, new: Option<&Json>, changes: &mut Vec<SectionChange>) {
    if let Some(differences) = differences(old, new) {
        changes.push(SectionChange {
            section: section.to_owned(),
            name: String::new(),
            changes: differences,
            notes: Vec::new(),
        });
    }
}

/// Compares a section of named blocks.
fn compare_blocks(
    section: &str,
    old: &Map<String, Json>,
    new: &Map<String, Json>,
    changes: &mut Vec<SectionChange>,
) {
    let names = old
        .keys()
        .chain(new.keys().filter(|name| !old.contains_key(*name)));
    for name in names {
        if let Some(differences) = differences(old.get(name), new.get(name)) {
            changes.push(SectionChange {
                section: section.to_owned(),
                name: name.clone(),
                notes: notes(section, old.get(name), new.get(name)),
                changes: differences,
            });
        }
    }
}

fn differences(old: Option<&Json>, new: Option<&Json>) -> Option<Vec<PropertyChange>> {
    let mut found = Vec::new();
    match (old, new) {
        (None, None) => {}
        (Some(old), Some(new)) => compare::values(&Path::default(), old, new, &mut found),
        (Some(old), None) => found.push((Path::default(), Change::Removed { old: old.clone() })),
        (None, Some(new)) => found.push((Path::default(), Change::Added { new: new.clone() })),
    }
    (!found.is_empty()).then(|| compare::with_effect(found, Effect::None))
}

fn notes(section: &str, old: Option<&Json>, new: Option<&Json>) -> Vec<String> {
    let export = |block: Option<&Json>| Some(block?.get("Export")?.get("Name")?.clone());
    let mut notes = Vec::new();
    match section {
        "Outputs" => {
            if let Some(name) = export(old)
                && export(new).as_ref() != Some(&name)
            {
                let name = name.as_str().map_or_else(|| name.to_string(), str::to_owned);
                notes.push(format!(
                    "CloudFormation refuses to remove the export `{name}` while another stack imports it; list the importing \
                     stacks with `aws cloudformation list-imports --export-name …`"
                ));
            } else if let (Some(_), Some(old), Some(new)) = (export(new), old, new)
                && old.get("Value") != new.get("Value")
            {
                notes.push(
                    "CloudFormation refuses to change the value of an export while another stack imports it; list the \
                     importing stacks with `aws cloudformation list-imports --export-name …`"
                        .to_owned(),
                );
            }
        }
        "Parameters" if old.is_none() && new.is_some_and(|new| new.get("Default").is_none()) => {
            notes.push("it has no default: the next deployment must provide a value".to_owned());
        }
        _ => {}
    }
    notes
}
