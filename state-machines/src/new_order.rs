//! The workflow `new_order`: writes an order at the agreed prices, takes its stock and confirms it, or rejects it. An order
//! never stays pending.
//!
//! Every step can run twice with the same result. Transient errors are retried. After any other error, the state machine
//! itself rejects the order, because a function that fails cannot clean up. The execution has no timeout, which could
//! prevent the rejection.

use infra_gen_asl::{
    Catch, ErrorOutput, Fail, Findings, FunctionRef, ItemAction, Jsonata, Rule, TableRef, Task, WaitFor,
    Workflow,
    model::{ErrorName, Jitter, Json, Retrier},
};
use serde_json::json;
use shop_contract::{
    OrderStatus,
    table::orders,
    workflow::{NewOrderExecution, NewOrderTask, OrderTaskOutput, TaskErrorName, UpdateInventoryTask},
};

use crate::transient::{TIMEOUTS, lambda_errors};

/// The timeout of the task functions, in seconds.
pub const TASK_SECONDS: u16 = 28;

/// The time in seconds after which no run of the failed task can still write the order: ten seconds for Lambda to start the
/// function, the timeout of the function, and two seconds for its last request to arrive.
const LATE_RUN_SECONDS: u32 = 10 + TASK_SECONDS as u32 + 2;

/// The resources of the workflow.
pub struct Resources {
    /// Writes the pending order at the agreed prices.
    pub new_order: FunctionRef<NewOrderTask, OrderTaskOutput>,
    /// Takes the stock and confirms the order, or rejects it.
    pub update_inventory: FunctionRef<UpdateInventoryTask, OrderTaskOutput>,
    /// The table of orders.
    pub orders: TableRef,
}

/// The workflow with these resources.
///
/// # Errors
/// The problems of the definition. The tests verify that there are none.
pub fn workflow(resources: &Resources) -> Result<Workflow<NewOrderExecution, OrderTaskOutput>, Findings> {
    const ORDER_ID: Jsonata = Jsonata::new("$orderId");
    // An employee may have worked on it since it was confirmed.
    const WAS_CONFIRMED: Jsonata = Jsonata::new(
        "$states.input.Item.status.S in ['CONFIRMED', 'PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED']",
    );

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
        let wait_for_late_runs = flow.wait("WaitForLateRuns", WaitFor::Seconds(LATE_RUN_SECONDS));
        let reject = flow.task(
            "Reject",
            Task {
                comment: Some("An order that could not be processed does not stay pending"),
                retry: retry_for_days(),
                ..Task::new(resources.orders.item(ItemAction::Update, rejection()))
            },
        );
        let look_up = flow.task(
            "LookUp",
            Task {
                comment: Some("The order is confirmed or rejected already, or was never written"),
                retry: retry_for_days(),
                ..Task::new(resources.orders.item(ItemAction::Get, look_up()))
            },
        );
        let failed = flow.fail(
            "Failed",
            Fail::new(Jsonata::new("$error.Error"), Jsonata::new("$error.Cause")),
        );
        // UpdateInventory can time out after its transaction has confirmed the order.
        let check_outcome = flow.choice(
            "CheckOutcome",
            [Rule::when_with_output(
                WAS_CONFIRMED,
                json!({ "orderId": Json::from(ORDER_ID) }),
                confirmed,
            )],
            failed,
        );

        flow.start(new_order).then(update_inventory).go_to(confirmed);
        // The ID belongs to another order, so no run of this execution can write this order.
        flow.catch(new_order, keep_error([name(TaskErrorName::OrderIdTaken)]), failed);
        // After any other error of the last attempt, an earlier attempt that timed out may still be running. It may have read an
        // older catalogue and write the order after all.
        flow.catch(new_order, keep_error([ErrorName::ALL]), wait_for_late_runs);
        flow.from(wait_for_late_runs).go_to(reject);
        // The task has already rejected the order, with the missing stock or the changed prices.
        flow.catch(
            update_inventory,
            keep_error([name(TaskErrorName::OutOfStock), name(TaskErrorName::PriceChanged)]),
            failed,
        );
        flow.catch(update_inventory, keep_error([ErrorName::ALL]), reject);

        flow.from(reject).go_to(failed);
        flow.catch(reject, Catch::new([NOT_PENDING]), look_up);
        flow.from(look_up).go_to(check_outcome);
    })
}

/// The error of DynamoDB if there is no pending order to reject.
const NOT_PENDING: ErrorName = ErrorName::new("DynamoDB.ConditionalCheckFailedException");

fn order_id() -> Json {
    Jsonata::new("$states.input.orderId").into()
}

/// `createdAt` is the start of the execution, so it is the same in every run of the task. An older version wrote inputs
/// without `agreed`.
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

/// The timestamp `expression`, truncated to seconds.
fn seconds_of(expression: &Jsonata) -> Json {
    let cut = format!("$substring({}, 0, 19) & 'Z'", expression.as_str());
    Jsonata::parse(&cut).expect("a well-formed call").into()
}

/// The time at which the state was entered. It is the same in every retry.
fn now() -> Json {
    seconds_of(&Jsonata::new("$states.context.State.EnteredTime"))
}

/// Rejects the order if it is pending. See [`orders`] for the attributes.
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

/// A task that is retried after transient errors.
fn task<In, Out>(call: infra_gen_asl::Call<In, Out>) -> Task<In, Out> {
    let transient = TaskErrorName::RETRIED
        .map(name)
        .into_iter()
        .chain(lambda_errors())
        .chain(TIMEOUTS);
    Task {
        timeout_seconds: Some(u32::from(TASK_SECONDS) + 5),
        retry: vec![Retrier {
            interval_seconds: Some(1),
            max_attempts: Some(8),
            max_delay_seconds: Some(30),
            jitter: Some(Jitter::Full),
            ..Retrier::new(transient)
        }],
        ..Task::new(call)
    }
}

/// Retries for about two days if DynamoDB does not respond, but not if there is no pending order.
fn retry_for_days() -> Vec<Retrier> {
    vec![
        Retrier {
            max_attempts: Some(0),
            ..Retrier::new([NOT_PENDING])
        },
        Retrier {
            interval_seconds: Some(2),
            max_attempts: Some(200),
            max_delay_seconds: Some(900),
            jitter: Some(Jitter::Full),
            ..Retrier::new([ErrorName::ALL])
        },
    ]
}

/// Catches `errors`, and keeps the error for the Fail state.
fn keep_error(errors: impl IntoIterator<Item = ErrorName>) -> Catch<ErrorOutput> {
    let mut catch = Catch::new(errors);
    catch.assign = vec![
        ("error", Jsonata::new("$states.errorOutput").into()),
        ("orderId", order_id()),
    ];
    catch
}

fn name(error: TaskErrorName) -> ErrorName {
    ErrorName::new(error.as_str())
}
