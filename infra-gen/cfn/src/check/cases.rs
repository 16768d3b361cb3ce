//! Rules between values of several objects and resources, for each combination of the conditions that choose these values.
//!
//! A rule reads values through [`View`]. If a value depends on a condition, the rule runs again with the condition true and with
//! it false. A finding of every possible case keeps its severity. A finding of some cases becomes a warning that names one of
//! them, because AWS accepts the template with other values of the parameters.
//!
//! A value that is known at deployment only is unknown, and rules report nothing about it.

use std::{borrow::Cow, cell::Cell};

use super::{
    conditions::ConditionSolver,
    query::{is_resolved_later, number, referenced_resource, resources_of_type, text},
    scenario::{Chosen, MAX_CONDITIONS, follow, is_possible, suffix},
};
use crate::{
    finding::{Finding, Severity, Unplaced, ValuePath},
    intrinsic_call::{intrinsic_call, is_complete, is_function_key, is_intrinsic_call},
    template::Template,
    value::Json,
};

type Properties = serde_json::Map<String, Json>;

/// Runs rules for the cases of one template.
pub(super) struct Cases<'t> {
    template: &'t Template,
    solver: ConditionSolver<'t>,
}

/// The values of conditions in one case, and what a rule found in it.
type Outcome<'t> = (Vec<(&'t str, bool)>, Vec<Finding>);

impl<'t> Cases<'t> {
    pub(super) fn new(template: &'t Template) -> Self {
        Self {
            template,
            solver: ConditionSolver::new(template),
        }
    }

    /// Runs `rule` for each resource of a type.
    pub(super) fn each(
        &mut self,
        type_name: &'static str,
        findings: &mut Vec<Finding>,
        rule: impl Fn(&View<'_, 't>, &mut Vec<Finding>),
    ) {
        for (id, _) in resources_of_type(self.template, type_name) {
            self.check(id, findings, &rule);
        }
    }

    /// Runs `rule` for the resource `id`.
    pub(super) fn check(
        &mut self,
        id: &'t str,
        findings: &mut Vec<Finding>,
        rule: impl Fn(&View<'_, 't>, &mut Vec<Finding>),
    ) {
        let condition = self.template.resources[id].attributes.get("Condition");
        let condition = condition
            .and_then(Json::as_str)
            .map(|condition| (condition, true));
        let assumed: Vec<(&str, bool)> = condition.into_iter().collect();
        let mut outcomes = Vec::new();
        self.explore(id, &assumed, Vec::new(), &rule, &mut outcomes);
        if outcomes.iter().all(|(_, found)| found.is_empty())
            || !is_possible(assumed.clone(), &mut self.solver)
        {
            return;
        }
        let possible: Vec<bool> = outcomes
            .iter()
            .map(|(chosen, _)| is_possible(assumed.iter().chain(chosen).copied(), &mut self.solver))
            .collect();
        findings.extend(combined(&outcomes, &possible));
    }

