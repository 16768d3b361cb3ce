//! Tags of any resource type.
//! <https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html>

use std::collections::BTreeSet;

use crate::{
    check::query::items,
    problem::{Finding, Problem},
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, block) in &template.resources {
        let mut keys = BTreeSet::new();
        for (i, tag) in items(block, "Tags").iter().enumerate() {
            let Some(key) = tag.get("Key").and_then(Json::as_str) else {
                continue;
            };
            let finding = if key.starts_with("aws:") {
                Finding::new(
                    format!("the tag `{key}` has the reserved prefix `aws:`"),
                    "rename it",
                )
            } else if !keys.insert(key) {
                Finding::new(
                    format!("another tag already has the key `{key}`"),
                    "remove one of the two",
                )
            } else {
                continue;
            };
            problems.push(Problem::resource(
                id,
                format!("Properties.Tags[{i}].Key"),
                finding,
            ));
        }
    }
}
