//! Which resources survive the deletion of their stack, and how to delete them with it anyway.
//!
//! To delete a retained resource that the user named, its deletion policy is changed in the deployed template, which is
//! deployed once more; then CloudFormation itself deletes the resource with the stack. The original policy is saved in the
//! resource's metadata. If the run ends in between, a later `destroy` that does not name the resource restores the policy
//! instead of deleting the resource. `deploy` restores it, too.

use std::collections::BTreeSet;

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::{Map, json};

/// The metadata key under which the original policy is saved.
const SAVED: &str = "InfraGenRetention";

/// A property that protects a resource from deletion, and the value that disables it.
struct ProtectionProperty {
    kind: &'static str,
    property: &'static str,
    off: fn() -> Json,
}

const PROTECTION_PROPERTIES: &[ProtectionProperty] = &[
    ProtectionProperty {
        kind: "AWS::DynamoDB::Table",
        property: "DeletionProtectionEnabled",
        off: || json!(false),
    },
    ProtectionProperty {
        kind: "AWS::Cognito::UserPool",
        property: "DeletionProtection",
        off: || json!("INACTIVE"),
    },
];

/// What happens to a resource when its stack is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnDelete {
    Delete,
    /// The resource stays in the account, or a snapshot of it does.
    Keep,
}

/// What happens to a resource according to its saved policy, if there is one, or its current one.
pub(super) fn on_delete(block: &ResourceBlock) -> OnDelete {
    let policy = match saved(block).map(|saved| saved.get("DeletionPolicy").cloned()) {
        Some(original) => original,
        None => block.attributes.get("DeletionPolicy").cloned(),
    };
    match policy {
        None if block.snapshots_by_default() => OnDelete::Keep,
        None => OnDelete::Delete,
        // An intrinsic function may return any policy; what may be deleted counts as deleted.
        Some(policy) => match policy.as_str() {
            None | Some("Delete") => OnDelete::Delete,
            Some(_) => OnDelete::Keep,
        },
    }
}

/// The template in which, of the retained resources, exactly the named ones are deleted with the stack; `None` if `deployed`
/// is that already.
pub(super) fn with_deletable(deployed: &Template, named: &BTreeSet<&str>) -> Option<Template> {
    let mut template = deployed.clone();
    let mut changed = false;
    for (id, block) in &mut template.resources {
        let is_named = named.contains(id.as_str());
        if is_named && saved(block).is_none() {
            make_deletable(block);
            changed = true;
        } else if !is_named && saved(block).is_some() {
            restore(block);
            changed = true;
        }
    }
    changed.then_some(template)
}

fn saved(block: &ResourceBlock) -> Option<&Map<String, Json>> {
    block.attributes.get("Metadata")?.get(SAVED)?.as_object()
}

fn make_deletable(block: &mut ResourceBlock) {
    let mut saved = Map::new();
    if let Some(policy) = block.attributes.get("DeletionPolicy") {
        saved.insert("DeletionPolicy".to_owned(), policy.clone());
    }
    let protections = PROTECTION_PROPERTIES
        .iter()
        .filter(|protection| protection.kind == block.type_name);
    for ProtectionProperty { property, off, .. } in protections {
        if let Some(value) = block.properties.get_mut(*property) {
            saved.insert((*property).to_owned(), std::mem::replace(value, off()));
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
        metadata.insert(SAVED.to_owned(), Json::Object(saved));
    }
}

fn restore(block: &mut ResourceBlock) {
    let metadata = block.attributes.get_mut("Metadata").and_then(Json::as_object_mut);
    let Some(metadata) = metadata else { return };
    let Some(Json::Object(mut saved)) = metadata.remove(SAVED) else {
        return;
    };
    if metadata.is_empty() {
        block.attributes.shift_remove("Metadata");
    }
    match saved.remove("DeletionPolicy") {
        Some(policy) => block.attributes.insert("DeletionPolicy".to_owned(), policy),
        None => block.attributes.shift_remove("DeletionPolicy"),
    };
    for (property, original) in saved {
        block.properties.insert(property, original);
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

    fn effects(template: &Template) -> Vec<(&str, OnDelete)> {
        template
            .resources
            .iter()
            .map(|(id, block)| (id.as_str(), on_delete(block)))
            .collect()
    }

    #[test]
    fn every_form_of_retention_keeps_the_resource() {
        let template = Template::parse(TEMPLATE).unwrap();
        assert_eq!(
            effects(&template),
            [
                ("Orders", OnDelete::Keep),
                ("Images", OnDelete::Keep),
                ("Topic", OnDelete::Delete)
            ]
        );
    }

    #[test]
    fn only_rds_databases_are_kept_as_a_snapshot_by_default() {
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
        let kept: Vec<&str> = effects(&template)
            .into_iter()
            .filter(|(_, effect)| *effect == OnDelete::Keep)
            .map(|(id, _)| id)
            .collect();
        assert_eq!(kept, ["Cluster", "Single"]);
    }

    #[test]
    fn a_named_resource_becomes_deletable_and_loses_its_protection() {
        let template = Template::parse(TEMPLATE).unwrap();
        let changed = with_deletable(&template, &BTreeSet::from(["Orders"])).unwrap();
        let orders = changed.resources.get("Orders").unwrap();
        assert_eq!(orders.attributes.get("DeletionPolicy"), Some(&json!("Delete")));
        assert_eq!(
            orders.properties.get("DeletionProtectionEnabled"),
            Some(&json!(false))
        );
        assert_eq!(changed.resources.get("Images"), template.resources.get("Images"));
    }

    #[test]
    fn a_later_run_that_names_nothing_restores_the_template() {
        let template = Template::parse(TEMPLATE).unwrap();
        let named = BTreeSet::from(["Orders", "Images"]);
        let halfway = with_deletable(&template, &named).unwrap();
        assert_eq!(effects(&halfway), effects(&template));
        assert_eq!(with_deletable(&halfway, &named), None);
        assert_eq!(with_deletable(&halfway, &BTreeSet::new()), Some(template));
    }
}
