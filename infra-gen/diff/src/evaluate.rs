//! What values and conditions come to where the template alone decides it.
//!
//! Nothing is assumed of parameters, not even their defaults: a deployed stack may have other values. What depends on one,
//! on a resource or on the account is not evaluated.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use infra_gen_cfn::{Json, Template};
use serde_json::Map;

/// Evaluates the values of one template.
pub(crate) struct Evaluator<'a> {
    template: &'a Template,
    /// What is known of conditions. One that is being looked at counts as unknown, so a circle has an end.
    conditions: RefCell<BTreeMap<&'a str, Option<bool>>>,
    depth: Cell<usize>,
}

/// How many conditions may be made of one another. Beyond that nothing is claimed.
const DEEPEST: usize = 200;

impl<'a> Evaluator<'a> {
    pub(crate) fn of(template: &'a Template) -> Self {
        Self {
            template,
            conditions: RefCell::default(),
            depth: Cell::new(0),
        }
    }

    /// Whether the condition of this name holds, whatever the parameters.
    pub(crate) fn holds(&self, name: &str) -> Option<bool> {
        let (name, tested) = self.template.conditions.get_key_value(name)?;
        if let Some(known) = self.conditions.borrow().get(name.as_str()) {
            return *known;
        }
        if self.depth.get() == DEEPEST {
            return None;
        }
        self.conditions.borrow_mut().insert(name, None);
        self.depth.set(self.depth.get() + 1);
        let holds = self.test(tested);
        self.depth.set(self.depth.get() - 1);
        self.conditions.borrow_mut().insert(name, holds);
        holds
    }

    fn test(&self, tested: &Json) -> Option<bool> {
        let (function, argument) = call(tested)?;
        let parts = argument.as_array().map(Vec::as_slice).unwrap_or_default();
        match function {
            "Condition" => self.holds(argument.as_str()?),
            "Fn::Equals" => {
                let [one, other] = parts else { return None };
                Some(text(&self.value(one)?)? == text(&self.value(other)?)?)
            }
            "Fn::Not" => Some(!self.test(parts.first()?)?),
            "Fn::And" => self.all(parts, true),
            "Fn::Or" => self.all(parts, false).map(|none| !none),
            _ => None,
        }
    }

    /// Whether each of the tests has this result. One that has not decides it, whatever the others.
    fn all(&self, tests: &[Json], wanted: bool) -> Option<bool> {
        let results: Vec<Option<bool>> = tests.iter().map(|test| self.test(test)).collect();
        if results.contains(&Some(!wanted)) {
            Some(false)
        } else if results.contains(&None) {
            None
        } else {
            Some(true)
        }
    }

    /// The value, its functions replaced with what they yield; none where the template alone does not decide it.
    pub(crate) fn value(&self, value: &Json) -> Option<Json> {
        match value {
            Json::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Json::Object(entries) => match call(value) {
                Some(("Fn::FindInMap", Json::Array(keys))) => self.mapped(keys),
                Some(("Fn::If", Json::Array(parts))) => {
                    let [Json::String(condition), then, otherwise] = parts.as_slice() else {
                        return None;
                    };
                    self.value(if self.holds(condition)? { then } else { otherwise })
                }
                Some((name, _)) if name == "Ref" || name == "Condition" || name.starts_with("Fn::") => None,
                _ => entries
                    .iter()
                    .map(|(name, entry)| {
                        // A loop or a macro beside other entries.
                        let is_plain = !name.starts_with("Fn::");
                        Some((name.clone(), is_plain.then(|| self.value(entry))??))
                    })
                    .collect::<Option<Map<String, Json>>>()
                    .map(Json::Object),
            },
            scalar => Some(scalar.clone()),
        }
    }

    fn mapped(&self, keys: &[Json]) -> Option<Json> {
        let [mapping, first, second, ..] = keys else {
            return None;
        };
        let key = |key: &Json| text(&self.value(key)?);
        let found = self
            .template
            .mappings
            .get(&key(mapping)?)
            .and_then(|mapping| mapping.get(key(first)?)?.get(key(second)?));
        match (found, keys.get(3)) {
            (Some(found), _) => Some(found.clone()),
            (None, Some(options)) => self.value(options.get("DefaultValue")?),
            (None, None) => None,
        }
    }

    /// Every value that `Fn::FindInMap` with these arguments may yield, by its keys; none where the mapping itself is not
    /// known.
    pub(crate) fn candidates(&self, keys: &[Json]) -> Option<BTreeMap<(&'a str, &'a str), &'a Json>> {
        let [mapping, first, second, ..] = keys else {
            return None;
        };
        let known = |key: &Json| self.value(key).as_ref().and_then(text);
        let mapping = self.template.mappings.get(&known(mapping)?)?.as_object()?;
        let (first, second) = (known(first), known(second));
        let fits = |wanted: &Option<String>, key: &str| wanted.as_deref().is_none_or(|wanted| wanted == key);
        let mut found = BTreeMap::new();
        for (one, entries) in mapping.iter().filter(|(one, _)| fits(&first, one)) {
            for (other, value) in entries.as_object().into_iter().flatten() {
                if fits(&second, other) {
                    found.insert((one.as_str(), other.as_str()), value);
                }
            }
        }
        Some(found)
    }
}

/// The only entry of an object.
pub(crate) fn call(value: &Json) -> Option<(&str, &Json)> {
    let entries = value.as_object().filter(|entries| entries.len() == 1)?;
    entries
        .iter()
        .next()
        .map(|(name, argument)| (name.as_str(), argument))
}

/// A scalar as CloudFormation compares it.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        _ => None,
    }
}
