//! The values of conditions for which the properties of one object are checked together.
//!
//! `Fn::If` chooses a value by a condition, so the rules between properties are checked for every combination of the
//! conditions that an object uses. Inside a branch, its condition is known. [`super::cases`] does the same for rules between
//! values of several objects and resources.

use std::collections::BTreeSet;

use super::conditions::ConditionSolver;
use crate::{finding::Segment, intrinsic_call::intrinsic_call, value::Json};

type Properties = serde_json::Map<String, Json>;

/// More conditions than this in one object are left unknown.
pub(super) const MAX_CONDITIONS: usize = 4;

/// The known values of conditions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Scenario<'t> {
    /// From the branches around the object.
    pub(super) assumed: Vec<(&'t str, bool)>,
    /// Of the conditions that the object itself uses.
    pub(super) chosen: Vec<(&'t str, bool)>,
}

/// A value at deployment.
#[derive(Debug, Clone, Copy)]
pub(super) enum Resolved<'t> {
    Absent,
    /// An object; its properties may be functions.
    Object(&'t Properties),
    /// A list, whose items may be functions, or a scalar.
    Value(&'t Json),
    /// The result of a function.
    Later,
    /// Absent or the result of a function.
    MaybeAbsent,
}

impl<'t> Scenario<'t> {
    /// What `value` is in this scenario, and the steps to it through branches of `Fn::If`.
    pub(super) fn resolve(&self, value: &'t Json) -> (Resolved<'t>, Vec<Segment>) {
        let (chosen, steps) = follow(value, |condition| self.value_of(condition));
        let resolved = match chosen {
            Chosen::Absent => Resolved::Absent,
            Chosen::Unknown => Resolved::MaybeAbsent,
            Chosen::Value(Json::Object(map)) if intrinsic_call(map).is_some() => Resolved::Later,
            Chosen::Value(Json::Object(properties)) => Resolved::Object(properties),
            Chosen::Value(value) => Resolved::Value(value),
        };
        (resolved, steps)
    }

    fn value_of(&self, condition: &str) -> Option<bool> {
        let mut known = self.assumed.iter().chain(&self.chosen);
        known
            .find(|(name, _)| *name == condition)
            .map(|(_, holds)| *holds)
    }

    /// The scenarios for an object inside the branches `assumed`.
    pub(super) fn all(properties: &'t Properties, assumed: &[(&'t str, bool)]) -> Vec<Self> {
        let mut conditions = BTreeSet::new();
        for value in properties.values() {
            collect(value, 2, &mut conditions);
        }
        let conditions: Vec<&str> = conditions
            .into_iter()
            .filter(|condition| !assumed.iter().any(|(known, _)| known == condition))
            .collect();
        let used = if conditions.len() > MAX_CONDITIONS {
            &[]
        } else {
            conditions.as_slice()
        };
        (0..1_usize << used.len())
            .map(|bits| Self {
                assumed: assumed.to_vec(),
                chosen: used
                    .iter()
                    .enumerate()
                    .map(|(i, condition)| (*condition, bits >> i & 1 == 0))
                    .collect(),
            })
            .collect()
    }

    /// The scenario as the end of a message.
    pub(super) fn suffix(&self) -> String {
        suffix(&self.chosen)
    }

    /// Whether some parameter values lead to this scenario, for a resource that exists under the condition `of_resource`.
    /// A combination of several conditions that is not understood counts as impossible.
    pub(super) fn is_possible(&self, of_resource: Option<&'t str>, solver: &mut ConditionSolver<'t>) -> bool {
        let assumed = self.assumed.iter().chain(&self.chosen).copied();
        is_possible(
            assumed.chain(of_resource.map(|condition| (condition, true))),
            solver,
        )
    }
}

/// Whether some parameter values give the conditions these values. A combination of several that is not understood counts as
/// impossible.
pub(super) fn is_possible<'t>(
    expected: impl IntoIterator<Item = (&'t str, bool)>,
    solver: &mut ConditionSolver<'t>,
) -> bool {
    let mut expected: Vec<(&str, bool)> = expected.into_iter().collect();
    expected.sort_unstable();
    expected.dedup();
    match expected.as_slice() {
        [] => true,
        [_] => solver.can_hold(&expected) != Some(false),
        _ => solver.can_hold(&expected) == Some(true),
    }
}

/// The values of conditions as the end of a message.
pub(super) fn suffix(chosen: &[(&str, bool)]) -> String {
    let parts: Vec<String> = chosen
        .iter()
        .map(|(condition, holds)| format!("the condition `{condition}` is {holds}"))
        .collect();
    format!(", if {}", parts.join(" and "))
}

/// What conditions choose.
pub(super) enum Chosen<'t> {
    Absent,
    /// Depends on a condition whose value is not known.
    Unknown,
    /// A value, which may be the call of a function.
    Value(&'t Json),
}

/// The value that remains of `value` when the branches of `Fn::If` are chosen, and the steps to it.
pub(super) fn follow<'t>(
    mut value: &'t Json,
    holds: impl Fn(&'t str) -> Option<bool>,
) -> (Chosen<'t>, Vec<Segment>) {
    let mut steps = Vec::new();
    loop {
        match value.as_object().and_then(intrinsic_call) {
            Some(("Ref", Json::String(name))) if name == "AWS::NoValue" => return (Chosen::Absent, steps),
            Some(("Fn::If", argument)) => {
                let parts = argument.as_array().map(Vec::as_slice);
                let Some([Json::String(condition), then, otherwise]) = parts else {
                    return (Chosen::Unknown, steps);
                };
                let Some(holds) = holds(condition) else {
                    return (Chosen::Unknown, steps);
                };
                steps.push(Segment::Key("Fn::If".to_owned()));
                steps.push(Segment::Index(if holds { 1 } else { 2 }));
                value = if holds { then } else { otherwise };
            }
            _ => return (Chosen::Value(value), steps),
        }
    }
}

/// Adds the conditions by which `value` or, up to `depth`, an item or property of it is chosen.
fn collect<'t>(value: &'t Json, depth: usize, conditions: &mut BTreeSet<&'t str>) {
    match value {
        Json::Object(map) => match intrinsic_call(map) {
            Some(("Fn::If", Json::Array(parts))) => {
                if let [Json::String(condition), then, otherwise] = parts.as_slice() {
                    conditions.insert(condition);
                    collect(then, depth, conditions);
                    collect(otherwise, depth, conditions);
                }
            }
            None if depth > 0 => map
                .values()
                .for_each(|value| collect(value, depth - 1, conditions)),
            _ => {}
        },
        Json::Array(items) if depth > 0 => items.iter().for_each(|item| collect(item, depth - 1, conditions)),
        _ => {}
    }
}
