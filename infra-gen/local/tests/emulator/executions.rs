//! Executions of workflows: a drain waits for them, and a restart aborts those that were running.

use std::cell::RefCell;

use crate::running::TestEmulator;

#[tokio::test(flavor = "multi_thread")]
async fn an_execution_that_is_running_at_a_stop_is_aborted_at_the_next_start() {
    let test = TestEmulator::new();
    let emulator = test.start().await;
    let arn = test.start_execution(600);
    assert_eq!(test.describe_execution(&arn)["status"], "RUNNING");
    emulator.stop().await.unwrap();
    aborted(&test, &arn, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_execution_of_a_killed_emulator_is_aborted_at_the_next_start() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    let arn = test.start_execution(600);
    emulator.save().await.unwrap();
    crate::saving::kill(&emulator);
    emulator.wait_exit().await;
    aborted(&test, &arn, true).await;
}

async fn aborted(test: &TestEmulator, arn: &str, was_killed: bool) {
    let emulator = test.start().await;
    let report = emulator.start_report();
    assert_eq!((report.aborted_executions, report.was_killed), (1, was_killed));
    let execution = test.describe_execution(arn);
    assert_eq!(execution["status"], "ABORTED");
    assert!(execution["stopDate"].is_number(), "{execution}");
    let body = format!(r#"{{"executionArn": "{arn}", "reverseOrder": true, "maxResults": 1}}"#);
    let history = test
        .call("states", "AWSStepFunctions.GetExecutionHistory", &body)
        .body;
    assert!(history.contains("ExecutionAborted"), "{history}");
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drain_rejects_new_work_and_waits_for_running_executions() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    let arn = test.start_execution(3);
    let seen = RefCell::new(Vec::new());
    emulator
        .drain(|work| {
            if seen.borrow().is_empty() {
                let response = test.call("dynamodb", "DynamoDB_20120810.ListTables", "{}");
                assert_eq!(response.status, 503, "{response:?}");
                assert_eq!(response.header("retry-after"), Some("5"));
                assert_eq!(response.header("content-type"), Some("application/problem+json"));
            }
            seen.borrow_mut().push(work.executions);
        })
        .await;
    let seen = seen.into_inner();
    assert_eq!((seen.first(), seen.last()), (Some(&1), Some(&0)), "{seen:?}");
    emulator.stop().await.unwrap();

    let emulator = test.start().await;
    assert_eq!(emulator.start_report().aborted_executions, 0);
    assert_eq!(test.describe_execution(&arn)["status"], "SUCCEEDED");
    emulator.stop().await.unwrap();
}
