//! All orders, newest first, however many there are, in the memory of a few thousand.
//!
//! The index lists the orders of each of its sixteen shards in the order of time. All sixteen are read at once, each a
//! page ahead of where it is needed; what they list is merged, and the orders themselves are read a batch at a time,
//! several batches at once, and handed out in the order in which they were listed.
//!
//! What is handed out is every order of a period that came in until a moment and that the index knows. An index follows its table
//! within a second or so: an order that came in as the report was asked for may not be in it yet. Orders are met in
//! whatever state they are when they are read. An order that cannot be read is counted and left out.

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

/// How many keys a page of a shard has. A key is 150 bytes or so.
const PAGE: i32 = 1_000;
/// How many orders a batch has: as many as DynamoDB reads at once.
const BATCH: usize = 100;
/// How many batches are read at the same time.
const BATCHES: usize = 8;

/// The orders table, as far as a report reads it in the order of time.
#[derive(Debug, Clone)]
pub struct OrdersByTime {
    client: Client,
    table: String,
}

impl OrdersByTime {
    /// The table of this name.
    pub fn new(aws: &SdkConfig, table: String) -> Self {
        Self {
            client: Client::new(&with_task_timeouts(aws)),
            table,
        }
    }

    /// Begins to read the orders of a report: those of its period that came in until it was asked for, that moment's own
    /// second included.
    pub async fn of_report(&self, report: &ReportTask) -> Result<NewestFirst, StoreError> {
        let (client, table) = (self.client.clone(), self.table.clone());
        NewestFirst::begin(client, table, Span::of(report)).await
    }
}

/// The positions between which the orders of a report lie, both included.
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
        // A position is a moment, `#` and an ID. A moment alone comes before every position in its second, and `~` after
        // every ID.
        let oldest = begins.map_or("0".to_owned(), Timestamp::to_string);
        let newest = match ends.filter(|ends| **ends <= report.as_of) {
            Some(ends) => ends.to_string(),
            None => format!("{}#~", report.as_of),
        };
        // A period that begins after the report was asked for has no orders, and the table refuses a reversed range.
        Self {
            newest: newest.max(oldest.clone()),
            oldest,
        }
    }
}

/// The orders, as far as they have been read.
#[derive(Debug)]
pub struct NewestFirst {
    client: Client,
    table: String,
    shards: Vec<Shard>,
    /// The next listed order of each shard that has one.
    heads: BinaryHeap<Head>,
    batches: VecDeque<JoinHandle<Result<Readable<Order>, StoreError>>>,
    /// How many orders could not be read so far.
    unreadable: u64,
    /// The reading of the shards; ended with this value.
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

    /// The next orders, a hundred at most; none after the last. A batch may be empty, when all of its orders are gone.
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

    /// How many orders could not be read, among those that were handed out until now.
    pub fn unreadable(&self) -> u64 {
        let listed: u64 = self.shards.iter().map(|shard| shard.unreadable).sum();
        self.unreadable + listed
    }

    /// The next positions of all shards together.
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

    /// Puts the next position of a shard among the heads, if it has one.
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
    /// How many entries of the index could not be read so far.
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

/// The next listed order of a shard. The newest is the greatest.
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

/// Lists a shard page by page, until its end, an error, or nobody is there to take a page.
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

/// One page of a shard: the positions of its orders, and where the next page starts.
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

/// The orders at these positions, in their order. One that was deleted meanwhile is left out.
async fn read(client: &Client, table: &str, positions: Vec<String>) -> Result<Readable<Order>, StoreError> {
    let ids: Vec<&str> = positions
        .iter()
        .filter_map(|position| Some(position.split_once('#')?.1))
        .collect();
    let mut found = read_all(client, table, &ids, false).await?;
    if found.len() < ids.len() {
        // An index may know an order before every copy of the table does: those are asked for once more, of the first copy.
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

/// The items that there are of these IDs, by their IDs. An item that cannot be read is there, and no order.
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
