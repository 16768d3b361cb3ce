//! The deployed state machine, run by the interpreter with the domain of the handlers, and the invariants after the run.

use std::{cell::RefCell, collections::BTreeMap, sync::LazyLock, time::Duration};

use futures_util::future::join_all;
use infra_gen_asl::{
    FunctionRef, StateMachine, TableRef,
    run::{Interpreter, Status, TaskCall, TaskError, TaskReply, TaskRunner},
};
use infra_gen_cfn::LogicalId;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use shop_contract::{
    Order, OrderId, OrderState, Product, ProductId, Rejection, Timestamp,
    workflow::{NewOrderExecution, NewOrderTask, UpdateInventoryTask},
};
use shop_orders::{
    inventory::{RejectOrder, TakeStock, decide},
    placing::{AddOrder, Added, ReadOrder, ReadProducts, place},
};
use shop_runtime::{StoreError, TaskFailure};
use state_machines::new_order;

use crate::plan::{LostRun, Plan, PlannedOrder, first_price, moment, order_id, product_id};

/// How an execution ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Confirmed,
    OutOfStock,
    PriceChanged,
    UnknownProduct,
    /// It failed because of a fault that outlasted the retries.
    Failed,
}

/// Processes all orders of the plan concurrently, then all of them again, and checks the invariants.
///
/// `faultless` ends the faults, so that the result can be read.
pub(crate) async fn check<P, O, S>(plan: &Plan, products: &P, orders: &O, stock: &S, faultless: impl Fn())
where
    P: ReadProducts,
    O: ReadOrder + AddOrder + RejectOrder,
    S: TakeStock,
{
    let executions = plan.tasks().zip(&plan.orders);
    let executions = executions.map(|(task, order)| execute(products, orders, stock, task, order));
    let endings = join_all(executions).await;
    faultless();

    let found = read_orders(plan, orders).await;
    for (ending, order) in endings.iter().zip(&found) {
        check_ending(*ending, order.as_ref());
    }
    for (order, planned) in found.iter().zip(&plan.orders) {
        check_prices(plan, planned, order.as_ref());
    }
    check_stock(plan, products, &found).await;

    // Running any task again changes nothing.
    for task in plan.tasks() {
        let id = task.order_id.clone();
        // An order that was never written may be written now. That is correct for the task, but does not happen after the end of an
        // execution.
        if orders.find(&id).await.expect("no fault is left").is_some() {
            place(products, orders, task).await.expect("no fault is left");
            let _ = decide(orders, stock, &id, &moment(9)).await;
        }
    }
    assert_eq!(read_orders(plan, orders).await, found);
    check_stock(plan, products, &found).await;
}

async fn execute<P, O, S>(
    products: &P,
    orders: &O,
    stock: &S,
    task: NewOrderTask,
    order: &PlannedOrder,
) -> Ending
where
    P: ReadProducts,
    O: ReadOrder + AddOrder + RejectOrder,
    S: TakeStock,
{
    let input = NewOrderExecution {
        order_id: task.order_id,
        order: task.order,
        agreed: task.agreed,
    };
    let input = serde_json::to_value(input).expect("the contract's types are JSON");
    let shop = Shop {
        products,
        orders,
        stock,
        runs: order.runs,
        lost: order.lost,
        late: Late {
            orders,
            unwritten: RefCell::default(),
        },
    };
    let interpreter = Interpreter::new(shop);
    let execution = interpreter.run(&MACHINE, input).await;
    interpreter.tasks.late.write().await;
    match execution.status {
        Status::Succeeded(_) => Ending::Confirmed,
        Status::Failed(error) => match error.error.as_str() {
            "OutOfStock" => Ending::OutOfStock,
            "PriceChanged" => Ending::PriceChanged,
            "UnknownProduct" => Ending::UnknownProduct,
            "Busy" | "Conflict" => Ending::Failed,
            _ => panic!("{error}"),
        },
        ended @ (Status::TimedOut | Status::Aborted | Status::Stopped { .. }) => panic!("{ended:?}"),
    }
}

