//! The scheduled function `sweep_orders`.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use futures_util::future::{join, join_all};
use serde_json::{Value, json};
use shop_contract::{OrderId, Rejection, SweptOrders, Timestamp, table::orders, workflow::TaskErrorName};
use shop_orders::{
    inventory::{RejectOrder, Rejected},
    orders_table::OrdersTable,
    sweep::{ListPending, Pending, sweep},
    workflow::NewOrderWorkflow,
};
use shop_runtime::StoreError;
use shop_testing::{Answer, Ruling, bridged};

use crate::{
    shop::{EXECUTION, ORDERS, Shop, WORKFLOW, basket},
    tasks::{decide, id},
};

const LONG_AGO: &str = "2020-01-01T00:00:00Z";
const NOT_YET: &str = "2999-01-01T00:00:00Z";

/// The event of an EventBridge schedule.
fn tick() -> Value {
    json!({
        "version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event",
        "source": "aws.events", "account": "000000000000", "time": "2026-11-22T10:00:00Z",
        "region": "eu-central-1", "resources": ["arn:aws:events:eu-central-1:000000000000:rule/sweep"], "detail": {},
    })
}

impl Shop {
    /// A pending order, whose execution does not exist.
    async fn pending(&self, number: u32, created_at: &str) -> String {
        let order = json!({ "orderId": id(number), "createdAt": created_at, "order": basket(&[("oat", 1)]) });
        self.new_order(&order).await.expect("the order is written");
        id(number)
    }

    /// A pending order and its running execution.
    async fn accepted(&self, created_at: &str) -> (String, String) {
        let accepted = self.order(None, &basket(&[("oat", 1)])).await.body;
        let id = accepted["orderId"].as_str().expect("an ID").to_owned();
        let arn = format!("{EXECUTION}:{id}");
        let order = json!({ "orderId": id, "createdAt": created_at, "order": basket(&[("oat", 1)]) });
        self.new_order(&order).await.expect("the order is written");
        (id, arn)
    }
}

fn rejected(count: usize) -> SweptOrders {
    SweptOrders {
        rejected: count,
        ..SweptOrders::default()
    }
}

#[tokio::test]
async fn a_pending_order_is_rejected_once_its_execution_has_ended() {
    let shop = Shop::selling(&[("oat", 9)]).await;
    let (id, arn) = shop.accepted(LONG_AGO).await;
    let swept = shop.sweep(&tick()).await.unwrap();
    assert_eq!((swept.running, swept.rejected), (1, 0));
    assert_eq!(shop.status_of(&id).await, "PENDING");

    for end in ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] {
        let (id, arn) = shop.accepted(LONG_AGO).await;
        shop.executions.end(&arn, end, None);
        assert_eq!(shop.sweep(&tick()).await.unwrap().rejected, 1, "{end}");
        let order = shop.get_order(&id).await.body;
        assert_eq!(order["status"], "REJECTED", "{end}");
        assert_eq!(order["rejection"], json!({ "reason": "NotProcessed" }), "{end}");
    }

    shop.executions.end(&arn, "ABORTED", None);
    assert_eq!(shop.sweep(&tick()).await.unwrap(), rejected(1));
    assert_eq!(shop.status_of(&id).await, "REJECTED");
    assert_eq!(shop.sweep(&tick()).await.unwrap(), rejected(0));
    assert_eq!(shop.stock("oat").await, 9);
}

#[tokio::test]
async fn a_pending_order_without_an_execution_is_rejected() {
    let shop = Shop::selling(&[("oat", 9)]).await;
    let id = shop.pending(1, LONG_AGO).await;
    assert_eq!(shop.sweep(&tick()).await.unwrap(), rejected(1));
    assert_eq!(shop.status_of(&id).await, "REJECTED");
    let listed = shop.get_orders(&[("status", "REJECTED")]).await;
    assert_eq!(listed.ids(), [id]);
}

#[tokio::test]
async fn a_recent_order_is_skipped_unless_the_input_includes_it() {
    let shop = Shop::selling(&[("oat", 9)]).await;
    let future = shop.pending(1, NOT_YET).await;
    let now = Timestamp::parse(&seconds_ago(60)).unwrap();
    let young = shop.pending(2, now.as_str()).await;
    assert_eq!(shop.sweep(&tick()).await.unwrap(), rejected(0));
    assert_eq!(shop.status_of(&young).await, "PENDING");

    let at_once = json!({ "pendingMinutes": 0 });
    assert_eq!(shop.sweep(&at_once).await.unwrap(), rejected(1));
    assert_eq!(shop.status_of(&young).await, "REJECTED");
    assert_eq!(shop.status_of(&future).await, "PENDING");
}

