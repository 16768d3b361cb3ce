//! Recognizes resources that only have a new logical ID. CloudFormation treats such a resource as a new one and an old one.
//!
//! A removed and an added resource of the same type match if their bodies are equal or similar. References among removed
//! resources and among added ones count as equal if their targets have the same type, so that a function and its role both
//! match if both have new IDs.
//!
//! Each removed resource is compared with each added one of its type. For types with too many resources, only equal bodies
//! match, and the report says so.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::{Map, json};

use crate::references;

/// The minimum similarity of two resources, from 0 to 1. A small part of it is the similarity of the IDs.
const THRESHOLD: f64 = 0.8;

/// The maximum number of compared leaves of bodies and pairs of letters of IDs. Hundreds of resources of one type with new
/// IDs stay far below it.
const MAX_STEPS: usize = 200_000_000;

/// New logical IDs by old ones.
pub(crate) type Renames = BTreeMap<String, String>;

/// An API deployment is immutable: tools give it a new logical ID for each version of the API.
pub(crate) const DEPLOYMENT: &str = "AWS::ApiGateway::Deployment";

/// The matched resources.
pub(crate) struct Matches {
    pub(crate) renames: Renames,
    /// The types with so many removed and added resources that only equal bodies were matched.
    pub(crate) partial_types: BTreeSet<String>,
}

/// Matches removed and added resources.
pub(crate) fn find(old: &Template, new: &Template) -> Matches {
    find_within(old, new, MAX_STEPS)
}

fn find_within(old: &Template, new: &Template, mut steps: usize) -> Matches {
    let mut numbers = HashMap::new();
    let mut removed = by_type(old, new, &mut numbers);
    let mut added = by_type(new, old, &mut numbers);
    let mut matches = Matches {
        renames: Renames::new(),
        partial_types: BTreeSet::new(),
    };
    removed.retain(|type_name, _| added.contains_key(type_name));
    added.retain(|type_name, _| removed.contains_key(type_name));
    for ((type_name, removed), added) in removed.iter().zip(added.values()) {
        if let Some(pairs) = similar_pairs(removed, added, &mut steps) {
            match_best(pairs, &mut matches.renames);
        } else {
            matches.partial_types.insert((*type_name).to_owned());
            match_equal(removed, added, &mut matches.renames);
        }
    }
    matches
}

/// A resource that is in one template only.
struct Candidate<'a> {
    id: &'a str,
    /// The resource's type and properties, without the IDs of other resources that are in one template only.
    body: Json,
    /// The interned leaves of the body, sorted.
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

/// Similarity, old ID, new ID.
type Pair<'a> = (f64, &'a str, &'a str);

/// The pairs above the threshold, or `None` if comparing them takes more than `steps`.
fn similar_pairs<'a>(
    removed: &[Candidate<'a>],
    added: &[Candidate<'a>],
    steps: &mut usize,
) -> Option<Vec<Pair<'a>>> {
    let mut pairs = Vec::new();
    for before in removed {
        for after in added {
            *steps = steps.checked_sub(before.leaves.len() + after.leaves.len())?;
            let is_redeployed = is_deployment_of_same_api(&before.body, &after.body);
            let bodies = compare_bodies(before, after);
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

/// How similar two bodies are.
#[derive(Clone, Copy)]
enum BodySimilarity {
    /// The bodies are too small to identify a resource, so the IDs have to be similar, too.
    Small { equal: bool },
    /// The share of common leaves, from 0 to 1.
    Ratio(f64),
}

fn compare_bodies(before: &Candidate<'_>, after: &Candidate<'_>) -> BodySimilarity {
    let (old, new) = (&before.leaves, &after.leaves);
    // One of the leaves is the type, which is always equal.
    if old.len().min(new.len()) <= 2 {
        let equal = before.body == after.body;
        return BodySimilarity::Small { equal };
    }
    let common = count_common(old, new);
    let all = old.len() + new.len() - common;
    #[expect(clippy::cast_precision_loss, reason = "a resource has few properties")]
    BodySimilarity::Ratio((common - 1) as f64 / (all - 1) as f64)
}

fn score(bodies: BodySimilarity, ids: f64) -> f64 {
    match bodies {
        BodySimilarity::Small { equal: true } => 0.5 + ids / 2.0,
        BodySimilarity::Small { equal: false } => 0.0,
        BodySimilarity::Ratio(ratio) => ratio * 0.9 + ids * 0.1,
    }
}

/// How many numbers two sorted lists without duplicates have in common.
fn count_common(one: &[usize], other: &[usize]) -> usize {
    let mut rest = other.iter().peekable();
    let is_in_other = |number: &&usize| {
        while rest.next_if(|next| next < number).is_some() {}
        rest.next_if_eq(number).is_some()
    };
    one.iter().filter(is_in_other).count()
}

/// Matches the most similar pairs first; equally similar ones in the order of their IDs.
fn match_best(mut pairs: Vec<Pair<'_>>, renames: &mut Renames) {
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

/// Matches resources with equal identities, in the order of their IDs.
fn match_equal(removed: &[Candidate<'_>], added: &[Candidate<'_>], renames: &mut Renames) {
    let mut unmatched: HashMap<&Json, VecDeque<&str>> = HashMap::new();
    for after in added {
        unmatched
            .entry(identity(&after.body))
            .or_default()
            .push_back(after.id);
    }
    for before in removed.iter().filter(|before| before.leaves.len() > 2) {
        let same = unmatched.get_mut(identity(&before.body));
        if let Some(to) = same.and_then(VecDeque::pop_front) {
            renames.insert(before.id.to_owned(), to.to_owned());
        }
    }
}

/// What identifies a resource when only equality is checked: its body, or the API of a deployment.
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

    use super::{MAX_STEPS, Matches, find_within};

    /// Topics with distinct names, whose IDs begin with `prefix`.
    fn topics(prefix: &str, count: usize) -> Template {
        let resources: serde_json::Map<_, _> = (0..count)
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
    fn check(found: &Matches, renamed: usize, partial_types: usize) {
        let expected = (0..renamed).map(|topic| (format!("Old{topic}"), format!("New{topic}")));
        assert_eq!(found.renames, expected.collect());
        assert_eq!(found.partial_types.len(), partial_types);
    }

    #[test]
    fn equal_bodies_match_even_beyond_the_step_limit() {
        let (old, new) = (topics("Old", 30), topics("New", 30));
        check(&find_within(&old, &new, MAX_STEPS), 30, 0);
        check(&find_within(&old, &new, 100), 30, 1);
    }

    #[test]
    fn similar_bodies_match_within_the_step_limit() {
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
        check(&find_within(&old, &new, MAX_STEPS), 1, 0);
        check(&find_within(&old, &new, 0), 0, 1);
    }
}
