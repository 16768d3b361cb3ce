//! Constraints between the properties of one object.

use infra_gen_schema::Predicate;

use crate::{convert, model::Rule, source::Schema};

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

/// The alternatives that require several properties each.
pub(super) fn combinations(schema: &Schema) -> Vec<infra_gen_schema::Rule> {
    let properties = own_properties(schema);
    let of = |alternatives: &[Schema]| -> Option<Box<[Predicate]>> {
        if alternatives.len() < 2 || one_required_each(alternatives).is_some() {
            return None;
        }
        alternatives
            .iter()
            .map(|alternative| {
                let only_requires = Schema {
                    required: alternative.required.clone(),
                    kind: alternative.kind.clone(),
                    additional_properties: alternative.additional_properties.clone(),
                    ..Schema::default()
                };
                let are_known = alternative
                    .required
                    .iter()
                    .all(|name| properties.contains_key(name));
                let is_combination =
                    *alternative == only_requires && !alternative.required.is_empty() && are_known;
                is_combination.then(|| {
                    let names = alternative.required.iter();
                    Predicate::Present(names.map(|name| convert::text(name)).collect())
                })
            })
            .collect()
    };
    // Services accept several complete combinations, also where the schema has `oneOf`.
    let predicates = [of(&schema.any_of), of(&schema.one_of)];
    let rule = |predicate| infra_gen_schema::Rule {
        predicate,
        is_enforced: true,
    };
    predicates
        .into_iter()
        .flatten()
        .map(Predicate::Any)
        .map(rule)
        .collect()
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
