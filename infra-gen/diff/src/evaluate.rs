//! Evaluates values and conditions as far as the template and the known values of its parameters determine them.
//!
//! Nothing is assumed about a parameter whose value is not given, not even its default: a deployed stack may have another
//! value. What depends on such a parameter, on a resource or on the account stays a function.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::{Map, json};

use crate::{compare::is_function, text};

/// Evaluates the values of one template.
pub(crate) struct Evaluator<'a> {
    template: &'a Template,
    /// The known values of parameters.
    parameters: BTreeMap<&'a str, Json>,
    /// The results so far. A condition under evaluation counts as unknown, which ends cycles.
    conditions: RefCell<BTreeMap<&'a str, Option<bool>>>,
    depth: Cell<usize>,
}

/// The maximum nesting of conditions. A deeper condition is unknown.
const MAX_DEPTH: usize = 200;

impl<'a> Evaluator<'a> {
    /// An evaluator of `template`. `values` are the known values of its parameters, as CloudFormation gets them.
    pub(crate) fn new(template: &'a Template, values: &BTreeMap<String, String>) -> Self {
        let parameters = template.parameters.iter().filter_map(|(name, block)| {
            let value = parameter_value(block, values.get(name)?)?;
            Some((name.as_str(), value))
        });
        Self {
            template,
            parameters: parameters.collect(),
            conditions: RefCell::default(),
            depth: Cell::new(0),
        }
    }

