//! The workflow `new_order`: an order is written at the agreed prices, its stock is taken, and it is confirmed; or it is
//! rejected, and never stays pending.
//!
//! Every step may run twice with the same end. What fails in passing is tried again; after any other failure the order
//! is rejected by the state machine itself, for a function that cannot run cannot clean up either. The execution as a
//! whole has no timeout: one would end it in the middle of that.

use infra_gen_asl::{
    Catch, ErrorOutput, Fail, FunctionRef, ItemAction, Jsonata, Problems, Rule, TableRef, Task, WaitFor,
    Workflow,
    model::{ErrorName, Jitter, Json, Retrier},
};
use serde_json::json;
use shop_contract::{
    OrderStatus,
    table::orders,
    workflow::{NewOrderExecution, NewOrderTask, OrderTaskOutput, TaskErrorName, UpdateInventoryTask},
};

use crate::passing::{OUT_OF_TIME, errors_of_lambda};

/// How long one run of a task may take, in seconds: the timeout of its function.
pub const TASK_SECONDS: u16 = 28;

/// How long after a failed run no other run is left that could still write the order: Lambda gives a function ten seconds to
/// start, and its timeout after them; and what it sent at the end may be on its way.
const SETTLED_AFTER_SECONDS: u32 = 10 + TASK_SECONDS as u32 + 2;

/// What the workflow uses.
pub struct Resources {
    /// Writes the order, pending, with the agreed prices.
    pub new_order: FunctionRef<NewOrderTask, OrderTaskOutput>,
    /// Takes the stock and confirms the order, or rejects it.
    pub update_inventory: FunctionRef<UpdateInventoryTask, OrderTaskOutput>,
    /// The orders.
    pub orders: TableRef,
}

/// The workflow over these resources.
///
/// # Errors
/// What is wrong with it; none, once a test has built it.
pub fn workflow(resources: &Resources) -> Result<Workflow<NewOrderExecution, OrderTaskOutput>, Problems> {
    const ORDER_ID: Jsonata = Jsonata::new("$orderId");
    const IS_CONFIRMED: Jsonata = Jsonata::new("$states.input.Item.status.S = 'CONFIRMED'");

    Workflow::define("Writes an order, takes its stock and confirms it", |flow| {
        let new_order = flow.task(
            "NewOrder",
            Task {
                assign: vec![("orderId", order_id())],
                ..task(resources.new_order.invoke_with(new_order_task()))
            },
        );
        let update_inventory = flow.task(
            "UpdateInventory",
            task(resources.update_inventory.invoke_with(update_inventory_task())),
        );
        let confirmed = flow.succeed("Confirmed");
        let settle = flow.wait("Settle", WaitFor::Seconds(SETTLED_AFTER_SECONDS));
        let reject = flow.task(
            "Reject",
            Task {
                comment: Some("An order that could not be processed does not stay pending"),
                retry: stubbornly(),
                ..Task::of(resources.orders.item(ItemAction::Update, rejection()))
            },
        );
        let look_up = flow.task(
            "LookUp",
            Task {
                comment: Some("It is decided, or was never written"),
                retry: stubbornly(),
                ..Task::of(resources.orders.item(ItemAction::Get, look_up()))
            },
        );
        let failed = flow.fail(
            "Failed",
            Fail::of(Jsonata::new("$error.Error"), Jsonata::new("$error.Cause")),
        );
        // A task may be cut off after its transaction was written.
        let what_became_of_it = flow.choice(
            "WhatBecameOfIt",
            [Rule::when_giving(
                IS_CONFIRMED,
                json!({ "orderId": Json::from(ORDER_ID) }),
                confirmed,
            )],
            failed,
        );

        flow.start(new_order).then(update_inventory).rejoin(confirmed);
        // The ID is another order's for good, so no run of this execution ever writes under it.
        flow.catch(new_order, remember([name(TaskErrorName::OrderIdTaken)]), failed);
        // Whatever else the last run says: one that was lost before may have read another catalogue, and still be writing.
        flow.catch(new_order, remember([ErrorName::ALL]), settle);
        flow.from(settle).rejoin(reject);
        // The task has rejected the order itself, with the lines that fell short or the prices that changed.
        flow.catch(
            update_inventory,
            remember([name(TaskErrorName::OutOfStock), name(TaskErrorName::PriceChanged)]),
            failed,
        );
        flow.catch(update_inventory, remember([ErrorName::ALL]), reject);

        flow.from(reject).rejoin(failed);
        flow.catch(reject, Catch::of([NOT_PENDING]), look_up);
        flow.from(look_up).rejoin(what_became_of_it);
    })
}

