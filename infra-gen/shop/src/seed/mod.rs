//! Fills a shop with its [catalogue](catalogue) and, when it is asked to, with a [past](history): orders that might have
//! come in during the last year.
//!
//! It can be run again at any time. What is there already stays as it is. How an item looks is the contract's word.

mod catalogue;
mod history;
mod orders;

use std::{collections::HashMap, fmt};

use aws_sdk_dynamodb::{Client, error::DisplayErrorContext, types::AttributeValue};
use infra_gen::{BoxError, Seed, SeedContext, SeedCount};
use jiff::Timestamp as Instant;
use shop_contract::table::Attribute;

use self::{history::History, orders::Orders};
use crate::stack::ORDERS_TABLE;

const COUNT: &str = "orders";

/// The shop's seeding, and what it can be asked for.
pub(crate) const SEED: Seed = Seed {
    counts: &[SeedCount {
        name: COUNT,
        help: "Give the shop a past: the first N of its made-up orders of the last 365 days, decided and without effect on stock. \
               Going on after a stop is asking again",
        max: 1_000_000,
    }],
    run: |context| Box::pin(fill(context)),
};

async fn fill(context: SeedContext<'_>) -> Result<(), BoxError> {
    let now = Instant::now();
    let products = catalogue::products(now)?;
    catalogue::fill(&context, &products).await?;
    let count = context.count(COUNT);
    if count > 0 {
        let orders = Orders {
            dynamodb: &Client::new(context.sdk),
            table: output(&context, ORDERS_TABLE)?,
            history: &History::new(products, now),
            progress: context.progress,
        };
        orders.fill(count).await?;
    }
    Ok(())
}

fn output<'a>(context: &'a SeedContext<'_>, name: &str) -> Result<&'a str, BoxError> {
    let value = context.outputs.get(name);
    value
        .map(String::as_str)
        .ok_or_else(|| format!("the stack has no output `{name}`; deploy it first").into())
}

fn failed(what: fmt::Arguments<'_>, error: impl std::error::Error) -> BoxError {
    format!("could not {what}: {}", DisplayErrorContext(error)).into()
}

/// An item of the contract's as the SDK wants it.
fn item(attributes: Vec<(&'static str, Attribute)>) -> HashMap<String, AttributeValue> {
    attributes
        .into_iter()
        .map(|(name, attribute)| (name.to_owned(), value(attribute)))
        .collect()
}

fn value(attribute: Attribute) -> AttributeValue {
    match attribute {
        Attribute::Text(text) => AttributeValue::S(text),
        Attribute::Number(number) => AttributeValue::N(number.to_string()),
        Attribute::List(items) => AttributeValue::L(items.into_iter().map(value).collect()),
        Attribute::Map(fields) => AttributeValue::M(
            fields
                .into_iter()
                .map(|(name, field)| (name, value(field)))
                .collect(),
        ),
    }
}