/// The deployed state machine, with plain names.
static MACHINE: LazyLock<StateMachine> = LazyLock::new(|| {
    let workflow = new_order::workflow(&new_order::Resources {
        new_order: FunctionRef::new(LogicalId::new("NewOrder"), "new_order"),
        update_inventory: FunctionRef::new(LogicalId::new("UpdateInventory"), "update_inventory"),
        orders: TableRef::new(LogicalId::new("Orders"), "orders", "orders"),
    });
    workflow.expect("the workflow is well-formed").machine().clone()
});

/// Runs the tasks of the state machine, each `runs` times.
struct Shop<'a, P, O, S> {
    products: &'a P,
    orders: &'a O,
    stock: &'a S,
    runs: usize,
    lost: Option<LostRun>,
    late: Late<'a, O>,
}

impl<P, O, S> TaskRunner for Shop<'_, P, O, S>
where
    P: ReadProducts,
    O: ReadOrder + AddOrder + RejectOrder,
    S: TakeStock,
{
    async fn run(&self, call: &TaskCall) -> TaskReply {
        if let Some(lost) = self.lost {
            if call.state == "NewOrder" && call.retries == 0 {
                // The state machine loses the result. The run still writes the order.
                let _ = place(self.products, &self.late, payload(call)).await;
                return TaskError::named("Lambda.SdkClientException", "the connection was closed").into();
            }
            if call.at >= Duration::from_secs(lost.writes_after) {
                self.late.write().await;
            }
        }
        let mut outcome = self.once(call).await;
        for _ in 1..self.runs {
            if outcome.is_ok() {
                outcome = self.once(call).await;
            }
        }
        outcome.into()
    }
}

impl<P, O, S> Shop<'_, P, O, S>
where
    P: ReadProducts,
    O: ReadOrder + AddOrder + RejectOrder,
    S: TakeStock,
{
    async fn once(&self, call: &TaskCall) -> Result<Json, TaskError> {
        match call.state.as_str() {
            "NewOrder" => {
                let task: NewOrderTask = payload(call);
                let placed = match self.lost {
                    Some(LostRun {
                        sold_no_more: true, ..
                    }) => place(&SoldNoMore, self.orders, task).await,
                    _ => place(self.products, self.orders, task).await,
                };
                Ok(json!({ "orderId": placed.map_err(failed)?.id }))
            }
            "UpdateInventory" => {
                let task: UpdateInventoryTask = payload(call);
                let decided = decide(self.orders, self.stock, &task.order_id, &task.decided_at);
                decided.await.map_err(failed)?;
                Ok(json!({ "orderId": task.order_id }))
            }
            "Reject" => self.reject(&call.arguments).await,
            "LookUp" => self.look_up(&call.arguments).await,
            state => panic!("`{state}` is not a task of the workflow"),
        }
    }

    /// `dynamodb:updateItem` on the condition that the order is pending.
    async fn reject(&self, asked: &Json) -> Result<Json, TaskError> {
        let now = asked["ExpressionAttributeValues"][":now"]["S"]
            .as_str()
            .expect("a time");
        let now = Timestamp::parse(now).expect("a well-formed time");
        let id = id_of(asked);
        self.orders
            .reject(&id, &Rejection::NotProcessed, &now)
            .await
            .map_err(|error| unanswered(&error))?;
        let order = self.orders.find(&id).await.map_err(|error| unanswered(&error))?;
        let rejected = OrderState::Rejected {
            decided_at: now,
            rejection: Rejection::NotProcessed,
        };
        if order.is_some_and(|order| order.state == rejected) {
            return Ok(json!({}));
        }
        Err(TaskError::named(
            "DynamoDB.ConditionalCheckFailedException",
            "not pending",
        ))
    }

    /// `dynamodb:getItem`.
    async fn look_up(&self, asked: &Json) -> Result<Json, TaskError> {
        let order = self
            .orders
            .find(&id_of(asked))
            .await
            .map_err(|error| unanswered(&error))?;
        Ok(order.map_or_else(
            || json!({}),
            |order| json!({ "Item": { "status": { "S": order.state.status().as_str() } } }),
        ))
    }
}

