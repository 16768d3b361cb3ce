//! The workflow, as the state machine runs it, and what must hold when it has run.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use shop_contract::{Order, OrderState, Rejection, workflow::NewOrderTask};
use shop_orders::{
    inventory::{InventoryError, RejectOrder, TakeStock, decide},
    placing::{AddOrder, PlaceError, ReadOrder, ReadProducts, place},
};
use shop_runtime::StoreError;

use crate::plan::{Plan, moment, order_id, product_id};

/// How an execution ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Confirmed,
    OutOfStock,
    UnknownProduct,
    /// For a fault that outlived the retries.
    Failed,
}

/// Works on all orders of the plan at once, then on all of them again, and checks what must hold.
///
/// `faultless` ends the faults, so that what is checked can be read.
pub(crate) async fn check<P, O, S>(plan: &Plan, products: &P, orders: &O, stock: &S, faultless: impl Fn())
where
    P: ReadProducts,
    O: ReadOrder + AddOrder + RejectOrder,
    S: TakeStock,
{
    let executions = plan.tasks().zip(&plan.orders);
    let executions = executions.map(|(task, order)| execute(products, orders, stock, task, order.runs));
    let endings = join_all(executions).await;
    faultless();

    let found = read_orders(plan, orders).await;
    for (ending, order) in endings.iter().zip(&found) {
        check_ending(*ending, order.as_ref());
    }
    check_stock(plan, products, &found).await;

    // A late repetition of any task changes nothing.
    for task in plan.tasks() {
        let id = task.order_id.clone();
        // An order that was never written may be now: that is the task's work, but not of an execution that has ended.
        if orders.find(&id).await.expect("no fault is left").is_some() {
            place(products, orders, task).await.expect("no fault is left");
            let _ = decide(orders, stock, &id, &moment(9)).await;
        }
    }
    assert_eq!(read_orders(plan, orders).await, found);
    check_stock(plan, products, &found).await;
}

async fn execute(
    products: &impl ReadProducts,
    orders: &(impl ReadOrder + AddOrder + RejectOrder),
    stock: &impl TakeStock,
    task: NewOrderTask,
    runs: usize,
) -> Ending {
    let id = task.order_id.clone();
    for _ in 0..runs {
        let placed = retry(
            async || place(products, orders, task.clone()).await,
            |error| matches!(error, PlaceError::Store(StoreError::Busy { .. })),
        );
        match placed.await {
            Ok(order) => assert_eq!(order.id, id),
            Err(PlaceError::UnknownProducts(_)) => {
                return clean_up(orders, &id, Ending::UnknownProduct).await;
            }
            Err(PlaceError::Store(StoreError::Busy { .. })) => {
                return clean_up(orders, &id, Ending::Failed).await;
            }
            Err(error) => panic!("{error}"),
        }
    }
    for _ in 0..runs {
        let decided = retry(
            async || decide(orders, stock, &id, &moment(2)).await,
            |error| {
                matches!(
                    error,
                    InventoryError::Contended | InventoryError::Store(StoreError::Busy { .. })
                )
            },
        );
        match decided.await {
            Ok(()) => {}
            Err(InventoryError::OutOfStock(shortfalls)) => {
                assert!(!shortfalls.is_empty());
                return Ending::OutOfStock;
            }
            Err(InventoryError::Contended | InventoryError::Store(StoreError::Busy { .. })) => {
                return clean_up(orders, &id, Ending::Failed).await;
            }
            Err(error) => panic!("{error}"),
        }
    }
    Ending::Confirmed
}

/// Three attempts.
async fn retry<T, E>(step: impl AsyncFn() -> Result<T, E>, worth_it: impl Fn(&E) -> bool) -> Result<T, E> {
    for _ in 0..2 {
        match step().await {
            Err(error) if worth_it(&error) => {}
            done => return done,
        }
    }
    step().await
}

/// The path of the state machine after a failure: reject the order if it is pending, and see what it is.
async fn clean_up(
    orders: &(impl ReadOrder + RejectOrder),
    id: &shop_contract::OrderId,
    otherwise: Ending,
) -> Ending {
    // The plan's faults are finite, as the state machine's patience nearly is not.
    while orders
        .reject(id, &Rejection::NotProcessed, &moment(3))
        .await
        .is_err()
    {}
    let order = loop {
        if let Ok(order) = orders.find(id).await {
            break order;
        }
    };
    match order.map(|order| order.state) {
        Some(OrderState::Confirmed { .. }) => Ending::Confirmed,
        _ => otherwise,
    }
}

async fn read_orders(plan: &Plan, orders: &impl ReadOrder) -> Vec<Option<Order>> {
    let mut found = Vec::new();
    for number in 0..plan.orders.len() {
        found.push(orders.find(&order_id(number)).await.expect("no fault is left"));
    }
    found
}

#[track_caller]
fn check_ending(ending: Ending, order: Option<&Order>) {
    let state = order.map(|order| &order.state);
    let agrees = match ending {
        Ending::Confirmed => matches!(state, Some(OrderState::Confirmed { .. })),
        Ending::OutOfStock => matches!(
            state,
            Some(OrderState::Rejected {
                rejection: Rejection::OutOfStock { .. },
                ..
            })
        ),
        Ending::UnknownProduct => state.is_none(),
        Ending::Failed => matches!(state, None | Some(OrderState::Rejected { .. })),
    };
    assert!(agrees, "an execution ended {ending:?} with the order {state:?}");
}

/// What is gone from the stock is what confirmed orders hold, product by product.
async fn check_stock(plan: &Plan, products: &impl ReadProducts, orders: &[Option<Order>]) {
    let mut sold: BTreeMap<_, u32> = BTreeMap::new();
    for order in orders.iter().flatten() {
        if matches!(order.state, OrderState::Confirmed { .. }) {
            for line in &order.lines {
                *sold.entry(line.product_id.clone()).or_default() += line.quantity.count();
            }
        }
    }
    let ids: Vec<_> = (0..plan.stock.len()).map(product_id).collect();
    let left = products.read(&ids).await.expect("no fault is left");
    assert_eq!(left.len(), plan.stock.len());
    for (number, id) in ids.iter().enumerate() {
        let product = left
            .iter()
            .find(|product| product.id == *id)
            .expect("it was there");
        let sold = sold.get(id).copied().unwrap_or(0);
        assert_eq!(product.stock + sold, plan.stock[number], "{id}");
    }
}
