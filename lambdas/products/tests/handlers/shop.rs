//! A shop for one test: its table, its products and its requests.

use shop_contract::{
    Currency, Environment, GetProductEnv, GetProductsEnv, ImageKey, Money, Product, ProductId, Timestamp,
    table::products,
};
use shop_products::{get_product::GetProduct, get_products::GetProducts};
use shop_testing::{Answered, Dynamo, Event, ask};

/// The name of the table.
pub(crate) const TABLE: &str = "products";
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
