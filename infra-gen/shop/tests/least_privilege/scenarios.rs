//! One scenario per function that uses all of its permissions, including rare paths: a repeated request, a product that
//! was deleted in the meantime, an upload that has to be aborted.

use serde_json::{Value, json};
use shop_auth::exchange_tokens::ExchangeTokens;
use shop_contract::{
    Function, Order, OrderState, Product, Shipment,
    table::{orders, products},
    workflow::generate_report::{PresignedUrlTask, ReportData, ReportHtmlTask, ReportMail},
};
use shop_orders::{
    add_order_note::AddOrderNote, check_order_submission::CheckOrderSubmission, create_order::CreateOrder,
    get_order::GetOrder, get_orders::GetOrders, get_orders_summary::GetOrdersSummary, new_order::NewOrder,
    refund_order::RefundOrder, sweep_orders::SweepOrders, transition_order::TransitionOrder,
    update_inventory::UpdateInventory,
};
use shop_products::{
    adjust_stock::AdjustStock, get_inventory::GetInventory, get_product::GetProduct,
    get_product_history::GetProductHistory, get_products::GetProducts,
};
use shop_reports::{
    check_report_submission::CheckReportSubmission, create_report::CreateReport,
    generate_presigned_url::GeneratePresignedUrl, get_report::GetReport,
    prepare_orders_report_data::PrepareOrdersReportData, prepare_orders_report_html::PrepareOrdersReportHtml,
    prepare_products_report_data::PrepareProductsReportData,
    prepare_products_report_html::PrepareProductsReportHtml,
};
use shop_testing::{Answered, Endpoint, Event, STAFF, Says, Trouble};

use crate::{
    fixtures::{basket, employee, manager, order, order_id, product, report},
    harness::Harness,
};

type Outcome = Result<(), String>;

/// Runs the scenario of a function.
pub(crate) async fn run_scenario(function: Function, harness: &Harness<'_>) -> Outcome {
    match function {
        Function::GetProducts => get_products(harness).await,
        Function::GetProduct => get_product(harness).await,
        Function::GetInventory => get_inventory(harness).await,
        Function::AdjustStock => adjust_stock(harness).await,
        Function::GetProductHistory => get_product_history(harness).await,
        Function::CreateOrder => create_order(harness).await,
        Function::CheckOrderSubmission => check_order_submission(harness).await,
        Function::GetOrders => get_orders(harness).await,
        Function::GetOrdersSummary => get_orders_summary(harness).await,
        Function::GetOrder => get_order(harness).await,
        Function::TransitionOrder => transition_order(harness).await,
        Function::RefundOrder => refund_order(harness).await,
        Function::AddOrderNote => add_order_note(harness).await,
        Function::NewOrder => new_order(harness).await,
        Function::UpdateInventory => update_inventory(harness).await,
        Function::SweepOrders => Box::pin(sweep_orders(harness)).await,
        Function::CreateReport => create_report(harness).await.map(drop),
        Function::CheckReportSubmission => check_report_submission(harness).await,
        Function::GetReport => get_report(harness).await,
        Function::PrepareOrdersReportData => prepare_orders_report_data(harness).await,
        Function::PrepareOrdersReportHtml => prepare_orders_report_html(harness).await,
        Function::PrepareProductsReportData => prepare_products_report_data(harness).await,
        Function::PrepareProductsReportHtml => prepare_products_report_html(harness).await,
        Function::GeneratePresignedUrl => generate_presigned_url(harness).await.map(drop),
        Function::ExchangeTokens => exchange_tokens(harness).await,
    }
}

/// Opens both links of a report with the credentials that signed them.
pub(crate) async fn open_links(harness: &Harness<'_>) -> Outcome {
    let mail = generate_presigned_url(harness).await?;
    let links: Vec<&str> = mail
        .text
        .lines()
        .filter(|line| line.contains("X-Amz-Signature"))
        .collect();
    assert_eq!(links.len(), 2, "{}", mail.text);
    for link in links {
        let path = link.split('?').next().unwrap_or_default();
        let key = path.splitn(5, '/').nth(4).expect("a key in a bucket");
        let page = harness.read_with_session(key).await?;
        // Pages are compressed with gzip.
        assert!(page.starts_with(&[0x1f, 0x8b]), "{link}");
    }
    // The links give no access to other files of the report or to other reports.
    for key in ["reports/ann-0/orders.ndjson", "reports/bob-0/orders.html"] {
        harness
            .read_with_session(key)
            .await
            .expect_err("a link opens only a page of its own report");
    }
    Ok(())
}

