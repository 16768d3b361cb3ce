//! Compares resources: what happens to each of them, and to its existing physical resource.

use std::collections::BTreeSet;

use infra_gen_cfn::{Json, ResourceBlock, Template};
use infra_gen_schema::Replacement;

use crate::{
    compare::{self, Difference},
    corrections,
    evaluate::Evaluator,
    indirect::{self, Existence, IndirectChange, IndirectChanges},
    model::{Action, Change, Disposition, Effect, Path, PropertyChange, ResourceChange},
    references,
    rename::{DEPLOYMENT, Renames},
    replacement::{self, Verdict},
    sam,
    values::ParameterValues,
};

/// The resources that differ, by action and logical ID. Both templates are in normal form.
pub(crate) fn compare(
    old: &Template,
    new: &Template,
    renames: &Renames,
    indirect: &IndirectChanges<'_>,
) -> Vec<ResourceChange> {
    let new_ids: BTreeSet<&str> = renames.values().map(String::as_str).collect();
    let mut changes: Vec<ResourceChange> = Vec::new();
    for (id, before) in &old.resources {
        if let Some(after) = new.resources.get(id) {
            changes.extend(in_both(id, before, after, renames, indirect));
        } else if let Some(to) = renames.get(id) {
            changes.push(recreated(id, before, to, &new.resources[to], renames, indirect));
        } else {
            changes.push(removed(id, before, indirect));
        }
    }
    for (id, after) in &new.resources {
        if !old.resources.contains_key(id) && !new_ids.contains(id.as_str()) {
            changes.push(added(id, after, indirect));
        }
    }
    sort(&mut changes);
    changes
}

/// Sorts the changes for the report.
pub(crate) fn sort(changes: &mut [ResourceChange]) {
    changes.sort_by(|one, other| {
        one.action
            .rank()
            .cmp(&other.action.rank())
            .then_with(|| one.logical_id.cmp(&other.logical_id))
    });
}

/// Drops resources whose condition is certainly false in one template only, so that they are reported as removed or added,
/// and evaluates the policies that decide what happens to the others.
pub(crate) fn prepare(old: &mut Template, new: &mut Template, values: &ParameterValues) {
    let (removed, created, policies) = {
        let indirect = IndirectChanges::between(old, new, values);
        let ids = |existence: Existence| -> Vec<String> {
            old.resources
                .iter()
                .filter(|(id, before)| {
                    new.resources
                        .get(*id)
                        .is_some_and(|after| indirect.existence(before, after) == existence)
                })
                .map(|(id, _)| id.clone())
                .collect()
        };
        (
            ids(Existence::Removed),
            ids(Existence::Created),
            [
                computed_policies(old, &Evaluator::new(old, &values.old)),
                computed_policies(new, &Evaluator::new(new, &values.new)),
            ],
        )
    };
    for (template, policies) in [&mut *old, &mut *new].into_iter().zip(policies) {
        for (id, name, value) in policies {
            if let Some(block) = template.resources.get_mut(&id) {
                block.attributes.insert(name.to_owned(), value);
            }
        }
    }
    new.resources.retain(|id, _| !removed.contains(id));
    old.resources.retain(|id, _| !created.contains(id));
}

/// The policies that functions compute: the resource, the attribute and the value.
fn computed_policies(template: &Template, evaluator: &Evaluator<'_>) -> Vec<(String, &'static str, Json)> {
    let mut computed = Vec::new();
    for (id, block) in &template.resources {
        for name in ["DeletionPolicy", "UpdateReplacePolicy"] {
            if let Some(value) = block.attributes.get(name).filter(|value| value.is_object()) {
                computed.push((id.clone(), name, evaluator.fold(value)));
            }
        }
    }
    computed
}

/// Adds a note to the first removed resource of each type that was matched by equality only.
pub(crate) fn note_partial_matching(types: &BTreeSet<String>, changes: &mut [ResourceChange]) {
    for type_name in types {
        let mut removed = changes
            .iter_mut()
            .filter(|change| change.action == Action::Remove && change.type_name == *type_name);
        if let Some(first) = removed.next() {
            first.notes.push(format!(
                "too many `{type_name}` are removed and added to match similar ones: only identical resources are \
                 recognized under a new logical ID, so a resource shown as removed may only have a new logical ID"
            ));
        }
    }
}

