//! Tags, which most types have in the same form.
//! <https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html>

use std::collections::BTreeSet;

use crate::{
    check::{Problem, find::items},
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
            let message = if key.starts_with("aws:") {
                format!("keys that begin with `aws:` are AWS's own; rename `{key}`")
            } else if !keys.insert(key) {
                format!("the tag `{key}` is there twice; remove one")
            } else {
                continue;
            };
            problems.push(Problem::resource(
                id,
                format!("Properties.Tags[{i}].Key"),
                message,
            ));
        }
    }
}
