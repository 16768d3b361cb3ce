//! Resources whose logical ID alone is new: for a person the same thing, for CloudFormation a new one beside an old one.
//!
//! A removed and an added resource of one type are the same when their bodies are, or nearly. References among removed
//! and among added resources count as equal when they point at the same type, so that a function and its role are both
//! found when both got new IDs.
//!
//! Every removed resource is held against every added one of its type. Where that is too much, only those are found whose
//! bodies are equal, and the types of which this is so are told.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::{Map, json};

use crate::references;

/// How alike two bodies have to be, from 0 to 1, with a little of it for alike IDs.
const THRESHOLD: f64 = 0.8;

/// How much is compared: leaves of bodies, and letters of IDs with each other. Hundreds of resources of one type under new
/// IDs stay far below.
const MOST_STEPS: usize = 200_000_000;

/// New logical IDs by old ones.
pub(crate) type Renames = BTreeMap<String, String>;

/// An API's deployment is immutable: tools give it a new logical ID for each content of the API.
pub(crate) const DEPLOYMENT: &str = "AWS::ApiGateway::Deployment";

/// The renamed resources.
pub(crate) struct Found {
    pub(crate) renames: Renames,
    /// The types of which so much is gone and new that only equal bodies were looked for.
    pub(crate) coarse: BTreeSet<String>,
}

/// Finds the renamed resources.
pub(crate) fn find(old: &Template, new: &Template) -> Found {
    find_within(old, new, MOST_STEPS)
}

fn find_within(old: &Template, new: &Template, mut steps: usize) -> Found {
    let mut numbers = HashMap::new();
    let mut removed = by_type(old, new, &mut numbers);
    let mut added = by_type(new, old, &mut numbers);
    let mut found = Found {
        renames: Renames::new(),
        coarse: BTreeSet::new(),
    };
    removed.retain(|type_name, _| added.contains_key(type_name));
    added.retain(|type_name, _| removed.contains_key(type_name));
    for ((type_name, removed), added) in removed.iter().zip(added.values()) {
        if let Some(pairs) = pairs(removed, added, &mut steps) {
            take(pairs, &mut found.renames);
        } else {
            found.coarse.insert((*type_name).to_owned());
            equal(removed, added, &mut found.renames);
        }
    }
    found
}

/// A resource that is in one template only.
struct Candidate<'a> {
    id: &'a str,
    /// What it says, without the names of others that may have new ones.
    body: Json,
    /// The numbers of the body's leaves, in order.
    leaves: Vec<usize>,
}

fn by_type<'a>(
    one: &'a Template,
    other: &Template,
    numbers: &mut HashMap<String, usize>,
) -> BTreeMap<&'a str, Vec<Candidate<'a>>> {
    let only: BTreeMap<&str, &ResourceBlock> = one
        .resources
        .iter()
        .filter(|(id, _)| !other.resources.contains_key(*id))
        .map(|(id, block)| (id.as_str(), block))
        .collect();
    let mut by_type: BTreeMap<&str, Vec<Candidate<'_>>> = BTreeMap::new();
    for (id, block) in &only {
        let body = body(block, &only);
        let mut texts = BTreeSet::new();
        leaves(String::new(), &body, &mut texts);
        let number = |leaf| {
            let next = numbers.len();
            *numbers.entry(leaf).or_insert(next)
        };
        let mut leaves: Vec<usize> = texts.into_iter().map(number).collect();
        leaves.sort_unstable();
        by_type
            .entry(&block.type_name)
            .or_default()
            .push(Candidate { id, body, leaves });
    }
    by_type
}

