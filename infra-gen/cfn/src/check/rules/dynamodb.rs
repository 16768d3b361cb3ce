//! Tables: keys and capacity.
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html>

use std::collections::BTreeSet;

use crate::{
    check::catalog::services::dynamodb::{KEY_ATTRIBUTES, KEY_SCHEMA, THROUGHPUT},
    check::query::{items, list, resources_of_type},
    finding::{Finding, Unplaced},
    intrinsic_call::is_intrinsic_call,
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, table) in resources_of_type(template, TABLE) {
        let mut report = |property: &str, finding: Unplaced| {
            findings.push(Finding::resource(id, format!("Properties.{property}"), finding));
        };
        keys(table, &mut report);
        capacity(table, &mut report);
    }
}

pub(super) const TABLE: &str = "AWS::DynamoDB::Table";

const INDEXES: [&str; 2] = ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"];

/// Every key attribute is defined, and no other attribute is.
fn keys(table: &ResourceBlock, report: &mut impl FnMut(&str, Unplaced)) {
    let definitions = table.properties.get("AttributeDefinitions");
    let is_undefined = definitions.is_none() && !table.properties.keys().any(|key| key.starts_with("Fn::"));
    let Some(defined) = names(definitions).or_else(|| is_undefined.then(BTreeSet::new)) else {
        return;
    };
    let mut used = BTreeSet::new();
    let indexes = INDEXES.iter().flat_map(|property| {
        let indexes = items(table, property).iter().enumerate();
        indexes.map(move |(i, index)| (format!("{property}[{i}].KeySchema"), index.get("KeySchema")))
    });
    let schemas = [("KeySchema".to_owned(), table.properties.get("KeySchema"))];
    for (path, schema) in schemas.into_iter().chain(indexes) {
        let Some(keys) = names(schema) else { return };
        let kinds: Vec<&str> = list(schema)
            .iter()
            .filter_map(|key| key.get("KeyType")?.as_str())
            .collect();
        if !matches!(kinds.as_slice(), [] | ["HASH"] | ["HASH", "RANGE"]) {
            report(
                &path,
                KEY_SCHEMA.found(
                    "a key must have one `HASH` attribute, optionally followed by one `RANGE` attribute",
                    "change the key types",
                ),
            );
        }
        for key in keys {
            if !defined.contains(key) {
                report(
                    &path,
                    KEY_ATTRIBUTES.found(
                        format!("the key attribute `{key}` is not defined"),
                        "add it to `AttributeDefinitions`",
                    ),
                );
            }
            used.insert(key);
        }
    }
    if INDEXES.iter().any(|property| {
        table
            .properties
            .get(*property)
            .is_some_and(|value| !value.is_array())
    }) {
        return;
    }
    for name in defined.difference(&used) {
        report(
            "AttributeDefinitions",
            KEY_ATTRIBUTES.found(
                format!("`{name}` is not a key of the table or of an index"),
                "remove it; only key attributes are defined",
            ),
        );
    }
}

/// The names of attributes in a list; `None` if not all are known.
fn names(attributes: Option<&Json>) -> Option<BTreeSet<&str>> {
    let attributes = attributes?.as_array()?;
    attributes
        .iter()
        .map(|attribute| attribute.get("AttributeName")?.as_str())
        .collect()
}

/// Throughput is provisioned for the table and each of its indexes, or for none of them.
fn capacity(table: &ResourceBlock, report: &mut impl FnMut(&str, Unplaced)) {
    let on_demand = match table.properties.get("BillingMode") {
        None => false,
        Some(Json::String(mode)) => mode == "PAY_PER_REQUEST",
        Some(_) => return,
    };
    let indexes = list(table.properties.get("GlobalSecondaryIndexes"))
        .iter()
        .enumerate();
    let indexes = indexes
        .filter(|(_, index)| !is_intrinsic_call(index))
        .map(|(i, index)| {
            (
                format!("GlobalSecondaryIndexes[{i}]"),
                index.get("ProvisionedThroughput"),
            )
        });
    if on_demand {
        let of_table = (
            "ProvisionedThroughput".to_owned(),
            table.properties.get("ProvisionedThroughput"),
        );
        for (path, _) in indexes
            .chain([of_table])
            .filter(|(_, throughput)| throughput.is_some_and(|throughput| !is_intrinsic_call(throughput)))
        {
            report(
                &path,
                THROUGHPUT.found(
                    "`ProvisionedThroughput` cannot be combined with `PAY_PER_REQUEST`",
                    "remove one of them",
                ),
            );
        }
    } else {
        for (path, _) in indexes.filter(|(_, throughput)| throughput.is_none()) {
            report(
                &path,
                THROUGHPUT.found(
                    "`ProvisionedThroughput` is missing",
                    "add it, or set the `BillingMode` of the table to `PAY_PER_REQUEST`",
                ),
            );
        }
    }
}
