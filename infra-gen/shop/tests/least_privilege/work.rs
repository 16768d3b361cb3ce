//! The work of each function, up to the last thing that it may have to do: the request that is repeated, the product that
//! has gone meanwhile, the upload that has to be given up.

use serde_json::{Value, json};
use shop_auth::exchange_tokens::ExchangeTokens;
use shop_contract::{
    Function, Order, OrderState, Product,
    table::{orders, products},
    workflow::generate_report::{PresignedUrlTask, ReportData, ReportHtmlTask, ReportMail},
};
use shop_orders::{
    check_order_submission::CheckOrderSubmission, create_order::CreateOrder, get_order::GetOrder,
    get_orders::GetOrders, get_orders_summary::GetOrdersSummary, new_order::NewOrder,
    sweep_orders::SweepOrders, update_inventory::UpdateInventory,
};
use shop_products::{get_product::GetProduct, get_products::GetProducts};
use shop_reports::{
    check_report_submission::CheckReportSubmission, create_report::CreateReport,
    generate_presigned_url::GeneratePresignedUrl, get_report::GetReport,
    prepare_orders_report_data::PrepareOrdersReportData, prepare_orders_report_html::PrepareOrdersReportHtml,
    prepare_products_report_data::PrepareProductsReportData,
    prepare_products_report_html::PrepareProductsReportHtml,
};
use shop_testing::{Answered, EMPLOYEE, Endpoint, Event, Says, Trouble};

use crate::{
    goods::{basket, employee, order, order_id, product, report},
    world::World,
};

type Worked = Result<(), String>;

/// Has a function do all of its work, or says what failed.
pub(crate) async fn work(function: Function, world: &World<'_>) -> Worked {
    match function {
        Function::GetProducts => get_products(world).await,
        Function::GetProduct => get_product(world).await,
        Function::CreateOrder => create_order(world).await,
        Function::CheckOrderSubmission => check_order_submission(world).await,
        Function::GetOrders => get_orders(world).await,
        Function::GetOrdersSummary => get_orders_summary(world).await,
        Function::GetOrder => get_order(world).await,
        Function::NewOrder => new_order(world).await,
        Function::UpdateInventory => update_inventory(world).await,
        Function::SweepOrders => Box::pin(sweep_orders(world)).await,
        Function::CreateReport => create_report(world).await.map(drop),
        Function::CheckReportSubmission => check_report_submission(world).await,
        Function::GetReport => get_report(world).await,
        Function::PrepareOrdersReportData => prepare_orders_report_data(world).await,
        Function::PrepareOrdersReportHtml => prepare_orders_report_html(world).await,
        Function::PrepareProductsReportData => prepare_products_report_data(world).await,
        Function::PrepareProductsReportHtml => prepare_products_report_html(world).await,
        Function::GeneratePresignedUrl => generate_presigned_url(world).await.map(drop),
        Function::ExchangeTokens => exchange_tokens(world).await,
    }
}

/// Opens both links of a report, as whom they are signed.
pub(crate) async fn open_links(world: &World<'_>) -> Worked {
    let mail = generate_presigned_url(world).await?;
    let links: Vec<&str> = mail
        .text
        .lines()
        .filter(|line| line.contains("X-Amz-Signature"))
        .collect();
    assert_eq!(links.len(), 2, "{}", mail.text);
    for link in links {
        let path = link.split('?').next().unwrap_or_default();
        let key = path.splitn(5, '/').nth(4).expect("a key in a bucket");
        let page = world.read_in_session(key).await?;
        // A page is compressed.
        assert!(page.starts_with(&[0x1f, 0x8b]), "{link}");
    }
    // Nothing else of the report, and of no other.
    for key in ["reports/ann-0/orders.ndjson", "reports/bob-0/orders.html"] {
        world
            .read_in_session(key)
            .await
            .expect_err("a link is to a page of its own report");
    }
    Ok(())
}