fn body(block: &ResourceBlock, only: &BTreeMap<&str, &ResourceBlock>) -> Json {
    let whole = json!({ "Type": block.type_name, "Properties": block.properties });
    references::renamed(&whole, &|id| {
        let id = id.split('.').next().unwrap_or(id);
        only.get(id).map(|block| block.type_name.replace("::", ""))
    })
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

/// What may be the same thing, and how alike it is.
type Pair<'a> = (f64, &'a str, &'a str);

/// The pairs that are alike enough; none where there is more to compare than `steps`.
fn pairs<'a>(removed: &[Candidate<'a>], added: &[Candidate<'a>], steps: &mut usize) -> Option<Vec<Pair<'a>>> {
    let mut pairs = Vec::new();
    for before in removed {
        for after in added {
            *steps = steps.checked_sub(before.leaves.len() + after.leaves.len())?;
            let is_redeployed = is_deployment_of_same_api(&before.body, &after.body);
            let bodies = bodies(before, after);
            if !is_redeployed && score(bodies, 1.0) < THRESHOLD {
                continue;
            }
            *steps = steps.checked_sub(before.id.len() * after.id.len())?;
            let score = score(bodies, strsim::normalized_levenshtein(before.id, after.id));
            if score >= THRESHOLD || is_redeployed {
                pairs.push((score, before.id, after.id));
            }
        }
    }
    Some(pairs)
}

/// How alike two bodies are.
#[derive(Clone, Copy)]
enum Bodies {
    /// So little could be said of anything: the IDs have to tell.
    Little {
        equal: bool,
    },
    Much(f64),
}

fn bodies(before: &Candidate<'_>, after: &Candidate<'_>) -> Bodies {
    let (old, new) = (&before.leaves, &after.leaves);
    // The type is a leaf that they always share.
    if old.len().min(new.len()) <= 2 {
        let equal = before.body == after.body;
        return Bodies::Little { equal };
    }
    let common = common(old, new);
    let all = old.len() + new.len() - common;
    #[expect(clippy::cast_precision_loss, reason = "a resource has few properties")]
    Bodies::Much((common - 1) as f64 / (all - 1) as f64)
}

fn score(bodies: Bodies, ids: f64) -> f64 {
    match bodies {
        Bodies::Little { equal: true } => 0.5 + ids / 2.0,
        Bodies::Little { equal: false } => 0.0,
        Bodies::Much(alike) => alike * 0.9 + ids * 0.1,
    }
}

/// How many numbers two lists have in common; both are in order, without any twice.
fn common(one: &[usize], other: &[usize]) -> usize {
    let mut rest = other.iter().peekable();
    let is_in_other = |number: &&usize| {
        while rest.next_if(|next| next < number).is_some() {}
        rest.next_if_eq(number).is_some()
    };
    one.iter().filter(is_in_other).count()
}

/// Takes the best pairs first; the order of equals is that of their IDs.
fn take(mut pairs: Vec<Pair<'_>>, renames: &mut Renames) {
    pairs.sort_by(|one, other| {
        other
            .0
            .total_cmp(&one.0)
            .then_with(|| one.1.cmp(other.1))
            .then_with(|| one.2.cmp(other.2))
    });
    let mut taken = BTreeSet::new();
    for (_, from, to) in pairs {
        if !renames.contains_key(from) && taken.insert(to) {
            renames.insert(from.to_owned(), to.to_owned());
        }
    }
}

/// Takes what says the same, in the order of the IDs.
fn equal(removed: &[Candidate<'_>], added: &[Candidate<'_>], renames: &mut Renames) {
    let mut waiting: HashMap<&Json, VecDeque<&str>> = HashMap::new();
    for after in added {
        waiting
            .entry(identity(&after.body))
            .or_default()
            .push_back(after.id);
    }
    for before in removed.iter().filter(|before| before.leaves.len() > 2) {
        let same = waiting.get_mut(identity(&before.body));
        if let Some(to) = same.and_then(VecDeque::pop_front) {
            renames.insert(before.id.to_owned(), to.to_owned());
        }
    }
}

/// What a resource is known by when there are too many: what it says, and of a deployment its API.
fn identity(body: &Json) -> &Json {
    deployed_api(body).unwrap_or(body)
}

fn is_deployment_of_same_api(before: &Json, after: &Json) -> bool {
    let api = deployed_api(before);
    api.is_some() && api == deployed_api(after)
}

fn deployed_api(body: &Json) -> Option<&Json> {
    (body["Type"] == DEPLOYMENT).then(|| body["Properties"].get("RestApiId"))?
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Template;
    use serde_json::json;

    use super::{Found, MOST_STEPS, find_within};

    /// Topics whose IDs begin with `prefix`, each with a name of its own.
    fn topics(prefix: &str, of: usize) -> Template {
        let resources: serde_json::Map<_, _> = (0..of)
            .map(|topic| {
                let properties =
                    json!({ "TopicName": format!("t{topic}"), "DisplayName": "Topic", "FifoTopic": false });
                let block = json!({ "Type": "AWS::SNS::Topic", "Properties": properties });
                (format!("{prefix}{topic}"), block)
            })
            .collect();
        Template::parse(&json!({ "Resources": resources }).to_string()).unwrap()
    }

    #[track_caller]
    fn check(found: &Found, of: usize, coarse: usize) {
        let expected = (0..of).map(|topic| (format!("Old{topic}"), format!("New{topic}")));
        assert_eq!(found.renames, expected.collect());
        assert_eq!(found.coarse.len(), coarse);
    }

    #[test]
    fn equal_bodies_are_found_however_many_there_are() {
        let (old, new) = (topics("Old", 30), topics("New", 30));
        check(&find_within(&old, &new, MOST_STEPS), 30, 0);
        check(&find_within(&old, &new, 100), 30, 1);
    }

    #[test]
    fn bodies_that_are_nearly_equal_are_found_where_there_is_time() {
        let (mut old, mut new) = (topics("Old", 1), topics("New", 1));
        for name in [
            "FifoThroughputScope",
            "KmsMasterKeyId",
            "SignatureVersion",
            "TracingConfig",
        ] {
            old.resources["Old0"]
                .properties
                .insert(name.to_owned(), "a".into());
            new.resources["New0"]
                .properties
                .insert(name.to_owned(), "a".into());
        }
        new.resources["New0"]
            .properties
            .insert("ArchivePolicy".to_owned(), "a".into());
        check(&find_within(&old, &new, MOST_STEPS), 1, 0);
        check(&find_within(&old, &new, 0), 0, 1);
    }
}