    fn explore(
        &mut self,
        id: &'t str,
        assumed: &[(&'t str, bool)],
        chosen: Vec<(&'t str, bool)>,
        rule: &impl Fn(&View<'_, 't>, &mut Vec<Finding>),
        outcomes: &mut Vec<Outcome<'t>>,
    ) {
        let case = Case {
            template: self.template,
            known: assumed.iter().chain(&chosen).copied().collect(),
            asked: Cell::new(None),
        };
        let mut found = Vec::new();
        rule(&case.resource(id), &mut found);
        match case.asked.get() {
            Some(condition) if chosen.len() < MAX_CONDITIONS => {
                for holds in [true, false] {
                    let mut chosen = chosen.clone();
                    chosen.push((condition, holds));
                    let expected: Vec<(&str, bool)> = assumed.iter().chain(&chosen).copied().collect();
                    if self.solver.can_hold(&expected) != Some(false) {
                        self.explore(id, assumed, chosen, rule, outcomes);
                    }
                }
            }
            _ => outcomes.push((chosen, found)),
        }
    }
}

/// The findings of all cases, each once.
fn combined(outcomes: &[Outcome<'_>], possible: &[bool]) -> Vec<Finding> {
    if let [(_, found)] = outcomes {
        return found.clone();
    }
    let mut distinct: Vec<&Finding> = Vec::new();
    for finding in outcomes.iter().flat_map(|(_, found)| found) {
        if !distinct.contains(&finding) {
            distinct.push(finding);
        }
    }
    let count = possible.iter().filter(|is_possible| **is_possible).count();
    let in_cases = |finding: &Finding| -> Vec<usize> {
        (0..outcomes.len())
            .filter(|i| outcomes[*i].1.contains(finding))
            .collect()
    };
    let mut findings = Vec::new();
    for finding in distinct {
        let mut cases = in_cases(finding);
        let is_certain = cases.len() == outcomes.len();
        cases.retain(|case| possible[*case]);
        if is_certain || (!cases.is_empty() && cases.len() == count) {
            findings.push(finding.clone());
        } else if let Some(case) = cases.first() {
            let mut finding = finding.clone();
            finding.message += &suffix(&outcomes[*case].0);
            finding.severity = Severity::Warning;
            findings.push(finding);
        }
    }
    findings
}

/// The known values of conditions.
struct Case<'t> {
    template: &'t Template,
    known: Vec<(&'t str, bool)>,
    /// The first condition that a rule depends on and that is not known.
    asked: Cell<Option<&'t str>>,
}

impl<'t> Case<'t> {
    fn holds(&self, condition: &'t str) -> Option<bool> {
        let known = self.known.iter().find(|(name, _)| *name == condition);
        if known.is_none() && self.asked.get().is_none() {
            self.asked.set(Some(condition));
        }
        known.map(|(_, holds)| *holds)
    }

    /// Whether a resource exists; `None` if that is not known.
    fn exists(&self, id: &str) -> Option<bool> {
        match self.template.resources.get(id)?.attributes.get("Condition") {
            None => Some(true),
            Some(Json::String(condition)) => self.holds(condition),
            Some(_) => None,
        }
    }

    fn resource<'c>(&'c self, id: &'t str) -> View<'c, 't> {
        let properties = &self.template.resources[id].properties;
        // A condition may choose all properties at once.
        if let Some(("Fn::If", Json::Array(parts))) = intrinsic_call(properties)
            && let [Json::String(condition), then, otherwise] = parts.as_slice()
            && let Some(holds) = self.holds(condition)
        {
            let path = ValuePath::from("Properties").key("Fn::If");
            return if holds {
                self.value(id, path.index(1), then)
            } else {
                self.value(id, path.index(2), otherwise)
            };
        }
        View {
            case: self,
            id,
            path: "Properties".into(),
            state: State::Object(properties),
        }
    }

    fn value<'c>(&'c self, id: &'t str, path: ValuePath, value: &'t Json) -> View<'c, 't> {
        let (chosen, steps) = follow(value, |condition| self.holds(condition));
        let state = match chosen {
            Chosen::Absent => State::Absent,
            Chosen::Unknown => State::Unknown,
            Chosen::Value(value) => match mapped(self.template, value).unwrap_or(value) {
                Json::Object(map) if intrinsic_call(map).is_none() => State::Object(map),
                value => State::Value(value),
            },
        };
        View {
            case: self,
            id,
            path: path.join(ValuePath::from(steps)),
            state,
        }
    }
}

/// The value that `Fn::FindInMap` returns, if its arguments are known.
fn mapped<'t>(template: &'t Template, value: &Json) -> Option<&'t Json> {
    let ("Fn::FindInMap", Json::Array(arguments)) = intrinsic_call(value.as_object()?)? else {
        return None;
    };
    let [mapping, first, second] = arguments.as_slice() else {
        return None;
    };
    let mapping = template.mappings.get(mapping.as_str()?)?;
    mapping.get(first.as_str()?)?.get(second.as_str()?)
}

/// A value in one case.
#[derive(Clone)]
pub(super) struct View<'c, 't> {
    case: &'c Case<'t>,
    /// The resource that the value is in.
    pub(super) id: &'t str,
    pub(super) path: ValuePath,
    state: State<'t>,
}

