//! Reads all orders, newest first, with the memory of a few thousand orders.
//!
//! Each of the index's sixteen shards is sorted by time. All sixteen are queried in parallel, with one page prefetched per
//! shard, and merged. The orders themselves are read in batches, several batches at a time, and returned in the merged order.
//!
//! The result contains the orders of a period up to a cutoff, as far as the index knows them. The index is eventually
//! consistent, typically within a second, so an order that was placed just before the request may be missing. Orders are in
//! the state in which they were read. An order that cannot be read is counted and left out.

use std::{
    cmp::Ordering,
    collections::{BinaryHeap, HashMap, VecDeque},
};

use aws_sdk_dynamodb::Client;
use shop_contract::{
    Order, Timestamp,
    table::orders::{self, IndexEntry},
    workflow::generate_report::ReportTask,
};
use shop_runtime::{
    SdkConfig, StoreError,
    dynamo::{self, Item, Readable, text},
};
use tokio::{
    sync::mpsc::{self, Receiver, Sender},
    task::{JoinHandle, JoinSet},
};

use crate::timeouts::with_task_timeouts;

/// The number of keys per page of a shard. A key has about 150 bytes.
const PAGE: i32 = 1_000;
/// The number of orders per batch: the maximum of `BatchGetItem`.
const BATCH: usize = 100;
/// The number of batches that are read at the same time.
const BATCHES: usize = 8;

/// The orders table, for reading in chronological order.
#[derive(Debug, Clone)]
pub struct OrdersByTime {
    client: Client,
    table: String,
}

impl OrdersByTime {
    /// The table with this name.
    pub fn new(aws: &SdkConfig, table: String) -> Self {
        Self {
            client: Client::new(&with_task_timeouts(aws)),
            table,
        }
    }

    /// Starts to read the orders of a report: those of its period that were placed up to and including the second in which it was
    /// requested.
    pub async fn of_report(&self, report: &ReportTask) -> Result<NewestFirst, StoreError> {
        let (client, table) = (self.client.clone(), self.table.clone());
        NewestFirst::begin(client, table, Span::of(report)).await
    }
}

/// The first and the last position of the report's orders, both included.
#[derive(Debug, Clone)]
struct Span {
    oldest: String,
    newest: String,
}

impl Span {
    fn of(report: &ReportTask) -> Self {
        let period = report.period.as_ref();
        let begins = period.and_then(|period| period.begins.as_ref());
        let ends = period.and_then(|period| period.ends.as_ref());
        // A position is a time, `#` and an ID. A time alone sorts before all positions of its second, and `~` sorts after
        // all IDs.
        let oldest = begins.map_or("0".to_owned(), Timestamp::to_string);
        let newest = match ends.filter(|ends| **ends <= report.as_of) {
            Some(ends) => ends.to_string(),
            None => format!("{}#~", report.as_of),
        };
        // A period that starts after the request contains no orders, and DynamoDB rejects a reversed range.
        Self {
            newest: newest.max(oldest.clone()),
            oldest,
        }
    }
}

/// A read in progress.
#[derive(Debug)]
pub struct NewestFirst {
    client: Client,
    table: String,
    shards: Vec<Shard>,
    /// The next position of each shard that has one.
    heads: BinaryHeap<Head>,
    batches: VecDeque<JoinHandle<Result<Readable<Order>, StoreError>>>,
    /// The number of orders that could not be read so far.
    unreadable: u64,
    /// The task that queries the shards. Dropping it stops the queries.
    _readers: JoinSet<()>,
}

impl NewestFirst {
    async fn begin(client: Client, table: String, span: Span) -> Result<Self, StoreError> {
        let mut readers = JoinSet::new();
        let shards = orders::SHARDS.map(|shard| {
            let (pages, listed) = mpsc::channel(1);
            readers.spawn(list(client.clone(), table.clone(), shard, span.clone(), pages));
            Shard {
                listed,
                page: VecDeque::new(),
                unreadable: 0,
            }
        });
        let mut all = Self {
            client,
            table,
            shards: shards.into(),
            heads: BinaryHeap::new(),
            batches: VecDeque::new(),
            unreadable: 0,
            _readers: readers,
        };
        for shard in 0..all.shards.len() {
            all.advance(shard).await?;
        }
        Ok(all)
    }

    /// The next orders, at most a hundred, or none at the end. A batch may be empty if all of its orders were deleted.
    pub async fn next(&mut self) -> Result<Option<Vec<Order>>, StoreError> {
        while self.batches.len() < BATCHES {
            let positions = self.listed().await?;
            if positions.is_empty() {
                break;
            }
            let (client, table) = (self.client.clone(), self.table.clone());
            self.batches.push_back(tokio::spawn(
                async move { read(&client, &table, positions).await },
            ));
        }
        match self.batches.pop_front() {
            Some(batch) => {
                let batch = batch.await.expect("no batch panics or is cut off")?;
                self.unreadable += u64::from(batch.unreadable);
                Ok(Some(batch.read))
            }
            None => Ok(None),
        }
    }

    /// The number of orders so far that could not be read.
    pub fn unreadable(&self) -> u64 {
        let listed: u64 = self.shards.iter().map(|shard| shard.unreadable).sum();
        self.unreadable + listed
    }

