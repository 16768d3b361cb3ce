//! Finds the resources and conditions that use a parameter.

use infra_gen_cfn::{Json, Template};

/// A resource or condition that uses a parameter.
#[derive(Debug)]
pub(super) struct Usage {
    /// For messages: "`Orders`", "condition `IsProd`".
    pub(super) name: String,
    /// Whether another value may lose data: by replacing a resource that holds some, or through a condition.
    pub(super) may_lose_data: bool,
}

/// All usages of the parameter `name`.
pub(super) fn find(template: &Template, name: &str) -> Vec<Usage> {
    let in_resources = template.resources.iter().filter_map(|(logical, block)| {
        let value = serde_json::to_value(block).ok()?;
        refers(&value, name).then(|| Usage {
            name: format!("`{logical}`"),
            may_lose_data: infra_gen_schema::holds_data(&block.type_name) != Some(false),
        })
    });
    let in_conditions = template
        .conditions
        .iter()
        .filter(|(_, condition)| refers(condition, name))
        .map(|(condition, _)| Usage {
            name: format!("condition `{condition}`"),
            may_lose_data: true,
        });
    in_resources.chain(in_conditions).collect()
}

fn refers(value: &Json, name: &str) -> bool {
    match value {
        Json::Array(items) => items.iter().any(|item| refers(item, name)),
        Json::Object(fields) => fields.iter().any(|(key, value)| match (key.as_str(), value) {
            ("Ref", Json::String(to)) => to == name,
            ("Fn::Sub", Json::String(text)) => text.contains(&format!("${{{name}}}")),
            ("Fn::Sub", Json::Array(parts)) => parts.iter().any(|part| match part {
                Json::String(text) => text.contains(&format!("${{{name}}}")),
                other => refers(other, name),
            }),
            (_, value) => refers(value, name),
        }),
        _ => false,
    }
}
