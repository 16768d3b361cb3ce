//! Writes the first N orders of the [`History`], starting where an earlier run stopped.
//!
//! No progress is stored; the table shows it. Orders are written in sequence, a few batches at a time. So the table
//! contains a complete prefix of the sequence, followed by at most those few batches with gaps. A binary search finds the
//! end of the prefix. Writing an order twice does not change it.
//!
//! The orders do not change the stock of the products.

use std::{
    collections::HashMap,
    fmt,
    ops::Range,
    time::{Duration, Instant},
};

use aws_sdk_dynamodb::{
    Client,
    error::ProvideErrorMetadata as _,
    types::{AttributeValue, PutRequest, WriteRequest},
};
use futures_util::{StreamExt as _, stream::FuturesOrdered};
use infra_gen::BoxError;
use shop_contract::table::orders;
use tokio::time::sleep;

use super::{History, failed, item};

/// The maximum for `BatchWriteItem`.
const BATCH: u64 = 25;
const IN_FLIGHT: usize = 12;
/// The maximum number of orders after the complete prefix that may have gaps.
const MAX_PARTIAL: u64 = BATCH * IN_FLIGHT as u64;
const PROGRESS_EVERY: u64 = 400 * BATCH;

/// How many attempts in a row may write nothing of a batch before that is an error.
const ATTEMPTS: u32 = 10;
const FIRST_BACKOFF: Duration = Duration::from_millis(50);
const MAX_BACKOFF: Duration = Duration::from_secs(5);

/// The orders table to fill.
pub(super) struct Orders<'a> {
    pub(super) dynamodb: &'a Client,
    pub(super) table: &'a str,
    pub(super) history: &'a History,
    pub(super) progress: &'a (dyn Fn(fmt::Arguments<'_>) + Send + Sync),
}

impl Orders<'_> {
    /// Writes those of the first `count` orders that are missing.
    pub(super) async fn fill(&self, count: u64) -> Result<(), BoxError> {
        let table = self.table;
        let existing = self.complete_prefix(count).await?;
        if existing == count {
            (self.progress)(format_args!(
                "`{table}` already contains {} orders",
                Grouped(count)
            ));
            return Ok(());
        }
        if existing > 0 {
            (self.progress)(format_args!("resuming at order {}", Grouped(existing)));
        }
        let started = Instant::now();
        self.write(existing..count, |written| {
            let (done, rate) = (existing + written, Rate(written, started.elapsed()));
            if done == count {
                (self.progress)(format_args!(
                    "wrote {} orders to `{table}`, {rate}; it now contains {}",
                    Grouped(written),
                    Grouped(count),
                ));
            } else if written.is_multiple_of(PROGRESS_EVERY) {
                (self.progress)(format_args!(
                    "{} of {} orders, {rate}",
                    Grouped(done),
                    Grouped(count)
                ));
            }
        })
        .await
    }

    /// Writes a range of orders and reports after each batch how many were written.
    async fn write(&self, range: Range<u64>, written: impl Fn(u64)) -> Result<(), BoxError> {
        let Range { start, end } = range;
        let mut next = start;
        // Completed in sequence: a batch starts only after the batch `IN_FLIGHT` positions before it was written.
        let mut in_flight = FuturesOrdered::new();
        loop {
            while in_flight.len() < IN_FLIGHT && next < end {
                let batch = next..end.min(next + BATCH);
                next = batch.end;
                in_flight.push_back(self.put(batch));
            }
            let Some(put) = in_flight.next().await else {
                return Ok(());
            };
            written(put? - start);
        }
    }

    /// Writes a batch of orders, retries unprocessed ones, and returns the end of the batch.
    async fn put(&self, batch: Range<u64>) -> Result<u64, BoxError> {
        let end = batch.end;
        let mut rest: Vec<WriteRequest> = batch.map(|index| self.request(index)).collect();
        let mut attempt = 0;
        loop {
            let sent = rest.len();
            let answer = self
                .dynamodb
                .batch_write_item()
                .request_items(self.table, rest.clone())
                .send()
                .await;
            match answer {
                Ok(answer) => {
                    let mut unprocessed = answer.unprocessed_items.unwrap_or_default();
                    rest = unprocessed.remove(self.table).unwrap_or_default();
                }
                Err(error) if error.code().is_some_and(is_throttling) => {}
                Err(error) => return Err(failed(format_args!("write orders to `{}`", self.table), error)),
            }
            if rest.is_empty() {
                return Ok(end);
            }
            attempt = if rest.len() < sent { 0 } else { attempt + 1 };
            if attempt == ATTEMPTS {
                return Err(format!(
                    "table `{}` is throttled: {ATTEMPTS} attempts to write wrote nothing, the last {MAX_BACKOFF:?} apart; \
                     hint: increase its write capacity or wait, then run the command again to resume",
                    self.table
                )
                .into());
            }
            sleep(backoff(attempt)).await;
        }
    }

    fn request(&self, index: u64) -> WriteRequest {
        let put =
            PutRequest::builder().set_item(Some(item(orders::OrderItem::new(&self.history.order(index)))));
        let put = put.build().expect("the item is given");
        WriteRequest::builder().put_request(put).build()
    }

    /// How many of the first `count` orders exist without a gap.
    async fn complete_prefix(&self, count: u64) -> Result<u64, BoxError> {
        // Assumes no gaps: the first `present` orders exist and the next one does not.
        let (mut present, mut absent) = (0, count);
        while present < absent {
            let middle = u64::midpoint(present, absent);
            if self.exists(middle).await? {
                present = middle + 1;
            } else {
                absent = middle;
            }
        }
        // The search may have ended after a gap.
        let mut next = present.saturating_sub(MAX_PARTIAL);
        let mut checks = FuturesOrdered::new();
        loop {
            while checks.len() < IN_FLIGHT && next < present {
                checks.push_back(async move { self.exists(next).await.map(|exists| (next, exists)) });
                next += 1;
            }
            match checks.next().await {
                Some(answer) => match answer? {
                    (_, true) => {}
                    (index, false) => return Ok(index),
                },
                None => return Ok(present),
            }
        }
    }

    async fn exists(&self, index: u64) -> Result<bool, BoxError> {
        let id = AttributeValue::S(History::id(index).into());
        let answer = self
            .dynamodb
            .get_item()
            .table_name(self.table)
            .set_key(Some(HashMap::from([(orders::ID.to_owned(), id)])))
            .projection_expression("#id")
            .expression_attribute_names("#id", orders::ID)
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| failed(format_args!("look for orders in `{}`", self.table), error))?;
        Ok(answer.item.is_some())
    }
}