impl Action {
    /// The position in the report.
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
    let holds_data = infra_gen_schema::holds_data(&block.type_name);
    ResourceChange {
        logical_id: id.to_owned(),
        type_name: block.type_name.clone(),
        action,
        changes,
        stateful: holds_data == Some(true),
        may_hold_data: holds_data.is_none(),
        absent: false,
        disposition: None,
        notes: Vec::new(),
        impact: Vec::new(),
    }
}

fn set_absent(change: &mut ResourceChange) {
    change.absent = true;
    let note = "its condition does not hold: the resource does not exist";
    change.notes.push(note.to_owned());
}

fn removed(id: &str, before: &ResourceBlock, indirect: &IndirectChanges<'_>) -> ResourceChange {
    let mut change = change(id, before, Action::Remove, Vec::new());
    if indirect.is_absent_before(before) {
        set_absent(&mut change);
    } else {
        set_disposition(&mut change, disposition(before, "DeletionPolicy"));
    }
    change
}

fn added(id: &str, after: &ResourceBlock, indirect: &IndirectChanges<'_>) -> ResourceChange {
    let mut change = change(id, after, Action::Add, Vec::new());
    if indirect.is_absent_after(after) {
        set_absent(&mut change);
    }
    change
}

fn recreated(
    from: &str,
    before: &ResourceBlock,
    to: &str,
    after: &ResourceBlock,
    renames: &Renames,
    indirect: &IndirectChanges<'_>,
) -> ResourceChange {
    let changes = differences(before, after, renames, indirect);
    let from = from.to_owned();
    if after.type_name == DEPLOYMENT {
        // An API is deployed by creating a new deployment; its dependencies follow from the routes.
        return change(to, after, Action::Redeploy { from }, changes);
    }
    let refactor = format!(
        "CloudFormation creates a new resource for a new logical ID; to keep the existing one, first map `{from}` to `{to}` \
         with `aws cloudformation create-stack-refactor`, or retain it and import it as `{to}`"
    );
    let mut change = change(to, after, Action::Recreate { from }, changes);
    set_disposition(&mut change, disposition(before, "DeletionPolicy"));
    change.notes.push(refactor);
    change
}

fn in_both(
    id: &str,
    before: &ResourceBlock,
    after: &ResourceBlock,
    renames: &Renames,
    indirect: &IndirectChanges<'_>,
) -> Option<ResourceChange> {
    if before.type_name != after.type_name {
        return Some(match as_generated_type(before, after) {
            Some((before, after)) => transformed(id, (&before, &after), renames, indirect),
            None => changed_type(id, before, after, renames, indirect),
        });
    }
    let mut found = differences(before, after, renames, indirect);
    let existence = indirect.existence(before, after);
    if let Existence::MayChange { through, .. } = &existence
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
    let mut change = assess(id, (before, after), found, worst);
    if let Existence::MayChange {
        through,
        may_be_removed: true,
        ..
    } = existence
    {
        let note = format!("it is removed if {through} no longer holds");
        if change.action != Action::Replace {
            change.action = Action::MayRemove;
            set_disposition(&mut change, disposition(before, "DeletionPolicy"));
        }
        change.notes.push(note);
    }
    Some(change)
}

/// The change of a resource, from its differences and the most severe effect.
fn assess(
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
        set_disposition(&mut change, disposition(after, "UpdateReplacePolicy"));
        let note = blocked_by_name(before, after, &change.changes);
        change.notes.extend(note);
    }
    if worst == Effect::Unknown {
        change
            .notes
            .push(if infra_gen_schema::is_custom(&after.type_name) {
                "the handler of the custom resource decides whether an update replaces it".to_owned()
            } else {
                format!(
                    "the effect of this update on `{}` is unknown; see AWS's reference for the type",
                    after.type_name
                )
            });
    }
    if worst == Effect::Refused {
        let refusals = refusals(&change);
        change.notes.extend(refusals);
    }
    change.notes.extend(protection(before, after, change.stateful));
    change
}

