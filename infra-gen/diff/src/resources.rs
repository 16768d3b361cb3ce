//! Resources: what happens to each, and what becomes of the one that exists.

use std::collections::BTreeSet;

use infra_gen_cfn::{
    Json, ResourceBlock, Template,
    schema::{self, Replacement},
};

use crate::{
    access,
    compare::{self, Found},
    corrections,
    model::{Action, Change, Effect, Fate, PropertyChange, ResourceChange},
    path::Path,
    reach::{self, Existence, Reach, Reached},
    references,
    rename::{DEPLOYMENT, Renames},
    sam,
};

/// The resources that differ, by action and logical ID. Both templates are in their one form.
pub(crate) fn compare(
    old: &Template,
    new: &Template,
    renames: &Renames,
    reach: &Reach<'_>,
) -> Vec<ResourceChange> {
    let taken: BTreeSet<&str> = renames.values().map(String::as_str).collect();
    let mut changes: Vec<ResourceChange> = Vec::new();
    for (id, before) in &old.resources {
        if let Some(after) = new.resources.get(id) {
            changes.extend(both(id, before, after, renames, reach));
        } else if let Some(to) = renames.get(id) {
            changes.push(recreated(id, before, to, &new.resources[to], renames, reach));
        } else {
            changes.push(removed(id, before));
        }
    }
    for (id, after) in &new.resources {
        if !old.resources.contains_key(id) && !taken.contains(id.as_str()) {
            changes.push(change(id, after, Action::Add, Vec::new()));
        }
    }
    sort(&mut changes);
    changes
}

/// Brings the changes into the order of the report.
pub(crate) fn sort(changes: &mut [ResourceChange]) {
    changes.sort_by(|one, other| {
        one.action
            .rank()
            .cmp(&other.action.rank())
            .then_with(|| one.logical_id.cmp(&other.logical_id))
    });
}

/// Drops from each template what its conditions leave out for certain and the other's do not, so that it is told as removed
/// or added.
pub(crate) fn drop_absent(old: &mut Template, new: &mut Template, values: Option<&BTreeSet<String>>) {
    let (gone, made): (Vec<String>, Vec<String>) = {
        let reach = Reach::between(old, new, values);
        let ids = |wanted: Existence| -> Vec<String> {
            old.resources
                .iter()
                .filter(|(id, before)| {
                    new.resources
                        .get(*id)
                        .is_some_and(|after| reach.existence(before, after) == wanted)
                })
                .map(|(id, _)| id.clone())
                .collect()
        };
        (ids(Existence::Ends), ids(Existence::Begins))
    };
    new.resources.retain(|id, _| !gone.contains(id));
    old.resources.retain(|id, _| !made.contains(id));
}

/// Notes on the first that is removed of each type that not every pair of was looked at.
pub(crate) fn note_coarse(types: &BTreeSet<String>, changes: &mut [ResourceChange]) {
    for type_name in types {
        let mut removed = changes
            .iter_mut()
            .filter(|change| change.action == Action::Remove && change.type_name == *type_name);
        if let Some(first) = removed.next() {
            first.notes.push(format!(
                "so many `{type_name}` are gone and new that only equal ones were looked for under new logical IDs; one                  told as removed may be a new one, changed"
            ));
        }
    }
}

impl Action {
    /// The place in the report.
    fn rank(&self) -> u8 {
        match self {
            Self::Remove => 0,
            Self::Replace => 1,
            Self::MayRemove => 2,
            Self::MayReplace => 3,
            Self::Recreate { .. } => 4,
            Self::Change => 5,
            Self::Redeploy { .. } => 6,
            Self::Add => 7,
        }
    }
}

pub(crate) fn change(
    id: &str,
    block: &ResourceBlock,
    action: Action,
    changes: Vec<PropertyChange>,
) -> ResourceChange {
    let holds_data = schema::holds_data(&block.type_name);
    ResourceChange {
        logical_id: id.to_owned(),
        type_name: block.type_name.clone(),
        action,
        changes,
        stateful: holds_data == Some(true),
        may_hold_data: holds_data.is_none(),
        fate: None,
        notes: Vec::new(),
        ripple: Vec::new(),
    }
}

