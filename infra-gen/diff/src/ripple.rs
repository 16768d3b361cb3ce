//! Whom a replacement reaches: what refers to the resource gets another value, and may be replaced on that account.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use infra_gen_cfn::{Json, ResourceBlock, Template, schema};

use crate::{
    model::{Action, Effect, Reached, ResourceChange},
    path::Path,
    references, resources,
};

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
    for change in changes
        .iter_mut()
        .filter(|change| becomes_another(&change.action))
    {
        change.ripple = reached(&change.logical_id, &referrers);
    }
}

/// The references to each resource.
type Referrers = BTreeMap<String, Vec<Reached>>;

fn referrers(template: &Template) -> Referrers {
    let mut referrers = Referrers::new();
    for (id, block) in &template.resources {
        let schema = schema::lookup(&block.type_name);
        references::each(&Path::default(), &properties(block), &mut |path, target| {
            note_reference(&mut referrers, template, target, || Reached {
                section: "Resources",
                name: id.clone(),
                type_name: block.type_name.clone(),
                path: path.clone(),
                effect: resources::effect(schema, &block.type_name, path, None),
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

fn reached(start: &str, referrers: &Referrers) -> Vec<Reached> {
    let mut all: Vec<Reached> = Vec::new();
    let mut seen = BTreeSet::from([start.to_owned()]);
    let mut next = VecDeque::from([start.to_owned()]);
    while let Some(id) = next.pop_front() {
        for reached in referrers.get(&id).into_iter().flatten() {
            if reached.section == "Resources" && reached.name == start {
                continue;
            }
            if reached.effect >= Effect::MayReplace && seen.insert(reached.name.clone()) {
                next.push_back(reached.name.clone());
            }
            if !all.contains(reached) {
                all.push(reached.clone());
            }
        }
    }
    all
}