/// Both blocks after the AWS SAM transform, if they then have the same type.
fn as_generated_type(
    before: &ResourceBlock,
    after: &ResourceBlock,
) -> Option<(ResourceBlock, ResourceBlock)> {
    let generated = |block: &ResourceBlock| sam::generated(block).unwrap_or_else(|| block.clone());
    let (before, after) = (generated(before), generated(after));
    (before.type_name == after.type_name).then_some((before, after))
}

/// A resource that uses the AWS SAM transform in one template only.
fn transformed(
    id: &str,
    (before, after): (&ResourceBlock, &ResourceBlock),
    renames: &Renames,
    indirect: &IndirectChanges<'_>,
) -> ResourceChange {
    let found = differences(before, after, renames, indirect);
    let worst = found.iter().map(|change| change.effect).max();
    let mut change = assess(id, (before, after), found, worst.unwrap_or(Effect::None));
    change.notes.push(format!(
        "the AWS SAM transform generates an `{}` for it, so its type does not change",
        after.type_name
    ));
    change
}

/// A resource whose type changes under the same logical ID.
fn changed_type(
    id: &str,
    before: &ResourceBlock,
    after: &ResourceBlock,
    renames: &Renames,
    indirect: &IndirectChanges<'_>,
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
        differences(before, after, renames, indirect)
            .into_iter()
            .map(|change| PropertyChange {
                effect: Effect::None,
                ..change
            }),
    );
    let mut change = change(id, before, Action::Change, found);
    change.notes.push(
        "CloudFormation does not change the type of a resource: the deployment fails; use a new logical ID for the new type"
            .to_owned(),
    );
    change
}

/// The differences within a resource that is in both templates, under the same logical ID or a new one.
fn differences(
    before: &ResourceBlock,
    after: &ResourceBlock,
    renames: &Renames,
    indirect: &IndirectChanges<'_>,
) -> Vec<PropertyChange> {
    let mut found: Vec<Difference> = Vec::new();
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
    found.retain(|(_, change)| !indirect.is_equal(change));
    let indirect: Vec<IndirectChange> = indirect
        .of_resource(before, after)
        .into_iter()
        .filter(|change| !indirect::is_reported(&found, &change.path))
        .collect();
    let type_name = &after.type_name;
    let too_many_indexes = corrections::changes_several_indexes(before, after);
    let direct = found.into_iter().map(|(path, change)| PropertyChange {
        effect: match effect(type_name, &path, Some(&change)) {
            Effect::InPlace if too_many_indexes && corrections::is_index(&path) => Effect::Refused,
            effect => effect,
        },
        follows: follows(&change, renames, path.last_name() == Some("DependsOn")),
        path,
        change,
        through: None,
    });
    let indirect = indirect.into_iter().map(|change| PropertyChange {
        effect: match effect(
            type_name,
            &change.path,
            change.is_certain.then_some(&change.change),
        ) {
            Effect::Replaces if !change.is_certain => Effect::MayReplace,
            effect => effect,
        },
        follows: None,
        path: change.path,
        change: change.change,
        through: Some(change.through),
    });
    direct.chain(indirect).collect()
}

