//! What somebody who misspelled a name or a value probably meant.

use crate::check::names::hint;

/// Few enough to name them all.
const FEW: usize = 8;

/// The object has no property of this name.
pub(super) fn unknown_property<'k>(name: &str, known: impl Iterator<Item = &'k str> + Clone) -> String {
    let names: Vec<&str> = known.clone().collect();
    let otherwise = match names.len() {
        0 => "remove it, this object has none".to_owned(),
        1..=FEW => format!("remove it, or take one of {}", list(&names)),
        _ => "remove it".to_owned(),
    };
    format!("`{name}` is not a property; {}", hint(name, known, &otherwise))
}

/// `value` is none of `allowed`.
pub(super) fn not_one_of(value: &str, allowed: &[&str]) -> String {
    let otherwise = if allowed.len() <= FEW {
        format!("take one of {}", list(allowed))
    } else {
        format!(
            "take one of {}, or another of {}",
            list(&allowed[..FEW]),
            allowed.len()
        )
    };
    format!(
        "`{value}` is not allowed; {}",
        hint(value, allowed.iter().copied(), &otherwise)
    )
}

fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
