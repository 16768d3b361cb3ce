//! Expands `Fn::ForEach` loops over resources and conditions.
//!
//! Only loops whose collections are known from the template alone are expanded. Any other loop stays as it is, and the
//! effect of changing it is unknown.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html>

use infra_gen_cfn::{Json, Template};
use serde_json::{Map, json};

use crate::evaluate::Evaluator;

const LOOP: &str = "Fn::ForEach::";

/// The maximum number of expanded blocks, far more than a stack may have.
const MAX_BLOCKS: usize = 10_000;

/// The template with the loops over its conditions and resources expanded.
pub(crate) fn expand(template: &Template) -> Template {
    let mut expanded = template.clone();
    if !has_loops(&template.conditions) && !has_loops(&template.resource_macros) {
        return expanded;
    }
    let evaluator = Evaluator::new(template);
    let mut left = MAX_BLOCKS;
    expanded.conditions = Map::new();
    for (name, block) in &template.conditions {
        match expand_loop(name, block, &evaluator, &mut left) {
            Some(blocks) => expanded.conditions.extend(blocks),
            None => {
                expanded.conditions.insert(name.clone(), block.clone());
            }
        }
    }
    expanded.resource_macros.retain(|name, block| {
        let Some(blocks) = expand_loop(name, block, &evaluator, &mut left) else {
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

/// The blocks of a loop, or `None` if the block is not a loop or cannot be expanded.
fn expand_loop(
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
            let key = substitute(key, variable, &item);
            let entry = substitute_in(entry, variable, &item);
            if key.starts_with(LOOP) {
                blocks.extend(expand_loop(&key, &entry, evaluator, left)?);
            } else if key.starts_with("Fn::") {
                return None;
            } else {
                blocks.insert(key, entry);
            }
        }
    }
    Some(blocks)
}

fn substitute_in(value: &Json, variable: &str, item: &str) -> Json {
    match value {
        Json::String(text) => Json::from(substitute(text, variable, item)),
        Json::Array(items) => items
            .iter()
            .map(|value| substitute_in(value, variable, item))
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
                        substitute(name, variable, item),
                        substitute_in(entry, variable, item),
                    )
                })
                .collect()
        }
        scalar => scalar.clone(),
    }
}

/// The text with `${Name}` replaced by the item, and `&{Name}` by the letters and digits of the item.
fn substitute(text: &str, variable: &str, item: &str) -> String {
    let plain: String = item.chars().filter(char::is_ascii_alphanumeric).collect();
    text.replace(&format!("${{{variable}}}"), item)
        .replace(&format!("&{{{variable}}}"), &plain)
}
