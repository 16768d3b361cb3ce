//! The enums of a resource's module, and their names.

use std::collections::BTreeMap;

use super::objects::rust_name;
use crate::model::Enum;

/// Property names that are too vague for a type. The name of the object is put before them.
const VAGUE: [&str; 14] = [
    "Action", "Format", "Kind", "Level", "Method", "Mode", "Name", "Region", "Scope", "State", "Status",
    "Type", "Unit", "Value",
];

/// The name of the enum for the `values` of `property` in `object`. Equal enums are shared.
pub(super) fn declare(
    enums: &mut BTreeMap<String, Enum>,
    is_taken: impl Fn(&str) -> bool,
    object: &str,
    property: &str,
    values: Vec<String>,
    ignore_case: bool,
) -> String {
    let short = rust_name(property);
    let long = format!("{}{short}", rust_name(object));
    let first = (!VAGUE.contains(&short.as_str())).then(|| short.clone());
    let numbered = (2..).map(|number| format!("{long}{number}"));
    for name in first.into_iter().chain([long.clone()]).chain(numbered) {
        if is_taken(&name) {
            continue;
        }
        match enums.get(&name) {
            Some(present) if present.values == values && present.ignore_case == ignore_case => return name,
            Some(_) => {}
            None => {
                enums.insert(name.clone(), Enum { values, ignore_case });
                return name;
            }
        }
    }
    unreachable!("one of the numbered names is unused")
}
