//! A shop for one test: its tables, its executions and its requests.

use serde_json::{Value, json};
use shop_contract::{
    CheckOrderSubmissionEnv, CreateOrderEnv, Currency, GetOrderEnv, GetOrdersEnv, GetOrdersSummaryEnv,
    ImageKey, Money, NewOrderEnv, Product, ProductId, SweepOrdersEnv, SweptOrders, Timestamp,
    UpdateInventoryEnv,
    table::{orders, products},
    workflow::OrderTaskOutput,
};
use shop_orders::{
    check_order_submission::CheckOrderSubmission, create_order::CreateOrder, get_order::GetOrder,
    get_orders::GetOrders, get_orders_summary::GetOrdersSummary, new_order::NewOrder,
    sweep_orders::SweepOrders, update_inventory::UpdateInventory,
};
use shop_runtime::{SdkConfig, TaskFailure};
use shop_testing::{Answered, CLIENT, Dynamo, Event, STAFF, StepFunctions, ask, run_task};

pub(crate) const PRODUCTS: &str = "products";
pub(crate) const ORDERS: &str = "orders";
pub(crate) const ORIGIN: &str = "https://shop.example";
pub(crate) const WORKFLOW: &str = "arn:aws:states:eu-central-1:000000000000:stateMachine:new_order";
pub(crate) const EXECUTION: &str = "arn:aws:states:eu-central-1:000000000000:execution:new_order";

pub(crate) struct Shop {
    pub(crate) dynamo: Dynamo,
    pub(crate) executions: StepFunctions,
}

impl Shop {
    /// A shop with these products in stock, at 3.50 each.
    pub(crate) async fn selling(stock: &[(&str, u32)]) -> Self {
        let dynamo = Dynamo::start().await;
        dynamo.create_table(PRODUCTS, products::SCHEMA).await;
        dynamo.create_table(ORDERS, orders::SCHEMA).await;
        for (id, stock) in stock {
            dynamo
                .put(PRODUCTS, products::ProductItem::from(cookie(id, *stock)))
                .await;
        }
        Self {
            dynamo,
            executions: StepFunctions::default(),
        }
    }

    pub(crate) fn aws(&self) -> SdkConfig {
        self.executions.beside(&self.dynamo.sdk_config())
    }

    pub(crate) async fn create_order(&self, headers: &[(&str, &str)], body: &str) -> Answered {
        let env = CreateOrderEnv {
            products_table: PRODUCTS.to_owned(),
            new_order_workflow: WORKFLOW.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/orders",
            headers,
            ..Event::default()
        };
        ask::<CreateOrder>(env, &self.aws(), &event.post(body)).await
    }

    /// Places an order with the headers of a browser, and with a key if there is one.
    pub(crate) async fn order(&self, key: Option<&str>, body: &Value) -> Answered {
        let mut headers = vec![("content-type", "application/json"), ("origin", ORIGIN)];
        headers.extend(key.map(|key| ("Idempotency-Key", key)));
        self.create_order(&headers, &body.to_string()).await
    }

    /// Gets the status of an order by its ID, or by the ARN of its execution.
    pub(crate) async fn check(&self, reference: &str) -> Answered {
        let env = CheckOrderSubmissionEnv {
            orders_table: ORDERS.to_owned(),
            new_order_workflow: WORKFLOW.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/orders/status/…",
            path_parameters: &[("executionArn", reference)],
            ..Event::default()
        };
        ask::<CheckOrderSubmission>(env, &self.aws(), &event.get()).await
    }

