//! What a stack's deployed template says of its resources' end, and how somebody's word changes it.
//!
//! CloudFormation itself deletes what is named: the template is deployed once more with another deletion policy. What a
//! resource said before is written down in its metadata, so that a run that ended in between, followed by one that names
//! nothing, puts it back instead of deleting what nobody named any more. `deploy` puts it back as well.

use std::collections::BTreeSet;

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::{Map, json};

/// The key of a resource's metadata under which its former end is kept.
const NOTE: &str = "InfraGenRetention";

/// A property that keeps a resource from being deleted, and its value that does not.
struct Guard {
    kind: &'static str,
    property: &'static str,
    off: fn() -> Json,
}

const GUARDS: &[Guard] = &[
    Guard {
        kind: "AWS::DynamoDB::Table",
        property: "DeletionProtectionEnabled",
        off: || json!(false),
    },
    Guard {
        kind: "AWS::Cognito::UserPool",
        property: "DeletionProtection",
        off: || json!("INACTIVE"),
    },
];

/// What becomes of a resource when its stack is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Deleted,
    /// It stays in the account, or a snapshot of it does.
    Kept,
}

/// The fate of a resource: by its template, or by what it said before somebody named it.
pub(super) fn fate(block: &ResourceBlock) -> Fate {
    let policy = match note(block).map(|note| note.get("DeletionPolicy").cloned()) {
        Some(before) => before,
        None => block.attributes.get("DeletionPolicy").cloned(),
    };
    match policy {
        None if block.snapshots_by_default() => Fate::Kept,
        None => Fate::Deleted,
        // A function may yield any policy, and what may be deleted counts as deleted.
        Some(policy) => match policy.as_str() {
            None | Some("Delete") => Fate::Deleted,
            Some(_) => Fate::Kept,
        },
    }
}

/// The template in which exactly the named resources go with the stack, unless it says so already.
pub(super) fn amended(deployed: &Template, named: &BTreeSet<&str>) -> Option<Template> {
    let mut template = deployed.clone();
    let mut changed = false;
    for (id, block) in &mut template.resources {
        let is_named = named.contains(id.as_str());
        if is_named && note(block).is_none() {
            give_up(block);
            changed = true;
        } else if !is_named && note(block).is_some() {
            put_back(block);
            changed = true;
        }
    }
    changed.then_some(template)
}

fn note(block: &ResourceBlock) -> Option<&Map<String, Json>> {
    block.attributes.get("Metadata")?.get(NOTE)?.as_object()
}

fn give_up(block: &mut ResourceBlock) {
    let mut note = Map::new();
    if let Some(policy) = block.attributes.get("DeletionPolicy") {
        note.insert("DeletionPolicy".to_owned(), policy.clone());
    }
    for Guard { property, off, .. } in GUARDS.iter().filter(|guard| guard.kind == block.type_name) {
        if let Some(guard) = block.properties.get_mut(*property) {
            note.insert((*property).to_owned(), std::mem::replace(guard, off()));
        }
    }
    block
        .attributes
        .insert("DeletionPolicy".to_owned(), json!("Delete"));
    let metadata = block
        .attributes
        .entry("Metadata".to_owned())
        .or_insert_with(|| json!({}));
    if let Some(metadata) = metadata.as_object_mut() {
        metadata.insert(NOTE.to_owned(), Json::Object(note));
    }
}

fn put_back(block: &mut ResourceBlock) {
    let metadata = block.attributes.get_mut("Metadata").and_then(Json::as_object_mut);
    let Some(metadata) = metadata else { return };
    let Some(Json::Object(mut note)) = metadata.remove(NOTE) else {
        return;
    };
    if metadata.is_empty() {
        block.attributes.shift_remove("Metadata");
    }
    match note.remove("DeletionPolicy") {
        Some(policy) => block.attributes.insert("DeletionPolicy".to_owned(), policy),
        None => block.attributes.shift_remove("DeletionPolicy"),
    };
    for (property, before) in note {
        block.properties.insert(property, before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = r#"{"Resources": {
        "Orders": {
            "Type": "AWS::DynamoDB::Table",
            "DeletionPolicy": "Retain",
            "Properties": {"DeletionProtectionEnabled": true}
        },
        "Images": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "RetainExceptOnCreate"},
        "Topic": {"Type": "AWS::SNS::Topic"}
    }}"#;

    fn fates(template: &Template) -> Vec<(&str, Fate)> {
        template
            .resources
            .iter()
            .map(|(id, block)| (id.as_str(), fate(block)))
            .collect()
    }

    #[test]
    fn what_is_retained_in_any_way_is_kept() {
        let template = Template::parse(TEMPLATE).unwrap();
        assert_eq!(
            fates(&template),
            [
                ("Orders", Fate::Kept),
                ("Images", Fate::Kept),
                ("Topic", Fate::Deleted)
            ]
        );
    }

    #[test]
    fn only_databases_of_rds_are_kept_as_a_snapshot_by_default() {
        let template = Template::parse(
            r#"{"Resources": {
                "Cluster": {"Type": "AWS::RDS::DBCluster"},
                "Single": {"Type": "AWS::RDS::DBInstance"},
                "Member": {"Type": "AWS::RDS::DBInstance", "Properties": {"DBClusterIdentifier": "c"}},
                "Graph": {"Type": "AWS::Neptune::DBCluster"},
                "Documents": {"Type": "AWS::DocDB::DBCluster"}
            }}"#,
        )
        .unwrap();
        let kept: Vec<&str> = fates(&template)
            .into_iter()
            .filter(|(_, fate)| *fate == Fate::Kept)
            .map(|(id, _)| id)
            .collect();
        assert_eq!(kept, ["Cluster", "Single"]);
    }

    #[test]
    fn what_is_named_goes_with_its_guards() {
        let template = Template::parse(TEMPLATE).unwrap();
        let amended = amended(&template, &BTreeSet::from(["Orders"])).unwrap();
        let orders = amended.resources.get("Orders").unwrap();
        assert_eq!(orders.attributes.get("DeletionPolicy"), Some(&json!("Delete")));
        assert_eq!(
            orders.properties.get("DeletionProtectionEnabled"),
            Some(&json!(false))
        );
        assert_eq!(amended.resources.get("Images"), template.resources.get("Images"));
    }

    #[test]
    fn who_names_nothing_after_an_end_in_between_gets_back_what_was() {
        let template = Template::parse(TEMPLATE).unwrap();
        let named = BTreeSet::from(["Orders", "Images"]);
        let halfway = amended(&template, &named).unwrap();
        assert_eq!(fates(&halfway), fates(&template));
        assert_eq!(amended(&halfway, &named), None);
        assert_eq!(amended(&halfway, &BTreeSet::new()), Some(template));
    }
}
