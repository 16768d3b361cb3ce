//! The orders: two years, with one to five products each. They are the same in every run.

use aws_sdk_dynamodb::{
    Client,
    types::{PutRequest, WriteRequest},
};
use serde_json::json;
use shop_contract::{
    Order, Product,
    table::{orders, products},
};
use shop_runtime::dynamo;
use shop_testing::Dynamo;
use tokio::task::JoinSet;

use crate::{ORDERS, PRODUCTS};

/// The number of products.
const CATALOGUE: u64 = 14;
/// The number of batches that are written at the same time.
const WRITERS: usize = 8;
/// The maximum number of items of `BatchWriteItem`.
const BATCH: u64 = 25;

type Failure = Box<dyn std::error::Error>;

/// Writes the orders and the products. Returns the size of the orders as JSON in bytes.
pub(crate) async fn seed(dynamo: &Dynamo, count: u64) -> Result<u64, Failure> {
    for number in 0..CATALOGUE {
        dynamo
            .put(PRODUCTS, products::ProductItem::from(product(number)?))
            .await;
    }
    let client = Client::new(&dynamo.sdk_config());
    let mut writers = JoinSet::new();
    let mut bytes = 0;
    for first in (0..count).step_by(usize::try_from(BATCH)?) {
        let mut batch = Vec::new();
        for number in first..(first + BATCH).min(count) {
            let order = order(number, count)?;
            bytes += serde_json::to_vec(&order)?.len() as u64;
            let put = PutRequest::builder().set_item(Some(dynamo::item(&orders::OrderItem::new(&order))));
            batch.push(WriteRequest::builder().put_request(put.build()?).build());
        }
        let request = client.batch_write_item().request_items(ORDERS, batch);
        writers.spawn(request.send());
        while writers.len() >= WRITERS {
            written(writers.join_next().await)?;
        }
    }
    while let Some(write) = writers.join_next().await {
        written(Some(write))?;
    }
    Ok(bytes)
}

fn written<T, E: std::error::Error + 'static>(
    write: Option<Result<Result<T, E>, tokio::task::JoinError>>,
) -> Result<(), Failure> {
    if let Some(write) = write {
        write??;
    }
    Ok(())
}

fn product(number: u64) -> Result<Product, serde_json::Error> {
    serde_json::from_value(json!({
        "id": format!("cookie-{number}"), "name": format!("Cookie number {number}"), "description": "Crisp.",
        "price": price(number), "imageKey": format!("cookie-{number}.svg"), "stock": number * 7,
        "updatedAt": "2026-11-22T10:00:00Z",
    }))
}

fn price(product: u64) -> serde_json::Value {
    json!({ "amount": 250 + product * 10, "currency": "EUR" })
}

fn order(number: u64, count: u64) -> Result<Order, serde_json::Error> {
    // Evenly over two years.
    let second = number * (2 * 365 * 24 * 3600) / count.max(1);
    let at = jiff::Timestamp::from_second(1_700_000_000 + i64::try_from(second).unwrap_or_default());
    let at = at
        .map(|at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
        .unwrap_or_default();
    // Spread over shards, products and outcomes, each with a different period.
    let shuffled = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let lines: Vec<_> = (0..=shuffled % 5)
        .map(|line| {
            let product = (shuffled / 11 + line) % CATALOGUE;
            json!({
                "productId": format!("cookie-{product}"), "name": format!("Cookie number {product}"),
                "price": price(product), "quantity": 1 + (shuffled / 7 + line) % 6
            })
        })
        .collect();
    let total: u64 = lines
        .iter()
        .filter_map(|line| Some(line["price"]["amount"].as_u64()? * line["quantity"].as_u64()?))
        .sum();
    let mut order = json!({
        "id": format!("{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}",
            number >> 16, number & 0xffff, shuffled & 0xfff, shuffled >> 12 & 0xfff, shuffled >> 16),
        "createdAt": at,
        "customer": {
            "name": format!("Customer {number} of the shop"), "email": format!("customer-{number}@example.com"),
            "address": {
                "street": format!("{} Long Street", shuffled % 200), "postalCode": "10115", "city": "Berlin",
                "country": "DE"
            }
        },
        "lines": lines,
        "total": { "amount": total, "currency": "EUR" },
        "status": "CONFIRMED",
        "decidedAt": at,
    });
    if shuffled.is_multiple_of(20) {
        order["status"] = "REJECTED".into();
        order["rejection"] = json!({ "reason": "NotProcessed" });
    }
    serde_json::from_value(order)
}