    /// The summary of a day, or of today, in a time zone.
    pub(crate) async fn summary(&self, time_zone: &str, day: Option<&str>) -> Answered {
        let env = GetOrdersSummaryEnv {
            orders_table: ORDERS.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            time_zone: time_zone.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let query: Vec<_> = day.map(|day| ("day", day)).into_iter().collect();
        let event = Event {
            path: "/orders/summary",
            query: &query,
            claims: STAFF,
            ..Event::default()
        };
        ask::<GetOrdersSummary>(env, &self.aws(), &event.get()).await
    }

    /// Sweeps orders that have been pending for five minutes.
    pub(crate) async fn sweep(&self, input: &Value) -> Result<SweptOrders, TaskFailure> {
        self.sweep_at(&self.aws(), input).await
    }

    /// The same, with another configuration.
    pub(crate) async fn sweep_at(&self, aws: &SdkConfig, input: &Value) -> Result<SweptOrders, TaskFailure> {
        let env = SweepOrdersEnv {
            orders_table: ORDERS.to_owned(),
            new_order_workflow: WORKFLOW.to_owned(),
            pending_minutes: "5".to_owned(),
            expected_hours: "0-24".to_owned(),
            time_zone: "UTC".to_owned(),
        };
        run_task::<SweepOrders>(env, aws, input).await
    }

    /// Whether an order is pending, confirmed or rejected.
    pub(crate) async fn status_of(&self, id: &str) -> String {
        let order = self.get_order(id).await.body;
        order["status"]
            .as_str()
            .expect("an order has a status")
            .to_owned()
    }

    pub(crate) async fn get_orders(&self, query: &[(&str, &str)]) -> Answered {
        self.get_orders_as(STAFF, query).await
    }

    /// Lists orders for a caller with these claims.
    pub(crate) async fn get_orders_as(&self, claims: &[(&str, &str)], query: &[(&str, &str)]) -> Answered {
        self.get_orders_in("UTC", claims, query).await
    }

    /// Lists orders in a time zone.
    pub(crate) async fn get_orders_in(
        &self,
        time_zone: &str,
        claims: &[(&str, &str)],
        query: &[(&str, &str)],
    ) -> Answered {
        let env = GetOrdersEnv {
            orders_table: ORDERS.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            time_zone: time_zone.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/orders",
            query,
            claims,
            ..Event::default()
        };
        ask::<GetOrders>(env, &self.aws(), &event.get()).await
    }

    pub(crate) async fn get_order(&self, id: &str) -> Answered {
        self.get_order_as(STAFF, id).await
    }

    /// Gets an order for a caller with these claims.
    pub(crate) async fn get_order_as(&self, claims: &[(&str, &str)], id: &str) -> Answered {
        let env = GetOrderEnv {
            orders_table: ORDERS.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/orders/…",
            path_parameters: &[("id", id)],
            claims,
            ..Event::default()
        };
        ask::<GetOrder>(env, &self.aws(), &event.get()).await
    }

    pub(crate) async fn new_order(&self, input: &Value) -> Result<OrderTaskOutput, TaskFailure> {
        let env = NewOrderEnv {
            products_table: PRODUCTS.to_owned(),
            orders_table: ORDERS.to_owned(),
        };
        run_task::<NewOrder>(env, &self.aws(), input).await
    }

    pub(crate) async fn update_inventory(&self, input: &Value) -> Result<OrderTaskOutput, TaskFailure> {
        let env = UpdateInventoryEnv {
            products_table: PRODUCTS.to_owned(),
            orders_table: ORDERS.to_owned(),
        };
        run_task::<UpdateInventory>(env, &self.aws(), input).await
    }

    /// The stock of a product.
    pub(crate) async fn stock(&self, id: &str) -> u32 {
        let items = self.dynamo.items(PRODUCTS).await;
        let item = items
            .iter()
            .find(|item| item[products::ID].as_s().is_ok_and(|found| found == id));
        let stock = item.expect("the product is there")[products::STOCK].as_n();
        stock.expect("a number").parse().expect("a count")
    }

    /// Sets the price of a product, in cents.
    pub(crate) async fn reprice(&self, id: &str, amount: u64) {
        let mut product = cookie(id, self.stock(id).await);
        product.price.amount = amount;
        self.dynamo
            .put(PRODUCTS, products::ProductItem::from(product))
            .await;
    }

    /// Whether no order was written and no execution was started.
    pub(crate) async fn is_untouched(&self) -> bool {
        self.dynamo.items(ORDERS).await.is_empty() && self.executions.executions().is_empty()
    }
}

/// The request of a client for these products and quantities, at 3.50 each.
pub(crate) fn basket(lines: &[(&str, u32)]) -> Value {
    let count: u32 = lines.iter().map(|(_, quantity)| quantity).sum();
    let lines: Vec<_> = lines
        .iter()
        .map(|(product, quantity)| json!({ "productId": product, "quantity": quantity }))
        .collect();
    json!({
        "customer": {
            "name": "Ann Other", "email": "ann@example.com", "phone": "+49 30 1234-56",
            "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
        },
        "lines": lines,
        "total": { "amount": 350 * count, "currency": "EUR" }
    })
}

/// The ARN of an order's execution.
pub(crate) fn execution(id: &Value) -> String {
    format!("{EXECUTION}:{}", id.as_str().expect("an ID"))
}

pub(crate) fn cookie(id: &str, stock: u32) -> Product {
    Product {
        id: ProductId::parse(id).expect("a test's ID is well formed"),
        name: format!("Cookie {id}"),
        description: "Crisp outside, soft inside.".to_owned(),
        price: Money {
            amount: 350,
            currency: Currency::parse("EUR").expect("a currency"),
        },
        image_key: ImageKey::parse(&format!("{id}.svg")).expect("a file name"),
        stock,
        updated_at: Timestamp::parse("2026-11-22T10:00:00Z").expect("a moment"),
    }
}