    /// The known value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<&Json> {
        self.parameters.get(name)
    }

    /// Whether the condition holds, if that is known.
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

    /// Whether a resource exists according to its condition, if that is known.
    pub(crate) fn exists(&self, block: &ResourceBlock) -> Option<bool> {
        match block.attributes.get("Condition") {
            None => Some(true),
            Some(condition) => self.holds(condition.as_str()?),
        }
    }

    fn test(&self, tested: &Json) -> Option<bool> {
        let (function, argument) = call(tested)?;
        let parts = argument.as_array().map(Vec::as_slice).unwrap_or_default();
        match function {
            "Condition" => self.holds(argument.as_str()?),
            "Fn::Equals" => {
                let [one, other] = parts else { return None };
                let (one, other) = (self.fold(one), self.fold(other));
                // The same expression has the same value, even if that is unknown.
                if one == other {
                    return Some(true);
                }
                Some(scalar_text(&known(one)?)? == scalar_text(&known(other)?)?)
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

    /// The value with its functions evaluated, or `None` if it contains one that cannot be evaluated.
    pub(crate) fn value(&self, value: &Json) -> Option<Json> {
        known(self.fold(value))
    }

    /// The value with its functions evaluated as far as possible. Entries and items without a value are removed.
    pub(crate) fn fold(&self, value: &Json) -> Json {
        match value {
            Json::Array(items) => items
                .iter()
                .map(|item| self.fold(item))
                .filter(|item| !is_no_value(item))
                .collect(),
            Json::Object(entries) if is_function(entries) => self.call(value, entries),
            Json::Object(entries) => Json::Object(self.fold_entries(entries)),
            scalar => scalar.clone(),
        }
    }

    fn fold_entries(&self, entries: &Map<String, Json>) -> Map<String, Json> {
        entries
            .iter()
            .map(|(name, entry)| (name.clone(), self.fold(entry)))
            .filter(|(_, entry)| !is_no_value(entry))
            .collect()
    }

    /// The template with the values of its resources evaluated, without the resources that certainly do not exist.
    pub(crate) fn resolve(&self) -> Template {
        let mut resolved = self.template.clone();
        resolved
            .resources
            .retain(|_, block| self.exists(block) != Some(false));
        for block in resolved.resources.values_mut() {
            block.properties = self.fold_entries(&block.properties);
            for (name, attribute) in &mut block.attributes {
                // The value of this attribute is the name of a condition.
                if name != "Condition" {
                    *attribute = self.fold(attribute);
                }
            }
        }
        resolved
    }

    fn call(&self, value: &Json, entries: &Map<String, Json>) -> Json {
        let Some((function, argument)) = entries.iter().next() else {
            return value.clone();
        };
        let folded = match (function.as_str(), argument) {
            ("Ref", Json::String(name)) => self.parameters.get(name.as_str()).cloned(),
            ("Condition" | "Fn::GetAtt" | "Ref", _) => None,
            ("Fn::FindInMap", Json::Array(keys)) => self.find_in_map(keys),
            ("Fn::If", Json::Array(parts)) => return self.either(parts),
            ("Fn::Sub", argument) => Some(self.substitution(argument)),
            (_, argument) => Some(function_of(function, &self.fold(argument))),
        };
        folded.unwrap_or_else(|| value.clone())
    }

    fn either(&self, parts: &[Json]) -> Json {
        let [Json::String(condition), then, otherwise] = parts else {
            return json!({ "Fn::If": parts });
        };
        match self.holds(condition) {
            Some(true) => self.fold(then),
            Some(false) => self.fold(otherwise),
            None => match (self.fold(then), self.fold(otherwise)) {
                (then, otherwise) if then == otherwise => then,
                (then, otherwise) => json!({ "Fn::If": [condition, then, otherwise] }),
            },
        }
    }

    fn substitution(&self, argument: &Json) -> Json {
        let known = |name: &str| self.parameters.get(name).and_then(scalar_text);
        let argument = match argument {
            Json::String(text) => json!(text::substitute(text, known)),
            Json::Array(parts) => match parts.as_slice() {
                [Json::String(text), Json::Object(variables)] => {
                    // A variable hides a parameter of the same name.
                    let text = text::substitute(text, |name| {
                        (!variables.contains_key(name)).then(|| known(name)).flatten()
                    });
                    json!([text, self.fold_entries(variables)])
                }
                _ => self.fold(argument),
            },
            other => self.fold(other),
        };
        function_of("Fn::Sub", &argument)
    }

    fn find_in_map(&self, keys: &[Json]) -> Option<Json> {
        let [mapping, first, second, ..] = keys else {
            return None;
        };
        let key = |key: &Json| scalar_text(&self.value(key)?);
        let found = self
            .template
            .mappings
            .get(&key(mapping)?)
            .and_then(|mapping| mapping.get(key(first)?)?.get(key(second)?));
        match (found, keys.get(3)) {
            (Some(found), _) => Some(found.clone()),
            (None, Some(options)) => Some(self.fold(options.get("DefaultValue")?)),
            (None, None) => None,
        }
    }

    /// The values that `Fn::FindInMap` with these arguments may return, by their keys, or `None` if the mapping is unknown.
    pub(crate) fn candidates(&self, keys: &[Json]) -> Option<BTreeMap<(&'a str, &'a str), &'a Json>> {
        let [mapping, first, second, ..] = keys else {
            return None;
        };
        let known = |key: &Json| self.value(key).as_ref().and_then(scalar_text);
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

/// The value of a parameter that got `text`, or `None` if CloudFormation looks the value up.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
fn parameter_value(block: &Json, text: &str) -> Option<Json> {
    match block.get("Type").and_then(Json::as_str)? {
        kind if kind.starts_with("AWS::SSM::Parameter::Value") => None,
        kind if kind == "CommaDelimitedList" || kind.starts_with("List<") => {
            Some(text.split(',').map(|item| Json::from(item.trim())).collect())
        }
        _ => Some(Json::from(text)),
    }
}

/// The result of a function whose argument is evaluated as far as possible.
fn function_of(function: &str, argument: &Json) -> Json {
    let result = match (function, argument) {
        ("Fn::Sub" | "Fn::Join", argument) => text::normal(function, argument),
        ("Fn::Select", Json::Array(parts)) => select(parts),
        ("Fn::Split", Json::Array(parts)) => split(parts),
        ("Fn::Length", Json::Array(items)) if items.iter().all(|item| !is_list(item)) => {
            Some(json!(items.len()))
        }
        _ => None,
    };
    result.unwrap_or_else(|| json!({ function: argument }))
}

fn select(parts: &[Json]) -> Option<Json> {
    let [index, Json::Array(items)] = parts else {
        return None;
    };
    let index: usize = scalar_text(index)?.parse().ok()?;
    // An item of unknown length moves the items after it.
    let before = items.get(..index)?;
    before
        .iter()
        .all(|item| !is_list(item))
        .then(|| items.get(index).filter(|item| !is_list(item)).cloned())?
}

fn split(parts: &[Json]) -> Option<Json> {
    let [Json::String(delimiter), Json::String(text)] = parts else {
        return None;
    };
    (!delimiter.is_empty()).then(|| text.split(delimiter.as_str()).collect())
}

/// Whether the value may be a list, or nothing: a function that decides it at deployment.
fn is_list(value: &Json) -> bool {
    match call(value) {
        Some((name, _)) => matches!(
            name,
            "Fn::If" | "Fn::Split" | "Fn::Cidr" | "Fn::GetAZs" | "Fn::FindInMap" | "Fn::Transform"
        ),
        None => value.is_array(),
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

/// Whether the value is the function that removes a property or an item.
pub(crate) fn is_no_value(value: &Json) -> bool {
    call(value).is_some_and(|(function, argument)| function == "Ref" && argument == "AWS::NoValue")
}

/// The value, unless it contains a function, a loop or a macro.
fn known(value: Json) -> Option<Json> {
    fn is_known(value: &Json) -> bool {
        match value {
            Json::Array(items) => items.iter().all(is_known),
            Json::Object(entries) => match call(value) {
                // The result depends on the argument only.
                Some(("Fn::Base64" | "Fn::ToJsonString", argument)) => is_known(argument),
                Some(_) if is_function(entries) => false,
                _ => entries
                    .iter()
                    .all(|(name, entry)| !name.starts_with("Fn::") && is_known(entry)),
            },
            _ => true,
        }
    }
    is_known(&value).then_some(value)
}

/// A scalar as text, as CloudFormation compares it.
pub(crate) fn scalar_text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use infra_gen_cfn::{Json, Template};
    use serde_json::json;

    use super::Evaluator;

    const TEMPLATE: &str = "
Parameters: {Env: {Type: String}, Zones: {Type: CommaDelimitedList}, Other: {Type: String},
             Image: {Type: 'AWS::SSM::Parameter::Value<String>'}}
Mappings: {Sizes: {prod: {Size: 2}, dev: {Size: 1}}}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsOther: !Equals [!Ref Other, x]
  IsSame: !Equals [!Ref Other, !Ref Other]
Resources: {}
";

    #[track_caller]
    fn check(value: &Json, expected: &Json) {
        let template = Template::parse(TEMPLATE).unwrap();
        let given = [("Env", "prod"), ("Zones", "a, b"), ("Image", "/ami")];
        let values: BTreeMap<String, String> = given
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        assert_eq!(Evaluator::new(&template, &values).fold(value), *expected);
    }

    #[test]
    fn known_parameters_are_evaluated() {
        check(&json!({ "Ref": "Env" }), &json!("prod"));
        check(&json!({ "Ref": "Zones" }), &json!(["a", "b"]));
        check(&json!({ "Ref": "Other" }), &json!({ "Ref": "Other" }));
        check(&json!({ "Ref": "Image" }), &json!({ "Ref": "Image" }));
        check(&json!({ "Fn::Sub": "x-${Env}" }), &json!("x-prod"));
        check(
            &json!({ "Fn::Sub": ["${Env}-${Other}", { "Env": "y" }] }),
            &json!({ "Fn::Sub": "y-${Other}" }),
        );
        check(&json!({ "Fn::Join": ["/", { "Ref": "Zones" }] }), &json!("a/b"));
        check(&json!({ "Fn::Select": [1, { "Ref": "Zones" }] }), &json!("b"));
        check(&json!({ "Fn::Length": { "Ref": "Zones" } }), &json!(2));
        check(
            &json!({ "Fn::Select": ["0", { "Fn::Split": ["o", { "Ref": "Env" }] }] }),
            &json!("pr"),
        );
    }

    #[test]
    fn conditions_and_mappings_are_evaluated() {
        check(&json!({ "Fn::If": ["IsProd", "a", "b"] }), &json!("a"));
        check(&json!({ "Fn::If": ["IsSame", "a", "b"] }), &json!("a"));
        let unknown = json!({ "Fn::If": ["IsOther", "a", "b"] });
        check(&unknown, &unknown);
        check(
            &json!({ "Fn::FindInMap": ["Sizes", { "Ref": "Env" }, "Size"] }),
            &json!(2),
        );
    }

    #[test]
    fn values_that_a_condition_removes_are_removed() {
        let nothing = json!({ "Fn::If": ["IsProd", { "Ref": "AWS::NoValue" }, "b"] });
        check(&json!({ "A": nothing, "B": 1 }), &json!({ "B": 1 }));
        check(&json!([nothing, "c"]), &json!(["c"]));
    }

    #[test]
    fn an_item_after_a_list_of_unknown_length_is_not_selected() {
        let list = json!({ "Fn::Select": [1, [{ "Fn::If": ["IsOther", "a", { "Ref": "AWS::NoValue" }] }, "b", "c"]] });
        check(&list, &list);
    }
}