async fn get_products(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 5), product("plum", "Plum", 0)]).await;
    let listed = harness.ask::<GetProducts>(&Event::default().get()).await?;
    let listed = expect_status(200, listed)?;
    ensure(
        listed["items"].as_array().is_some_and(|items| items.len() == 2),
        &listed,
    )
}

async fn get_product(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 5)]).await;
    let event = Event {
        path_parameters: &[("id", "oat")],
        ..Event::default()
    };
    expect_status(200, harness.ask::<GetProduct>(&event.get()).await?).map(drop)
}

async fn get_inventory(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 5), product("plum", "Plum", 0)]).await;
    let client = harness.variable(Function::GetInventory, "USER_POOL_CLIENT");
    let event = Event {
        claims: &employee(&client),
        ..Event::default()
    };
    let listed = expect_status(200, harness.ask::<GetInventory>(&event.get()).await?)?;
    ensure(listed["items"][0]["id"] == "plum", &listed)
}

async fn adjust_stock(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 5)]).await;
    let client = harness.variable(Function::AdjustStock, "USER_POOL_CLIENT");
    let event = Event {
        path_parameters: &[("id", "oat")],
        headers: &[
            ("content-type", "application/json"),
            ("idempotency-key", "8e03978e-40d5-43e8-bc93-6894a57f9324"),
        ],
        claims: &employee(&client),
        ..Event::default()
    };
    let event = event.post(&json!({ "change": -2, "reason": "WASTE" }).to_string());
    // The second request finds the receipt of the first one.
    for _ in 0..2 {
        let adjusted = expect_status(200, harness.ask::<AdjustStock>(&event).await?)?;
        ensure(adjusted["stock"] == 3, &adjusted)?;
    }
    Ok(())
}

async fn get_product_history(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 5)]).await;
    let client = harness.variable(Function::GetProductHistory, "USER_POOL_CLIENT");
    let event = Event {
        path_parameters: &[("id", "oat")],
        claims: &employee(&client),
        ..Event::default()
    };
    expect_status(200, harness.ask::<GetProductHistory>(&event.get()).await?).map(drop)
}

async fn create_order(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 5)]).await;
    let event = Event {
        headers: &[
            ("content-type", "application/json"),
            ("idempotency-key", "8e03978e-40d5-43e8-bc93-6894a57f9324"),
        ],
        ..Event::default()
    };
    let event = event.post(&basket("oat").to_string());
    let first = expect_status(202, harness.ask::<CreateOrder>(&event).await?)?;
    // A repeated request after the execution has ended finds the execution by its name.
    harness
        .executions
        .end(&only_execution(harness), "SUCCEEDED", None);
    let again = expect_status(202, harness.ask::<CreateOrder>(&event).await?)?;
    ensure(first == again, &again)
}

async fn check_order_submission(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 5)]).await;
    let event = Event {
        headers: &[("content-type", "application/json")],
        ..Event::default()
    };
    let event = event.post(&basket("oat").to_string());
    let submitted = expect_status(202, harness.ask::<CreateOrder>(&event).await?)?;
    let check = async |id: &str| {
        let event = Event {
            path_parameters: &[("executionArn", id)],
            ..Event::default()
        };
        expect_status(200, harness.ask::<CheckOrderSubmission>(&event.get()).await?)
    };
    // Before the order is written, the status comes from its execution; afterwards, from its item.
    let running = check(submitted["orderId"].as_str().expect("an ID")).await?;
    ensure(running["status"] == "RUNNING", &running)?;
    add_orders(harness, 1, "Oat").await;
    let confirmed = check(order_id(0).as_str()).await?;
    ensure(confirmed["status"] == "SUCCEEDED", &confirmed)
}

async fn get_orders(harness: &Harness<'_>) -> Outcome {
    let client = harness.variable(Function::GetOrders, "USER_POOL_CLIENT");
    add_orders(harness, 1, "Oat").await;
    for query in [&[][..], &[("status", "CONFIRMED")]] {
        let event = Event {
            query,
            claims: &employee(&client),
            ..Event::default()
        };
        let listed = expect_status(200, harness.ask::<GetOrders>(&event.get()).await?)?;
        ensure(
            listed["items"].as_array().is_some_and(|items| items.len() == 1),
            &listed,
        )?;
    }
    Ok(())
}

