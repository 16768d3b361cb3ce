//! The JSON format documented in `docs/DIFF.md`.

use serde::Serialize;

use super::Names;
use crate::model::Diff;

/// The version of the format. It increases when a reader of the previous version could misread the output.
const SCHEMA_VERSION: u32 = 3;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    schema_version: u32,
    old: &'a str,
    new: &'a str,
    different: bool,
    #[serde(flatten)]
    diff: &'a Diff,
}

/// The differences as indented JSON with a final newline.
pub fn json(diff: &Diff, names: Names<'_>) -> String {
    let document = Document {
        schema_version: SCHEMA_VERSION,
        old: names.old,
        new: names.new,
        different: !diff.is_empty(),
        diff,
    };
    let mut text = serde_json::to_string_pretty(&document).expect("the keys of a difference are strings");
    text.push('\n');
    text
}
