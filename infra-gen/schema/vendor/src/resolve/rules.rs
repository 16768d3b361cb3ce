//! Constraints between the properties of one object.

use crate::{model::Rule, source::Schema};

use super::objects::own_properties;

/// The constraints whose properties exist.
pub(super) fn between(schema: &Schema) -> Vec<Rule> {
    let properties = own_properties(schema);
    let mut rules = Vec::new();
    let mut add = |rule: Rule| {
        let is_known = match &rule {
            Rule::ExactlyOne(names) | Rule::AtLeastOne(names) => {
                names.iter().all(|name| properties.contains_key(name))
            }
            Rule::Requires(name, others) | Rule::Excludes(name, others) | Rule::Unless(name, _, others) => {
                properties.contains_key(name) && others.iter().all(|other| properties.contains_key(other))
            }
        };
        if is_known && !rules.contains(&rule) {
            rules.push(rule);
        }
    };
    if !schema.required_xor.is_empty() {
        add(Rule::ExactlyOne(schema.required_xor.clone()));
    }
    if let Some(names) = one_required_each(&schema.one_of) {
        add(Rule::ExactlyOne(names));
    }
    if let Some(names) = one_required_each(&schema.any_of) {
        add(Rule::AtLeastOne(names));
    }
    for (name, others) in &schema.dependent_required {
        add(Rule::Requires(name.clone(), others.clone()));
    }
    for (name, others) in &schema.dependent_excluded {
        add(Rule::Excludes(name.clone(), others.clone()));
    }
    rules
}

/// The names, if every alternative requires exactly one property.
fn one_required_each(alternatives: &[Schema]) -> Option<Vec<String>> {
    if alternatives.is_empty() {
        return None;
    }
    alternatives
        .iter()
        .map(|alternative| match alternative.required.as_slice() {
            [one] => Some(one.clone()),
            _ => None,
        })
        .collect()
}
