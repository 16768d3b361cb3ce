//! Constraints between the properties of one object: which exclude each other, which require each other.

use infra_gen_schema::Constraint;

use super::{Properties, functions};
use crate::{
    check::{catalog::properties::PROPERTY_COMBINATION, query::all_of},
    finding::Unplaced,
    value::Json,
};

/// How the properties violate a constraint.
pub(super) fn violation(constraint: &Constraint, properties: &Properties) -> Option<Unplaced> {
    let with = |wanted: Presence| move |name: &&&str| presence(properties, name) == wanted;
    match constraint {
        Constraint::ExactlyOne(names) => {
            let present: Vec<&&str> = names.iter().filter(with(Presence::Yes)).collect();
            let is_missing = names
                .iter()
                .all(|name| presence(properties, name) == Presence::No);
            if present.len() > 1 {
                let message = format!("{} exclude each other", list(present));
                Some(PROPERTY_COMBINATION.found(message, "keep one of them"))
            } else {
                is_missing.then(|| {
                    let message = format!("exactly one of {} is required", list(names.iter()));
                    PROPERTY_COMBINATION.found(message, "add one of them")
                })
            }
        }
        Constraint::AtLeastOne(names) => names
            .iter()
            .all(|name| presence(properties, name) == Presence::No)
            .then(|| {
                let message = format!("at least one of {} is required", list(names.iter()));
                PROPERTY_COMBINATION.found(message, "add one of them")
            }),
        Constraint::Requires(name, others) => {
            let missing: Vec<&&str> = others.iter().filter(with(Presence::No)).collect();
            (presence(properties, name) == Presence::Yes && !missing.is_empty())
                .then(|| PROPERTY_COMBINATION.found(format!("`{name}` requires {}", list(missing)), "add it"))
        }
        Constraint::Excludes(name, others) => {
            let present: Vec<&&str> = others.iter().filter(with(Presence::Yes)).collect();
            (presence(properties, name) == Presence::Yes && !present.is_empty()).then(|| {
                let message = format!("`{name}` cannot be combined with {}", list(present));
                PROPERTY_COMBINATION.found(message, "remove one of them")
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
                PROPERTY_COMBINATION.found(
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

pub(super) fn presence(properties: &Properties, name: &str) -> Presence {
    match properties.get(name) {
        None => Presence::No,
        Some(value) if functions::is_no_value(value) => Presence::No,
        Some(value) if functions::is_conditional(value) => Presence::Maybe,
        // Some tools write an empty list in place of no list.
        Some(Json::Array(items)) if items.is_empty() => Presence::Maybe,
        Some(_) => Presence::Yes,
    }
}

fn list<'n>(names: impl IntoIterator<Item = &'n &'n str>) -> String {
    all_of(names.into_iter().copied())
}