async fn get_products(world: &World<'_>) -> Worked {
    stock(world, [product("oat", "Oat", 5), product("plum", "Plum", 0)]).await;
    let listed = world.ask::<GetProducts>(&Event::default().get()).await?;
    let listed = good(200, listed)?;
    holds(
        listed["items"].as_array().is_some_and(|items| items.len() == 2),
        &listed,
    )
}

async fn get_product(world: &World<'_>) -> Worked {
    stock(world, [product("oat", "Oat", 5)]).await;
    let event = Event {
        path_parameters: &[("id", "oat")],
        ..Event::default()
    };
    good(200, world.ask::<GetProduct>(&event.get()).await?).map(drop)
}

async fn create_order(world: &World<'_>) -> Worked {
    stock(world, [product("oat", "Oat", 5)]).await;
    let event = Event {
        headers: &[
            ("content-type", "application/json"),
            ("idempotency-key", "8e03978e-40d5-43e8-bc93-6894a57f9324"),
        ],
        ..Event::default()
    };
    let event = event.post(&basket("oat").to_string());
    let first = good(202, world.ask::<CreateOrder>(&event).await?)?;
    // It comes again when its execution has ended, and is found by its name.
    world.executions.end(&only_execution(world), "SUCCEEDED", None);
    let again = good(202, world.ask::<CreateOrder>(&event).await?)?;
    holds(first == again, &again)
}

async fn check_order_submission(world: &World<'_>) -> Worked {
    stock(world, [product("oat", "Oat", 5)]).await;
    let event = Event {
        headers: &[("content-type", "application/json")],
        ..Event::default()
    };
    let event = event.post(&basket("oat").to_string());
    let submitted = good(202, world.ask::<CreateOrder>(&event).await?)?;
    let check = async |id: &str| {
        let event = Event {
            path_parameters: &[("executionArn", id)],
            ..Event::default()
        };
        good(200, world.ask::<CheckOrderSubmission>(&event.get()).await?)
    };
    // An order that is not written yet is known by its execution, another one by its item.
    let running = check(submitted["orderId"].as_str().expect("an ID")).await?;
    holds(running["status"] == "RUNNING", &running)?;
    ordered(world, 1, "Oat").await;
    let confirmed = check(order_id(0).as_str()).await?;
    holds(confirmed["status"] == "SUCCEEDED", &confirmed)
}

async fn get_orders(world: &World<'_>) -> Worked {
    let client = world.variable(Function::GetOrders, "USER_POOL_CLIENT");
    ordered(world, 1, "Oat").await;
    for query in [&[][..], &[("status", "CONFIRMED")]] {
        let event = Event {
            query,
            claims: &employee(&client),
            ..Event::default()
        };
        let listed = good(200, world.ask::<GetOrders>(&event.get()).await?)?;
        holds(
            listed["items"].as_array().is_some_and(|items| items.len() == 1),
            &listed,
        )?;
    }
    Ok(())
}

async fn get_order(world: &World<'_>) -> Worked {
    let client = world.variable(Function::GetOrder, "USER_POOL_CLIENT");
    ordered(world, 1, "Oat").await;
    let id = order_id(0);
    let event = Event {
        path_parameters: &[("id", id.as_str())],
        claims: &employee(&client),
        ..Event::default()
    };
    good(200, world.ask::<GetOrder>(&event.get()).await?).map(drop)
}

async fn get_orders_summary(world: &World<'_>) -> Worked {
    ordered(world, 1, "Oat").await;
    let client = world.variable(Function::GetOrdersSummary, "USER_POOL_CLIENT");
    let event = Event {
        query: &[("day", "2026-11-22")],
        claims: &employee(&client),
        ..Event::default()
    };
    let summary = good(200, world.ask::<GetOrdersSummary>(&event.get()).await?)?;
    holds(summary["orders"]["confirmed"] == 1, &summary)
}

async fn new_order(world: &World<'_>) -> Worked {
    stock(world, [product("oat", "Oat", 5)]).await;
    place(world, 1).await?;
    // It is repeated when the product has gone, and the order stands.
    world.dynamo.delete("Products", "id", "oat").await;
    place(world, 1).await
}