fn removed(id: &str, before: &ResourceBlock) -> ResourceChange {
    let mut change = change(id, before, Action::Remove, Vec::new());
    leave(&mut change, fate(before, "DeletionPolicy"));
    change
}

fn recreated(
    from: &str,
    before: &ResourceBlock,
    to: &str,
    after: &ResourceBlock,
    renames: &Renames,
    reach: &Reach<'_>,
) -> ResourceChange {
    let changes = within(before, after, renames, reach);
    let from = from.to_owned();
    if after.type_name == DEPLOYMENT {
        // That a new one is made is how APIs are deployed; what it waits for follows from the routes.
        return change(to, after, Action::Redeploy { from }, changes);
    }
    let refactor = format!(
        "a new logical ID is a new resource for CloudFormation; to keep the existing one, move it first: `aws \
         cloudformation create-stack-refactor` with `{from}` mapped to `{to}`, or retain it and import it as `{to}`"
    );
    let mut change = change(to, after, Action::Recreate { from }, changes);
    leave(&mut change, fate(before, "DeletionPolicy"));
    change.notes.push(refactor);
    change
}

fn both(
    id: &str,
    before: &ResourceBlock,
    after: &ResourceBlock,
    renames: &Renames,
    reach: &Reach<'_>,
) -> Option<ResourceChange> {
    if before.type_name != after.type_name {
        return Some(match as_one_type(before, after) {
            Some((before, after)) => transformed(id, (&before, &after), renames, reach),
            None => another_type(id, before, after, renames, reach),
        });
    }
    let mut found = within(before, after, renames, reach);
    let existence = reach.existence(before, after);
    if let Existence::MayDiffer { through, .. } = &existence
        && let Some(condition) = after.attributes.get("Condition")
        && before.attributes.get("Condition") == Some(condition)
    {
        found.push(PropertyChange {
            path: Path::default().name("Condition"),
            change: Change::Changed {
                old: condition.clone(),
                new: condition.clone(),
            },
            effect: Effect::None,
            follows: None,
            through: Some(through.clone()),
        });
    }
    let worst = found.iter().map(|change| change.effect).max()?;
    let mut change = judged(id, (before, after), found, worst);
    if let Existence::MayDiffer {
        through,
        may_end: true,
    } = existence
    {
        let note = format!("it is removed where {through} no longer holds");
        if change.action != Action::Replace {
            change.action = Action::MayRemove;
            leave(&mut change, fate(before, "DeletionPolicy"));
        }
        change.notes.push(note);
    }
    Some(change)
}

/// The change of a resource whose differences are known.
fn judged(
    id: &str,
    (before, after): (&ResourceBlock, &ResourceBlock),
    found: Vec<PropertyChange>,
    worst: Effect,
) -> ResourceChange {
    let action = match worst {
        Effect::Replaces => Action::Replace,
        Effect::MayReplace | Effect::Unknown => Action::MayReplace,
        Effect::None | Effect::InPlace | Effect::Refused => Action::Change,
    };
    let mut change = change(id, after, action, found);
    if worst >= Effect::Unknown {
        leave(&mut change, fate(after, "UpdateReplacePolicy"));
        let note = name_that_stays(before, after, &change.changes);
        change.notes.extend(note);
    }
    if worst == Effect::Unknown {
        change.notes.push(if schema::is_custom(&after.type_name) {
            "the handler of a custom resource decides whether an update replaces it".to_owned()
        } else {
            format!(
                "nothing is known here of what this does to `{}`; AWS's reference of the type says whether it replaces it",
                after.type_name
            )
        });
    }
    if worst == Effect::Refused {
        let refusals = refusals(&change);
        change.notes.extend(refusals);
    }
    if access::is_nested_stack(&after.type_name) {
        change
            .notes
            .push("the nested template is not compared: what happens inside is not known here".to_owned());
    }
    change.notes.extend(protection(before, after, change.stateful));
    change
}