async fn get_order(harness: &Harness<'_>) -> Outcome {
    let client = harness.variable(Function::GetOrder, "USER_POOL_CLIENT");
    add_orders(harness, 1, "Oat").await;
    let id = order_id(0);
    let event = Event {
        path_parameters: &[("id", id.as_str())],
        claims: &employee(&client),
        ..Event::default()
    };
    expect_status(200, harness.ask::<GetOrder>(&event.get()).await?).map(drop)
}

async fn transition_order(harness: &Harness<'_>) -> Outcome {
    let client = harness.variable(Function::TransitionOrder, "USER_POOL_CLIENT");
    put_products(harness, [product("oat", "Oat", 5)]).await;
    add_orders(harness, 2, "Oat").await;
    let send = async |number: u32, transition: Value| {
        let id = order_id(number);
        let event = Event {
            path_parameters: &[("id", id.as_str())],
            headers: &[("content-type", "application/json")],
            claims: &employee(&client),
            ..Event::default()
        };
        expect_status(
            200,
            harness
                .ask::<TransitionOrder>(&event.post(&transition.to_string()))
                .await?,
        )
    };
    send(0, json!({ "to": "PACKED" })).await?;
    // Cancelling an order also writes its products.
    let cancelled = send(1, json!({ "to": "CANCELLED", "reason": "The customer called" })).await?;
    ensure(cancelled["status"] == "CANCELLED", &cancelled)
}

async fn refund_order(harness: &Harness<'_>) -> Outcome {
    let client = harness.variable(Function::RefundOrder, "USER_POOL_CLIENT");
    let shipped = OrderState::Shipped {
        decided_at: "2026-11-22T10:00:00Z".parse().expect("a moment"),
        shipment: Shipment {
            carrier: "DHL".to_owned(),
            tracking_url: None,
        },
    };
    let order = Order {
        state: shipped,
        ..order(0, "Oat")
    };
    harness.dynamo.put("Orders", orders::OrderItem::new(&order)).await;
    let event = Event {
        path_parameters: &[("id", order.id.as_str())],
        headers: &KEYED,
        claims: &manager(&client),
        ..Event::default()
    };
    let refund = json!({ "amount": { "amount": 100, "currency": "EUR" }, "reason": "Broken" });
    let refunded = harness
        .ask::<RefundOrder>(&event.post(&refund.to_string()))
        .await?;
    expect_status(200, refunded).map(drop)
}

async fn add_order_note(harness: &Harness<'_>) -> Outcome {
    let client = harness.variable(Function::AddOrderNote, "USER_POOL_CLIENT");
    add_orders(harness, 1, "Oat").await;
    let id = order_id(0);
    let event = Event {
        path_parameters: &[("id", id.as_str())],
        headers: &KEYED,
        claims: &employee(&client),
        ..Event::default()
    };
    let noted = harness
        .ask::<AddOrderNote>(&event.post(r#"{ "text": "Ring twice" }"#))
        .await?;
    expect_status(200, noted).map(drop)
}

/// The headers of a request with a body and an idempotency key.
const KEYED: [(&str, &str); 2] = [
    ("content-type", "application/json"),
    ("idempotency-key", "8e03978e-40d5-43e8-bc93-6894a57f9324"),
];

async fn get_orders_summary(harness: &Harness<'_>) -> Outcome {
    add_orders(harness, 1, "Oat").await;
    let client = harness.variable(Function::GetOrdersSummary, "USER_POOL_CLIENT");
    let event = Event {
        query: &[("day", "2026-11-22")],
        claims: &employee(&client),
        ..Event::default()
    };
    let summary = expect_status(200, harness.ask::<GetOrdersSummary>(&event.get()).await?)?;
    ensure(summary["orders"]["confirmed"] == 1, &summary)
}

async fn new_order(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 5)]).await;
    run_new_order(harness, 1).await?;
    // Repeated after the product was deleted: the order is already written.
    harness.dynamo.delete("Products", "id", "oat").await;
    run_new_order(harness, 1).await
}

async fn update_inventory(harness: &Harness<'_>) -> Outcome {
    put_products(harness, [product("oat", "Oat", 3)]).await;
    run_new_order(harness, 1).await?;
    run_new_order(harness, 2).await?;
    run_update_inventory(harness, 1).await?;
    // One of three is left, so the second order is rejected.
    let failure = run_update_inventory(harness, 2)
        .await
        .expect_err("only one is left");
    if failure.starts_with("OutOfStock") {
        Ok(())
    } else {
        Err(failure)
    }
}

