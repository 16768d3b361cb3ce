//! For programs: the whole difference, in the form that `docs/DIFF.md` documents.

use serde::Serialize;

use super::Names;
use crate::model::Diff;

/// The version of the form. It grows when a reader of the former one could misread the new one.
const SCHEMA_VERSION: u32 = 1;

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

/// The difference as indented JSON with a final newline.
pub fn json(diff: &Diff, names: Names<'_>) -> String {
    let document = Document {
        schema_version: SCHEMA_VERSION,
        old: names.old,
        new: names.new,
        different: !diff.is_empty(),
        diff,
    };
    let mut text = serde_json::to_string_pretty(&document).expect("a difference has text keys only");
    text.push('\n');
    text
}
