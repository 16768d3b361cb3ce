//! During a deployment, functions of the previous and of the current version run side by side, and the tables hold items
//! of both. So for each payload between the shop's own functions, and for each stored item:
//!
//! - the current version reads what the previous one wrote;
//! - the previous version reads what the current one writes, and finds in it everything that it knows;
//! - both versions ignore fields that they do not know, at every level: the next version may add them.
//!
//! [`previous`] is a frozen copy of the previous version's types, and `recorded/` holds documents that it wrote. Refresh both
//! when every environment runs a newer version, and never in the commit that changes a payload:
//!
//! 1. copy the types of the version that is deployed everywhere into `previous.rs`;
//! 2. add the fields and variants that are new in it to the documents in `recorded/`.
//!
//! A change that fails here needs two deployments. The first one reads both formats, and the second one writes the new
//! format.

mod previous;

use std::{fmt::Debug, fs, path::Path};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use shop_contract::{
    NewOrder, Order, SubmissionError, SweepOrdersTask, SweptOrders,
    table::{
        orders::{IndexEntry, OrderFigures, OrderItem},
        products::ProductItem,
    },
    workflow::{
        NewOrderExecution, NewOrderTask, OrderTaskOutput, UpdateInventoryTask,
        generate_report::{
            GenerateReportExecution, GeneratedReport, PresignedUrlTask, ReportData, ReportHtmlTask,
            ReportMail, ReportPage, ReportTask,
        },
    },
};

/// The documents of a payload: a JSON array.
fn recorded(name: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/compatibility/recorded")
        .join(format!("{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let documents: Vec<Value> = serde_json::from_str(&text).expect("a JSON array");
    assert!(!documents.is_empty(), "{name}");
    documents
}

/// The document with an unknown field in each of its objects.
fn with_unknown_fields(document: &Value) -> Value {
    match document {
        Value::Object(fields) => {
            let mut fields: serde_json::Map<_, _> = fields
                .iter()
                .map(|(name, value)| (name.clone(), with_unknown_fields(value)))
                .collect();
            fields.insert(
                "addedLater".to_owned(),
                serde_json::json!({ "more": [1, "x", null] }),
            );
            fields.into()
        }
        Value::Array(items) => items.iter().map(with_unknown_fields).collect(),
        other => other.clone(),
    }
}

fn read<T: DeserializeOwned>(name: &str, document: &Value) -> T {
    serde_json::from_value(document.clone())
        .unwrap_or_else(|error| panic!("`{name}` cannot be read: {error}\n{document:#}"))
}

/// Checks a payload that both versions read and write.
#[track_caller]
fn check<Previous, Current>(name: &str)
where
    Previous: Serialize + DeserializeOwned,
    Current: Serialize + DeserializeOwned + Debug + PartialEq,
{
    check_written::<Previous, Current>(name, |current| serde_json::to_value(current).expect("JSON"));
}

/// Checks a payload that is read as another type than it is written as.
#[track_caller]
fn check_written<Previous, Current>(name: &str, write: fn(&Current) -> Value)
where
    Previous: Serialize + DeserializeOwned,
    Current: DeserializeOwned + Debug + PartialEq,
{
    for document in recorded(name) {
        let old: Previous = read(name, &document);
        assert_eq!(
            serde_json::to_value(&old).expect("JSON"),
            document,
            "{name}: not a document of the previous version"
        );

        let current: Current = read(name, &document);
        let old: Previous = read(name, &write(&current));
        assert_eq!(
            serde_json::to_value(&old).expect("JSON"),
            document,
            "{name}: the previous version loses something"
        );

        let later: Current = read(name, &with_unknown_fields(&document));
        assert_eq!(later, current, "{name}: an unknown field makes a difference");
        let old: Previous = read(name, &with_unknown_fields(&document));
        assert_eq!(
            serde_json::to_value(&old).expect("JSON"),
            document,
            "{name}: the previous version does not ignore an unknown field"
        );
    }
}

#[test]
fn payloads_of_the_workflow_new_order_are_readable_by_both_versions() {
    check::<previous::NewOrderExecution, NewOrderExecution>("new_order_execution");
    check::<previous::NewOrderTask, NewOrderTask>("new_order_task");
    check::<previous::UpdateInventoryTask, UpdateInventoryTask>("update_inventory_task");
    check::<previous::OrderTaskOutput, OrderTaskOutput>("order_task_output");
    // The message of a failed task, which the status of the order is read from.
    check::<previous::SubmissionError, SubmissionError>("submission_error");
}

#[test]
fn payloads_of_the_sweep_are_readable_by_both_versions() {
    check::<previous::SweepOrdersTask, SweepOrdersTask>("sweep_orders_task");
    check::<previous::SweptOrders, SweptOrders>("swept_orders");
}

#[test]
fn payloads_of_the_workflow_generate_report_are_readable_by_both_versions() {
    check::<previous::GenerateReportExecution, GenerateReportExecution>("generate_report_execution");
    check::<previous::ReportTask, ReportTask>("report_task");
    check::<previous::ReportData, ReportData>("report_data");
    check::<previous::ReportHtmlTask, ReportHtmlTask>("report_html_task");
    check::<previous::ReportPage, ReportPage>("report_page");
    check::<previous::PresignedUrlTask, PresignedUrlTask>("presigned_url_task");
    check::<previous::ReportMail, ReportMail>("report_mail");
    check::<previous::GeneratedReport, GeneratedReport>("generated_report");
}

#[test]
fn stored_items_are_readable_by_both_versions() {
    check_written::<previous::OrderItem, Order>("order_item", |order| {
        serde_json::to_value(OrderItem::new(order)).expect("JSON")
    });
    check::<previous::ProductItem, ProductItem>("product_item");
}

#[test]
fn the_entries_of_indexes_are_read_from_items_of_the_previous_version() {
    for item in recorded("order_item") {
        let order: Order = read("order_item", &item);
        let entry: IndexEntry = read("order_item", &item);
        assert_eq!(
            (&entry.position.id, &entry.position.created_at),
            (&order.id, &order.created_at)
        );
        let figures: OrderFigures = read("order_item", &item);
        assert_eq!(
            (figures.status, &figures.total),
            (order.state.status(), &order.total)
        );
    }
}

#[test]
fn an_unknown_reason_for_a_rejection_is_read_as_not_processed() {
    let mut item = recorded("order_item").swap_remove(2);
    assert_eq!(item["status"], "REJECTED");
    item["rejection"] = serde_json::json!({ "reason": "AddedLater", "details": [1] });
    let order: Order = read("order_item", &item);
    assert_eq!(
        serde_json::to_value(&order.state).expect("JSON")["rejection"],
        serde_json::json!({ "reason": "NotProcessed" })
    );
}

#[test]
fn a_request_from_outside_is_read_strictly() {
    let order = &recorded("new_order_task")[0]["order"];
    let mut request = serde_json::json!({
        "customer": order["customer"], "lines": order["lines"], "total": { "amount": 1, "currency": "EUR" },
    });
    read::<NewOrder>("new_order", &request);
    for object in ["", "/customer", "/customer/address", "/lines/0"] {
        let mut wrong = request.clone();
        wrong.pointer_mut(object).expect("an object")["addedLater"] = 1.into();
        let error = serde_json::from_value::<NewOrder>(wrong).expect_err(object);
        assert!(
            error.to_string().contains("unknown field `addedLater`"),
            "{error}"
        );
    }
    request["customer"]["email"] = "not an address".into();
    assert!(serde_json::from_value::<NewOrder>(request).is_err());
}
