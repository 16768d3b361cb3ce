//! Loads the [catalogue](catalogue) and, on request, a [history](history) of generated orders of the last year.
//!
//! Seeding is idempotent: existing items stay as they are. The contract defines the items.

mod catalogue;
mod history;
mod orders;

use std::{collections::HashMap, fmt};

use aws_sdk_dynamodb::{Client, error::DisplayErrorContext, types::AttributeValue};
use infra_gen::{BoxError, Seed, SeedContext, SeedCount};
use jiff::Timestamp as Instant;
use serde::Serialize;

use self::{history::History, orders::Orders};
use crate::stack::ORDERS_TABLE;

const COUNT: &str = "orders";

/// The shop's seed data and the options of the command.
pub(crate) const SEED: Seed = Seed {
    counts: &[SeedCount {
        name: COUNT,
        help: "Add the first N generated orders of the last 365 days; they are decided and do not change the stock. \
               To resume after an interruption, run the command again",
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

/// The item of a contract's type.
fn item(value: impl Serialize) -> HashMap<String, AttributeValue> {
    serde_dynamo::to_item(value).expect("an item of the contract")
}
