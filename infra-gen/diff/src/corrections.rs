//! Where AWS's reference says more of a replacement than the registry's schema does.
//!
//! Each entry was found by comparing the two (`tests/replacement.rs`) and by what the service can do at all.

use crate::model::Effect;

/// Type, property, what its change does, and why that is known.
const CORRECTIONS: [(&str, &str, Effect, &str); 6] = [
    (
        "AWS::CertificateManager::Certificate",
        "ValidationMethod",
        Effect::Replaces,
        "the reference says `Replacement`; the service has no call that changes it",
    ),
    (
        "AWS::DynamoDB::GlobalTable",
        "KeySchema",
        Effect::Replaces,
        "`UpdateTable` cannot change a table's key",
    ),
    (
        "AWS::DynamoDB::Table",
        "KeySchema",
        Effect::Replaces,
        "`UpdateTable` cannot change a table's key",
    ),
    (
        "AWS::DynamoDB::GlobalTable",
        "LocalSecondaryIndexes",
        Effect::Replaces,
        "local indexes are made with the table only",
    ),
    (
        "AWS::DynamoDB::Table",
        "LocalSecondaryIndexes",
        Effect::Replaces,
        "local indexes are made with the table only",
    ),
    (
        "AWS::Route53::RecordSet",
        "Name",
        Effect::Replaces,
        "the reference says `Replacement`; a record is known by its name",
    ),
];

/// What changing this property does, where the schema is not to be believed.
pub(crate) fn of(type_name: &str, property: &str) -> Option<Effect> {
    CORRECTIONS
        .iter()
        .find(|(of_type, of_property, ..)| (*of_type, *of_property) == (type_name, property))
        .map(|(_, _, effect, _)| *effect)
}
