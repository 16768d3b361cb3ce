//! The warm-up calls of every function: they only read, and they identify no order, product or execution.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use shop_contract::{
    AddOrderNoteEnv, CheckOrderSubmissionEnv, CreateOrderEnv, GetOrderEnv, GetOrdersEnv, GetOrdersSummaryEnv,
    NewOrderEnv, RefundOrderEnv, SweepOrdersEnv, TransitionOrderEnv, UpdateInventoryEnv, WarmUpKey,
};
use shop_orders::{
    add_order_note::AddOrderNote, check_order_submission::CheckOrderSubmission, create_order::CreateOrder,
    get_order::GetOrder, get_orders::GetOrders, get_orders_summary::GetOrdersSummary, new_order::NewOrder,
    refund_order::RefundOrder, sweep_orders::SweepOrders, transition_order::TransitionOrder,
    update_inventory::UpdateInventory,
};
use shop_runtime::{Handler, SdkConfig, Task};
use shop_testing::{CLIENT, Ruling, bridged};

use crate::shop::{ORDERS, ORIGIN, PRODUCTS, Shop, WORKFLOW};

const READS: [&str; 4] = [
    "AWSStepFunctions.DescribeExecution",
    "DynamoDB_20120810.BatchGetItem",
    "DynamoDB_20120810.GetItem",
    "DynamoDB_20120810.Query",
];

/// The keys and the ARN that a call names.
fn identifiers(input: &Value) -> Vec<&str> {
    let keys = [&input["Key"]["id"]["S"], &input["executionArn"]];
    let tables = input["RequestItems"].as_object();
    let batch = tables
        .into_iter()
        .flat_map(|tables| tables.values())
        .flat_map(|table| table["Keys"].as_array().expect("keys"))
        .map(|key| &key["id"]["S"]);
    keys.into_iter().chain(batch).filter_map(Value::as_str).collect()
}

/// Starts a function with an account, and checks the calls that it makes.
async fn check(name: &str, expected: &[&str], start: impl AsyncFn(&SdkConfig)) {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let calls = Arc::new(Mutex::new(Vec::new()));
    let aws = bridged(&shop.aws(), {
        let calls = Arc::clone(&calls);
        move |operation, input| {
            calls
                .lock()
                .expect("no call panics")
                .push((operation.to_owned(), input.clone()));
            Ruling::Pass
        }
    });
    start(&aws).await;
    let calls = calls.lock().expect("no call panics");
    for (operation, input) in &*calls {
        assert!(READS.contains(&operation.as_str()), "{name}: {operation}");
        for identifier in identifiers(input) {
            assert!(
                identifier.ends_with(WarmUpKey.as_str()),
                "{name}: {operation} of `{identifier}`"
            );
        }
    }
    for operation in expected {
        let made = calls.iter().any(|(made, _)| made.ends_with(operation));
        assert!(made, "{name} makes no warm-up call `{operation}`: {calls:?}");
    }
}

#[tokio::test]
async fn a_start_reads_and_identifies_nothing() {
    let text = str::to_owned;
    check(
        "create_order",
        &["BatchGetItem", "DescribeExecution"],
        async |aws| {
            let env = CreateOrderEnv {
                products_table: text(PRODUCTS),
                new_order_workflow: text(WORKFLOW),
                allowed_origins: text(ORIGIN),
            };
            CreateOrder::start(env, aws).await;
        },
    )
    .await;
    check(
        "check_order_submission",
        &["GetItem", "DescribeExecution"],
        async |aws| {
            let env = CheckOrderSubmissionEnv {
                orders_table: text(ORDERS),
                new_order_workflow: text(WORKFLOW),
                allowed_origins: text(ORIGIN),
            };
            CheckOrderSubmission::start(env, aws).await;
        },
    )
    .await;
    check("get_orders", &["Query"], async |aws| {
        let env = GetOrdersEnv {
            orders_table: text(ORDERS),
            user_pool_client: text(CLIENT),
            time_zone: text("Europe/Berlin"),
            allowed_origins: text(ORIGIN),
        };
        GetOrders::start(env, aws).await;
    })
    .await;
    check("get_orders_summary", &["Query"], async |aws| {
        let env = GetOrdersSummaryEnv {
            orders_table: text(ORDERS),
            user_pool_client: text(CLIENT),
            time_zone: text("Europe/Berlin"),
            allowed_origins: text(ORIGIN),
        };
        GetOrdersSummary::start(env, aws).await;
    })
    .await;
    check("get_order", &["GetItem"], async |aws| {
        let env = GetOrderEnv {
            orders_table: text(ORDERS),
            user_pool_client: text(CLIENT),
            allowed_origins: text(ORIGIN),
        };
        GetOrder::start(env, aws).await;
    })
    .await;
    check("new_order", &["BatchGetItem", "GetItem"], async |aws| {
        let env = NewOrderEnv {
            products_table: text(PRODUCTS),
            orders_table: text(ORDERS),
        };
        NewOrder::start(env, aws).await;
    })
    .await;
    check("update_inventory", &["GetItem"], async |aws| {
        let env = UpdateInventoryEnv {
            products_table: text(PRODUCTS),
            orders_table: text(ORDERS),
        };
        UpdateInventory::start(env, aws).await;
    })
    .await;
    check("sweep_orders", &[], async |aws| {
        let env = SweepOrdersEnv {
            orders_table: text(ORDERS),
            new_order_workflow: text(WORKFLOW),
            pending_minutes: text("60"),
            expected_hours: text("0-24"),
            time_zone: text("UTC"),
        };
        SweepOrders::start(env, aws).await;
    })
    .await;
}

#[tokio::test]
async fn a_start_of_a_function_that_changes_orders_reads_and_identifies_nothing() {
    let text = str::to_owned;
    check("transition_order", &["GetItem"], async |aws| {
        let env = TransitionOrderEnv {
            products_table: text(PRODUCTS),
            orders_table: text(ORDERS),
            user_pool_client: text(CLIENT),
            allowed_origins: text(ORIGIN),
        };
        TransitionOrder::start(env, aws).await;
    })
    .await;
    check("refund_order", &["GetItem"], async |aws| {
        let env = RefundOrderEnv {
            orders_table: text(ORDERS),
            user_pool_client: text(CLIENT),
            allowed_origins: text(ORIGIN),
        };
        RefundOrder::start(env, aws).await;
    })
    .await;
    check("add_order_note", &["GetItem"], async |aws| {
        let env = AddOrderNoteEnv {
            orders_table: text(ORDERS),
            user_pool_client: text(CLIENT),
            allowed_origins: text(ORIGIN),
        };
        AddOrderNote::start(env, aws).await;
    })
    .await;
}