    /// The next positions over all shards.
    async fn listed(&mut self) -> Result<Vec<String>, StoreError> {
        let mut positions = Vec::with_capacity(BATCH);
        while positions.len() < BATCH
            && let Some(head) = self.heads.pop()
        {
            self.advance(head.shard).await?;
            positions.push(head.position);
        }
        Ok(positions)
    }

    /// Adds the next position of a shard to the heads, if there is one.
    async fn advance(&mut self, shard: usize) -> Result<(), StoreError> {
        let next = self.shards[shard].next().await?;
        self.heads.extend(next.map(|position| Head { position, shard }));
        Ok(())
    }
}

impl Drop for NewestFirst {
    fn drop(&mut self) {
        for batch in &self.batches {
            batch.abort();
        }
    }
}

/// A shard of the index.
#[derive(Debug)]
struct Shard {
    listed: Receiver<Result<Readable<String>, StoreError>>,
    page: VecDeque<String>,
    /// The number of index entries that could not be read so far.
    unreadable: u64,
}

impl Shard {
    async fn next(&mut self) -> Result<Option<String>, StoreError> {
        while self.page.is_empty() {
            match self.listed.recv().await {
                Some(page) => {
                    let page = page?;
                    self.unreadable += u64::from(page.unreadable);
                    self.page = page.read.into();
                }
                None => return Ok(None),
            }
        }
        Ok(self.page.pop_front())
    }
}

/// The next position of a shard. The newest is the greatest.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    position: String,
    shard: usize,
}

impl Ord for Head {
    fn cmp(&self, other: &Self) -> Ordering {
        self.position.cmp(&other.position)
    }
}

impl PartialOrd for Head {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Queries a shard page by page until its end, an error, or until the receiver is dropped.
async fn list(
    client: Client,
    table: String,
    shard: &'static str,
    span: Span,
    pages: Sender<Result<Readable<String>, StoreError>>,
) {
    let mut start = None;
    loop {
        let page = page(&client, &table, shard, &span, start).await;
        let (page, next) = match page {
            Ok((positions, next)) => (Ok(positions), next),
            Err(error) => (Err(error), None),
        };
        if pages.send(page).await.is_err() || next.is_none() {
            return;
        }
        start = next;
    }
}

/// One page of a shard: the positions of its orders, and the start of the next page.
async fn page(
    client: &Client,
    table: &str,
    shard: &str,
    span: &Span,
    start: Option<Item>,
) -> Result<(Readable<String>, Option<Item>), StoreError> {
    let answer = client
        .query()
        .table_name(table)
        .index_name(orders::BY_TIME.name)
        .key_condition_expression("#shard = :shard AND #position BETWEEN :oldest AND :newest")
        .expression_attribute_names("#shard", orders::BY_TIME.partition_key)
        .expression_attribute_names("#position", orders::BY_TIME.sort_key)
        .expression_attribute_values(":shard", text(shard))
        .expression_attribute_values(":oldest", text(&*span.oldest))
        .expression_attribute_values(":newest", text(&*span.newest))
        .scan_index_forward(false)
        .set_exclusive_start_key(start)
        .limit(PAGE)
        .send()
        .await?;
    let positions = dynamo::read_each(answer.items.unwrap_or_default(), position);
    Ok((positions, answer.last_evaluated_key))
}

fn position(item: Item) -> Result<String, StoreError> {
    let entry: IndexEntry = dynamo::read(item, orders::ID)?;
    Ok(entry.position.into())
}

/// The orders at these positions, in the same order. Deleted orders are left out.
async fn read(client: &Client, table: &str, positions: Vec<String>) -> Result<Readable<Order>, StoreError> {
    let ids: Vec<&str> = positions
        .iter()
        .filter_map(|position| Some(position.split_once('#')?.1))
        .collect();
    let mut found = read_all(client, table, &ids, false).await?;
    if found.len() < ids.len() {
        // The index may be ahead of a replica of the table. Missing orders are read again with strong consistency.
        let missing: Vec<&str> = ids
            .iter()
            .copied()
            .filter(|id| !found.contains_key(*id))
            .collect();
        found.extend(read_all(client, table, &missing, true).await?);
    }
    let mut orders = Readable {
        read: Vec::with_capacity(found.len()),
        unreadable: 0,
    };
    for item in ids.iter().filter_map(|id| found.remove(*id)) {
        match item {
            Some(order) => orders.read.push(order),
            None => orders.unreadable += 1,
        }
    }
    Ok(orders)
}

/// The existing items with these IDs, by ID. An item that cannot be read is present without an order.
async fn read_all(
    client: &Client,
    table: &str,
    ids: &[&str],
    consistent: bool,
) -> Result<HashMap<String, Option<Order>>, StoreError> {
    let keys = ids
        .iter()
        .map(|id| Item::from([(orders::ID.to_owned(), text(*id))]))
        .collect();
    let items = dynamo::batch_get(client, table, keys, consistent).await?;
    let read = items.into_iter().map(|item| {
        let id = dynamo::name_of(&item, orders::ID);
        let order = dynamo::read(item, orders::ID);
        (id, order.inspect_err(dynamo::report_unreadable).ok())
    });
    Ok(read.collect())
}
