//! Resources: what happens to each, and what becomes of the one that exists.

use std::collections::BTreeSet;

use infra_gen_cfn::{
    Json, ResourceBlock, Template,
    schema::{self, Replacement, TypeSchema},
};

use crate::{
    compare::{self, Found},
    corrections,
    model::{Action, Change, Effect, Fate, PropertyChange, ResourceChange},
    path::Path,
    references,
    rename::{DEPLOYMENT, Renames},
};

/// The resources that differ, by action and logical ID. Both templates are in their one form.
pub(crate) fn compare(old: &Template, new: &Template, renames: &Renames) -> Vec<ResourceChange> {
    let taken: BTreeSet<&str> = renames.values().map(String::as_str).collect();
    let mut changes: Vec<ResourceChange> = Vec::new();
    for (id, before) in &old.resources {
        if let Some(after) = new.resources.get(id) {
            changes.extend(both(id, before, after, renames));
        } else if let Some(to) = renames.get(id) {
            changes.push(recreated(id, before, to, &new.resources[to], renames));
        } else {
            changes.push(removed(id, before));
        }
    }
    for (id, after) in &new.resources {
        if !old.resources.contains_key(id) && !taken.contains(id.as_str()) {
            changes.push(change(id, after, Action::Add, Vec::new()));
        }
    }
    changes.sort_by(|one, other| {
        one.action
            .rank()
            .cmp(&other.action.rank())
            .then_with(|| one.logical_id.cmp(&other.logical_id))
    });
    changes
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
            Self::MayReplace => 2,
            Self::Recreate { .. } => 3,
            Self::Change => 4,
            Self::Redeploy { .. } => 5,
            Self::Add => 6,
        }
    }
}

/// Types that hold data and have no schema here.
const MORE_STATEFUL: [&str; 12] = [
    "AWS::Backup::BackupVault",
    "AWS::DocDB::DBCluster",
    "AWS::EC2::Volume",
    "AWS::EFS::FileSystem",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::Kinesis::Stream",
    "AWS::Neptune::DBCluster",
    "AWS::OpenSearchService::Domain",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",
    "AWS::Redshift::Cluster",
    "AWS::SecretsManager::Secret",
];

fn change(id: &str, block: &ResourceBlock, action: Action, changes: Vec<PropertyChange>) -> ResourceChange {
    let stateful = schema::lookup(&block.type_name).map_or_else(
        || MORE_STATEFUL.contains(&block.type_name.as_str()),
        |schema| schema.stateful,
    );
    ResourceChange {
        logical_id: id.to_owned(),
        type_name: block.type_name.clone(),
        action,
        changes,
        stateful,
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
) -> ResourceChange {
    let changes = within(before, after, renames);
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
) -> Option<ResourceChange> {
    if before.type_name != after.type_name {
        let (old, new) = (before.type_name.as_str().into(), after.type_name.as_str().into());
        let mut found = vec![PropertyChange {
            path: Path::default().name("Type"),
            change: Change::Changed { old, new },
            effect: Effect::Replaces,
            follows: None,
        }];
        found.extend(within(before, after, renames));
        let mut change = change(id, before, Action::Replace, found);
        leave(&mut change, fate(after, "UpdateReplacePolicy"));
        change.notes.push(
            "CloudFormation refuses to change a resource's type; give the new one another logical ID"
                .to_owned(),
        );
        return Some(change);
    }
    let found = within(before, after, renames);
    let worst = found.iter().map(|change| change.effect).max()?;
    let action = match worst {
        Effect::Replaces => Action::Replace,
        Effect::MayReplace => Action::MayReplace,
        Effect::None | Effect::InPlace | Effect::Unknown | Effect::Refused => Action::Change,
    };
    let mut change = change(id, after, action, found);
    if worst >= Effect::MayReplace {
        leave(&mut change, fate(after, "UpdateReplacePolicy"));
        change.notes.extend(name_that_stays(before, after));
    }
    if worst == Effect::Unknown {
        change.notes.push(format!(
            "no schema of `{}` is known here; whether this replaces it, AWS's reference of the type tells",
            after.type_name
        ));
    }
    if worst == Effect::Refused {
        let refusals = refusals(&change);
        change.notes.extend(refusals);
    }
    change.notes.extend(protection(before, after, change.stateful));
    Some(change)
}

/// The differences within a resource that is in both templates, under one logical ID or two.
fn within(before: &ResourceBlock, after: &ResourceBlock, renames: &Renames) -> Vec<PropertyChange> {
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
    let schema = schema::lookup(&after.type_name);
    found
        .into_iter()
        .map(|(path, change)| PropertyChange {
            effect: effect(schema, &after.type_name, &path, Some(&change)),
            follows: follows(&change, renames, path.last_name() == Some("DependsOn")),
            path,
            change,
        })
        .collect()
}

/// What a difference at `path` does to a resource of this type; `change` is how it differs, where that is known.
pub(crate) fn effect(
    schema: Option<&TypeSchema>,
    type_name: &str,
    path: &Path,
    change: Option<&Change>,
) -> Effect {
    let Some(keys) = path.below_properties() else {
        return Effect::None;
    };
    let Some(schema) = schema else {
        let is_custom =
            type_name.starts_with("Custom::") || type_name == "AWS::CloudFormation::CustomResource";
        return match keys.first().map(String::as_str) {
            Some("ServiceToken") if is_custom => Effect::Replaces,
            _ if is_custom => Effect::InPlace,
            _ => Effect::Unknown,
        };
    };
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    if let Some(effect) = corrections::of(type_name, &keys, change) {
        return effect;
    }
    match schema.replacement(&keys) {
        Replacement::Always => Effect::Replaces,
        Replacement::Conditional => Effect::MayReplace,
        Replacement::Never => Effect::InPlace,
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

fn fate(block: &ResourceBlock, policy: &str) -> Fate {
    match block.attributes.get(policy).and_then(Json::as_str) {
        Some("Retain" | "RetainExceptOnCreate") => Fate::Retained,
        Some("Snapshot") => Fate::Snapshot,
        // What has no policy is deleted, but for these.
        None if matches!(
            block.type_name.as_str(),
            "AWS::RDS::DBCluster" | "AWS::DocDB::DBCluster" | "AWS::Neptune::DBCluster"
        ) =>
        {
            Fate::Snapshot
        }
        _ => Fate::Deleted,
    }
}

fn leave(change: &mut ResourceChange, fate: Fate) {
    change.fate = Some(fate);
    if change.type_name == "AWS::S3::Bucket" && fate == Fate::Deleted {
        change.notes.push(
            "CloudFormation deletes a bucket only when it is empty; with objects in it, this step fails"
                .to_owned(),
        );
    }
}

/// CloudFormation makes the new one before it deletes the old one, and both cannot have one name.
fn name_that_stays(before: &ResourceBlock, after: &ResourceBlock) -> Option<String> {
    let kind = after.type_name.rsplit("::").next()?;
    let name = format!("{kind}Name");
    let schema = schema::lookup(&after.type_name)?;
    let stays = schema.create_only.contains(&name.as_str())
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
