//! `Fn::ForEach` written out: the resources and conditions that a loop stands for.
//!
//! Only a loop whose collections the template alone decides is written out. Any other stays as it is, and what a change of
//! it does is not known.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html>

use infra_gen_cfn::{Json, Template};
use serde_json::{Map, json};

use crate::evaluate::Evaluator;

const LOOP: &str = "Fn::ForEach::";

/// The most blocks that loops are written out to: far more than a stack takes.
const MOST_BLOCKS: usize = 10_000;

/// The template with the loops over its conditions and resources written out.
pub(crate) fn template(template: &Template) -> Template {
    let mut expanded = template.clone();
    if !has_loops(&template.conditions) && !has_loops(&template.resource_macros) {
        return expanded;
    }
    let evaluator = Evaluator::of(template);
    let mut left = MOST_BLOCKS;
    expanded.conditions = Map::new();
    for (name, block) in &template.conditions {
        match written_out(name, block, &evaluator, &mut left) {
            Some(blocks) => expanded.conditions.extend(blocks),
            None => {
                expanded.conditions.insert(name.clone(), block.clone());
            }
        }
    }
    expanded.resource_macros.retain(|name, block| {
        let Some(blocks) = written_out(name, block, &evaluator, &mut left) else {
            return true;
        };
        let document = json!({ "Resources": blocks });
        let Ok(resources) = serde_json::from_value::<Template>(document) else {
            return true;
        };
        expanded.resources.extend(resources.resources);
        false
    });
    expanded
}

fn has_loops(section: &Map<String, Json>) -> bool {
    section.keys().any(|name| name.starts_with(LOOP))
}

/// The blocks that one loop stands for; none for what is not a loop, or cannot be written out.
fn written_out(
    name: &str,
    block: &Json,
    evaluator: &Evaluator<'_>,
    left: &mut usize,
) -> Option<Map<String, Json>> {
    if !name.starts_with(LOOP) {
        return None;
    }
    let [Json::String(variable), collection, Json::Object(body)] = block.as_array()?.as_slice() else {
        return None;
    };
    let collection = evaluator.value(collection)?;
    let mut blocks = Map::new();
    for item in collection.as_array()? {
        let item = match item {
            Json::String(text) => text.clone(),
            Json::Number(number) => number.to_string(),
            _ => return None,
        };
        for (key, entry) in body {
            *left = left.checked_sub(1)?;
            let key = substituted(key, variable, &item);
            let entry = with_item(entry, variable, &item);
            if key.starts_with(LOOP) {
                blocks.extend(written_out(&key, &entry, evaluator, left)?);
            } else if key.starts_with("Fn::") {
                return None;
            } else {
                blocks.insert(key, entry);
            }
        }
    }
    Some(blocks)
}

fn with_item(value: &Json, variable: &str, item: &str) -> Json {
    match value {
        Json::String(text) => Json::from(substituted(text, variable, item)),
        Json::Array(items) => items
            .iter()
            .map(|value| with_item(value, variable, item))
            .collect(),
        Json::Object(entries) => {
            let is_reference =
                entries.len() == 1 && entries.get("Ref").and_then(Json::as_str) == Some(variable);
            if is_reference {
                return Json::from(item);
            }
            entries
                .iter()
                .map(|(name, entry)| {
                    (
                        substituted(name, variable, item),
                        with_item(entry, variable, item),
                    )
                })
                .collect()
        }
        scalar => scalar.clone(),
    }
}

/// `${Name}` is the item, `&{Name}` its letters and digits.
fn substituted(text: &str, variable: &str, item: &str) -> String {
    let plain: String = item.chars().filter(char::is_ascii_alphanumeric).collect();
    text.replace(&format!("${{{variable}}}"), item)
        .replace(&format!("&{{{variable}}}"), &plain)
}