#[derive(Clone, Copy, PartialEq)]
enum State<'t> {
    Absent,
    /// Depends on a condition that is not known, or on an unknown value.
    Unknown,
    /// An object, which is not the call of a function.
    Object(&'t Properties),
    /// A list, a scalar or the call of a function.
    Value(&'t Json),
}

impl<'t> View<'_, 't> {
    /// The value of a property.
    pub(super) fn get(&self, name: &str) -> Self {
        let path = self.path.clone().key(name);
        let state = match self.state {
            State::Absent => State::Absent,
            State::Object(map) => match map.get(name) {
                Some(value) => return self.case.value(self.id, path, value),
                // A macro or a loop may add it.
                None if !is_complete(map) => State::Unknown,
                None => State::Absent,
            },
            State::Unknown | State::Value(_) => State::Unknown,
        };
        Self {
            case: self.case,
            id: self.id,
            path,
            state,
        }
    }

    /// The value at a path of property names: `A.B`.
    pub(super) fn at(&self, path: &str) -> Self {
        path.split('.').fold(self.clone(), |value, name| value.get(name))
    }

    /// The items of a list, without those that conditions leave out.
    pub(super) fn items(&self) -> Vec<Self> {
        let State::Value(Json::Array(items)) = self.state else {
            return Vec::new();
        };
        let items = items.iter().enumerate();
        items
            .map(|(i, item)| self.case.value(self.id, self.path.clone().index(i), item))
            .filter(|item| !item.is_absent())
            .collect()
    }

    /// The items of a list, if all are known; none if the list is absent. The items may be calls of functions.
    pub(super) fn all_items(&self) -> Option<Vec<Self>> {
        match self.state {
            State::Absent => Some(Vec::new()),
            State::Value(Json::Array(_)) => {
                let items = self.items();
                let is_known =
                    |item: &Self| item.state != State::Unknown && !item.json().is_some_and(may_be_several);
                items.iter().all(is_known).then_some(items)
            }
            _ => None,
        }
    }

    /// Whether the value is certainly left out.
    pub(super) fn is_absent(&self) -> bool {
        self.state == State::Absent
    }

    /// Whether the value certainly exists. It may be the result of a function.
    pub(super) fn is_present(&self) -> bool {
        matches!(self.state, State::Object(_) | State::Value(_))
    }

    /// A list, a scalar or the call of a function.
    pub(super) fn json(&self) -> Option<&'t Json> {
        match self.state {
            State::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The names of the properties of an object; `None` if a function may add others.
    pub(super) fn names(&self) -> Option<Vec<&'t str>> {
        match self.state {
            State::Absent => Some(Vec::new()),
            State::Object(map) => {
                let names: Vec<&str> = map.keys().map(String::as_str).collect();
                (!names.iter().any(|name| is_function_key(name))).then_some(names)
            }
            State::Unknown | State::Value(_) => None,
        }
    }

    /// A scalar as text, if it is known.
    pub(super) fn text(&self) -> Option<Cow<'t, str>> {
        match self.json()? {
            Json::String(text) if is_resolved_later(text) => None,
            Json::String(text) => Some(Cow::Borrowed(text)),
            Json::Number(number) => Some(Cow::Owned(number.to_string())),
            Json::Bool(value) => Some(Cow::Owned(value.to_string())),
            _ => None,
        }
    }

    /// The text with [`UNKNOWN`](super::query::UNKNOWN) for each variable of `Fn::Sub`.
    pub(super) fn partial_text(&self) -> Option<String> {
        text(self.json()?).filter(|text| !is_resolved_later(text))
    }

    /// The items of a list as text, if all are known; none if the list is absent.
    pub(super) fn texts(&self) -> Option<Vec<Cow<'t, str>>> {
        self.all_items()?.iter().map(Self::text).collect()
    }

    /// The names of the properties of an object that certainly exist; `None` if others may exist.
    pub(super) fn given(&self) -> Option<Vec<&'t str>> {
        let mut names = self.names()?;
        let is_known = |name: &&str| !matches!(self.get(name).state, State::Unknown);
        names.iter().all(is_known).then(|| {
            names.retain(|name| self.get(name).is_present());
            names
        })
    }

    /// Whether the value is this text.
    pub(super) fn is(&self, expected: &str) -> bool {
        self.text().as_deref() == Some(expected)
    }

    /// Whether the value is left out or this text, which is the default.
    pub(super) fn is_or_absent(&self, default: &str) -> bool {
        self.is_absent() || self.is(default)
    }

    /// A whole number, which may be written as a string.
    pub(super) fn number(&self) -> Option<i64> {
        number(self.json()?)
    }

    /// Whether the value is `true`.
    pub(super) fn is_true(&self) -> bool {
        self.text().is_some_and(|text| text.eq_ignore_ascii_case("true"))
    }

    /// The resource that the value refers to, if it is of this type and exists.
    pub(super) fn resource(&self, type_name: &str) -> Option<Self> {
        let (id, _) = referenced_resource(self.case.template, self.json()?, type_name)?;
        (self.case.exists(id) == Some(true)).then(|| self.case.resource(id))
    }

    /// The resource `id`, if it exists.
    pub(super) fn other(&self, id: &'t str) -> Option<Self> {
        (self.case.exists(id) == Some(true)).then(|| self.case.resource(id))
    }

    /// The resources of a type, without those that do not exist.
    pub(super) fn all(&self, type_name: &'static str) -> Vec<Self> {
        resources_of_type(self.case.template, type_name)
            .filter(|(id, _)| self.case.exists(id) != Some(false))
            .map(|(id, _)| self.case.resource(id))
            .collect()
    }

    /// A finding about this value.
    pub(super) fn found(&self, found: Unplaced) -> Finding {
        Finding::resource(self.id, self.path.clone(), found)
    }
}

