//! The result of each gate for each change in the folder `changes`.
//!
//! The files are data, so that other tools can read them, too: see the comment at the start of each file.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a failing test panics")]

use std::collections::BTreeMap;

use infra_gen_cfn::Template;
use infra_gen_diff::{Diff, ParameterValues, diff_with_values};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    change: String,
    gates: Vec<String>,
    #[serde(default)]
    values: BTreeMap<String, String>,
    template: String,
}

impl Case {
    /// The templates before and after the change.
    fn templates(&self) -> [Template; 2] {
        [0, 1].map(|side| {
            let text = side_of(&self.template, side);
            Template::parse(&text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", self.change))
        })
    }

    fn values(&self) -> ParameterValues {
        let side = |side: usize| -> BTreeMap<String, String> {
            let value = |value: &String| match value.split_once('|') {
                Some((old, new)) => [old, new][side].to_owned(),
                None => value.clone(),
            };
            self.values
                .iter()
                .map(|(name, text)| (name.clone(), value(text)))
                .collect()
        };
        let (old, new) = (side(0), side(1));
        let changed = new.iter().filter(|(name, value)| old.get(*name) != Some(value));
        ParameterValues {
            changed: (!self.values.is_empty()).then(|| changed.map(|(name, _)| name.clone()).collect()),
            old,
            new,
        }
    }

    fn diff(&self) -> Diff {
        let [old, new] = self.templates();
        diff_with_values(&old, &new, &self.values())
    }
}

/// The text with each `«old|new»` replaced by one side.
fn side_of(text: &str, side: usize) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('«') {
        let (marked, remainder) = after.split_once('»').expect("every mark is closed");
        let (old, new) = marked.split_once('|').expect("a mark has two sides");
        result.push_str(before);
        result.push_str([old, new][side]);
        rest = remainder;
    }
    result + rest
}

/// The gates that stop a change.
fn gates(diff: &Diff) -> Vec<&'static str> {
    let summary = &diff.summary;
    [
        ("broadening", summary.broadens),
        ("destructive", summary.destructive),
        ("removal", summary.removes),
    ]
    .into_iter()
    .filter_map(|(gate, stops)| stops.then_some(gate))
    .collect()
}

#[track_caller]
fn check(file: &str, minimum: usize) {
    let path = format!("{}/tests/changes/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let cases: Vec<Case> = serde_yaml::from_str(&text).unwrap();
    assert!(cases.len() >= minimum, "{} changes", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let diff = case.diff();
        let found = gates(&diff);
        if found != case.gates {
            wrong.push(format!(
                "{}: expected {:?}, found {found:?}: {}; {:?}; {:?}",
                case.change, case.gates, diff.summary, diff.access, diff.permissions
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn indirect_changes_have_the_gates_of_direct_ones() {
    check("indirect.yaml", 80);
}

#[test]
fn changes_of_access_stop_at_the_gate_for_broadening() {
    check("access.yaml", 110);
}

#[test]
fn removals_and_replacements_stop_at_their_gates() {
    check("data.yaml", 30);
}
