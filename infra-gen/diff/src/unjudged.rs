//! Differences that cannot be assessed. The gates treat them as destructive and broadening.

use std::collections::BTreeSet;

use infra_gen_cfn::{Json, Template};
use serde_json::Map;

use crate::{
    indirect::IndirectChanges,
    model::{Action, Effect, ResourceChange},
    nested::{is_nested_stack, template_file},
    resources,
};

/// AWS transforms that are supported here, or that do not change existing resources.
const KNOWN_TRANSFORMS: [&str; 2] = ["AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"];

/// AWS transforms that only add to the template, so that other changes have the effect that they have without it.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html>
const ADDING_TRANSFORMS: [&str; 5] = [
    "AWS::CodeDeployBlueGreen",
    "AWS::CodeStar",
    "AWS::Include",
    "AWS::SecretsManager-",
    "AWS::ServiceCatalog",
];

/// The names of the differences that cannot be assessed, as the report shows them.
pub(crate) fn find(
    old: &Template,
    new: &Template,
    indirect: &IndirectChanges<'_>,
    resources: &[ResourceChange],
    compared: &BTreeSet<String>,
    is_different: bool,
) -> Vec<String> {
    let mut found = Vec::new();
    for change in resources {
        // A nested stack that is removed or replaced is assessed as a whole.
        let is_unknown = is_nested_stack(&change.type_name) && !compared.contains(&change.logical_id);
        if is_unknown && change.action == Action::Change {
            found.push(format!("nested stack {}", change.logical_id));
        }
        let blocks = [&old.resources, &new.resources].map(|blocks| blocks.get(&change.logical_id));
        let has_macro = blocks.into_iter().flatten().any(|block| {
            block
                .properties
                .iter()
                .any(|(name, value)| calls_macro(name, value))
        });
        if has_macro && blocks.iter().all(Option::is_some) {
            found.push(format!("macro in {}", change.logical_id));
        }
    }
    // The file may have changed although its name did not.
    let is_changed = |id: &str| resources.iter().any(|change| change.logical_id == id);
    let unread = new.resources.iter().filter(|(id, block)| {
        template_file(block).is_some()
            && old.resources.contains_key(*id)
            && !compared.contains(*id)
            && !is_changed(id)
    });
    found.extend(unread.map(|(id, _)| format!("nested stack {id}")));
    for (section, old, new) in [
        ("Conditions", &old.conditions, &new.conditions),
        ("Resources", &old.resource_macros, &new.resource_macros),
    ] {
        for name in names(old, new).filter(|name| name.starts_with("Fn::")) {
            let (before, after) = (old.get(name), new.get(name));
            let is_affected = after.is_some_and(|block| indirect.causes(block).is_some());
            if before != after || is_affected {
                found.push(format!("{section}.{name}"));
            }
        }
    }
    let before = transforms(old.other.get("Transform"));
    let after = transforms(new.other.get("Transform"));
    let is_changed = before != after;
    let mut unknown: Vec<String> = before
        .into_iter()
        .chain(after)
        .filter(|name| {
            is_changed && !KNOWN_TRANSFORMS.contains(&name.as_str()) || is_different && may_rewrite(name)
        })
        .map(|name| format!("transform {name}"))
        .collect();
    unknown.sort();
    unknown.dedup();
    found.extend(unknown);
    found
}

/// Marks the updates that a macro may turn into others: their effect is unknown.
pub(crate) fn mark_macros(old: &Template, new: &Template, resources: &mut [ResourceChange]) {
    let rewrites = |template: &Template| {
        transforms(template.other.get("Transform"))
            .iter()
            .any(|name| may_rewrite(name))
    };
    let is_rewritten = rewrites(old) || rewrites(new);
    for change in resources {
        let blocks = [old, new].map(|template| template.resources.get(&change.logical_id));
        let has_macro = blocks.into_iter().flatten().any(|block| {
            block
                .properties
                .iter()
                .any(|(name, value)| calls_macro(name, value))
        });
        let [Some(_), Some(after)] = blocks else { continue };
        if change.action != Action::Change || change.is_refused() || !(is_rewritten || has_macro) {
            continue;
        }
        for property in &mut change.changes {
            if property.effect == Effect::InPlace {
                property.effect = Effect::Unknown;
                change.action = Action::MayReplace;
            }
        }
        if change.action == Action::MayReplace {
            resources::set_disposition(change, resources::disposition(after, "UpdateReplacePolicy"));
            change
                .notes
                .push("a macro processes it and may change the effect of the update".to_owned());
        }
    }
}

fn names<'a>(old: &'a Map<String, Json>, new: &'a Map<String, Json>) -> impl Iterator<Item = &'a String> {
    old.keys()
        .chain(new.keys().filter(|name| !old.contains_key(*name)))
}

/// Whether the entry contains a call of a macro, which may rewrite what is beside it.
fn calls_macro(name: &str, value: &Json) -> bool {
    if name == "Fn::Transform" {
        return transforms(Some(value)).iter().any(|name| may_rewrite(name));
    }
    match value {
        Json::Object(entries) => entries.iter().any(|(name, value)| calls_macro(name, value)),
        Json::Array(items) => items.iter().any(|item| calls_macro("", item)),
        _ => false,
    }
}

/// Whether the transform may rewrite any part of the template.
fn may_rewrite(name: &str) -> bool {
    !KNOWN_TRANSFORMS.contains(&name) && !ADDING_TRANSFORMS.iter().any(|known| name.starts_with(known))
}

fn transforms(section: Option<&Json>) -> Vec<String> {
    let name = |transform: &Json| match transform {
        Json::String(name) => name.clone(),
        other => other
            .get("Name")
            .and_then(Json::as_str)
            .map_or_else(|| other.to_string(), str::to_owned),
    };
    match section {
        Some(Json::Array(transforms)) => transforms.iter().map(name).collect(),
        Some(transform) => vec![name(transform)],
        None => Vec::new(),
    }
}
