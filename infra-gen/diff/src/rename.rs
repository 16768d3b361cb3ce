//! Resources whose logical ID alone is new: for a person the same thing, for CloudFormation a new one beside an old one.
//!
//! A removed and an added resource of one type are the same when their bodies are, or nearly. References among removed
//! and among added resources count as equal when they point at the same type, so that a function and its role are both
//! found when both got new IDs.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::{Map, json};

use crate::references;

/// How alike two bodies have to be, from 0 to 1, with a little of it for alike IDs.
const THRESHOLD: f64 = 0.8;

/// New logical IDs by old ones.
pub(crate) type Renames = BTreeMap<String, String>;

/// An API's deployment is immutable: tools give it a new logical ID for each content of the API.
pub(crate) const DEPLOYMENT: &str = "AWS::ApiGateway::Deployment";

/// Finds the renamed resources.
pub(crate) fn find(old: &Template, new: &Template) -> Renames {
    let removed = only_in(old, new);
    let added = only_in(new, old);
    let mut pairs: Vec<(f64, &str, &str)> = Vec::new();
    for (from, before) in &removed {
        for (to, after) in &added {
            if before.type_name == after.type_name {
                let before = body(before, old, &removed);
                let after = body(after, new, &added);
                let score = score(&before, &after, from, to);
                if score >= THRESHOLD || is_deployment_of_same_api(&before, &after) {
                    pairs.push((score, from, to));
                }
            }
        }
    }
    // The best pairs first; the order of equals is that of their IDs.
    pairs.sort_by(|one, other| {
        other
            .0
            .total_cmp(&one.0)
            .then_with(|| one.1.cmp(other.1))
            .then_with(|| one.2.cmp(other.2))
    });
    let mut taken = BTreeSet::new();
    let mut renames = Renames::new();
    for (_, from, to) in pairs {
        if !renames.contains_key(from) && taken.insert(to) {
            renames.insert(from.to_owned(), to.to_owned());
        }
    }
    renames
}

type Only<'a> = BTreeMap<&'a str, &'a ResourceBlock>;

fn only_in<'a>(one: &'a Template, other: &Template) -> Only<'a> {
    one.resources
        .iter()
        .filter(|(id, _)| !other.resources.contains_key(*id))
        .map(|(id, block)| (id.as_str(), block))
        .collect()
}

/// What a resource says, without the names of others that may have new ones.
fn body(block: &ResourceBlock, template: &Template, only: &Only<'_>) -> Json {
    let whole = json!({ "Type": block.type_name, "Properties": block.properties });
    references::renamed(&whole, &|id| {
        let id = id.split('.').next().unwrap_or(id);
        only.contains_key(id)
            .then(|| template.resources[id].type_name.replace("::", ""))
    })
}

fn score(before: &Json, after: &Json, from: &str, to: &str) -> f64 {
    let ids = strsim::normalized_levenshtein(from, to);
    let (mut old, mut new) = (BTreeSet::new(), BTreeSet::new());
    leaves(String::new(), before, &mut old);
    leaves(String::new(), after, &mut new);
    let (common, all) = (old.intersection(&new).count(), old.union(&new).count());
    // The type is a leaf that they always share.
    if old.len().min(new.len()) <= 2 {
        // So little could be said of anything: the IDs have to tell.
        return if before == after { 0.5 + ids / 2.0 } else { 0.0 };
    }
    #[expect(clippy::cast_precision_loss, reason = "a resource has few properties")]
    let bodies = (common - 1) as f64 / (all - 1) as f64;
    bodies * 0.9 + ids * 0.1
}

fn leaves(path: String, value: &Json, into: &mut BTreeSet<String>) {
    match value {
        Json::Object(entries) if !entries.is_empty() => inner(&path, entries, into),
        Json::Array(items) if !items.is_empty() => {
            for item in items {
                leaves(format!("{path}[]"), item, into);
            }
        }
        leaf => {
            into.insert(path + "=" + &leaf.to_string());
        }
    }
}

fn inner(path: &str, entries: &Map<String, Json>, into: &mut BTreeSet<String>) {
    for (name, entry) in entries {
        leaves(format!("{path}.{name}"), entry, into);
    }
}

fn is_deployment_of_same_api(before: &Json, after: &Json) -> bool {
    let api = |body: &Json| body["Properties"].get("RestApiId").cloned();
    before["Type"] == DEPLOYMENT && api(before).is_some() && api(before) == api(after)
}
