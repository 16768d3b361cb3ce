//! Compares the diff with CloudFormation's change set.

use std::fmt;

use infra_gen_cfn::Json;
use infra_gen_diff::Diff;
use serde::Serialize;
use serde_json::Map;

use crate::commands::{count, outputs};
use crate::deploy::change_set::plan::{self, Mismatch, PlannedChange};

/// The maximum number of resources that are named if CloudFormation does not say what happens to them.
const MAX_NAMED: usize = 10;

/// The changes that CloudFormation plans, and where they differ from the diff.
#[derive(Serialize)]
pub(super) struct ChangeSetReport<'a> {
    changes: &'a [PlannedChange],
    differs: Vec<Mismatch>,
}

impl<'a> ChangeSetReport<'a> {
    pub(super) fn new(difference: &Diff, changes: &'a [PlannedChange]) -> Self {
        Self {
            changes,
            differs: plan::mismatches(difference, changes),
        }
    }

    /// Adds the field `changeSet` to the JSON of the diff.
    pub(super) fn add_to_json(&self, diff: &str) -> String {
        let mut diff: Map<String, Json> = serde_json::from_str(diff).expect("the diff is a JSON object");
        let report = serde_json::to_value(self).expect("strings serialize to JSON");
        diff.insert("changeSet".to_owned(), report);
        outputs::json(&diff)
    }
}

impl fmt::Display for ChangeSetReport<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown = plan::unknown_effects(self.changes);
        let resources = count(self.changes.len() - unknown.len(), "resource");
        if self.differs.is_empty() {
            writeln!(f, "CloudFormation's change set agrees ({resources})")?;
        } else {
            writeln!(f, "CloudFormation's change set ({resources}) differs:\n")?;
        }
        for mismatch in &self.differs {
            writeln!(f, "- {mismatch}")?;
        }
        if !unknown.is_empty() {
            let (named, more) = unknown.split_at(unknown.len().min(MAX_NAMED));
            let more = match more.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            writeln!(
                f,
                "\nCloudFormation does not say what happens to these resources of nested stacks: {}{more}",
                named.join(", ")
            )?;
        }
        Ok(())
    }
}