async fn update_inventory(world: &World<'_>) -> Worked {
    stock(world, [product("oat", "Oat", 3)]).await;
    place(world, 1).await?;
    place(world, 2).await?;
    decide(world, 1).await?;
    // One is left of three: the second order is rejected.
    let failure = decide(world, 2).await.expect_err("two are not left");
    if failure.starts_with("OutOfStock") {
        Ok(())
    } else {
        Err(failure)
    }
}

async fn sweep_orders(world: &World<'_>) -> Worked {
    let pending = OrderState::Pending;
    let order = Order {
        state: pending,
        ..order(1, "Oat")
    };
    world.dynamo.put("Orders", orders::OrderItem::new(&order)).await;
    let swept = world
        .perform::<SweepOrders>(&json!({ "pendingMinutes": 0 }))
        .await?;
    if swept.rejected == 1 {
        Ok(())
    } else {
        Err(format!("{swept:?}"))
    }
}

async fn create_report(world: &World<'_>) -> Result<Value, String> {
    let client = world.variable(Function::CreateReport, "USER_POOL_CLIENT");
    let event = Event {
        headers: &[("authorization", "Bearer a.b.c")],
        claims: &employee(&client),
        ..Event::default()
    };
    // The pool tells who asks to whoever has the token: no role has to allow it.
    let told = json!({ "sub": EMPLOYEE[0].1, "email": "ann@example.com" });
    let pool = Endpoint::that_says(Says::json(200, &told)).await;
    let others = [("USER_INFO_ENDPOINT", pool.origin.as_str())];
    good(
        202,
        world.ask_with::<CreateReport>(&others, &event.post("")).await?,
    )
}

async fn check_report_submission(world: &World<'_>) -> Worked {
    let client = world.variable(Function::CheckReportSubmission, "USER_POOL_CLIENT");
    let created = create_report(world).await?;
    let event = Event {
        path_parameters: &[("executionArn", arn(&created))],
        claims: &employee(&client),
        ..Event::default()
    };
    good(200, world.ask::<CheckReportSubmission>(&event.get()).await?).map(drop)
}

async fn get_report(world: &World<'_>) -> Worked {
    let client = world.variable(Function::GetReport, "USER_POOL_CLIENT");
    generate_presigned_url(world).await?;
    let event = Event {
        path_parameters: &[("id", "ann-0")],
        claims: &employee(&client),
        ..Event::default()
    };
    good(200, world.ask::<GetReport>(&event.get()).await?).map(drop)
}

async fn prepare_orders_report_data(world: &World<'_>) -> Worked {
    ordered(world, 1, "Oat").await;
    orders_data(world).await?;
    ordered(world, MANY, &long_name()).await;
    gives_up(world, async || orders_data(world).await.map(drop)).await
}

async fn prepare_orders_report_html(world: &World<'_>) -> Worked {
    ordered(world, 1, "Oat").await;
    world
        .perform::<PrepareOrdersReportHtml>(&html_task(orders_data(world).await?))
        .await?;
    ordered(world, MANY, &long_name()).await;
    let task = html_task(orders_data(world).await?);
    gives_up(world, async || {
        world.perform::<PrepareOrdersReportHtml>(&task).await.map(drop)
    })
    .await
}

async fn prepare_products_report_data(world: &World<'_>) -> Worked {
    ordered(world, 1, "Oat").await;
    stocked(world, 1, "Oat").await;
    products_data(world).await?;
    stocked(world, MANY, &long_name()).await;
    gives_up(world, async || products_data(world).await.map(drop)).await
}

async fn prepare_products_report_html(world: &World<'_>) -> Worked {
    stocked(world, 1, "Oat").await;
    world
        .perform::<PrepareProductsReportHtml>(&html_task(products_data(world).await?))
        .await?;
    stocked(world, MANY, &long_name()).await;
    let task = html_task(products_data(world).await?);
    gives_up(world, async || {
        world.perform::<PrepareProductsReportHtml>(&task).await.map(drop)
    })
    .await
}

