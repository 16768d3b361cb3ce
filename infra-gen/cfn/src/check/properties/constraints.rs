//! Constraints between the properties of one object: which exclude each other, which require each other.

use infra_gen_schema::Constraint;

use super::{Properties, predicates::Violation};
use crate::{
    check::{
        query::all_of,
        scenario::{Resolved, Scenario},
    },
    value::Json,
};

/// How the properties violate a constraint.
pub(super) fn violation<'t>(
    constraint: &Constraint,
    properties: &'t Properties,
    scenario: &Scenario<'t>,
) -> Option<Violation> {
    let presence = |name: &str| presence(properties, name, scenario);
    let with = |wanted: Presence| move |name: &&&str| presence(name) == wanted;
    match constraint {
        Constraint::ExactlyOne(names) => {
            let present: Vec<&&str> = names.iter().filter(with(Presence::Yes)).collect();
            let is_missing = names.iter().all(|name| presence(name) == Presence::No);
            if present.len() > 1 {
                let message = format!("{} exclude each other", list(present));
                Some(Violation::here(message, "keep one of them"))
            } else {
                is_missing.then(|| {
                    let message = format!("exactly one of {} is required", list(names.iter()));
                    Violation::here(message, "add one of them")
                })
            }
        }
        Constraint::AtLeastOne(names) => names.iter().all(|name| presence(name) == Presence::No).then(|| {
            let message = format!("at least one of {} is required", list(names.iter()));
            Violation::here(message, "add one of them")
        }),
        Constraint::Requires(name, others) => {
            let missing: Vec<&&str> = others.iter().filter(with(Presence::No)).collect();
            (presence(name) == Presence::Yes && !missing.is_empty())
                .then(|| Violation::here(format!("`{name}` requires {}", list(missing)), "add it"))
        }
        Constraint::Excludes(name, others) => {
            let present: Vec<&&str> = others.iter().filter(with(Presence::Yes)).collect();
            (presence(name) == Presence::Yes && !present.is_empty()).then(|| {
                let message = format!("`{name}` cannot be combined with {}", list(present));
                Violation::here(message, "remove one of them")
            })
        }
        Constraint::Unless(name, value, others) => {
            let has_other = match properties.get(*name) {
                None => true,
                Some(Json::String(text)) => text != value,
                Some(_) => false,
            };
            let missing: Vec<&&str> = others.iter().filter(with(Presence::No)).collect();
            (has_other && !missing.is_empty()).then(|| {
                Violation::here(
                    format!("{} is required unless `{name}` is `{value}`", list(missing)),
                    format!("add it, or set `{name}` to `{value}`"),
                )
            })
        }
    }
}

/// Whether a property is present at deployment.
#[derive(PartialEq, Eq)]
pub(super) enum Presence {
    Yes,
    /// Depends on a condition.
    Maybe,
    No,
}

pub(super) fn presence<'t>(properties: &'t Properties, name: &str, scenario: &Scenario<'t>) -> Presence {
    match properties.get(name).map(|value| scenario.resolve(value).0) {
        None | Some(Resolved::Absent) => Presence::No,
        Some(Resolved::MaybeAbsent) => Presence::Maybe,
        // Some tools write an empty list in place of no list.
        Some(Resolved::Value(Json::Array(items))) if items.is_empty() => Presence::Maybe,
        Some(_) => Presence::Yes,
    }
}

fn list<'n>(names: impl IntoIterator<Item = &'n &'n str>) -> String {
    all_of(names.into_iter().copied())
}
