//! The table of the products' history, and the transaction that adjusts a stock.

use aws_sdk_dynamodb::{
    Client,
    operation::transact_write_items::TransactWriteItemsError,
    types::{CancellationReason, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update},
};
use shop_contract::{
    PageLimit, ProductHistoryEntry, ProductId, WarmUpKey,
    table::{
        product_history::{self, HistoryItem, ReceiptItem},
        products,
    },
};
use shop_runtime::{
    SdkConfig, StoreError,
    dynamo::{self, Item, text},
};

use crate::adjustment::{AdjustStock, Adjusted, Change};

/// The table of the products' history.
#[derive(Debug, Clone)]
pub struct HistoryTable {
    client: Client,
    name: String,
}

/// A page of a product's history.
#[derive(Debug)]
pub struct HistoryPage {
    /// The changes, newest first.
    pub entries: Vec<ProductHistoryEntry>,
    /// How many changes could not be read.
    pub unreadable: u32,
    /// The position before which the next page starts; none on the last page.
    pub next: Option<String>,
}

impl HistoryTable {
    /// The table with this name.
    pub fn new(aws: &SdkConfig, name: String) -> Self {
        Self {
            client: Client::new(aws),
            name,
        }
    }

    /// The changes of a product before a position, or the newest ones.
    pub async fn page(
        &self,
        id: &ProductId,
        limit: PageLimit,
        before: Option<String>,
    ) -> Result<HistoryPage, StoreError> {
        self.query(id.as_str(), limit, before).await
    }

    /// Reads the history of a product that does not exist.
    pub async fn warm_up(&self, key: WarmUpKey) -> Result<(), StoreError> {
        self.query(key.as_str(), PageLimit::MIN, None).await.map(drop)
    }

    async fn query(
        &self,
        id: &str,
        limit: PageLimit,
        before: Option<String>,
    ) -> Result<HistoryPage, StoreError> {
        let mut before = before.unwrap_or_else(|| product_history::END.to_owned());
        let mut items = Vec::new();
        loop {
            // One more than fits, to learn whether there is a next page.
            let room =
                i32::try_from(limit.items() + 1 - items.len()).expect("a page has at most a hundred items");
            let answer = self
                .client
                .query()
                .table_name(&self.name)
                .key_condition_expression("#productId = :id AND #position < :before")
                .expression_attribute_names("#productId", product_history::PRODUCT_ID)
                .expression_attribute_names("#position", product_history::POSITION)
                .expression_attribute_values(":id", text(id))
                .expression_attribute_values(":before", text(&*before))
                .scan_index_forward(false)
                .consistent_read(true)
                .limit(room)
                .send()
                .await?;
            items.extend(answer.items.into_iter().flatten());
            // A query ends at the limit or at 1 MB, and returns where it ended.
            let ended = answer.last_evaluated_key.as_ref().map(position);
            match ended {
                Some(ended) if items.len() <= limit.items() => before = ended,
                _ => break,
            }
        }
        let more = items.len() > limit.items();
        items.truncate(limit.items());
        let next = items.last().filter(|_| more).map(position);
        let found = dynamo::read_each(items, |item| {
            Ok(dynamo::read::<HistoryItem>(item, product_history::POSITION)?.into())
        });
        Ok(HistoryPage {
            entries: found.read,
            unreadable: found.unreadable,
            next,
        })
    }
}

/// The products and their history.
#[derive(Debug, Clone)]
pub struct StockTables {
    client: Client,
    products: String,
    history: String,
}

impl StockTables {
    /// The tables with these names.
    pub fn new(aws: &SdkConfig, products: String, history: String) -> Self {
        Self {
            client: Client::new(aws),
            products,
            history,
        }
    }

