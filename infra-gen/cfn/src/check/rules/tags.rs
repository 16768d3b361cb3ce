//! Tags of any resource type.
//! <https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html>

use std::collections::BTreeSet;

use crate::{
    check::catalog::services::tags::{DUPLICATE_TAG, RESERVED_TAG},
    check::query::items,
    finding::Finding,
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, block) in &template.resources {
        let mut keys = BTreeSet::new();
        for (i, tag) in items(block, "Tags").iter().enumerate() {
            let Some(key) = tag.get("Key").and_then(Json::as_str) else {
                continue;
            };
            let finding = if key.starts_with("aws:") {
                RESERVED_TAG.found(
                    format!("the tag `{key}` has the reserved prefix `aws:`"),
                    "rename it",
                )
            } else if !keys.insert(key) {
                DUPLICATE_TAG.found(
                    format!("another tag already has the key `{key}`"),
                    "remove one of the two",
                )
            } else {
                continue;
            };
            findings.push(Finding::resource(
                id,
                format!("Properties.Tags[{i}].Key"),
                finding,
            ));
        }
    }
}
