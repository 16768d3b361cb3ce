//! Enums: which there are in a resource's module, and what each is called.

use std::collections::BTreeMap;

use crate::{Error, model::Enum, naming, overrides};

/// Property names that say too little to name a type: the object's name goes before them.
const VAGUE: [&str; 14] = [
    "Action", "Format", "Kind", "Level", "Method", "Mode", "Name", "Region", "Scope", "State", "Status",
    "Type", "Unit", "Value",
];

/// The enum for `values` of `property` in `object`, new or one that is there already.
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
        "has no free name for its enum; name it in `overrides.rs`",
    ))
}

fn variants(values: &[String]) -> Result<Vec<(String, String)>, String> {
    let mut variants: Vec<(String, String)> = Vec::new();
    for text in values.iter().filter(|text| !overrides::is_second_spelling(text)) {
        let variant = naming::variant(text);
        if variant.is_empty() {
            return Err(format!("`{text}` gives no variant; decide in `overrides.rs`"));
        }
        if let Some((_, other)) = variants.iter().find(|(present, _)| *present == variant) {
            return Err(format!(
                "`{text}` and `{other}` are both `{variant}`; decide in `overrides.rs`"
            ));
        }
        variants.push((variant, text.clone()));
    }
    Ok(variants)
}
