//! What was sold, read from the orders once over: in segments side by side, in no order, each page forgotten when it is
//! added up. And the products that there are, a page at a time.
//!
//! A scan is the cheapest way to read all of a table, and the order of the orders does not matter to a sum.

use aws_sdk_dynamodb::Client;
use shop_contract::{
    Order, Product, Timestamp,
    table::{orders, products},
};
use shop_runtime::{
    SdkConfig, StoreError,
    dynamo::{self, Item, text},
};
use tokio::task::JoinSet;

use crate::{
    patience::patient,
    report::{OrderRow, Sales},
};

/// In how many segments the orders are read at the same time.
const SEGMENTS: i32 = 4;
/// How many orders a page has at most; DynamoDB ends it at 1 MB in any case.
const PAGE: i32 = 500;

/// The tables that sales and products are read from.
#[derive(Debug, Clone)]
pub struct Tables {
    client: Client,
    orders: String,
    products: String,
}

impl Tables {
    /// The tables of these names.
    pub fn new(aws: &SdkConfig, orders: String, products: String) -> Self {
        Self {
            client: Client::new(&patient(aws)),
            orders,
            products,
        }
    }

    /// What the orders that came in until a moment sold.
    pub async fn sales(&self, until: &Timestamp) -> Result<Sales, StoreError> {
        let mut segments = JoinSet::new();
        for segment in 0..SEGMENTS {
            segments.spawn(sales_of(
                self.client.clone(),
                self.orders.clone(),
                segment,
                until.clone(),
            ));
        }
        let mut all = Sales::default();
        while let Some(sales) = segments.join_next().await {
            all.merge(sales.expect("no segment panics or is cut off")?);
        }
        Ok(all)
    }

    /// Hands every product to `take`, in no order.
    pub async fn products(&self, mut take: impl FnMut(Product)) -> Result<(), StoreError> {
        let mut start = None;
        loop {
            let answer = self
                .client
                .scan()
                .table_name(&self.products)
                .set_exclusive_start_key(start)
                .limit(PAGE)
                .send()
                .await?;
            for item in answer.items.into_iter().flatten() {
                take(dynamo::read(item, products::ID, |attribute| {
                    products::from_item(attribute)
                })?);
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(());
            }
        }
    }
}

async fn sales_of(
    client: Client,
    table: String,
    segment: i32,
    until: Timestamp,
) -> Result<Sales, StoreError> {
    let mut sales = Sales::default();
    let mut start = None;
    loop {
        let answer = client
            .scan()
            .table_name(&table)
            .segment(segment)
            .total_segments(SEGMENTS)
            .filter_expression("#position <= :newest")
            .expression_attribute_names("#position", orders::POSITION)
            .expression_attribute_values(":newest", text(format!("{until}#~")))
            .set_exclusive_start_key(start)
            .limit(PAGE)
            .send()
            .await?;
        for item in answer.items.into_iter().flatten() {
            sales.add(&OrderRow::from(order(item)?));
        }
        start = answer.last_evaluated_key;
        if start.is_none() {
            return Ok(sales);
        }
    }
}

fn order(item: Item) -> Result<Order, StoreError> {
    dynamo::read(item, orders::ID, |attribute| orders::from_item(attribute))
}