/// Both blocks with the type that they have after AWS's serverless transform, where that is one.
fn as_one_type(before: &ResourceBlock, after: &ResourceBlock) -> Option<(ResourceBlock, ResourceBlock)> {
    let plain = |block: &ResourceBlock| sam::plain(block).unwrap_or_else(|| block.clone());
    let (before, after) = (plain(before), plain(after));
    (before.type_name == after.type_name).then_some((before, after))
}

/// A resource that is written with the transform on one side only.
fn transformed(
    id: &str,
    (before, after): (&ResourceBlock, &ResourceBlock),
    renames: &Renames,
    reach: &Reach<'_>,
) -> ResourceChange {
    let found = within(before, after, renames, reach);
    let worst = found.iter().map(|change| change.effect).max();
    let mut change = judged(id, (before, after), found, worst.unwrap_or(Effect::None));
    change.notes.push(format!(
        "the serverless transform makes an `{}` of it, so its type stays the same",
        after.type_name
    ));
    change
}

/// A resource whose type is another under the same logical ID.
fn another_type(
    id: &str,
    before: &ResourceBlock,
    after: &ResourceBlock,
    renames: &Renames,
    reach: &Reach<'_>,
) -> ResourceChange {
    let (old, new) = (before.type_name.as_str().into(), after.type_name.as_str().into());
    let mut found = vec![PropertyChange {
        path: Path::default().name("Type"),
        change: Change::Changed { old, new },
        effect: Effect::Refused,
        follows: None,
        through: None,
    }];
    found.extend(
        within(before, after, renames, reach)
            .into_iter()
            .map(|change| PropertyChange {
                effect: Effect::None,
                ..change
            }),
    );
    let mut change = change(id, before, Action::Change, found);
    change.notes.push(
        "CloudFormation refuses to change a resource's type, and the stack is rolled back; give the new one another logical ID"
            .to_owned(),
    );
    change
}

/// The differences within a resource that is in both templates, under one logical ID or two.
fn within(
    before: &ResourceBlock,
    after: &ResourceBlock,
    renames: &Renames,
    reach: &Reach<'_>,
) -> Vec<PropertyChange> {
    let mut found: Vec<Found> = Vec::new();
    compare::objects(
        &Path::default().name("Properties"),
        &before.properties,
        &after.properties,
        &mut found,
    );
    compare::objects(
        &Path::default(),
        &before.attributes,
        &after.attributes,
        &mut found,
    );
    let reached: Vec<Reached> = reach
        .within(before, after)
        .into_iter()
        .filter(|reached| !reach::is_told(&found, &reached.path))
        .collect();
    let type_name = &after.type_name;
    let too_many_indexes = corrections::changes_several_indexes(before, after);
    let told = found.into_iter().map(|(path, change)| PropertyChange {
        effect: match effect(type_name, &path, Some(&change)) {
            Effect::InPlace if too_many_indexes && corrections::is_index(&path) => Effect::Refused,
            effect => effect,
        },
        follows: follows(&change, renames, path.last_name() == Some("DependsOn")),
        path,
        change,
        through: None,
    });
    let reached = reached.into_iter().map(|reached| PropertyChange {
        effect: match effect(type_name, &reached.path, None) {
            Effect::Replaces if !reached.is_certain => Effect::MayReplace,
            effect => effect,
        },
        follows: None,
        path: reached.path,
        change: reached.change,
        through: Some(reached.through),
    });
    told.chain(reached).collect()
}

/// What a difference at `path` does to a resource of this type; `change` is how it differs, where that is known.
pub(crate) fn effect(type_name: &str, path: &Path, change: Option<&Change>) -> Effect {
    let Some(keys) = path.below_properties() else {
        return Effect::None;
    };
    let mut keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    // A loop or a macro among properties may yield any of them.
    if let Some(place) = keys.iter().position(|key| key.starts_with("Fn::")) {
        keys.truncate(place);
    }
    let is_custom = schema::is_custom(type_name);
    if is_custom && keys.first() == Some(&"ServiceToken") {
        return Effect::Replaces;
    }
    if let Some(effect) = corrections::of(type_name, &keys, change) {
        return effect;
    }
    let plain = sam::plain_type(type_name);
    if plain.is_some() {
        let Some(first) = keys.first_mut() else {
            return Effect::Unknown;
        };
        let Some(name) = sam::plain_property(type_name, first) else {
            return Effect::Unknown;
        };
        *first = name;
    } else if type_name.starts_with("AWS::Serverless::") {
        return Effect::Unknown;
    }
    match schema::replacement(plain.unwrap_or(type_name), &keys) {
        Some(Replacement::Always) if keys.is_empty() => Effect::MayReplace,
        Some(Replacement::Always) => Effect::Replaces,
        Some(Replacement::Conditional) => Effect::MayReplace,
        Some(Replacement::Never) => Effect::InPlace,
        None => Effect::Unknown,
    }
}

