//! Rejects orders that are still pending after their execution has ended.
//!
//! The workflow `new_order` decides every order that it wrote, unless the execution is stopped or lost. A sweep finds such orders in
//! the index of pending orders, looks up their executions, and rejects those whose execution has ended or does not
//! exist.
//!
//! - The rejection is conditional on the order still being pending. A confirmation takes the stock in the same transaction
//!   that makes the order confirmed, so a pending order holds no stock, and none has to be given back.
//! - A sweep may run twice, concurrently with another sweep or a task, or be stopped: each order is one write.
//! - A sweep checks a limited number of orders, selected at random from the oldest. So long-running executions cannot prevent
//!   sweeps from reaching the other orders.
//!
//! Accepted orders whose execution ended before it wrote the order are not part of this: nothing is pending, and the status of the
//! order is read from the execution, as failed.

use std::future::Future;

use futures_util::{StreamExt, future::try_join_all, stream};
use shop_contract::{OrderId, Rejection, SweptOrders, Timestamp, table::orders::SHARDS};
use shop_runtime::StoreError;

use crate::{
    inventory::{RejectOrder, Rejected},
    submission::{FindExecution, Progress},
};

/// Lists pending orders.
pub trait ListPending {
    /// The orders of a shard that are pending and were created before a moment, oldest first, at most `limit`.
    fn pending(
        &self,
        shard: &'static str,
        created_before: &Timestamp,
        limit: usize,
    ) -> impl Future<Output = Result<Pending, StoreError>>;
}

/// Pending orders of one shard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pending {
    /// Their IDs.
    pub ids: Vec<OrderId>,
    /// How many index entries could not be read.
    pub unreadable: u32,
}

/// A sweep that could not check every order.
#[derive(Debug, thiserror::Error)]
#[error("{} of the orders could not be checked", .swept.failed)]
pub struct IncompleteSweep {
    /// What it did.
    pub swept: SweptOrders,
    /// The first error.
    #[source]
    pub source: StoreError,
}

/// How many orders a sweep checks. Step Functions allows about fifteen `DescribeExecution` calls per second, and customers who
/// wait for their order need some of them.
pub const BATCH: usize = 200;

/// How many orders a sweep checks concurrently.
const CONCURRENT: usize = 4;

/// How many orders of each shard a sweep selects from.
const LISTED_PER_SHARD: usize = 1000;

/// Rejects the orders that were created before a moment, are still pending, and whose execution is not running.
///
/// # Errors
/// When the index could not be read, or at least one order could not be checked. The others were checked.
pub async fn sweep(
    orders: &(impl ListPending + RejectOrder),
    workflow: &impl FindExecution,
    created_before: &Timestamp,
    now: &Timestamp,
) -> Result<SweptOrders, IncompleteSweep> {
    // On the heap, because sixteen concurrent queries are large for the stack.
    let listed = SHARDS.map(|shard| Box::pin(orders.pending(shard, created_before, LISTED_PER_SHARD)));
    let listed = try_join_all(listed).await.map_err(|source| IncompleteSweep {
        swept: SweptOrders::default(),
        source,
    })?;
    let mut swept = SweptOrders {
        unreadable: listed.iter().map(|shard| shard.unreadable).sum(),
        ..SweptOrders::default()
    };
    let mut ids: Vec<_> = listed.into_iter().flat_map(|shard| shard.ids).collect();
    fastrand::shuffle(&mut ids);
    swept.left = ids.len().saturating_sub(BATCH);
    ids.truncate(BATCH);

    let mut failure = None;
    let mut outcomes = stream::iter(ids)
        .map(async |id| check(orders, workflow, &id, now).await)
        .buffer_unordered(CONCURRENT);
    while let Some(outcome) = outcomes.next().await {
        match outcome {
            Ok(Outcome::Rejected) => swept.rejected += 1,
            Ok(Outcome::Running) => swept.running += 1,
            Ok(Outcome::Decided) => swept.decided += 1,
            Err(error) => {
                swept.failed += 1;
                failure.get_or_insert(error);
            }
        }
    }
    match failure {
        None => Ok(swept),
        Some(source) => Err(IncompleteSweep { swept, source }),
    }
}

enum Outcome {
    Rejected,
    Running,
    Decided,
}

async fn check(
    orders: &impl RejectOrder,
    workflow: &impl FindExecution,
    id: &OrderId,
    now: &Timestamp,
) -> Result<Outcome, StoreError> {
    let execution = workflow.find(id).await?;
    if execution.is_some_and(|execution| execution.progress == Progress::Running) {
        return Ok(Outcome::Running);
    }
    Ok(match orders.reject(id, &Rejection::NotProcessed, now).await? {
        Rejected::Now => Outcome::Rejected,
        Rejected::DecidedBefore => Outcome::Decided,
    })
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, collections::BTreeSet};

    use super::*;
    use crate::submission::Execution;

    /// Pending orders, of which some have a running execution and the others have none.
    struct Shop {
        pending: RefCell<BTreeSet<OrderId>>,
        running: BTreeSet<OrderId>,
    }

    impl Shop {
        fn with(ended: usize, running: usize) -> Self {
            let id = |number| format!("01936e2a-7c00-7abc-8def-{number:012x}").parse().unwrap();
            Self {
                pending: RefCell::new((0..running + ended).map(id).collect()),
                running: (0..running).map(id).collect(),
            }
        }

        async fn sweep(&self) -> SweptOrders {
            let now = Timestamp::parse("2026-11-22T10:00:00Z").unwrap();
            sweep(self, self, &now, &now).await.unwrap()
        }
    }

    impl ListPending for Shop {
        async fn pending(
            &self,
            shard: &'static str,
            _: &Timestamp,
            limit: usize,
        ) -> Result<Pending, StoreError> {
            let pending = self.pending.borrow();
            let of_shard = pending.iter().filter(|id| id.shard() == shard);
            Ok(Pending {
                ids: of_shard.take(limit).cloned().collect(),
                unreadable: 0,
            })
        }
    }

    impl FindExecution for Shop {
        async fn find(&self, id: &OrderId) -> Result<Option<Execution>, StoreError> {
            Ok(self.running.contains(id).then(|| Execution {
                input: String::new(),
                progress: Progress::Running,
            }))
        }
    }

    impl RejectOrder for Shop {
        async fn reject(&self, id: &OrderId, _: &Rejection, _: &Timestamp) -> Result<Rejected, StoreError> {
            assert!(self.pending.borrow_mut().remove(id), "{id} is rejected twice");
            Ok(Rejected::Now)
        }
    }

    #[tokio::test]
    async fn a_sweep_stops_at_its_limit() {
        let shop = Shop::with(2 * BATCH + 1, 0);
        for (rejected, left) in [(BATCH, BATCH + 1), (BATCH, 1), (1, 0), (0, 0)] {
            let swept = shop.sweep().await;
            assert_eq!((swept.rejected, swept.left), (rejected, left), "{swept:?}");
        }
    }

    #[tokio::test]
    async fn running_executions_do_not_prevent_sweeps_from_reaching_the_other_orders() {
        let shop = Shop::with(3, 10 * BATCH);
        let mut runs = 0;
        while shop.pending.borrow().len() > shop.running.len() {
            // Each run checks a tenth of them. The probability that an order is never selected is below 10^-45.
            runs += 1;
            assert!(runs < 1000, "an order is never checked");
            shop.sweep().await;
        }
        assert!(shop.pending.borrow().iter().eq(&shop.running));
    }
}