async fn sweep_orders(harness: &Harness<'_>) -> Outcome {
    let pending = OrderState::Pending;
    let order = Order {
        state: pending,
        ..order(1, "Oat")
    };
    harness.dynamo.put("Orders", orders::OrderItem::new(&order)).await;
    let swept = harness
        .perform::<SweepOrders>(&json!({ "pendingMinutes": 0 }))
        .await?;
    if swept.rejected == 1 {
        Ok(())
    } else {
        Err(format!("{swept:?}"))
    }
}

async fn create_report(harness: &Harness<'_>) -> Result<Value, String> {
    let client = harness.variable(Function::CreateReport, "USER_POOL_CLIENT");
    let event = Event {
        headers: &[("authorization", "Bearer a.b.c")],
        claims: &employee(&client),
        ..Event::default()
    };
    // The pool returns the user of a token to the token's bearer; this needs no permission of a role.
    let user_info = json!({ "sub": STAFF[0].1, "email": "ann@example.com" });
    let pool = Endpoint::that_says(Says::json(200, &user_info)).await;
    let others = [("USER_INFO_ENDPOINT", pool.origin.as_str())];
    expect_status(
        202,
        harness.ask_with::<CreateReport>(&others, &event.post("")).await?,
    )
}

async fn check_report_submission(harness: &Harness<'_>) -> Outcome {
    let client = harness.variable(Function::CheckReportSubmission, "USER_POOL_CLIENT");
    let created = create_report(harness).await?;
    let event = Event {
        path_parameters: &[("executionArn", arn(&created))],
        claims: &employee(&client),
        ..Event::default()
    };
    expect_status(200, harness.ask::<CheckReportSubmission>(&event.get()).await?).map(drop)
}

async fn get_report(harness: &Harness<'_>) -> Outcome {
    let client = harness.variable(Function::GetReport, "USER_POOL_CLIENT");
    generate_presigned_url(harness).await?;
    let event = Event {
        path_parameters: &[("id", "ann-0")],
        claims: &employee(&client),
        ..Event::default()
    };
    expect_status(200, harness.ask::<GetReport>(&event.get()).await?).map(drop)
}

async fn prepare_orders_report_data(harness: &Harness<'_>) -> Outcome {
    add_orders(harness, 1, "Oat").await;
    orders_data(harness).await?;
    add_orders(harness, MULTIPART_ROWS, &long_name()).await;
    aborts_upload(harness, async || orders_data(harness).await.map(drop)).await
}

async fn prepare_orders_report_html(harness: &Harness<'_>) -> Outcome {
    add_orders(harness, 1, "Oat").await;
    harness
        .perform::<PrepareOrdersReportHtml>(&html_task(orders_data(harness).await?))
        .await?;
    add_orders(harness, MULTIPART_ROWS, &long_name()).await;
    let task = html_task(orders_data(harness).await?);
    aborts_upload(harness, async || {
        harness.perform::<PrepareOrdersReportHtml>(&task).await.map(drop)
    })
    .await
}

async fn prepare_products_report_data(harness: &Harness<'_>) -> Outcome {
    add_orders(harness, 1, "Oat").await;
    add_products(harness, 1, "Oat").await;
    products_data(harness).await?;
    add_products(harness, MULTIPART_ROWS, &long_name()).await;
    aborts_upload(harness, async || products_data(harness).await.map(drop)).await
}

async fn prepare_products_report_html(harness: &Harness<'_>) -> Outcome {
    add_products(harness, 1, "Oat").await;
    harness
        .perform::<PrepareProductsReportHtml>(&html_task(products_data(harness).await?))
        .await?;
    add_products(harness, MULTIPART_ROWS, &long_name()).await;
    let task = html_task(products_data(harness).await?);
    aborts_upload(harness, async || {
        harness
            .perform::<PrepareProductsReportHtml>(&task)
            .await
            .map(drop)
    })
    .await
}

async fn generate_presigned_url(harness: &Harness<'_>) -> Result<ReportMail, String> {
    put_products(harness, [product("oat", "Oat", 5)]).await;
    add_orders(harness, 1, "Oat").await;
    let task = html_task(orders_data(harness).await?);
    let orders = harness.perform::<PrepareOrdersReportHtml>(&task).await?;
    let task = html_task(products_data(harness).await?);
    let products = harness.perform::<PrepareProductsReportHtml>(&task).await?;
    let task = PresignedUrlTask {
        report: report(),
        orders,
        products,
        requester: None,
    };
    harness.perform::<GeneratePresignedUrl>(&task).await
}

