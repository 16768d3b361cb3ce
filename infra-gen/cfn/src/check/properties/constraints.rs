//! What must hold between the properties of one object: which exclude each other, which come together.

use std::fmt;

use super::{Properties, functions};
use crate::{schema::Constraint, value::Json};

/// What is wrong between properties.
pub(super) fn broken(constraint: &Constraint, properties: &Properties) -> Option<String> {
    let with = |wanted: Presence| move |name: &&&str| presence(properties, name) == wanted;
    match constraint {
        Constraint::ExactlyOne(names) => {
            let present: Vec<&&str> = names.iter().filter(with(Presence::Yes)).collect();
            let is_missing = names
                .iter()
                .all(|name| presence(properties, name) == Presence::No);
            if present.len() > 1 {
                Some(format!("{} exclude each other; keep one", Names(present)))
            } else {
                is_missing.then(|| format!("one of {} is missing; set one", Names(names.iter().collect())))
            }
        }
        Constraint::AtLeastOne(names) => names
            .iter()
            .all(|name| presence(properties, name) == Presence::No)
            .then(|| {
                format!(
                    "one of {} is missing; set at least one",
                    Names(names.iter().collect())
                )
            }),
        Constraint::Requires(name, others) => {
            let missing: Vec<&&str> = others.iter().filter(with(Presence::No)).collect();
            (presence(properties, name) == Presence::Yes && !missing.is_empty())
                .then(|| format!("`{name}` needs {}, too; set it", Names(missing)))
        }
        Constraint::Excludes(name, others) => {
            let present: Vec<&&str> = others.iter().filter(with(Presence::Yes)).collect();
            (presence(properties, name) == Presence::Yes && !present.is_empty())
                .then(|| format!("`{name}` does not go with {}; remove one", Names(present)))
        }
        Constraint::Unless(name, value, others) => {
            let has_other = match properties.get(*name) {
                None => true,
                Some(Json::String(text)) => text != value,
                Some(_) => false,
            };
            let missing: Vec<&&str> = others.iter().filter(with(Presence::No)).collect();
            (has_other && !missing.is_empty()).then(|| {
                format!(
                    "lacks {}; add what is missing, or set `{name}` to `{value}`",
                    Names(missing)
                )
            })
        }
    }
}

/// Whether a property will be there at deployment.
#[derive(PartialEq, Eq)]
pub(super) enum Presence {
    Yes,
    /// A condition decides.
    Maybe,
    No,
}

pub(super) fn presence(properties: &Properties, name: &str) -> Presence {
    match properties.get(name) {
        None => Presence::No,
        Some(value) if functions::is_no_value(value) => Presence::No,
        Some(value) if functions::is_conditional(value) => Presence::Maybe,
        // An empty list says no more than none does; tools write both.
        Some(Json::Array(items)) if items.is_empty() => Presence::Maybe,
        Some(_) => Presence::Yes,
    }
}

/// Names with commas between them.
struct Names<'n>(Vec<&'n &'n str>);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, name) in self.0.iter().enumerate() {
            let before = match i {
                0 => "",
                _ if i + 1 == self.0.len() => " and ",
                _ => ", ",
            };
            write!(f, "{before}`{name}`")?;
        }
        Ok(())
    }
}
