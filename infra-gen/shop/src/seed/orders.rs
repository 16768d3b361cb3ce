//! Writes the first N orders of the [`History`], from where an earlier run stopped.
//!
//! Nothing is kept of how far a run came: the table tells. Orders are written in their sequence, a few batches at a
//! time, so what is there is a beginning without gaps and, behind it, no more than those few batches in pieces. Where
//! the beginning ends is found by halving. Writing an order again does nothing to it.
//!
//! Absent: stock. These orders are past, and what is on the shelf was counted after them.

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

/// What `BatchWriteItem` takes.
const BATCH: u64 = 25;
const IN_FLIGHT: usize = 12;
/// The orders behind the beginning that may be there or not.
const IN_PIECES: u64 = BATCH * IN_FLIGHT as u64;
const NEWS_EVERY: u64 = 400 * BATCH;

/// How often nothing of a batch may be taken before that is an error.
const ATTEMPTS: u32 = 10;
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// The orders table to be.
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
        let there = self.beginning(count).await?;
        if there == count {
            (self.progress)(format_args!("{} orders are in `{table}` already", Grouped(count)));
            return Ok(());
        }
        if there > 0 {
            (self.progress)(format_args!("resuming at order {}", Grouped(there)));
        }
        let started = Instant::now();
        self.write(there..count, |written| {
            let (done, rate) = (there + written, Rate(written, started.elapsed()));
            if done == count {
                (self.progress)(format_args!(
                    "{} orders are in `{table}`; wrote {} of them, {rate}",
                    Grouped(count),
                    Grouped(written),
                ));
            } else if written.is_multiple_of(NEWS_EVERY) {
                (self.progress)(format_args!(
                    "{} of {} orders, {rate}",
                    Grouped(done),
                    Grouped(count)
                ));
            }
        })
        .await
    }

    /// Writes a range of orders, and tells after each batch how many of them are written.
    async fn write(&self, range: Range<u64>, written: impl Fn(u64)) -> Result<(), BoxError> {
        let Range { start, end } = range;
        let mut next = start;
        // Taken in their sequence: a batch starts only when the one `IN_FLIGHT` before it is in the table.
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

    /// Writes a batch of orders, and whatever of it was not taken again, and says where it ends.
    async fn put(&self, batch: Range<u64>) -> Result<u64, BoxError> {
        let end = batch.end;
        let mut rest: Vec<WriteRequest> = batch.map(|index| self.request(index)).collect();
        let mut attempt = 0;
        loop {
            let asked = rest.len();
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
            attempt = if rest.len() < asked { 0 } else { attempt + 1 };
            if attempt == ATTEMPTS {
                return Err(format!(
                    "table `{}` took no more orders after {ATTEMPTS} attempts, the last {LONGEST_PAUSE:?} apart; \
                     raise its write capacity or wait, then run this again: it goes on from here",
                    self.table
                )
                .into());
            }
            sleep(pause(attempt)).await;
        }
    }

    fn request(&self, index: u64) -> WriteRequest {
        let put = PutRequest::builder().set_item(Some(item(orders::to_item(&self.history.order(index)))));
        let put = put.build().expect("the item is given");
        WriteRequest::builder().put_request(put).build()
    }

    /// How many orders of the first `count` are there without a gap.
    async fn beginning(&self, count: u64) -> Result<u64, BoxError> {
        // `present` are there and the next is not, if what is there were one piece.
        let (mut present, mut absent) = (0, count);
        while present < absent {
            let middle = u64::midpoint(present, absent);
            if self.has(middle).await? {
                present = middle + 1;
            } else {
                absent = middle;
            }
        }
        // It may have been found among the pieces, with a gap before it.
        let mut next = present.saturating_sub(IN_PIECES);
        let mut asked = FuturesOrdered::new();
        loop {
            while asked.len() < IN_FLIGHT && next < present {
                asked.push_back(async move { self.has(next).await.map(|has| (next, has)) });
                next += 1;
            }
            match asked.next().await {
                Some(answer) => match answer? {
                    (_, true) => {}
                    (index, false) => return Ok(index),
                },
                None => return Ok(present),
            }
        }
    }

    async fn has(&self, index: u64) -> Result<bool, BoxError> {
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

/// Whether an error says that the table is asked too much of, beyond what the SDK has already waited for.
fn is_throttling(code: &str) -> bool {
    matches!(
        code,
        "ProvisionedThroughputExceededException" | "RequestLimitExceeded" | "ThrottlingException"
    )
}

/// A random time that is longer on average after each attempt.
fn pause(attempt: u32) -> Duration {
    let longest = FIRST_PAUSE.saturating_mul(1 << attempt).min(LONGEST_PAUSE);
    longest.mul_f64(fastrand::f64())
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

    /// Seeds over a bridge with this rule: what was said, and how it ended.
    async fn seed(
        dynamo: &Dynamo,
        count: u64,
        rule: impl Fn(&str, &Value) -> Ruling + Send + Sync + 'static,
    ) -> (Vec<String>, Result<(), String>) {
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        let said = Mutex::new(Vec::new());
        let config = bridged(&dynamo.sdk_config(), rule);
        let orders = Orders {
            dynamodb: &Client::from_conf(Config::new(&config)),
            table: TABLE,
            history: &History::new(catalogue::products(now).unwrap(), now),
            progress: &|text| said.lock().unwrap().push(text.to_string()),
        };
        let ended = orders.fill(count).await.map_err(|error| error.to_string());
        (said.into_inner().unwrap(), ended)
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
        let (said, ended) = seed(&dynamo, 1_010, |_, _| Ruling::Pass).await;
        assert_eq!(ended, Ok(()));
        assert!(
            said[0].starts_with("1,010 orders are in `orders`; wrote 1,010 of them, "),
            "{said:?}"
        );
        assert_eq!(ids(&dynamo).await, first_ids(1_010));

        let (said, ended) = seed(&dynamo, 1_010, |operation, _| {
            assert_ne!(operation, PUT);
            Ruling::Pass
        })
        .await;
        assert_eq!((said.len(), ended), (1, Ok(())));
        assert_eq!(said[0], "1,010 orders are in `orders` already");
    }

    #[tokio::test]
    async fn a_run_that_was_cut_is_resumed_before_its_first_gap() {
        let dynamo = table().await;
        // The batch that holds order 550 is refused; those beside it pass.
        let missing = String::from(History::id(550));
        let (_, ended) = seed(&dynamo, 1_000, move |operation, input| {
            if operation == PUT && input.to_string().contains(&missing) {
                Ruling::Answer(Answer::refusal("AccessDeniedException"))
            } else {
                Ruling::Pass
            }
        })
        .await;
        assert!(
            ended
                .unwrap_err()
                .starts_with("could not write orders to `orders`")
        );
        let written = ids(&dynamo).await;
        assert!(written.is_superset(&first_ids(550)) && written.len() < 1_000);

        let (said, ended) = seed(&dynamo, 1_000, |_, _| Ruling::Pass).await;
        assert_eq!(ended, Ok(()));
        assert_eq!(said[0], "resuming at order 550");
        assert_eq!(ids(&dynamo).await, first_ids(1_000));
    }

    #[tokio::test(start_paused = true)]
    async fn what_the_table_does_not_take_is_written_again() {
        let dynamo = table().await;
        let asked = Arc::new(AtomicU32::new(0));
        let (_, ended) = seed(&dynamo, 300, move |operation, input| {
            if operation != PUT {
                return Ruling::Pass;
            }
            match asked.fetch_add(1, Ordering::Relaxed) % 4 {
                // Nothing of it.
                0 => Ruling::Answer(Answer {
                    status: 200,
                    body: json!({ "UnprocessedItems": input["RequestItems"] }),
                }),
                1 => Ruling::Answer(Answer::refusal("ProvisionedThroughputExceededException")),
                _ => Ruling::Pass,
            }
        })
        .await;
        assert_eq!(ended, Ok(()));
        assert_eq!(ids(&dynamo).await, first_ids(300));
    }

    #[tokio::test(start_paused = true)]
    async fn a_table_that_takes_nothing_is_given_up() {
        let dynamo = table().await;
        let (_, ended) = seed(&dynamo, 300, |operation, _| match operation {
            PUT => Ruling::Answer(Answer::refusal("ThrottlingException")),
            _ => Ruling::Pass,
        })
        .await;
        let told = ended.unwrap_err();
        assert!(
            told.starts_with("table `orders` took no more orders after 10 attempts"),
            "{told}"
        );
    }

    #[test]
    fn large_numbers_are_grouped() {
        let shown = [0, 999, 1_000, 1_000_000, 12_034_005].map(|number| Grouped(number).to_string());
        assert_eq!(shown, ["0", "999", "1,000", "1,000,000", "12,034,005"]);
        assert_eq!(Rate(5_000, Duration::from_millis(2_500)).to_string(), "2,000/s");
    }
}