async fn generate_presigned_url(world: &World<'_>) -> Result<ReportMail, String> {
    stock(world, [product("oat", "Oat", 5)]).await;
    ordered(world, 1, "Oat").await;
    let task = html_task(orders_data(world).await?);
    let orders = world.perform::<PrepareOrdersReportHtml>(&task).await?;
    let task = html_task(products_data(world).await?);
    let products = world.perform::<PrepareProductsReportHtml>(&task).await?;
    let task = PresignedUrlTask {
        report: report(),
        orders,
        products,
        requester: None,
    };
    world.perform::<GeneratePresignedUrl>(&task).await
}

async fn exchange_tokens(world: &World<'_>) -> Worked {
    let home = world.variable(Function::ExchangeTokens, "REDIRECT_URIS");
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
    good(200, world.ask_with::<ExchangeTokens>(&others, &event).await?).map(drop)
}

/// Writes a file that has to be given up half-way, and sees that nothing of it stays.
async fn gives_up(world: &World<'_>, write: impl AsyncFn() -> Worked) -> Worked {
    world
        .s3
        .trouble(|operation, _| (operation == "CompleteMultipartUpload").then_some(Trouble::AccessDenied));
    write().await.expect_err("the upload could not be ended");
    match world.s3.parts() {
        0 => Ok(()),
        parts => Err(format!("{parts} parts of an upload were left")),
    }
}

async fn orders_data(world: &World<'_>) -> Result<ReportData, String> {
    world.perform::<PrepareOrdersReportData>(&report()).await
}

async fn products_data(world: &World<'_>) -> Result<ReportData, String> {
    world.perform::<PrepareProductsReportData>(&report()).await
}

fn html_task(data: ReportData) -> ReportHtmlTask {
    ReportHtmlTask {
        report: report(),
        data,
    }
}

async fn place(world: &World<'_>, number: u32) -> Worked {
    let task = json!({
        "orderId": order_id(number), "createdAt": "2026-11-22T10:00:00Z", "order": basket("oat"),
    });
    world.perform::<NewOrder>(&task).await.map(drop)
}

async fn decide(world: &World<'_>, number: u32) -> Worked {
    let task = json!({ "orderId": order_id(number), "decidedAt": "2026-11-22T10:00:01Z" });
    world.perform::<UpdateInventory>(&task).await.map(drop)
}

async fn stock<const COUNT: usize>(world: &World<'_>, goods: [Product; COUNT]) {
    for product in goods {
        world
            .dynamo
            .put("Products", products::ProductItem::from(product))
            .await;
    }
}

/// So many products of this name.
async fn stocked(world: &World<'_>, count: u32, name: &str) {
    for number in 0..count {
        stock(world, [product(&format!("oat-{number}"), name, 5)]).await;
    }
}

/// So many orders of a product of this name.
async fn ordered(world: &World<'_>, count: u32, name: &str) {
    for number in 0..count {
        world
            .dynamo
            .put("Orders", orders::OrderItem::new(&order(number, name)))
            .await;
    }
}

/// How many rows of a long name make a file of more parts than one.
const MANY: u32 = 45;

/// A name that nearly fills an item of DynamoDB and that compression hardly makes smaller, for pages are compressed.
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

/// The ARN of the execution that was started.
fn only_execution(world: &World<'_>) -> String {
    let executions = world.executions.executions();
    executions.into_keys().next().expect("an execution was started")
}

fn arn(created: &Value) -> &str {
    created["executionArn"].as_str().expect("an ARN")
}

/// The body of an answer that has to have this status.
fn good(status: u16, answer: Answered) -> Result<Value, String> {
    if answer.status == status {
        Ok(answer.body)
    } else {
        Err(format!("{}: {}", answer.status, answer.body))
    }
}

fn holds(condition: bool, answer: &Value) -> Worked {
    if condition {
        Ok(())
    } else {
        Err(answer.to_string())
    }
}
