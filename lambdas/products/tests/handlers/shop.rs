//! A shop for one test: its table, its products and its requests.

use aws_sdk_dynamodb::{Client, types::AttributeValue};
use serde_json::Value;
use shop_contract::{
    AdjustStockEnv, Currency, Environment, GetInventoryEnv, GetProductEnv, GetProductHistoryEnv,
    GetProductsEnv, ImageKey, Money, Product, ProductId, Timestamp,
    table::{product_history, products},
};
use shop_products::{
    adjust_stock::AdjustStock, get_inventory::GetInventory, get_product::GetProduct,
    get_product_history::GetProductHistory, get_products::GetProducts,
};
use shop_testing::{Answered, CLIENT, Dynamo, Event, STAFF, ask};

/// The name of the table.
pub(crate) const TABLE: &str = "products";
/// The name of the table of the products' history.
pub(crate) const HISTORY: &str = "product-history";
/// The origin of the shop's pages.
pub(crate) const ORIGIN: &str = "https://shop.example";

pub(crate) struct Shop {
    pub(crate) dynamo: Dynamo,
}

impl Shop {
    /// A shop with these products.
    pub(crate) async fn selling(products: impl IntoIterator<Item = Product>) -> Self {
        let dynamo = Dynamo::start().await;
        dynamo.create_table(TABLE, products::SCHEMA).await;
        dynamo.create_table(HISTORY, product_history::SCHEMA).await;
        for product in products {
            dynamo.put(TABLE, products::ProductItem::from(product)).await;
        }
        Self { dynamo }
    }

    pub(crate) async fn get_products(&self, query: &[(&str, &str)]) -> Answered {
        let env = GetProductsEnv {
            products_table: TABLE.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/products",
            query,
            headers: &[("origin", ORIGIN)],
            ..Event::default()
        };
        ask::<GetProducts>(env, &self.dynamo.sdk_config(), &event.get()).await
    }

    pub(crate) async fn get_inventory(&self, query: &[(&str, &str)]) -> Answered {
        self.get_inventory_as(STAFF, query).await
    }

    pub(crate) async fn get_inventory_as(&self, claims: &[(&str, &str)], query: &[(&str, &str)]) -> Answered {
        let env = GetInventoryEnv {
            products_table: TABLE.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/inventory",
            query,
            claims,
            ..Event::default()
        };
        ask::<GetInventory>(env, &self.dynamo.sdk_config(), &event.get()).await
    }

    pub(crate) async fn adjust_stock(&self, id: &str, key: &str, adjustment: &Value) -> Answered {
        self.adjust_stock_as(STAFF, id, key, adjustment).await
    }

    pub(crate) async fn adjust_stock_as(
        &self,
        claims: &[(&str, &str)],
        id: &str,
        key: &str,
        adjustment: &Value,
    ) -> Answered {
        let env = AdjustStockEnv {
            products_table: TABLE.to_owned(),
            product_history_table: HISTORY.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let path = format!("/products/{id}/stock");
        let event = Event {
            path: &path,
            path_parameters: &[("id", id)],
            headers: &[("content-type", "application/json"), ("idempotency-key", key)],
            claims,
            ..Event::default()
        };
        let event = event.post(&adjustment.to_string());
        ask::<AdjustStock>(env, &self.dynamo.sdk_config(), &event).await
    }

    pub(crate) async fn history(&self, id: &str, query: &[(&str, &str)]) -> Answered {
        let env = GetProductHistoryEnv {
            products_table: TABLE.to_owned(),
            product_history_table: HISTORY.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let path = format!("/products/{id}/history");
        let event = Event {
            path: &path,
            path_parameters: &[("id", id)],
            query,
            claims: STAFF,
            ..Event::default()
        };
        ask::<GetProductHistory>(env, &self.dynamo.sdk_config(), &event.get()).await
    }

    /// Takes one of a product's stock, as the confirmation of an order does.
    pub(crate) async fn sell(&self, id: &str) {
        let number = |number: &str| AttributeValue::N(number.to_owned());
        Client::new(&self.dynamo.sdk_config())
            .update_item()
            .table_name(TABLE)
            .key(products::ID, AttributeValue::S(id.to_owned()))
            .update_expression("SET #stock = #stock - :one")
            .condition_expression("#stock >= :one")
            .expression_attribute_names("#stock", products::STOCK)
            .expression_attribute_values(":one", number("1"))
            .send()
            .await
            .expect("one is sold");
    }

    pub(crate) async fn get_product(&self, id: &str) -> Answered {
        self.get_product_of(TABLE, id).await
    }

    pub(crate) async fn get_product_of(&self, table: &str, id: &str) -> Answered {
        let env = GetProductEnv {
            products_table: table.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let path = format!("/products/{id}");
        let event = Event {
            path: &path,
            path_parameters: &[("id", id)],
            ..Event::default()
        };
        ask::<GetProduct>(env, &self.dynamo.sdk_config(), &event.get()).await
    }
}

/// A product with this ID, whose name sorts as the ID does.
pub(crate) fn cookie(id: &str) -> Product {
    Product {
        id: ProductId::parse(id).expect("a test's ID is well formed"),
        name: format!("Cookie {id}"),
        description: "Crisp outside, soft inside.".to_owned(),
        price: Money {
            amount: 350,
            currency: Currency::parse("EUR").expect("a currency"),
        },
        image_key: ImageKey::parse(&format!("{id}.svg")).expect("a file name"),
        stock: 12,
        updated_at: Timestamp::parse("2026-11-22T10:00:00Z").expect("a moment"),
    }
}

/// The environment variables of the binary, including the local endpoint.
pub(crate) fn environment<E: Environment<Value = String>>(
    env: E,
    dynamo: &Dynamo,
) -> Vec<(&'static str, String)> {
    let mut entries = env.entries();
    entries.push(("AWS_ENDPOINT_URL", dynamo.endpoint()));
    entries
}
