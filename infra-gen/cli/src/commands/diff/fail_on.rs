//! `--fail-on`: the kinds of differences that lead to exit code 3, and the reason that is printed.

use clap::ValueEnum;
use infra_gen_diff::{Diff, ResourceChange};

/// A kind of difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    #[value(alias = "any-change")]
    Any,
    Removal,
    Destructive,
    Broadening,
}

impl FailOn {
    /// The reason to fail, if there are differences of this kind.
    pub(super) fn reason(self, difference: &Diff) -> Option<String> {
        let summary = &difference.summary;
        match self {
            Self::Any => {
                (!difference.is_empty()).then(|| "`--fail-on any`: the templates differ".to_owned())
            }
            Self::Removal => summary.removes.then(|| removal(difference)),
            Self::Destructive => summary.destructive.then(|| destructive(difference)),
            Self::Broadening => summary.broadens.then(|| {
                let not_compared = match summary.unjudged.as_slice() {
                    [] => String::new(),
                    unjudged => format!("; not compared: {}", unjudged.join(", ")),
                };
                format!(
                    "`--fail-on broadening`: access is or may be broader than before; see the lines with ▲{not_compared}"
                )
            }),
        }
    }
}

/// Names the resources that leave the stack, or may.
fn removal(difference: &Diff) -> String {
    let all = difference.all_resources();
    let leaving = all.iter().filter(|(_, resource)| resource.leaves_or_is_refused());
    let ids: Vec<&str> = leaving.map(|(id, _)| id.as_str()).collect();
    let mut reasons = Vec::new();
    if !ids.is_empty() {
        reasons.push(format!(
            "these resources are or may be removed or replaced: {}",
            ids.join(", ")
        ));
    }
    let unjudged = &difference.summary.unjudged;
    if !unjudged.is_empty() {
        reasons.push(format!("not compared: {}", unjudged.join(", ")));
    }
    format!("`--fail-on removal`: {}", reasons.join("; "))
}

/// Names the resources whose data is, or may be, lost.
fn destructive(difference: &Diff) -> String {
    let all = difference.all_resources();
    let (stateful, unknown): (Vec<_>, Vec<_>) = all
        .iter()
        .filter(|(_, resource)| resource.loses_data())
        .partition(|(_, resource)| resource.stateful);
    let ids = |resources: &[&(String, &ResourceChange)]| -> String {
        let ids: Vec<&str> = resources.iter().map(|(id, _)| id.as_str()).collect();
        ids.join(", ")
    };
    let mut reasons = Vec::new();
    if !stateful.is_empty() {
        reasons.push(format!(
            "the application loses, or may lose, the data in {}",
            ids(&stateful)
        ));
    }
    if !unknown.is_empty() {
        reasons.push(format!(
            "these resources of unknown types may hold data: {}",
            ids(&unknown)
        ));
    }
    if !difference.summary.unjudged.is_empty() {
        let unjudged = difference.summary.unjudged.join(", ");
        reasons.push(format!("not compared, and possibly destructive: {unjudged}"));
    }
    format!("`--fail-on destructive`: {}", reasons.join("; "))
}