/// Whether the table is throttled, even after the SDK's own retries.
fn is_throttling(code: &str) -> bool {
    matches!(
        code,
        "ProvisionedThroughputExceededException" | "RequestLimitExceeded" | "ThrottlingException"
    )
}

/// Exponential backoff with full jitter.
fn backoff(attempt: u32) -> Duration {
    let limit = FIRST_BACKOFF.saturating_mul(1 << attempt).min(MAX_BACKOFF);
    limit.mul_f64(fastrand::f64())
}

/// `1,234/s`
struct Rate(u64, Duration);

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number, time) = self;
        let milliseconds = time.as_millis().max(1);
        let rate = u128::from(*number) * 1_000 / milliseconds;
        write!(f, "{}/s", Grouped(u64::try_from(rate).unwrap_or(u64::MAX)))
    }
}

/// `1,234,567`
struct Grouped(u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            number @ ..1_000 => write!(f, "{number}"),
            number => write!(f, "{},{:03}", Self(number / 1_000), number % 1_000),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeSet,
        sync::{
            Arc, Mutex,
            atomic::{AtomicU32, Ordering},
        },
    };

    use aws_sdk_dynamodb::config::Config;
    use serde_json::{Value, json};
    use shop_testing::{Answer, Dynamo, Ruling, bridged};

    use super::*;
    use crate::seed::catalogue;

    const TABLE: &str = "orders";
    const PUT: &str = "DynamoDB_20120810.BatchWriteItem";

    async fn table() -> Dynamo {
        let dynamo = Dynamo::start().await;
        dynamo.create_table(TABLE, orders::SCHEMA).await;
        dynamo
    }

    /// Seeds through a bridge with this rule; returns the progress messages and the result.
    async fn seed(
        dynamo: &Dynamo,
        count: u64,
        rule: impl Fn(&str, &Value) -> Ruling + Send + Sync + 'static,
    ) -> (Vec<String>, Result<(), String>) {
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        let messages = Mutex::new(Vec::new());
        let config = bridged(&dynamo.sdk_config(), rule);
        let orders = Orders {
            dynamodb: &Client::from_conf(Config::new(&config)),
            table: TABLE,
            history: &History::new(catalogue::products(now).unwrap(), now),
            progress: &|text| messages.lock().unwrap().push(text.to_string()),
        };
        let result = orders.fill(count).await.map_err(|error| error.to_string());
        (messages.into_inner().unwrap(), result)
    }

    async fn ids(dynamo: &Dynamo) -> BTreeSet<String> {
        let items = dynamo.items(TABLE).await.into_iter();
        items
            .map(|item| item[orders::ID].as_s().unwrap().clone())
            .collect()
    }

    fn first_ids(count: u64) -> BTreeSet<String> {
        (0..count).map(|index| History::id(index).into()).collect()
    }

    #[tokio::test]
    async fn a_second_run_writes_nothing() {
        let dynamo = table().await;
        let (messages, result) = seed(&dynamo, 1_010, |_, _| Ruling::Pass).await;
        assert_eq!(result, Ok(()));
        assert!(
            messages[0].starts_with("wrote 1,010 orders to `orders`, ")
                && messages[0].ends_with("; it now contains 1,010"),
            "{messages:?}"
        );
        assert_eq!(ids(&dynamo).await, first_ids(1_010));

        let (messages, result) = seed(&dynamo, 1_010, |operation, _| {
            assert_ne!(operation, PUT);
            Ruling::Pass
        })
        .await;
        assert_eq!((messages.len(), result), (1, Ok(())));
        assert_eq!(messages[0], "`orders` already contains 1,010 orders");
    }

    #[tokio::test]
    async fn an_interrupted_run_is_resumed_before_its_first_gap() {
        let dynamo = table().await;
        // The batch with order 550 is rejected; the batches around it are not.
        let missing = String::from(History::id(550));
        let (_, result) = seed(&dynamo, 1_000, move |operation, input| {
            if operation == PUT && input.to_string().contains(&missing) {
                Ruling::Answer(Answer::refusal("AccessDeniedException"))
            } else {
                Ruling::Pass
            }
        })
        .await;
        assert!(
            result
                .unwrap_err()
                .starts_with("could not write orders to `orders`")
        );
        let written = ids(&dynamo).await;
        assert!(written.is_superset(&first_ids(550)) && written.len() < 1_000);

        let (messages, result) = seed(&dynamo, 1_000, |_, _| Ruling::Pass).await;
        assert_eq!(result, Ok(()));
        assert_eq!(messages[0], "resuming at order 550");
        assert_eq!(ids(&dynamo).await, first_ids(1_000));
    }

    #[tokio::test(start_paused = true)]
    async fn unprocessed_and_throttled_orders_are_written_again() {
        let dynamo = table().await;
        let requests = Arc::new(AtomicU32::new(0));
        let (_, result) = seed(&dynamo, 300, move |operation, input| {
            if operation != PUT {
                return Ruling::Pass;
            }
            match requests.fetch_add(1, Ordering::Relaxed) % 4 {
                // All orders are unprocessed.
                0 => Ruling::Answer(Answer {
                    status: 200,
                    body: json!({ "UnprocessedItems": input["RequestItems"] }),
                }),
                1 => Ruling::Answer(Answer::refusal("ProvisionedThroughputExceededException")),
                _ => Ruling::Pass,
            }
        })
        .await;
        assert_eq!(result, Ok(()));
        assert_eq!(ids(&dynamo).await, first_ids(300));
    }

    #[tokio::test(start_paused = true)]
    async fn a_table_that_stays_throttled_is_an_error() {
        let dynamo = table().await;
        let (_, result) = seed(&dynamo, 300, |operation, _| match operation {
            PUT => Ruling::Answer(Answer::refusal("ThrottlingException")),
            _ => Ruling::Pass,
        })
        .await;
        let error = result.unwrap_err();
        assert!(
            error.starts_with("table `orders` is throttled: 10 attempts to write wrote nothing"),
            "{error}"
        );
    }

    #[test]
    fn large_numbers_are_grouped() {
        let shown = [0, 999, 1_000, 1_000_000, 12_034_005].map(|number| Grouped(number).to_string());
        assert_eq!(shown, ["0", "999", "1,000", "1,000,000", "12,034,005"]);
        assert_eq!(Rate(5_000, Duration::from_millis(2_500)).to_string(), "2,000/s");
    }
}
