//! The tables in DynamoDB, behind a bridge. Each request has the fault of the plan.

use std::{
    ops::RangeInclusive,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};
use shop_contract::table::{orders, products};
use shop_orders::{orders_table::OrdersTable, stock::Stock};
use shop_runtime::ProductsTable;
use shop_testing::{Answer, Dynamo, Ruling, bridged};

use crate::{
    plan::{Fault, Plan, product_id},
    workflow,
};

const PRODUCTS: &str = "products";
const ORDERS: &str = "orders";

pub(crate) async fn check(plan: &Plan) {
    let dynamo = Dynamo::start().await;
    dynamo.create_table(PRODUCTS, products::SCHEMA).await;
    dynamo.create_table(ORDERS, orders::SCHEMA).await;
    for product in plan.products() {
        dynamo.put(PRODUCTS, products::ProductItem::from(product)).await;
    }

    let calls = Arc::new(AtomicUsize::new(0));
    let (faults, count) = (plan.faults.clone(), Arc::clone(&calls));
    let rule = move |operation: &str, input: &Value| {
        let number = count.fetch_add(1, Ordering::Relaxed);
        rule(
            operation,
            input,
            faults.get(number).copied().unwrap_or(Fault::None),
        )
    };
    let aws = bridged(&dynamo.sdk_config(), rule);

    let products = ProductsTable::new(&aws, PRODUCTS.to_owned());
    let orders = OrdersTable::new(&aws, ORDERS.to_owned());
    let stock = Stock::new(&aws, PRODUCTS.to_owned(), ORDERS.to_owned());
    change_prices(plan, &dynamo, 0..=0).await;
    let faultless = || calls.store(plan.faults.len(), Ordering::Relaxed);
    // Concurrently with the orders, after this number of calls.
    let prices = async {
        let mut next = 1;
        loop {
            let made = calls.load(Ordering::Relaxed);
            change_prices(plan, &dynamo, next..=made).await;
            next = made + 1;
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::select! {
        () = workflow::check(plan, &products, &orders, &stock, faultless) => {}
        () = prices => unreachable!("the price changes end after the orders"),
    }
}

/// Changes the prices that the plan changes at one of these calls.
async fn change_prices(plan: &Plan, dynamo: &Dynamo, calls: RangeInclusive<usize>) {
    let client = aws_sdk_dynamodb::Client::new(&dynamo.sdk_config());
    for (&number, change) in &plan.price_changes {
        if calls.contains(&change.at_call) {
            client
                .update_item()
                .table_name(PRODUCTS)
                .key(products::ID, AttributeValue::S(product_id(number).to_string()))
                .update_expression("SET price = :price")
                .expression_attribute_values(":price", AttributeValue::N(change.amount.to_string()))
                .send()
                .await
                .expect("the table is there");
        }
    }
}

fn rule(operation: &str, input: &Value, fault: Fault) -> Ruling {
    match fault {
        Fault::Before => Ruling::Drop,
        Fault::After => Ruling::Lose,
        Fault::Throttle => Ruling::Answer(Answer::refusal("ThrottlingException")),
        Fault::Conflict if operation.ends_with(".TransactWriteItems") => Ruling::Answer(conflict(input)),
        Fault::None | Fault::Delay | Fault::Conflict => Ruling::Pass,
    }
}

/// The response of DynamoDB when another transaction is writing one of the items.
fn conflict(input: &Value) -> Answer {
    let actions = input["TransactItems"].as_array().map_or(0, Vec::len);
    let mut reasons = vec![json!({ "Code": "None" }); actions];
    reasons[0] = json!({ "Code": "TransactionConflict", "Message": "Transaction is ongoing for the item" });
    let mut refusal = Answer::refusal("TransactionCanceledException");
    refusal.body["CancellationReasons"] = reasons.into();
    refusal
}