async fn exchange_tokens(harness: &Harness<'_>) -> Outcome {
    let home = harness.variable(Function::ExchangeTokens, "REDIRECT_URIS");
    let grant = json!({
        "grantType": "authorization_code", "code": "a-code", "codeVerifier": "v".repeat(43), "redirectUri": home,
    });
    let event = Event {
        headers: &[("content-type", "application/json")],
        ..Event::default()
    };
    let event = event.post(&grant.to_string());
    let tokens = json!({
        "access_token": "a.a.a", "id_token": "i.i.i", "refresh_token": "r", "token_type": "Bearer", "expires_in": 300
    });
    let pool = Endpoint::that_says(Says::json(200, &tokens)).await;
    let others = [("TOKEN_ENDPOINT", pool.origin.as_str())];
    expect_status(200, harness.ask_with::<ExchangeTokens>(&others, &event).await?).map(drop)
}

/// Writes a file whose upload fails at the end, and checks that the upload is aborted.
async fn aborts_upload(harness: &Harness<'_>, write: impl AsyncFn() -> Outcome) -> Outcome {
    harness
        .s3
        .trouble(|operation, _| (operation == "CompleteMultipartUpload").then_some(Trouble::AccessDenied));
    write().await.expect_err("the upload cannot be completed");
    match harness.s3.parts() {
        0 => Ok(()),
        parts => Err(format!("{parts} parts of an upload remain")),
    }
}

async fn orders_data(harness: &Harness<'_>) -> Result<ReportData, String> {
    harness.perform::<PrepareOrdersReportData>(&report()).await
}

async fn products_data(harness: &Harness<'_>) -> Result<ReportData, String> {
    harness.perform::<PrepareProductsReportData>(&report()).await
}

fn html_task(data: ReportData) -> ReportHtmlTask {
    ReportHtmlTask {
        report: report(),
        data,
    }
}

async fn run_new_order(harness: &Harness<'_>, number: u32) -> Outcome {
    let task = json!({
        "orderId": order_id(number), "createdAt": "2026-11-22T10:00:00Z", "order": basket("oat"),
    });
    harness.perform::<NewOrder>(&task).await.map(drop)
}

async fn run_update_inventory(harness: &Harness<'_>, number: u32) -> Outcome {
    let task = json!({ "orderId": order_id(number), "decidedAt": "2026-11-22T10:00:01Z" });
    harness.perform::<UpdateInventory>(&task).await.map(drop)
}

async fn put_products<const COUNT: usize>(harness: &Harness<'_>, items: [Product; COUNT]) {
    for product in items {
        harness
            .dynamo
            .put("Products", products::ProductItem::from(product))
            .await;
    }
}

/// Adds products with this name.
async fn add_products(harness: &Harness<'_>, count: u32, name: &str) {
    for number in 0..count {
        put_products(harness, [product(&format!("oat-{number}"), name, 5)]).await;
    }
}

/// Adds orders of a product with this name.
async fn add_orders(harness: &Harness<'_>, count: u32, name: &str) {
    for number in 0..count {
        harness
            .dynamo
            .put("Orders", orders::OrderItem::new(&order(number, name)))
            .await;
    }
}

/// The number of rows with a long name that need a multipart upload.
const MULTIPART_ROWS: u32 = 45;

/// A name close to DynamoDB's limit for an item that compresses badly, because pages are compressed.
fn long_name() -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut state = 1_u64;
    let letters = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let letter = usize::try_from(state >> 58).expect("six bits");
        char::from(LETTERS[letter])
    });
    letters.take(300_000).collect()
}

/// The ARN of the only execution.
fn only_execution(harness: &Harness<'_>) -> String {
    let executions = harness.executions.executions();
    executions.into_keys().next().expect("an execution was started")
}

fn arn(created: &Value) -> &str {
    created["executionArn"].as_str().expect("an ARN")
}

/// The body of an answer with this status, or an error.
fn expect_status(status: u16, answer: Answered) -> Result<Value, String> {
    if answer.status == status {
        Ok(answer.body)
    } else {
        Err(format!("{}: {}", answer.status, answer.body))
    }
}

fn ensure(condition: bool, answer: &Value) -> Outcome {
    if condition {
        Ok(())
    } else {
        Err(answer.to_string())
    }
}