    fn update(&self, change: &Change) -> TransactWriteItem {
        let pieces = i64::from(change.adjustment.change.pieces());
        let update = Update::builder()
            .table_name(&self.products)
            .key(products::ID, text(change.product_id.as_str()))
            .update_expression("ADD #stock :change SET #updatedAt = :at, #stockShard = :shard")
            .condition_expression("#stock BETWEEN :least AND :most")
            .expression_attribute_names("#stock", products::STOCK)
            .expression_attribute_names("#updatedAt", products::UPDATED_AT)
            .expression_attribute_names("#stockShard", products::STOCK_SHARD)
            .expression_attribute_values(":change", dynamo::value(&pieces))
            .expression_attribute_values(":least", dynamo::value(&(-pieces).max(0)))
            .expression_attribute_values(":most", dynamo::value(&(i64::from(u32::MAX) - pieces.max(0))))
            .expression_attribute_values(":at", text(change.entry.at.as_str()))
            .expression_attribute_values(":shard", text(products::stock_shard(&change.product_id)))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .expect("table, key and expression are given");
        TransactWriteItem::builder().update(update).build()
    }

    fn put(&self, item: Item) -> TransactWriteItem {
        let put = Put::builder()
            .table_name(&self.history)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(#position)")
            .expression_attribute_names("#position", product_history::POSITION)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .expect("table and item are given");
        TransactWriteItem::builder().put(put).build()
    }
}

impl AdjustStock for StockTables {
    async fn adjust(&self, change: &Change) -> Result<Adjusted, StoreError> {
        let Change {
            product_id,
            key,
            adjustment,
            entry,
        } = change;
        let receipt = ReceiptItem::new(product_id.clone(), key, adjustment.clone());
        let entry = HistoryItem::new(product_id.clone(), key, entry.clone());
        let written = self
            .client
            .transact_write_items()
            .transact_items(self.put(dynamo::item(&receipt)))
            .transact_items(self.update(change))
            .transact_items(self.put(dynamo::item(&entry)))
            .send()
            .await;
        let Err(refused) = written else {
            return Ok(Adjusted::Now);
        };
        match refused.as_service_error() {
            Some(TransactWriteItemsError::TransactionCanceledException(canceled)) => {
                interpret(canceled.cancellation_reasons())?.ok_or_else(|| refused.into())
            }
            Some(TransactWriteItemsError::TransactionInProgressException(_)) => Ok(Adjusted::Contended),
            _ => Err(refused.into()),
        }
    }
}

/// Interprets a cancelled transaction, which has a reason for the receipt, the product and the history. None if it was cancelled
/// for a reason that a retry does not fix.
fn interpret(reasons: &[CancellationReason]) -> Result<Option<Adjusted>, StoreError> {
    let [receipt, product, _] = reasons else {
        return Ok(None);
    };
    // Before the product: it may have been sold out after the first request.
    if is_unmet(receipt) {
        let item = receipt.item().cloned().unwrap_or_default();
        let receipt: ReceiptItem = dynamo::read(item, product_history::POSITION)?;
        return Ok(Some(Adjusted::Before(receipt.adjustment)));
    }
    if reasons
        .iter()
        .any(|reason| reason.code().is_some_and(|code| CONTENDED.contains(&code)))
    {
        return Ok(Some(Adjusted::Contended));
    }
    if !is_unmet(product) {
        return Ok(None);
    }
    Ok(Some(match product.item() {
        None => Adjusted::UnknownProduct,
        Some(item) => Adjusted::OutOfRange {
            stock: dynamo::read::<products::ProductItem>(item.clone(), products::ID)?.stock,
        },
    }))
}

fn is_unmet(reason: &CancellationReason) -> bool {
    reason.code() == Some("ConditionalCheckFailed")
}

fn position(item: &Item) -> String {
    dynamo::name_of(item, product_history::POSITION)
}

/// The reasons of a temporary conflict.
const CONTENDED: [&str; 3] = [
    "TransactionConflict",
    "ThrottlingError",
    "ProvisionedThroughputExceeded",
];