/// The orders as a lost run reads them, and the order that it has not written yet.
struct Late<'a, O> {
    orders: &'a O,
    unwritten: RefCell<Option<Order>>,
}

impl<O: AddOrder> Late<'_, O> {
    async fn write(&self) {
        let unwritten = self.unwritten.take();
        if let Some(order) = unwritten {
            // Its result is ignored.
            let _ = self.orders.add(&order).await;
        }
    }
}

impl<O: ReadOrder> ReadOrder for Late<'_, O> {
    async fn find(&self, id: &OrderId) -> Result<Option<Order>, StoreError> {
        self.orders.find(id).await
    }
}

impl<O> AddOrder for Late<'_, O> {
    async fn add(&self, order: &Order) -> Result<Added, StoreError> {
        self.unwritten.replace(Some(order.clone()));
        Ok(Added::Written)
    }
}

/// A catalogue whose products have all been deleted.
struct SoldNoMore;

impl ReadProducts for SoldNoMore {
    async fn read(&self, _: &[ProductId]) -> Result<Vec<Product>, StoreError> {
        Ok(Vec::new())
    }
}

fn payload<T: DeserializeOwned>(call: &TaskCall) -> T {
    serde_json::from_value(call.arguments["Payload"].clone()).expect("the payload is the task's")
}

fn id_of(asked: &Json) -> OrderId {
    OrderId::parse(asked["Key"]["id"]["S"].as_str().expect("a key")).expect("an order's ID")
}

/// The error as the function's runtime reports it.
fn failed(error: impl Into<TaskFailure>) -> TaskError {
    let TaskFailure { name, message } = error.into();
    TaskError::named(name.as_str(), message)
}

fn unanswered(error: &StoreError) -> TaskError {
    TaskError::named("DynamoDB.InternalServerError", error.to_string())
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
        Ending::PriceChanged => matches!(
            state,
            Some(OrderState::Rejected {
                rejection: Rejection::PriceChanged { .. },
                ..
            })
        ),
        // An order that a lost run wrote is rejected.
        Ending::UnknownProduct => matches!(
            state,
            None | Some(OrderState::Rejected {
                rejection: Rejection::NotProcessed,
                ..
            })
        ),
        Ending::Failed => matches!(state, None | Some(OrderState::Rejected { .. })),
    };
    assert!(agrees, "an execution ended {ending:?} with the order {state:?}");
}

/// An order is confirmed only at the agreed prices, while they are the shop's prices.
#[track_caller]
fn check_prices(plan: &Plan, planned: &PlannedOrder, order: Option<&Order>) {
    let Some(order) = order else { return };
    let agreed: u64 = planned
        .lines
        .iter()
        .map(|&(product, quantity)| first_price(product) * u64::from(quantity))
        .sum();
    assert_eq!(
        order.total.amount, agreed,
        "an order says what its customer agreed to"
    );
    let changes = || {
        let products = planned.lines.iter().map(|(product, _)| product);
        products.filter_map(|product| plan.price_changes.get(product))
    };
    match &order.state {
        OrderState::Confirmed { .. } => assert!(
            changes().all(|change| change.at_call > 0),
            "confirmed at a price that had changed before"
        ),
        OrderState::Rejected {
            rejection: Rejection::PriceChanged { price_change },
            ..
        } => {
            assert!(changes().next().is_some(), "no price has changed");
            assert_eq!(price_change.agreed_total.amount, agreed);
            assert_ne!(price_change.total.amount, agreed);
        }
        _ => {}
    }
}

/// The stock that was taken equals the quantities of the confirmed orders, per product.
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