/// The new logical ID that alone explains the difference.
fn follows(change: &Change, renames: &Renames, bare: bool) -> Option<String> {
    let Change::Changed { old, new } = change else {
        return None;
    };
    let used = std::cell::RefCell::new(None);
    let rename = |id: &str| {
        let to = renames.get(id)?;
        used.borrow_mut().get_or_insert_with(|| to.clone());
        Some(to.clone())
    };
    let followed = match old {
        Json::String(id) if bare => Json::from(rename(id)?),
        old => references::renamed(old, &rename),
    };
    if followed == *new { used.into_inner() } else { None }
}

/// Why CloudFormation will not do it, once for each reason. A resource that is replaced is made with the new values.
fn refusals(change: &ResourceChange) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for refused in change
        .changes
        .iter()
        .filter(|change| change.effect == Effect::Refused)
    {
        let keys = refused.path.below_properties().unwrap_or_default();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let note = corrections::refusal(&change.type_name, &keys)
            .map(|why| format!("CloudFormation refuses this update, and the stack is rolled back: {why}"));
        notes.extend(note.filter(|note| !notes.contains(note)));
    }
    notes
}

/// What a policy does to the resource that exists. `UpdateReplacePolicy` is to delete where it is not given, for every type.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html>
pub(crate) fn fate(block: &ResourceBlock, policy: &str) -> Fate {
    match block.attributes.get(policy) {
        None if policy == "DeletionPolicy" && block.snapshots_by_default() => Fate::Snapshot,
        None => Fate::Deleted,
        Some(given) => match given.as_str() {
            Some("Retain" | "RetainExceptOnCreate") => Fate::Retained,
            Some("Snapshot") => Fate::Snapshot,
            _ => Fate::Deleted,
        },
    }
}

pub(crate) fn leave(change: &mut ResourceChange, fate: Fate) {
    change.fate = Some(fate);
    if change.type_name == "AWS::S3::Bucket" && fate == Fate::Deleted {
        change.notes.push(
            "CloudFormation deletes a bucket only when it is empty; with objects in it, this step fails"
                .to_owned(),
        );
    }
}

/// CloudFormation makes the new one before it deletes the old one, and both cannot have one name.
fn name_that_stays(
    before: &ResourceBlock,
    after: &ResourceBlock,
    changes: &[PropertyChange],
) -> Option<String> {
    let kind = after.type_name.rsplit("::").next()?;
    let name = format!("{kind}Name");
    let path = Path::default().name("Properties").name(&name);
    let stays = !changes.iter().any(|change| change.path == path)
        && schema::replacement(&after.type_name, &[&name]) == Some(Replacement::Always)
        && before.properties.get(&name)? == after.properties.get(&name)?;
    stays.then(|| {
        format!("it keeps its `{name}`, so CloudFormation cannot make the new one beside it; give it another `{name}`")
    })
}

/// What protected data and does not any more.
fn protection(before: &ResourceBlock, after: &ResourceBlock, stateful: bool) -> Option<String> {
    let weaker: Vec<String> = ["DeletionPolicy", "UpdateReplacePolicy"]
        .into_iter()
        .filter(|policy| fate(before, policy) != Fate::Deleted && fate(after, policy) == Fate::Deleted)
        .map(|policy| format!("`{policy}`"))
        .collect();
    (stateful && !weaker.is_empty())
        .then(|| format!("its data is no longer kept by {}", weaker.join(" and ")))
}
