//! Evaluates values and conditions that depend on the template alone.
//!
//! Nothing is assumed about parameters, not even their defaults: a deployed stack may have other values. A value that
//! depends on a parameter, a resource or the account is not evaluated.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use infra_gen_cfn::{Json, Template};
use serde_json::Map;

/// Evaluates the values of one template.
pub(crate) struct Evaluator<'a> {
    template: &'a Template,
    /// The results so far. A condition under evaluation counts as unknown, which ends cycles.
    conditions: RefCell<BTreeMap<&'a str, Option<bool>>>,
    depth: Cell<usize>,
}

/// The maximum nesting of conditions. A deeper condition is unknown.
const MAX_DEPTH: usize = 200;

impl<'a> Evaluator<'a> {
    pub(crate) fn new(template: &'a Template) -> Self {
        Self {
            template,
            conditions: RefCell::default(),
            depth: Cell::new(0),
        }
    }

    /// Whether the condition holds for all values of the parameters.
    pub(crate) fn holds(&self, name: &str) -> Option<bool> {
        let (name, tested) = self.template.conditions.get_key_value(name)?;
        if let Some(known) = self.conditions.borrow().get(name.as_str()) {
            return *known;
        }
        if self.depth.get() == MAX_DEPTH {
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
            "Fn::Or" => self.all(parts, false).map(|none_holds| !none_holds),
            _ => None,
        }
    }

    /// Whether all tests have the `wanted` result. A single different result decides, even if others are unknown.
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

    /// The value with its functions evaluated, or `None` if it does not depend on the template alone.
    pub(crate) fn value(&self, value: &Json) -> Option<Json> {
        match value {
            Json::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Json::Object(entries) => match call(value) {
                Some(("Fn::FindInMap", Json::Array(keys))) => self.find_in_map(keys),
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
                        // A loop or a macro among other entries cannot be evaluated.
                        let is_plain = !name.starts_with("Fn::");
                        Some((name.clone(), is_plain.then(|| self.value(entry))??))
                    })
                    .collect::<Option<Map<String, Json>>>()
                    .map(Json::Object),
            },
            scalar => Some(scalar.clone()),
        }
    }

    fn find_in_map(&self, keys: &[Json]) -> Option<Json> {
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

    /// The values that `Fn::FindInMap` with these arguments may return, by their keys, or `None` if the mapping is unknown.
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

/// The only entry of an object: the name and the argument of a function.
pub(crate) fn call(value: &Json) -> Option<(&str, &Json)> {
    let entries = value.as_object().filter(|entries| entries.len() == 1)?;
    entries
        .iter()
        .next()
        .map(|(name, argument)| (name.as_str(), argument))
}

/// A scalar as text, as CloudFormation compares it.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        _ => None,
    }
}
