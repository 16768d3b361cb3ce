//! Whom a replacement reaches: what refers to the resource gets another value, and may be replaced on that account.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use infra_gen_cfn::{Json, ResourceBlock, Template, schema};

use crate::{
    model::{Action, Effect, Reached, ResourceChange},
    path::Path,
    references, resources,
};

/// The most that is listed of what is reached through others. A ring of resources that are all replaced reaches, from each
/// of them, every reference that there is.
const MOST_THROUGH_OTHERS: usize = 100_000;

/// Notes on each resource that becomes another what refers to it, directly and through others that are replaced for it.
pub(crate) fn note(new: &Template, changes: &mut [ResourceChange]) {
    let becomes_another = |action: &Action| {
        matches!(
            action,
            Action::Replace | Action::MayReplace | Action::Recreate { .. }
        )
    };
    if !changes.iter().any(|change| becomes_another(&change.action)) {
        return;
    }
    let referrers = referrers(new);
    let mut left = MOST_THROUGH_OTHERS;
    for change in changes
        .iter_mut()
        .filter(|change| becomes_another(&change.action))
    {
        let id = &change.logical_id;
        if let Some(reached) = reached(id, &referrers, Far::Through { most: left }) {
            left -= reached.len();
            change.ripple = reached;
            continue;
        }
        left = 0;
        change.ripple = reached(id, &referrers, Far::Direct).unwrap_or_default();
        if change.ripple.iter().any(leads_on) {
            change.notes.push(
                "it reaches more than can be listed: what is reached through others is left out".to_owned(),
            );
        }
    }
}

/// Whether what refers to this, in turn, gets another value.
fn leads_on(reached: &Reached) -> bool {
    reached.effect >= Effect::Unknown
}

/// Adds what holds data, or may, and is or may be replaced because it refers to something that becomes another.
pub(crate) fn add_reached_data(new: &Template, changes: &mut Vec<ResourceChange>) {
    let mut reached: BTreeMap<String, String> = BTreeMap::new();
    for found in changes.iter().flat_map(|change| &change.ripple) {
        let has_data = || schema::holds_data(&found.type_name) != Some(false);
        if found.section == "Resources" && leads_on(found) && has_data() {
            reached
                .entry(found.name.clone())
                .or_insert_with(|| found.through.clone());
        }
    }
    for (id, through) in reached {
        let Some(block) = new.resources.get(&id) else {
            continue;
        };
        let note = format!("it refers to `{through}`, which becomes another or may");
        let place = changes.iter().position(|change| change.logical_id == id);
        let change = match place {
            // A new one has no data yet, and what goes anyway is told as that.
            Some(place) if changes[place].action != Action::Change => continue,
            Some(place) => &mut changes[place],
            None => {
                changes.push(resources::change(&id, block, Action::MayReplace, Vec::new()));
                changes.last_mut().expect("it was just added")
            }
        };
        change.action = Action::MayReplace;
        resources::leave(change, resources::fate(block, "UpdateReplacePolicy"));
        change.notes.push(note);
    }
}

/// How far to follow references.
#[derive(Clone, Copy)]
enum Far {
    Direct,
    /// Through others, until there are more than `most`.
    Through {
        most: usize,
    },
}

/// The references to each resource.
type Referrers = BTreeMap<String, Vec<Reached>>;

fn referrers(template: &Template) -> Referrers {
    let mut referrers = Referrers::new();
    for (id, block) in &template.resources {
        references::each(&Path::default(), &properties(block), &mut |path, target| {
            note_reference(&mut referrers, template, target, || Reached {
                section: "Resources",
                name: id.clone(),
                type_name: block.type_name.clone(),
                path: path.clone(),
                effect: resources::effect(&block.type_name, path, None),
                through: target.to_owned(),
                export: None,
            });
        });
    }
    for (name, output) in &template.outputs {
        let export = output
            .get("Export")
            .and_then(|export| export.get("Name"))
            .map(|name| name.as_str().map_or_else(|| name.to_string(), str::to_owned));
        references::each(&Path::default(), output, &mut |path, target| {
            note_reference(&mut referrers, template, target, || Reached {
                section: "Outputs",
                name: name.clone(),
                type_name: String::new(),
                path: path.clone(),
                effect: Effect::None,
                through: target.to_owned(),
                export: export.clone(),
            });
        });
    }
    referrers
}

fn properties(block: &ResourceBlock) -> Json {
    serde_json::json!({ "Properties": block.properties })
}

fn note_reference(
    referrers: &mut Referrers,
    template: &Template,
    target: &str,
    reached: impl FnOnce() -> Reached,
) {
    if template.resources.contains_key(target) {
        referrers.entry(target.to_owned()).or_default().push(reached());
    }
}

/// What refers to `start`; none where that is more than was asked for.
fn reached(start: &str, referrers: &Referrers, far: Far) -> Option<Vec<Reached>> {
    let mut all: Vec<Reached> = Vec::new();
    let mut listed: HashSet<&Reached> = HashSet::new();
    let mut seen = BTreeSet::from([start]);
    let mut next = VecDeque::from([start]);
    while let Some(id) = next.pop_front() {
        for reached in referrers.get(id).into_iter().flatten() {
            if reached.section == "Resources" && reached.name == start {
                continue;
            }
            if let Far::Through { most } = far {
                if all.len() == most {
                    return None;
                }
                if leads_on(reached) && seen.insert(&reached.name) {
                    next.push_back(&reached.name);
                }
            }
            if listed.insert(reached) {
                all.push(reached.clone());
            }
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Template;
    use serde_json::json;

    /// A ring of topics, each named after all the others.
    fn ring(of: usize, name: &str) -> Template {
        let resources: serde_json::Map<_, _> = (0..of)
            .map(|topic| {
                let others = (0..of).filter(|other| *other != topic);
                let named: Vec<String> = others.map(|other| format!("${{T{other}.TopicName}}")).collect();
                let name = json!({ "Fn::Sub": format!("{name}{}", named.concat()) });
                let topic_block = json!({ "Type": "AWS::SNS::Topic", "Properties": { "TopicName": name } });
                (format!("T{topic}"), topic_block)
            })
            .collect();
        Template::parse(&json!({ "Resources": resources }).to_string()).unwrap()
    }

    #[test]
    fn beyond_what_can_be_listed_only_direct_references_are() {
        let listed = |of| {
            let diff = crate::diff(&ring(of, "a"), &ring(of, "b"));
            let total: usize = diff.resources.iter().map(|change| change.ripple.len()).sum();
            (
                total,
                diff.resources
                    .iter()
                    .filter(|change| !change.notes.is_empty())
                    .count(),
            )
        };
        assert_eq!(listed(10), (10 * 9 * 9, 0));
        assert_eq!(listed(330), (330 * 329, 330));
    }
}