/// Whether one item of a list may stand for several. A `Ref` counts as one item.
fn may_be_several(item: &Json) -> bool {
    let call = item.as_object().and_then(intrinsic_call);
    item.is_array()
        || (is_intrinsic_call(item)
            && !matches!(
                call,
                Some((
                    "Ref" | "Fn::GetAtt" | "Fn::Sub" | "Fn::Join" | "Fn::Select" | "Fn::ImportValue",
                    _
                ))
            ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::catalog::services::ec2::PORT_RANGE;

    /// The findings of a rule that refuses the display name `bad`.
    fn found(resource: &str) -> Vec<String> {
        let template = format!(
            "Parameters: {{P: {{Type: String}}}}
Conditions: {{A: !Equals [!Ref P, a], B: !Equals [!Ref P, b], NotA: !Not [!Condition A]}}
Mappings: {{M: {{k: {{v: bad}}}}}}
Resources: {{T: {{Type: 'AWS::SNS::Topic', {resource}}}}}"
        );
        let template = Template::from_yaml(&template).expect("a template");
        let mut findings = Vec::new();
        Cases::new(&template).each("AWS::SNS::Topic", &mut findings, |topic, findings| {
            let name = topic.get("DisplayName");
            if name.is("bad") {
                findings.push(name.found(PORT_RANGE.found("bad", "change it")));
            }
        });
        let shown =
            |finding: &Finding| format!("{} {} {}", finding.severity, finding.path.value, finding.message);
        findings.iter().map(shown).collect()
    }

    #[test]
    fn what_holds_in_every_case_is_reported_once() {
        let plain = ["error Properties.DisplayName bad"];
        assert_eq!(found("Properties: {DisplayName: bad}"), plain);
        assert_eq!(found("Properties: {DisplayName: !FindInMap [M, k, v]}"), plain);
        assert!(found("Properties: {DisplayName: !Ref P}").is_empty());
        assert!(found("Properties: {DisplayName: good}").is_empty());
    }

    #[test]
    fn what_holds_in_some_cases_is_a_warning_that_names_the_case() {
        assert_eq!(
            found("Properties: {DisplayName: !If [A, good, !If [B, bad, good]]}"),
            [
                "warning Properties.DisplayName.Fn::If[2].Fn::If[1] bad, if the condition `A` is false and the condition \
                 `B` is true"
            ]
        );
    }

    #[test]
    fn impossible_cases_are_not_reported() {
        assert!(found("Properties: {DisplayName: !If [A, !If [B, bad, good], good]}").is_empty());
        assert!(found("Condition: A, Properties: {DisplayName: !If [NotA, bad, good]}").is_empty());
        assert_eq!(
            found("Condition: A, Properties: {DisplayName: !If [A, bad, good]}"),
            ["error Properties.DisplayName.Fn::If[1] bad"]
        );
    }
}
