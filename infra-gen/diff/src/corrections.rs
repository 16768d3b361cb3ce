//! Where AWS's reference says more of a change than the registry's schema does.
//!
//! Each entry was found by comparing the two, for every property of every type that both know, and has the page of the
//! CloudFormation template reference that says it. `tests/replacement.rs` holds the outcome.

use std::collections::BTreeSet;

use infra_gen_cfn::ResourceBlock;

use crate::{
    model::{Change, Effect},
    path::Path,
};

use Known::{Refused, Replaces};

/// What is known of a change beside the schema.
enum Known {
    /// The resource is replaced.
    Replaces,
    /// The update fails, and why.
    Refused(&'static str),
}

const POOL_IS_FIXED: &str = "how its users sign in is fixed when a user pool is made; a pool with another logical ID can \
                             have it otherwise, and starts without users";
const KEY_IS_FIXED: &str = "what a key is for is fixed when it is made, and so that no key is lost by mistake it is not \
                            replaced; add a key under another logical ID";

/// Type, path below its properties with `*` for any item, what a change there does.
const CORRECTIONS: [(&str, &[&str], Known); 15] = [
    // aws-resource-certificatemanager-certificate: "Update requires: Replacement". The service itself can move a
    // certificate from e-mail to DNS; CloudFormation does not ask it to.
    (
        "AWS::CertificateManager::Certificate",
        &["ValidationMethod"],
        Replaces,
    ),
    // aws-resource-cognito-userpool: "This user pool property cannot be updated." The service answers `Updates are not
    // allowed for property`.
    (
        "AWS::Cognito::UserPool",
        &["AliasAttributes"],
        Refused(POOL_IS_FIXED),
    ),
    (
        "AWS::Cognito::UserPool",
        &["UsernameAttributes"],
        Refused(POOL_IS_FIXED),
    ),
    (
        "AWS::Cognito::UserPool",
        &["UsernameConfiguration"],
        Refused(POOL_IS_FIXED),
    ),
    // The same page: "you can add new schema attributes but you cannot modify or delete an existing schema attribute".
    (
        "AWS::Cognito::UserPool",
        &["Schema"],
        Refused("an attribute of a user pool can be added, and never changed or removed; add another one"),
    ),
    // aws-resource-dynamodb-globaltable and -table: "Update requires: Replacement".
    ("AWS::DynamoDB::GlobalTable", &["KeySchema"], Replaces),
    ("AWS::DynamoDB::GlobalTable", &["LocalSecondaryIndexes"], Replaces),
    ("AWS::DynamoDB::Table", &["KeySchema"], Replaces),
    // aws-properties-dynamodb-table-localsecondaryindex: "can only be created when its parent table is created".
    ("AWS::DynamoDB::Table", &["LocalSecondaryIndexes"], Replaces),
    // aws-resource-dynamodb-table: "Replacement if you edit an existing AttributeDefinition".
    (
        "AWS::DynamoDB::Table",
        &["AttributeDefinitions", "*", "AttributeType"],
        Replaces,
    ),
    // aws-resource-kms-key: "the update request fails, regardless of the value of the UpdateReplacePolicy attribute".
    ("AWS::KMS::Key", &["KeySpec"], Refused(KEY_IS_FIXED)),
    ("AWS::KMS::Key", &["KeyUsage"], Refused(KEY_IS_FIXED)),
    ("AWS::KMS::Key", &["MultiRegion"], Refused(KEY_IS_FIXED)),
    ("AWS::KMS::Key", &["Origin"], Refused(KEY_IS_FIXED)),
    // aws-resource-route53-recordset: "Update requires: Replacement".
    ("AWS::Route53::RecordSet", &["Name"], Replaces),
];

/// What this change does, where the schema is not to be believed.
pub(crate) fn of(type_name: &str, keys: &[&str], change: Option<&Change>) -> Option<Effect> {
    find(type_name, keys, change).map(|known| match known {
        Replaces => Effect::Replaces,
        Refused(_) => Effect::Refused,
    })
}

/// Why CloudFormation refuses the change, if it does.
pub(crate) fn refusal(type_name: &str, keys: &[&str]) -> Option<&'static str> {
    match find(type_name, keys, None) {
        Some(Refused(why)) => Some(why),
        Some(Replaces) => None,
        None => (TABLES.contains(&type_name) && keys.first() == Some(&INDEXES)).then_some(ONE_INDEX),
    }
}

const TABLES: [&str; 2] = ["AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table"];
const INDEXES: &str = "GlobalSecondaryIndexes";

/// aws-resource-dynamodb-table and -globaltable: one index is created or deleted in an update of the stack.
const ONE_INDEX: &str =
    "DynamoDB creates or deletes one global secondary index in an update; deploy one index at a time";

/// Whether an update of a table creates and deletes more than one global secondary index.
pub(crate) fn changes_several_indexes(before: &ResourceBlock, after: &ResourceBlock) -> bool {
    if !TABLES.contains(&after.type_name.as_str()) {
        return false;
    }
    let names = |block: &ResourceBlock| -> Option<BTreeSet<String>> {
        match block.properties.get(INDEXES) {
            None => Some(BTreeSet::new()),
            Some(indexes) => indexes
                .as_array()?
                .iter()
                .map(|index| Some(index.get("IndexName").filter(|name| !name.is_null())?.to_string()))
                .collect(),
        }
    };
    // A list that a function writes is not counted.
    let (Some(before), Some(after)) = (names(before), names(after)) else {
        return false;
    };
    before.symmetric_difference(&after).count() > 1
}

/// Whether the path is that of a table's global secondary indexes, or lies within.
pub(crate) fn is_index(path: &Path) -> bool {
    path.below_properties()
        .is_some_and(|keys| keys.first().map(String::as_str) == Some(INDEXES))
}

fn find(type_name: &str, keys: &[&str], change: Option<&Change>) -> Option<&'static Known> {
    let adds_an_item = keys.len() <= 2 && matches!(change, Some(Change::Added { .. }));
    if type_name == "AWS::Cognito::UserPool" && keys.first() == Some(&"Schema") && adds_an_item {
        return None;
    }
    CORRECTIONS
        .iter()
        .find(|(of_type, path, _)| *of_type == type_name && is_below(keys, path))
        .map(|(.., known)| known)
}

fn is_below(keys: &[&str], path: &[&str]) -> bool {
    keys.len() >= path.len()
        && path
            .iter()
            .zip(keys)
            .all(|(wanted, key)| *wanted == "*" || wanted == key)
}
