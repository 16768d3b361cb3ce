//! Tables.
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html>

use std::collections::BTreeSet;

use crate::{
    call::is_call,
    check::{
        Problem,
        find::{items, list, of_type},
    },
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, table) in of_type(template, TABLE) {
        let mut report = |property: &str, message: String| {
            problems.push(Problem::resource(id, format!("Properties.{property}"), message));
        };
        keys(table, &mut report);
        capacity(table, &mut report);
    }
}

pub(super) const TABLE: &str = "AWS::DynamoDB::Table";

const INDEXES: [&str; 2] = ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"];

/// Every key attribute is defined, and nothing else is.
fn keys(table: &ResourceBlock, report: &mut impl FnMut(&str, String)) {
    let Some(defined) = names(table.properties.get("AttributeDefinitions")) else {
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
                "a key is one attribute of the type `HASH`, and one of the type `RANGE` after it or none; change it"
                    .to_owned(),
            );
        }
        for key in keys {
            if !defined.contains(key) {
                report(
                    &path,
                    format!("the key `{key}` is not among `AttributeDefinitions`; define it there"),
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
            format!(
                "`{name}` is the key of neither the table nor an index, and only keys are defined; remove it"
            ),
        );
    }
}

/// The names of attributes in a list; `None` where not all are known.
fn names(attributes: Option<&Json>) -> Option<BTreeSet<&str>> {
    let attributes = attributes?.as_array()?;
    attributes
        .iter()
        .map(|attribute| attribute.get("AttributeName")?.as_str())
        .collect()
}

/// Capacity is bought for the table and each of its indexes, or for none of them.
fn capacity(table: &ResourceBlock, report: &mut impl FnMut(&str, String)) {
    let by_request = match table.properties.get("BillingMode") {
        None => false,
        Some(Json::String(mode)) => mode == "PAY_PER_REQUEST",
        Some(_) => return,
    };
    let indexes = list(table.properties.get("GlobalSecondaryIndexes"))
        .iter()
        .enumerate();
    let indexes = indexes.filter(|(_, index)| !is_call(index)).map(|(i, index)| {
        (
            format!("GlobalSecondaryIndexes[{i}]"),
            index.get("ProvisionedThroughput"),
        )
    });
    if by_request {
        let of_table = (
            "ProvisionedThroughput".to_owned(),
            table.properties.get("ProvisionedThroughput"),
        );
        for (path, _) in indexes
            .chain([of_table])
            .filter(|(_, bought)| bought.is_some_and(|bought| !is_call(bought)))
        {
            report(
                &path,
                "`ProvisionedThroughput` does not go with `PAY_PER_REQUEST`; remove one of them".to_owned(),
            );
        }
    } else {
        for (path, _) in indexes.filter(|(_, bought)| bought.is_none()) {
            report(
                &path,
                "`ProvisionedThroughput` is missing; set it, or the table's `BillingMode` to `PAY_PER_REQUEST`"
                    .to_owned(),
            );
        }
    }
}
