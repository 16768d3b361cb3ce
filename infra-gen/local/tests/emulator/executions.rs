//! Executions of workflows: an orderly stop waits for them, and a restart never shows one as running that does not run.

use std::cell::RefCell;

use crate::running::Place;

#[tokio::test(flavor = "multi_thread")]
async fn an_execution_that_a_stop_cuts_off_is_aborted_at_the_next_start() {
    let place = Place::new();
    let emulator = place.start().await;
    let arn = place.start_execution(600);
    assert_eq!(place.describe_execution(&arn)["status"], "RUNNING");
    emulator.stop().await.unwrap();
    aborted(&place, &arn, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_execution_of_a_killed_emulator_is_aborted_at_the_next_start() {
    let place = Place::new();
    let mut emulator = place.start().await;
    let arn = place.start_execution(600);
    emulator.save().await.unwrap();
    crate::saving::kill(&emulator);
    emulator.wait_exit().await;
    aborted(&place, &arn, true).await;
}

async fn aborted(place: &Place, arn: &str, was_killed: bool) {
    let emulator = place.start().await;
    let report = emulator.start_report();
    assert_eq!((report.aborted_executions, report.was_killed), (1, was_killed));
    let execution = place.describe_execution(arn);
    assert_eq!(execution["status"], "ABORTED");
    assert!(execution["stopDate"].is_number(), "{execution}");
    let body = format!(r#"{{"executionArn": "{arn}", "reverseOrder": true, "maxResults": 1}}"#);
    let history = place
        .call("states", "AWSStepFunctions.GetExecutionHistory", &body)
        .body;
    assert!(history.contains("ExecutionAborted"), "{history}");
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drain_rejects_new_work_and_waits_for_running_executions() {
    let place = Place::new();
    let mut emulator = place.start().await;
    let arn = place.start_execution(3);
    let seen = RefCell::new(Vec::new());
    emulator
        .drain(|work| {
            if seen.borrow().is_empty() {
                let answer = place.call("dynamodb", "DynamoDB_20120810.ListTables", "{}");
                assert_eq!(answer.status, 503, "{answer:?}");
                assert_eq!(answer.header("retry-after"), Some("5"));
                assert_eq!(answer.header("content-type"), Some("application/problem+json"));
            }
            seen.borrow_mut().push(work.executions);
        })
        .await;
    let seen = seen.into_inner();
    assert_eq!((seen.first(), seen.last()), (Some(&1), Some(&0)), "{seen:?}");
    emulator.stop().await.unwrap();

    let emulator = place.start().await;
    assert_eq!(emulator.start_report().aborted_executions, 0);
    assert_eq!(place.describe_execution(&arn)["status"], "SUCCEEDED");
    emulator.stop().await.unwrap();
}
