//! The impact of a replacement: a reference to the resource gets a new value, which may replace the referring resource, too.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use infra_gen_cfn::{Json, ResourceBlock, Template};

use crate::{
    model::{Action, Dependent, Effect, Path, ResourceChange},
    references, resources,
};

/// The maximum number of dependents listed with their own dependents. In a ring of resources that are all replaced, each of
/// them has every reference in the template as a dependent.
const MAX_DEPENDENTS: usize = 100_000;

/// Adds to each replaced or recreated resource its dependents: direct ones, and those of dependents that are replaced.
pub(crate) fn add_dependents(new: &Template, changes: &mut [ResourceChange]) {
    let gets_new_identity = |action: &Action| {
        matches!(
            action,
            Action::Replace | Action::MayReplace | Action::Recreate { .. }
        )
    };
    if !changes.iter().any(|change| gets_new_identity(&change.action)) {
        return;
    }
    let references = references_by_target(new);
    let mut left = MAX_DEPENDENTS;
    for change in changes
        .iter_mut()
        .filter(|change| gets_new_identity(&change.action))
    {
        let id = &change.logical_id;
        if let Some(dependents) = dependents(id, &references, Depth::Transitive { max: left }) {
            left -= dependents.len();
            change.impact = dependents;
            continue;
        }
        left = 0;
        change.impact = dependents(id, &references, Depth::Direct).unwrap_or_default();
        if change.impact.iter().any(may_be_replaced) {
            change
                .notes
                .push("too many dependents to list: indirect ones are omitted".to_owned());
        }
    }
}

/// Whether the dependent may be replaced, so that its own dependents are affected.
fn may_be_replaced(dependent: &Dependent) -> bool {
    dependent.effect >= Effect::Unknown
}

/// Marks resources that hold data, or may, as possibly replaced if they refer to a replaced resource.
pub(crate) fn mark_affected_data(new: &Template, changes: &mut Vec<ResourceChange>) {
    let mut affected: BTreeMap<String, String> = BTreeMap::new();
    for dependent in changes.iter().flat_map(|change| &change.impact) {
        let may_hold_data = || infra_gen_schema::holds_data(&dependent.type_name) != Some(false);
        if dependent.section == "Resources" && may_be_replaced(dependent) && may_hold_data() {
            affected
                .entry(dependent.name.clone())
                .or_insert_with(|| dependent.through.clone());
        }
    }
    for (id, through) in affected {
        let Some(block) = new.resources.get(&id) else {
            continue;
        };
        let index = changes.iter().position(|change| change.logical_id == id);
        let change = match index {
            // A new resource has no data yet, and a removed or replaced one is reported already.
            Some(index) if changes[index].action != Action::Change => continue,
            Some(index) => &mut changes[index],
            None => {
                changes.push(resources::change(&id, block, Action::MayReplace, Vec::new()));
                changes.last_mut().expect("it was just added")
            }
        };
        change.action = Action::MayReplace;
        resources::set_disposition(change, resources::disposition(block, "UpdateReplacePolicy"));
        change
            .notes
            .push(format!("it refers to `{through}`, which is or may be replaced"));
    }
}

/// How far to follow references.
#[derive(Clone, Copy)]
enum Depth {
    Direct,
    /// Also through dependents that may be replaced, up to `max` dependents.
    Transitive {
        max: usize,
    },
}

/// The references to each resource, by its logical ID.
type References = BTreeMap<String, Vec<Dependent>>;

fn references_by_target(template: &Template) -> References {
    let mut references = References::new();
    for (id, block) in &template.resources {
        references::visit(&Path::default(), &properties(block), &mut |path, target| {
            add_reference(&mut references, template, target, || Dependent {
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
        references::visit(&Path::default(), output, &mut |path, target| {
            add_reference(&mut references, template, target, || Dependent {
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
    references
}

fn properties(block: &ResourceBlock) -> Json {
    serde_json::json!({ "Properties": block.properties })
}

fn add_reference(
    references: &mut References,
    template: &Template,
    target: &str,
    dependent: impl FnOnce() -> Dependent,
) {
    if template.resources.contains_key(target) {
        references.entry(target.to_owned()).or_default().push(dependent());
    }
}

/// The dependents of `start`, or `None` if there are more than `depth` allows.
fn dependents(start: &str, references: &References, depth: Depth) -> Option<Vec<Dependent>> {
    let mut all: Vec<Dependent> = Vec::new();
    let mut listed: HashSet<&Dependent> = HashSet::new();
    let mut seen = BTreeSet::from([start]);
    let mut next = VecDeque::from([start]);
    while let Some(id) = next.pop_front() {
        for dependent in references.get(id).into_iter().flatten() {
            if dependent.section == "Resources" && dependent.name == start {
                continue;
            }
            if let Depth::Transitive { max } = depth {
                if all.len() == max {
                    return None;
                }
                if may_be_replaced(dependent) && seen.insert(&dependent.name) {
                    next.push_back(&dependent.name);
                }
            }
            if listed.insert(dependent) {
                all.push(dependent.clone());
            }
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Template;
    use serde_json::json;

    /// Topics whose names each refer to all the others.
    fn ring(size: usize, name: &str) -> Template {
        let resources: serde_json::Map<_, _> = (0..size)
            .map(|topic| {
                let others = (0..size).filter(|other| *other != topic);
                let named: Vec<String> = others.map(|other| format!("${{T{other}.TopicName}}")).collect();
                let name = json!({ "Fn::Sub": format!("{name}{}", named.concat()) });
                let topic_block = json!({ "Type": "AWS::SNS::Topic", "Properties": { "TopicName": name } });
                (format!("T{topic}"), topic_block)
            })
            .collect();
        Template::parse(&json!({ "Resources": resources }).to_string()).unwrap()
    }

    #[test]
    fn only_direct_dependents_are_listed_beyond_the_limit() {
        let listed = |size| {
            let diff = crate::diff(&ring(size, "a"), &ring(size, "b"));
            let total: usize = diff.resources.iter().map(|change| change.impact.len()).sum();
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
