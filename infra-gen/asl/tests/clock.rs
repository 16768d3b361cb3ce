//! The virtual time of branches and iterations.

use std::time::Duration;

use infra_gen_asl::{
    model::Json,
    run::{Execution, Interpreter, Mocks, Status, TaskReply, Tasks},
    validate,
};
use serde_json::json;

#[track_caller]
fn run(definition: &Json, input: Json) -> Execution {
    let machine = validate(&definition.to_string()).unwrap_or_else(|problems| panic!("{problems}"));
    let tasks = Tasks::new().function("slow", |seconds: Json| async move {
        TaskReply::from(seconds.clone()).after(Duration::from_secs(seconds.as_u64().unwrap_or(0)))
    });
    Interpreter::new(tasks).run_blocking(&machine, input)
}

#[track_caller]
fn takes(definition: &Json, input: Json, wanted: Duration) {
    let execution = run(definition, input);
    assert!(
        matches!(execution.status, Status::Succeeded(_)),
        "{:?}",
        execution.status
    );
    assert_eq!(execution.took, wanted);
}

fn map(fields: &Json, mode: &str, states: &Json) -> Json {
    let mut config = json!({ "Mode": mode });
    if mode == "DISTRIBUTED" {
        config["ExecutionType"] = json!("STANDARD");
    }
    let mut state = json!({ "Type": "Map", "End": true, "ResultPath": null,
        "ItemProcessor": { "ProcessorConfig": config, "StartAt": "I", "States": states } });
    let fields = fields.as_object().expect("an object").clone();
    state.as_object_mut().expect("an object").extend(fields);
    json!({ "StartAt": "A", "States": { "A": state } })
}

fn waiting() -> Json {
    json!({ "I": { "Type": "Wait", "SecondsPath": "$", "End": true } })
}

/// A scope that enters 1,501 states, named after `name`: a counter up to 750.
fn counting(name: &str) -> Json {
    let [first, done, more, end] = ["First", "Done?", "More", "End"].map(|state| format!("{name}{state}"));
    json!({ "StartAt": first, "States": {
        &first: { "Type": "Pass", "Parameters": { "n": 1 }, "Next": done },
        &done: { "Type": "Choice", "Default": more,
            "Choices": [{ "Variable": "$.n", "NumericGreaterThanEquals": 750, "Next": end }] },
        &more: { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": done },
        &end: { "Type": "Succeed" },
    } })
}

fn parallel(branches: &[Json]) -> Json {
    json!({ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": branches, "End": true } } })
}

#[test]
fn a_map_over_many_items_does_not_exceed_a_timeout() {
    let mut definition = map(
        &json!({}),
        "DISTRIBUTED",
        &json!({ "I": { "Type": "Pass", "End": true } }),
    );
    definition["TimeoutSeconds"] = json!(1);
    takes(&definition, json!(vec![0; 10_000]), Duration::ZERO);
}

#[test]
fn loops_in_concurrent_branches_take_their_time_together() {
    // 1,000 states take no time; 501 more take 10 ms each.
    let one = Duration::from_millis(5_010);
    takes(&parallel(&[counting("A")]), json!({}), one);
    takes(&parallel(&["A", "B", "C"].map(counting)), json!({}), one);
    for mode in ["INLINE", "DISTRIBUTED"] {
        let limited = |limit: u64| {
            let mut definition = map(
                &json!({ "MaxConcurrency": limit }),
                mode,
                &counting("A")["States"],
            );
            definition["States"]["A"]["ItemProcessor"]["StartAt"] = json!("AFirst");
            definition
        };
        takes(&limited(0), json!([1, 2, 3]), one);
        takes(&limited(2), json!([1, 2, 3]), 2 * one);
    }
}

#[test]
fn a_loop_in_one_branch_does_not_delay_another() {
    let late = json!({ "StartAt": "W", "States": {
        "W": { "Type": "Wait", "Seconds": 3, "Next": "F" }, "F": { "Type": "Fail", "Error": "Late" } } });
    let execution = run(&parallel(&[counting("A"), late]), json!({}));
    assert!(matches!(&execution.status, Status::Failed(error) if error.error.as_str() == "Late"));
    assert_eq!(execution.took, Duration::from_secs(3));
}

#[test]
fn a_map_ends_when_its_last_iteration_ends() {
    for mode in ["INLINE", "DISTRIBUTED"] {
        let seconds = json!([10, 20, 5, 30]);
        takes(
            &map(&json!({}), mode, &waiting()),
            seconds.clone(),
            Duration::from_secs(30),
        );
        // The third iteration starts after the first, at 10 s, and the fourth after the third, at 15 s.
        takes(
            &map(&json!({ "MaxConcurrency": 2 }), mode, &waiting()),
            seconds.clone(),
            Duration::from_secs(45),
        );
        takes(
            &map(&json!({ "MaxConcurrency": 1 }), mode, &waiting()),
            seconds,
            Duration::from_secs(65),
        );
    }
}

#[test]
fn an_inline_map_runs_40_iterations_at_the_same_time() {
    for limit in [0, 41, 1_000] {
        let definition = map(&json!({ "MaxConcurrency": limit }), "INLINE", &waiting());
        takes(&definition, json!(vec![10; 40]), Duration::from_secs(10));
        takes(&definition, json!(vec![10; 100]), Duration::from_secs(30));
    }
}

#[test]
fn a_distributed_map_runs_10_000_child_executions_at_the_same_time() {
    let definition = map(&json!({}), "DISTRIBUTED", &waiting());
    takes(&definition, json!(vec![10; 10_001]), Duration::from_secs(20));
}

#[test]
fn each_call_of_many_iterations_takes_its_own_time() {
    let states = json!({ "I": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": { "FunctionName": "slow", "Payload.$": "$" } } });
    let definition = map(&json!({}), "DISTRIBUTED", &states);
    let seconds: Vec<u64> = (1..=3_600).collect();
    takes(&definition, json!(seconds), Duration::from_hours(1));
}

#[test]
fn an_iteration_that_waits_for_its_retry_does_not_delay_others() {
    let states = json!({ "I": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 7 }] } });
    let definition = map(&json!({}), "INLINE", &states);
    let machine = validate(&definition.to_string()).expect("a valid machine");
    let mocks = json!({ "replies": { "I": [{ "error": "Busy", "took": 2 }, { "result": 1, "took": 4 }, { "result": 2, "took": 1 }] } });
    let mocks = Mocks::parse(&mocks.to_string()).expect("mocks");
    let execution = Interpreter::new(&mocks).run_blocking(&machine, json!([1, 2]));
    let at = |event_type: &str| -> Vec<f64> {
        let events = execution
            .history
            .iter()
            .filter(|event| event.event_type == event_type);
        events.map(|event| event.at.as_secs_f64()).collect()
    };
    assert_eq!(at("TaskScheduled"), [0.0, 0.0, 9.0]);
    assert_eq!(at("TaskSucceeded"), [4.0, 10.0]);
    assert_eq!(at("MapIterationSucceeded"), [4.0, 10.0]);
    assert_eq!(at("MapStateSucceeded"), [10.0]);
}
