//! The guarantees of the workflow, run in the process with scripted task functions.

use std::{cell::RefCell, collections::BTreeMap};

use infra_gen_asl::{
    FunctionRef, TableRef, Workflow,
    run::{Execution, Interpreter, Status, TaskError, TaskReply, Tasks},
};
use infra_gen_cfn::LogicalId;
use insta::{Settings, assert_snapshot};
use serde_json::{Value as Json, json};
use shop_contract::{
    OrderStatus,
    workflow::{NewOrderExecution, OrderTaskOutput},
};
use state_machines::new_order::{Resources, TASK_SECONDS, workflow};

#[test]
fn an_order_is_written_then_confirmed() {
    let execution = run(&Script::default());
    assert_eq!(execution.status, Status::Succeeded(json!({ "orderId": "o-1" })));
    assert_eq!(
        execution.entered_states(),
        ["NewOrder", "UpdateInventory", "Confirmed"]
    );
}

#[test]
fn missing_stock_fails_with_its_error_name_and_the_missing_items() {
    let script = Script::failing("update_inventory", 1, "OutOfStock", r#"{"code":"OutOfStock"}"#);
    let execution = run(&script);
    assert_eq!(
        execution.entered_states(),
        ["NewOrder", "UpdateInventory", "Failed"]
    );
    check_failure(&execution, "OutOfStock", r#"{"code":"OutOfStock"}"#);
    assert_eq!(
        script.calls("updateItem"),
        0,
        "the task has rejected the order itself"
    );
}

#[test]
fn a_changed_price_fails_with_its_error_name_and_the_new_prices() {
    let cause = r#"{"code":"PriceChanged"}"#;
    let script = Script::failing("update_inventory", 1, "PriceChanged", cause);
    let execution = run(&script);
    assert_eq!(
        execution.entered_states(),
        ["NewOrder", "UpdateInventory", "Failed"]
    );
    check_failure(&execution, "PriceChanged", cause);
    assert_eq!(
        script.calls("updateItem"),
        0,
        "the task has rejected the order itself"
    );
}

#[test]
fn the_agreed_prices_reach_the_task_and_an_older_input_has_none() {
    let agreed = json!({ "lines": [], "total": { "amount": 350, "currency": "EUR" } });
    for (agreed, expected) in [(Some(agreed.clone()), agreed), (None, Json::Null)] {
        let script = Script::default();
        let mut input = json!({ "orderId": "o-1", "order": { "lines": [] } });
        if let Some(agreed) = agreed {
            input["agreed"] = agreed;
        }
        let execution = run_on(&script, input);
        assert!(matches!(execution.status, Status::Succeeded(_)), "{execution:?}");
        assert_eq!(script.last("new_order")["agreed"], expected);
    }
}

#[test]
fn transient_errors_are_retried() {
    for passing in [
        "Conflict",
        "Busy",
        "Lambda.TooManyRequestsException",
        "Lambda.Unknown",
        "Runtime.ExitError",
        "Runtime.Unknown",
        "Sandbox.Timedout",
        "States.Timeout",
    ] {
        for task in ["new_order", "update_inventory"] {
            let script = Script::failing(task, 3, passing, "in a moment");
            let execution = run(&script);
            assert!(
                matches!(execution.status, Status::Succeeded(_)),
                "{task} {passing}"
            );
            assert_eq!(script.calls(task), 4, "{task} {passing}");
        }
    }
}

#[test]
fn an_order_that_cannot_be_processed_is_rejected() {
    for task in ["new_order", "update_inventory"] {
        let script = Script::failing(task, usize::MAX, "Broken", "the table is gone");
        let execution = run(&script);
        check_failure(&execution, "Broken", "the table is gone");
        assert_eq!(script.calls("updateItem"), 1, "{task}");
    }
}

#[test]
fn an_id_of_another_order_fails_without_a_rejection() {
    let script = Script::failing("new_order", usize::MAX, "OrderIdTaken", "another order");
    let execution = run(&script);
    check_failure(&execution, "OrderIdTaken", "another order");
    assert_eq!(execution.entered_states(), ["NewOrder", "Failed"]);
}

#[test]
fn an_order_is_not_rejected_while_a_timed_out_run_may_still_write_it() {
    for refusal in ["UnknownProduct", "NoTotal", "Broken"] {
        let script = Script::failing("new_order", usize::MAX, refusal, "no such cookie");
        let execution = run(&script);
        check_failure(&execution, refusal, "no such cookie");
        assert_eq!(
            execution.entered_states(),
            ["NewOrder", "WaitForLateRuns", "Reject", "Failed"]
        );
        // Lambda gives a function ten seconds to start, and then its timeout.
        assert!(execution.took.as_secs() > 10 + u64::from(TASK_SECONDS));
    }
}

#[test]
fn rejecting_is_retried_until_dynamodb_responds() {
    let mut script = Script::failing("new_order", usize::MAX, "Broken", "");
    script.fail("updateItem", 150, "DynamoDB.InternalServerError", "");
    let execution = run(&script);
    check_failure(&execution, "Broken", "");
    assert_eq!(script.calls("updateItem"), 151);
}

#[test]
fn an_order_confirmed_by_a_timed_out_task_succeeds() {
    // An employee may already have packed, shipped or cancelled it.
    for status in OrderStatus::ALL {
        let mut script = Script::failing("update_inventory", usize::MAX, "Broken", "cut off");
        script.fail(
            "updateItem",
            usize::MAX,
            "DynamoDB.ConditionalCheckFailedException",
            "",
        );
        script.found = json!({ "Item": { "id": { "S": "o-1" }, "status": { "S": status.as_str() } } });
        let execution = run(&script);
        if matches!(status, OrderStatus::Pending | OrderStatus::Rejected) {
            check_failure(&execution, "Broken", "cut off");
        } else {
            assert_eq!(execution.status, Status::Succeeded(json!({ "orderId": "o-1" })));
        }
        assert_eq!(script.calls("updateItem"), 1, "an answer is an answer");
    }
}

#[test]
fn an_order_that_was_never_written_fails_with_the_original_error() {
    let mut script = Script::failing("new_order", usize::MAX, "Broken", "the table is gone");
    script.fail(
        "updateItem",
        usize::MAX,
        "DynamoDB.ConditionalCheckFailedException",
        "",
    );
    script.found = json!({});
    check_failure(&run(&script), "Broken", "the table is gone");
}

#[test]
fn the_rejection_applies_to_a_pending_order_only_and_sets_its_shard() {
    let script = Script::failing("new_order", usize::MAX, "Broken", "");
    run(&script);
    let arguments = script.last("updateItem");
    assert_eq!(arguments["Key"], json!({ "id": { "S": "o-1" } }));
    assert_eq!(arguments["ConditionExpression"], "#status = :pending");
    assert_eq!(
        arguments["ExpressionAttributeValues"][":shard"],
        json!({ "S": "REJECTED#1" })
    );
}

#[test]
fn a_retry_gets_the_same_timestamps() {
    let script = Script::failing("update_inventory", 2, "Conflict", "");
    run(&script);
    let times: Vec<Json> = script
        .payloads("update_inventory")
        .iter()
        .map(|p| p["decidedAt"].clone())
        .collect();
    assert_eq!(times.len(), 3);
    assert!(times.iter().all(|time| *time == times[0]), "{times:?}");
    assert!(
        times[0]
            .as_str()
            .is_some_and(|time| time.len() == 20 && time.ends_with('Z')),
        "{times:?}"
    );
}

#[test]
fn the_definition_and_its_diagrams_match_the_snapshots() {
    let workflow = defined();
    let definition: Json = serde_json::from_str(&workflow.machine().definition()).unwrap();
    let mut insta = Settings::clone_current();
    insta.set_snapshot_path("../../snapshots/state-machines");
    insta.set_prepend_module_to_snapshot(false);
    insta.set_omit_expression(true);
    insta.bind(|| {
        assert_snapshot!(
            "new_order.asl",
            serde_json::to_string_pretty(&definition).unwrap()
        );
        assert_snapshot!("new_order.mermaid", workflow.machine().diagram().to_mermaid());
        assert_snapshot!("new_order.svg", workflow.machine().diagram().to_svg());
    });
}

fn defined() -> Workflow<NewOrderExecution, OrderTaskOutput> {
    const ORDERS: LogicalId = LogicalId::new("Orders");
    let resources = Resources {
        new_order: FunctionRef::new(LogicalId::new("NewOrder"), "new_order"),
        update_inventory: FunctionRef::new(LogicalId::new("UpdateInventory"), "update_inventory"),
        orders: TableRef::new(
            ORDERS,
            "orders",
            "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
        ),
    };
    workflow(&resources).expect("the workflow is well-formed")
}

/// A script for the tasks, and a record of their calls.
#[derive(Default)]
struct Script {
    failures: BTreeMap<&'static str, (usize, TaskFailure)>,
    found: Json,
    asked: RefCell<Vec<(&'static str, Json)>>,
}

#[derive(Clone)]
struct TaskFailure {
    error: String,
    cause: String,
}

impl Script {
    /// A script in which `task` fails the first `times` times.
    fn failing(task: &'static str, times: usize, error: &str, cause: &str) -> Self {
        let mut script = Self::default();
        script.fail(task, times, error, cause);
        script
    }

    fn fail(&mut self, task: &'static str, times: usize, error: &str, cause: &str) {
        let failure = TaskFailure {
            error: error.to_owned(),
            cause: cause.to_owned(),
        };
        self.failures.insert(task, (times, failure));
    }

    fn answer(&self, task: &'static str, asked: Json, answer: Json) -> TaskReply {
        let before = self.calls(task);
        self.asked.borrow_mut().push((task, asked));
        match self.failures.get(task) {
            Some((times, failure)) if before < *times => {
                TaskError::named(&failure.error, failure.cause.clone()).into()
            }
            _ => answer.into(),
        }
    }

    fn payloads(&self, task: &str) -> Vec<Json> {
        let asked = self.asked.borrow();
        asked
            .iter()
            .filter(|(name, _)| *name == task)
            .map(|(_, payload)| payload.clone())
            .collect()
    }

    fn calls(&self, task: &str) -> usize {
        self.payloads(task).len()
    }

    fn last(&self, task: &str) -> Json {
        self.payloads(task).pop().expect("the task was called")
    }
}

fn run(script: &Script) -> Execution {
    run_on(script, json!({ "orderId": "o-1", "order": { "lines": [] } }))
}

fn run_on(script: &Script, input: Json) -> Execution {
    let done = || json!({ "orderId": "o-1" });
    let tasks = Tasks::new()
        .function("new_order", |payload| async move {
            script.answer("new_order", payload, done())
        })
        .function("update_inventory", |payload| async move {
            script.answer("update_inventory", payload, done())
        })
        .service("dynamodb:updateItem", |call| async move {
            script.answer("updateItem", call.arguments, json!({}))
        })
        .service("dynamodb:getItem", |call| async move {
            script.answer("getItem", call.arguments, script.found.clone())
        });
    Interpreter::new(tasks).run_blocking(defined().machine(), input)
}

#[track_caller]
fn check_failure(execution: &Execution, error: &str, cause: &str) {
    assert_eq!(execution.status, Status::Failed(TaskError::named(error, cause)));
}