fn seconds_ago(seconds: i64) -> String {
    let moment = jiff::Timestamp::now() - jiff::SignedDuration::from_secs(seconds);
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[tokio::test]
async fn a_decided_order_never_changes() {
    let shop = Shop::selling(&[("oat", 1)]).await;
    shop.pending(1, LONG_AGO).await;
    shop.pending(2, LONG_AGO).await;
    shop.update_inventory(&decide(1)).await.unwrap();
    shop.update_inventory(&decide(2)).await.unwrap_err();
    let before = [
        shop.get_order(&id(1)).await.body,
        shop.get_order(&id(2)).await.body,
    ];
    assert_eq!(shop.sweep(&tick()).await.unwrap(), rejected(0));

    // The index lags behind the table, and still lists them as pending.
    let stale = Stale {
        ids: vec![
            id(1).parse().unwrap(),
            id(2).parse().unwrap(),
            id(3).parse().unwrap(),
        ],
        orders: OrdersTable::new(&shop.aws(), ORDERS.to_owned()),
    };
    let workflow = NewOrderWorkflow::new(&shop.aws(), WORKFLOW.to_owned());
    let now = Timestamp::parse("2026-11-22T12:00:00Z").unwrap();
    let swept = sweep(&stale, &workflow, &now, &now).await.unwrap();
    assert_eq!((swept.decided, swept.rejected), (3, 0));
    let after = [
        shop.get_order(&id(1)).await.body,
        shop.get_order(&id(2)).await.body,
    ];
    assert_eq!(after, before);
    assert_eq!(shop.get_order(&id(3)).await.status, 404, "nothing is written");
}

/// An index that always lists the same orders as pending.
struct Stale {
    ids: Vec<OrderId>,
    orders: OrdersTable,
}

impl ListPending for Stale {
    async fn pending(&self, shard: &'static str, _: &Timestamp, _: usize) -> Result<Pending, StoreError> {
        let of_shard = self.ids.iter().filter(|id| id.shard() == shard);
        Ok(Pending {
            ids: of_shard.cloned().collect(),
            unreadable: 0,
        })
    }
}

impl RejectOrder for Stale {
    async fn reject(
        &self,
        id: &OrderId,
        rejection: &Rejection,
        at: &Timestamp,
    ) -> Result<Rejected, StoreError> {
        self.orders.reject(id, rejection, at).await
    }
}

/// A task of a stopped execution may still run: either it confirms the order and takes the stock, or the order is rejected and
/// no stock is taken.
#[tokio::test]
async fn a_sweep_during_late_confirmations_keeps_stock_and_orders_consistent() {
    const ORDERS_COUNT: u32 = 48;
    let shop = Shop::selling(&[("oat", ORDERS_COUNT)]).await;
    for number in 0..ORDERS_COUNT {
        shop.pending(number, LONG_AGO).await;
    }
    let inputs: Vec<_> = (0..ORDERS_COUNT).map(decide).collect();
    let event = tick();
    let (confirmations, sweeps) = join(
        join_all(inputs.iter().map(|input| shop.update_inventory(input))),
        join_all([shop.sweep(&event), shop.sweep(&event)]),
    )
    .await;

    let confirmed = confirmations.iter().filter(|outcome| outcome.is_ok()).count();
    let rejected: usize = sweeps.iter().map(|swept| swept.as_ref().unwrap().rejected).sum();
    assert_eq!(confirmed + rejected, ORDERS_COUNT as usize);
    for failure in confirmations.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert_eq!(failure.name, TaskErrorName::AlreadyRejected);
    }
    let listed = async |status| {
        let page = shop.get_orders(&[("status", status), ("limit", "100")]).await;
        page.ids().len()
    };
    assert_eq!(listed("CONFIRMED").await, confirmed);
    assert_eq!(listed("REJECTED").await, rejected);
    assert_eq!(listed("PENDING").await, 0);
    assert_eq!(
        shop.stock("oat").await as usize,
        ORDERS_COUNT as usize - confirmed
    );
}

#[tokio::test]
async fn an_order_that_cannot_be_read_is_rejected_like_any_other() {
    let shop = Shop::selling(&[("oat", 9)]).await;
    let id = shop.pending(1, LONG_AGO).await;
    let mut item = shop.dynamo.items(ORDERS).await.pop().unwrap();
    item.remove("total");
    shop.dynamo.put_raw(ORDERS, item).await;
    assert_eq!(shop.sweep(&tick()).await.unwrap(), rejected(1));
    let item = shop.dynamo.items(ORDERS).await.pop().unwrap();
    assert_eq!(item[orders::ID].as_s().unwrap(), &id);
    assert_eq!(item[orders::STATUS].as_s().unwrap(), "REJECTED");
}

#[tokio::test]
async fn a_failed_call_skips_one_order_and_is_reported() {
    let shop = Shop::selling(&[("oat", 9)]).await;
    for number in 0..5 {
        shop.pending(number, LONG_AGO).await;
    }
    let denied = Arc::new(AtomicBool::new(true));
    let is_denied = Arc::clone(&denied);
    let arn = format!("{EXECUTION}:{}", id(3));
    let aws = bridged(&shop.aws(), move |operation, input| {
        let of_this = operation.ends_with(".DescribeExecution") && input["executionArn"] == arn.as_str();
        if of_this && is_denied.load(Ordering::Relaxed) {
            Ruling::Answer(Answer::refusal("AccessDeniedException"))
        } else {
            Ruling::Pass
        }
    });
    let failure = shop.sweep_at(&aws, &tick()).await.unwrap_err();
    assert_eq!(failure.name, TaskErrorName::Broken);
    assert_eq!(shop.get_orders(&[("status", "REJECTED")]).await.ids().len(), 4);
    assert_eq!(shop.status_of(&id(3)).await, "PENDING");

    denied.store(false, Ordering::Relaxed);
    assert_eq!(shop.sweep_at(&aws, &tick()).await.unwrap(), rejected(1));
}