/// The effect of a difference at `path` on a resource of this type; `change` is the difference, if known.
pub(crate) fn effect(type_name: &str, path: &Path, change: Option<&Change>) -> Effect {
    let Some(keys) = path.below_properties() else {
        return Effect::None;
    };
    let mut keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let mut change = change;
    // A loop or a macro among properties may generate any of them.
    if let Some(index) = keys.iter().position(|key| key.starts_with("Fn::")) {
        keys.truncate(index);
        change = None;
    }
    let is_custom = infra_gen_schema::is_custom(type_name);
    if is_custom && keys.first() == Some(&"ServiceToken") {
        return Effect::Replaces;
    }
    if let Some(effect) = corrections::effect(type_name, &keys, change) {
        return effect;
    }
    let generated_type = sam::generated_type(type_name);
    if generated_type.is_some() {
        let Some(first) = keys.first_mut() else {
            return Effect::Unknown;
        };
        if sam::is_in_place(first) {
            return Effect::InPlace;
        }
        let Some(name) = sam::generated_property(type_name, first) else {
            return Effect::Unknown;
        };
        *first = name;
    } else if type_name.starts_with("AWS::Serverless::") {
        return Effect::Unknown;
    }
    if is_custom {
        return Effect::Unknown;
    }
    match infra_gen_schema::lookup(generated_type.unwrap_or(type_name)) {
        Some(schema) => match replacement::verdict(schema, &keys, change) {
            Verdict::Replaces => Effect::Replaces,
            Verdict::MayReplace => Effect::MayReplace,
            Verdict::InPlace => Effect::InPlace,
        },
        None => Effect::Unknown,
    }
}

/// The new logical ID that the difference only follows from, if any. `is_plain_id` is whether the value is a logical ID
/// rather than a reference.
fn follows(change: &Change, renames: &Renames, is_plain_id: bool) -> Option<String> {
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
        Json::String(id) if is_plain_id => Json::from(rename(id)?),
        old => references::renamed(old, &rename),
    };
    if followed == *new { used.into_inner() } else { None }
}

/// The distinct reasons why CloudFormation refuses the update. They do not apply to a replaced resource, which is created
/// with the new values.
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
            .map(|why| format!("CloudFormation refuses this update, and the deployment fails: {why}"));
        notes.extend(note.filter(|note| !notes.contains(note)));
    }
    notes
}

/// What a policy does with the existing physical resource. The default of `UpdateReplacePolicy` is to delete, for all types.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html>
pub(crate) fn disposition(block: &ResourceBlock, policy: &str) -> Disposition {
    match block.attributes.get(policy) {
        None if policy == "DeletionPolicy" && block.snapshots_by_default() => Disposition::Snapshot,
        None => Disposition::Deleted,
        Some(given) => match given.as_str() {
            Some("Retain" | "RetainExceptOnCreate") => Disposition::Retained,
            Some("Snapshot") => Disposition::Snapshot,
            _ => Disposition::Deleted,
        },
    }
}

pub(crate) fn set_disposition(change: &mut ResourceChange, disposition: Disposition) {
    change.disposition = Some(disposition);
    if change.type_name == "AWS::S3::Bucket" && disposition == Disposition::Deleted {
        change.notes.push(
            "CloudFormation deletes only empty buckets; this step fails if the bucket has objects".to_owned(),
        );
    }
}

/// A note if the replacement has the same fixed name. CloudFormation creates the new resource before it deletes the old
/// one, and two resources cannot have the same name.
fn blocked_by_name(
    before: &ResourceBlock,
    after: &ResourceBlock,
    changes: &[PropertyChange],
) -> Option<String> {
    let kind = after.type_name.rsplit("::").next()?;
    let name = format!("{kind}Name");
    let path = Path::default().name("Properties").name(&name);
    let is_unchanged = !changes.iter().any(|change| change.path == path)
        && infra_gen_schema::replacement(&after.type_name, &[&name]) == Some(Replacement::Always)
        && before.properties.get(&name)? == after.properties.get(&name)?;
    is_unchanged.then(|| {
        format!(
            "its `{name}` is unchanged, so CloudFormation cannot create the replacement before deleting the old one; change \
             `{name}`"
        )
    })
}

/// A note if a policy no longer protects data.
fn protection(before: &ResourceBlock, after: &ResourceBlock, stateful: bool) -> Option<String> {
    let weakened: Vec<String> = ["DeletionPolicy", "UpdateReplacePolicy"]
        .into_iter()
        .filter(|policy| {
            disposition(before, policy) != Disposition::Deleted
                && disposition(after, policy) == Disposition::Deleted
        })
        .map(|policy| format!("`{policy}`"))
        .collect();
    (stateful && !weakened.is_empty())
        .then(|| format!("its data is no longer protected by {}", weakened.join(" and ")))
}
