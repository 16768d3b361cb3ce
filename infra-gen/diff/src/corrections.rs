//! Corrections of the registry's schemas from AWS's reference.
//!
//! The entries were found by comparing the schemas with the CloudFormation template reference, for every property of every
//! type in both. Each entry names its page of the reference. `tests/replacement.rs` checks the result.

use std::collections::BTreeSet;

use infra_gen_cfn::ResourceBlock;

use crate::model::{Change, Effect, Path};

use Correction::{Refused, Replaces};

/// The effect of a change according to the reference.
enum Correction {
    /// The resource is replaced.
    Replaces,
    /// The update fails, for this reason.
    Refused(&'static str),
}

const POOL_IS_FIXED: &str = "the sign-in options of a user pool cannot be changed; add a pool with a new logical ID, which \
                             starts without users";
const KEY_IS_FIXED: &str = "the purpose of a KMS key cannot be changed, and keys are never replaced, so that none is lost \
                            by mistake; add a key with a new logical ID";

/// Type, path below its properties (`*` matches any item), effect of a change.
const CORRECTIONS: [(&str, &[&str], Correction); 15] = [
    // aws-resource-certificatemanager-certificate: "Update requires: Replacement". The service can change the validation of a
    // certificate from e-mail to DNS, but CloudFormation does not use that.
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
        Refused("an attribute of a user pool can be added, but not changed or removed; add a new one"),
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

/// The effect of a change that the schema gets wrong.
pub(crate) fn effect(type_name: &str, keys: &[&str], change: Option<&Change>) -> Option<Effect> {
    find(type_name, keys, change).map(|correction| match correction {
        Replaces => Effect::Replaces,
        Refused(_) => Effect::Refused,
    })
}

/// The reason why CloudFormation refuses the change, if it does.
pub(crate) fn refusal(type_name: &str, keys: &[&str]) -> Option<&'static str> {
    match find(type_name, keys, None) {
        Some(Refused(why)) => Some(why),
        Some(Replaces) => None,
        None => (TABLES.contains(&type_name) && keys.first() == Some(&INDEXES)).then_some(ONE_INDEX),
    }
}

const TABLES: [&str; 2] = ["AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table"];
const INDEXES: &str = "GlobalSecondaryIndexes";

/// aws-resource-dynamodb-table and -globaltable: a stack update can create or delete one index only.
const ONE_INDEX: &str =
    "an update can create or delete one global secondary index only; deploy one index at a time";

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
    // A list that a function generates cannot be counted.
    let (Some(before), Some(after)) = (names(before), names(after)) else {
        return false;
    };
    before.symmetric_difference(&after).count() > 1
}

/// Whether the path is that of a table's global secondary indexes, or below it.
pub(crate) fn is_index(path: &Path) -> bool {
    path.below_properties()
        .is_some_and(|keys| keys.first().map(String::as_str) == Some(INDEXES))
}

fn find(type_name: &str, keys: &[&str], change: Option<&Change>) -> Option<&'static Correction> {
    let adds_an_item = keys.len() <= 2 && matches!(change, Some(Change::Added { .. }));
    if type_name == "AWS::Cognito::UserPool" && keys.first() == Some(&"Schema") && adds_an_item {
        return None;
    }
    CORRECTIONS
        .iter()
        .find(|(of_type, path, _)| *of_type == type_name && is_below(keys, path))
        .map(|(.., correction)| correction)
}

fn is_below(keys: &[&str], path: &[&str]) -> bool {
    keys.len() >= path.len()
        && path
            .iter()
            .zip(keys)
            .all(|(segment, key)| *segment == "*" || segment == key)
}
