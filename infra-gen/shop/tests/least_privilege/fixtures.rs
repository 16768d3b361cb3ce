//! Products, orders, request bodies and claims.

use serde_json::{Value, json};
use shop_contract::{Order, OrderId, Product, workflow::generate_report::ReportTask};
use shop_testing::{MANAGER, STAFF};

/// A product with this name and stock.
pub(crate) fn product(id: &str, name: &str, stock: u32) -> Product {
    serde_json::from_value(json!({
        "id": id, "name": name, "description": "Crisp outside, soft inside.",
        "price": { "amount": 350, "currency": "EUR" }, "imageKey": "oat.svg", "stock": stock,
        "updatedAt": "2026-11-22T10:00:00Z",
    }))
    .expect("a product")
}

/// The ID of the order with this number.
pub(crate) fn order_id(number: u32) -> OrderId {
    OrderId::parse(&format!("01936e2a-7c00-7abc-8def-{number:012x}")).expect("an ID")
}

/// A confirmed order of one product with this name, one minute after the previous order.
pub(crate) fn order(number: u32, name: &str) -> Order {
    let at = format!("2026-11-22T10:{number:02}:00Z");
    let price = json!({ "amount": 350, "currency": "EUR" });
    serde_json::from_value(json!({
        "id": order_id(number), "createdAt": at, "customer": basket("oat")["customer"],
        "lines": [{ "productId": "oat", "name": name, "price": price, "quantity": 1 }],
        "total": price, "status": "CONFIRMED", "decidedAt": at,
    }))
    .expect("an order")
}

/// The request body for an order of two pieces of a product.
pub(crate) fn basket(product: &str) -> Value {
    json!({
        "customer": {
            "name": "Ann Other", "email": "ann@example.com",
            "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
        },
        "lines": [{ "productId": product, "quantity": 2 }],
        "total": { "amount": 700, "currency": "EUR" }
    })
}

/// The claims of a token of staff that was issued for this client.
pub(crate) fn employee(client: &str) -> Vec<(&'static str, &str)> {
    issued_for(STAFF, client)
}

/// The claims of a manager's token that was issued for this client.
pub(crate) fn manager(client: &str) -> Vec<(&'static str, &str)> {
    issued_for(MANAGER, client)
}

fn issued_for<'a>(claims: &[(&'static str, &'a str)], client: &'a str) -> Vec<(&'static str, &'a str)> {
    claims
        .iter()
        .map(|&(name, value)| (name, if name == "client_id" { client } else { value }))
        .collect()
}

/// The report to generate.
pub(crate) fn report() -> ReportTask {
    ReportTask {
        execution: "ann-0".to_owned(),
        as_of: "2026-11-23T08:00:00Z".parse().expect("a moment"),
        requested_by: "ann".to_owned(),
        period: None,
    }
}
