//! Expands `Fn::ForEach` loops.
//!
//! Only loops whose collections are known are expanded. Any other loop stays as it is, and the effect of changing it is
//! unknown.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html>

use std::collections::BTreeMap;

use infra_gen_cfn::{Json, Template};
use serde_json::{Map, json};

use crate::evaluate::Evaluator;

const LOOP: &str = "Fn::ForEach::";

/// The maximum number of expanded blocks and entries, far more than a stack may have.
const MAX_BLOCKS: usize = 10_000;

/// The template with its loops expanded. `values` are the known values of its parameters.
pub(crate) fn expand(template: &Template, values: &BTreeMap<String, String>) -> Template {
    let mut expanded = template.clone();
    let sections = [&template.conditions, &template.resource_macros, &template.outputs];
    // Loops among properties need the same transform as those among resources.
    let may_have_loops = template
        .other
        .get("Transform")
        .is_some_and(has_language_extensions);
    if !may_have_loops && !sections.into_iter().any(has_loops) {
        return expanded;
    }
    let evaluator = Evaluator::new(template, values);
    let mut expansion = Expansion {
        evaluator: &evaluator,
        left: MAX_BLOCKS,
    };
    expanded.conditions = expansion.entries(&template.conditions);
    expanded.outputs = expansion.entries(&template.outputs);
    expanded.resource_macros.retain(|name, block| {
        let Some(blocks) = expansion.expand(name, block) else {
            return true;
        };
        let document = json!({ "Resources": blocks });
        let Ok(resources) = serde_json::from_value::<Template>(document) else {
            return true;
        };
        expanded.resources.extend(resources.resources);
        false
    });
    for block in expanded.resources.values_mut() {
        block.properties = expansion.entries(&block.properties);
    }
    expanded
}

fn has_language_extensions(transform: &Json) -> bool {
    let is_it = |name: &Json| name == "AWS::LanguageExtensions";
    match transform {
        Json::Array(names) => names.iter().any(is_it),
        name => is_it(name),
    }
}

fn has_loops(section: &Map<String, Json>) -> bool {
    section.keys().any(|name| name.starts_with(LOOP))
}

struct Expansion<'a> {
    evaluator: &'a Evaluator<'a>,
    /// How many more blocks and entries may be generated.
    left: usize,
}

impl Expansion<'_> {
    /// The entries with the loops among them expanded, at any depth.
    fn entries(&mut self, entries: &Map<String, Json>) -> Map<String, Json> {
        let mut expanded = Map::new();
        for (name, entry) in entries {
            match self.expand(name, entry) {
                Some(blocks) => expanded.extend(blocks),
                None => {
                    expanded.insert(name.clone(), self.value(entry));
                }
            }
        }
        expanded
    }

    fn value(&mut self, value: &Json) -> Json {
        match value {
            Json::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Json::Object(entries) => Json::Object(self.entries(entries)),
            scalar => scalar.clone(),
        }
    }

    /// The entries that a loop generates, or `None` if the entry is not a loop or cannot be expanded.
    fn expand(&mut self, name: &str, block: &Json) -> Option<Map<String, Json>> {
        if !name.starts_with(LOOP) {
            return None;
        }
        let [Json::String(variable), collection, Json::Object(body)] = block.as_array()?.as_slice() else {
            return None;
        };
        let collection = self.evaluator.value(collection)?;
        let mut blocks = Map::new();
        for item in collection.as_array()? {
            let item = match item {
                Json::String(text) => text.clone(),
                Json::Number(number) => number.to_string(),
                _ => return None,
            };
            for (key, entry) in body {
                self.left = self.left.checked_sub(1)?;
                let key = substitute(key, variable, &item);
                let entry = substitute_in(entry, variable, &item);
                if key.starts_with(LOOP) {
                    blocks.extend(self.expand(&key, &entry)?);
                } else if key.starts_with("Fn::") {
                    return None;
                } else {
                    blocks.insert(key, self.value(&entry));
                }
            }
        }
        Some(blocks)
    }
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