/// What DynamoDB says when there is no pending order to reject.
const NOT_PENDING: ErrorName = ErrorName::new("DynamoDB.ConditionalCheckFailedException");

fn order_id() -> Json {
    Jsonata::new("$states.input.orderId").into()
}

/// The order came in when the execution started, however often the task runs. An input without agreed prices is one that
/// an older version wrote.
fn new_order_task() -> Json {
    json!({
        "orderId": order_id(),
        "createdAt": seconds_of(&Jsonata::new("$states.context.Execution.StartTime")),
        "order": Json::from(Jsonata::new("$states.input.order")),
        "agreed": Json::from(Jsonata::new("$exists($states.input.agreed) ? $states.input.agreed : null")),
    })
}

fn update_inventory_task() -> Json {
    json!({ "orderId": order_id(), "decidedAt": now() })
}

/// The point in time that `expression` gives, cut to seconds.
fn seconds_of(expression: &Jsonata) -> Json {
    let cut = format!("$substring({}, 0, 19) & 'Z'", expression.as_str());
    Jsonata::parse(&cut).expect("a well-formed call").into()
}

/// When the state was entered: the same however often it is tried again.
fn now() -> Json {
    seconds_of(&Jsonata::new("$states.context.State.EnteredTime"))
}

/// Rejects the order if it is pending; see [`orders`] for the attributes.
fn rejection() -> Json {
    let shard = Jsonata::parse(&format!(
        "'{}#' & $substring($orderId, $length($orderId) - 1)",
        OrderStatus::Rejected.as_str()
    ));
    json!({
        "Key": key(),
        "ConditionExpression": "#status = :pending",
        "UpdateExpression": "SET #status = :rejected, #statusShard = :shard, #decidedAt = :now, #rejection = :reason",
        "ExpressionAttributeNames": {
            "#status": orders::STATUS,
            "#statusShard": orders::STATUS_SHARD,
            "#decidedAt": orders::DECIDED_AT,
            "#rejection": orders::REJECTION,
        },
        "ExpressionAttributeValues": {
            ":pending": { "S": OrderStatus::Pending.as_str() },
            ":rejected": { "S": OrderStatus::Rejected.as_str() },
            ":shard": { "S": Json::from(shard.expect("a well-formed expression")) },
            ":now": { "S": now() },
            ":reason": { "M": { "reason": { "S": "NotProcessed" } } },
        },
    })
}

fn look_up() -> Json {
    json!({ "Key": key(), "ConsistentRead": true })
}

fn key() -> Json {
    json!({ orders::ID: { "S": Json::from(Jsonata::new("$orderId")) } })
}

/// A task that is tried again after what passes.
fn task<In, Out>(call: infra_gen_asl::Call<In, Out>) -> Task<In, Out> {
    let passing = TaskErrorName::RETRIED
        .map(name)
        .into_iter()
        .chain(errors_of_lambda())
        .chain(OUT_OF_TIME);
    Task {
        timeout_seconds: Some(u32::from(TASK_SECONDS) + 5),
        retry: vec![Retrier {
            interval_seconds: Some(1),
            max_attempts: Some(8),
            max_delay_seconds: Some(30),
            jitter: Some(Jitter::Full),
            ..Retrier::of(passing)
        }],
        ..Task::of(call)
    }
}

/// About two days of a store that does not answer; but an answer is an answer.
fn stubbornly() -> Vec<Retrier> {
    vec![
        Retrier {
            max_attempts: Some(0),
            ..Retrier::of([NOT_PENDING])
        },
        Retrier {
            interval_seconds: Some(2),
            max_attempts: Some(200),
            max_delay_seconds: Some(900),
            jitter: Some(Jitter::Full),
            ..Retrier::of([ErrorName::ALL])
        },
    ]
}

/// Takes `errors` and keeps what they say for the end of the execution.
fn remember(errors: impl IntoIterator<Item = ErrorName>) -> Catch<ErrorOutput> {
    let mut catch = Catch::of(errors);
    catch.assign = vec![
        ("error", Jsonata::new("$states.errorOutput").into()),
        ("orderId", order_id()),
    ];
    catch
}

fn name(error: TaskErrorName) -> ErrorName {
    ErrorName::new(error.as_str())
}
