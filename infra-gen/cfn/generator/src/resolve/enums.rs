//! The enums of a resource's module, and their names.

use std::collections::BTreeMap;

use crate::{Error, model::Enum, naming, overrides};

/// Property names that are too vague for a type. The name of the object is put before them.
const VAGUE: [&str; 14] = [
    "Action", "Format", "Kind", "Level", "Method", "Mode", "Name", "Region", "Scope", "State", "Status",
    "Type", "Unit", "Value",
];

/// The enum for the `values` of `property` in `object`. Equal enums are shared.
pub(super) fn declare(
    enums: &mut BTreeMap<String, Enum>,
    is_taken: impl Fn(&str) -> bool,
    object: &str,
    property: &str,
    values: &[String],
) -> Result<String, Error> {
    let short = naming::capitalized(property);
    let long = format!("{object}{short}");
    let candidates = if VAGUE.contains(&short.as_str()) {
        vec![long]
    } else {
        vec![short, long]
    };
    for name in candidates {
        if is_taken(&name) {
            continue;
        }
        let user = format!("{object}.{property}");
        match enums.get_mut(&name) {
            Some(present) if present.values == values => {
                if !present.users.contains(&user) {
                    present.users.push(user);
                }
                return Ok(name);
            }
            Some(_) => {}
            None => {
                let variants = variants(values).map_err(|message| super::error(&name, message))?;
                enums.insert(
                    name.clone(),
                    Enum {
                        users: vec![user],
                        values: values.to_vec(),
                        variants,
                    },
                );
                return Ok(name);
            }
        }
    }
    Err(super::error(
        &format!("{object}.{property}"),
        "has no unused name for its enum\n  hint: set one in `overrides.rs`",
    ))
}

fn variants(values: &[String]) -> Result<Vec<(String, String)>, String> {
    let mut variants: Vec<(String, String)> = Vec::new();
    for text in values
        .iter()
        .filter(|text| !overrides::is_alternative_spelling(text))
    {
        let variant = naming::variant(text);
        if variant.is_empty() {
            return Err(format!(
                "`{text}` cannot be converted to a variant\n  hint: set one in `overrides.rs`"
            ));
        }
        if let Some((_, other)) = variants.iter().find(|(present, _)| *present == variant) {
            return Err(format!(
                "`{text}` and `{other}` have the same variant `{variant}`\n  hint: set another in `overrides.rs`"
            ));
        }
        variants.push((variant, text.clone()));
    }
    Ok(variants)
}
