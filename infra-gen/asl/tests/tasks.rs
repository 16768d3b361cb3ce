//! Replies of services: errors of functions, and values that the service does not accept.

use infra_gen_asl::{
    StateMachine,
    model::{ErrorName, Json},
    run::{Execution, Interpreter, Mocks, Status, TaskError, Tasks},
    validate,
};
use serde_json::json;

#[track_caller]
fn machine(definition: &Json) -> StateMachine {
    validate(&definition.to_string()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn task(resource: &str, more: &Json) -> Json {
    let mut state = json!({ "Type": "Task", "Resource": resource, "End": true });
    let more = more.as_object().expect("an object").clone();
    state.as_object_mut().expect("an object").extend(more);
    json!({ "StartAt": "A", "States": { "A": state } })
}

#[track_caller]
fn run(definition: &Json, input: Json, reply: &Json) -> Execution {
    let mocks = Mocks::parse(&json!({ "replies": { "A": [reply] } }).to_string()).expect("mocks");
    Interpreter::new(&mocks).run_blocking(&machine(definition), input)
}

#[track_caller]
fn failure(execution: &Execution) -> &TaskError {
    match &execution.status {
        Status::Failed(error) => error,
        other => panic!("{other:?}"),
    }
}

const INVOKE: &str = "arn:aws:states:::lambda:invoke";

fn invoking() -> Json {
    task(INVOKE, &json!({ "Parameters": { "FunctionName": "f" } }))
}

#[test]
fn the_lambda_integration_raises_the_error_of_the_function() {
    let payload = json!({ "errorType": "SoldOut", "errorMessage": "none left" });
    for payload in [payload.clone(), payload.to_string().into()] {
        let response = json!({ "StatusCode": 200, "FunctionError": "Unhandled", "Payload": payload });
        let execution = run(&invoking(), json!({}), &json!({ "response": response }));
        let error = failure(&execution);
        assert_eq!(error.error.as_str(), "SoldOut");
        assert_eq!(
            error.cause,
            r#"{"errorType":"SoldOut","errorMessage":"none left"}"#
        );
        assert_eq!(execution.count("TaskFailed"), 1);
        assert_eq!(execution.count("TaskSucceeded"), 0);
    }
}

#[test]
fn an_error_without_a_type_is_unknown() {
    let response = json!({ "StatusCode": 200, "FunctionError": "Unhandled", "Payload": { "errorMessage": "Task timed out after 3.00 seconds" } });
    let execution = run(&invoking(), json!({}), &json!({ "response": response }));
    let error = failure(&execution);
    assert_eq!(error.error.as_str(), "Lambda.Unknown");
    assert!(
        error
            .cause
            .ends_with(r#"Returned payload: {"errorMessage":"Task timed out after 3.00 seconds"}"#)
    );
}

#[test]
fn a_function_error_is_retried_and_caught() {
    let mut definition = task(
        INVOKE,
        &json!({ "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["Busy"] }],
            "Catch": [{ "ErrorEquals": ["SoldOut"], "ResultPath": "$.error", "Next": "B" }] }),
    );
    definition["States"]["B"] = json!({ "Type": "Pass", "OutputPath": "$.error.Error", "End": true });
    let error =
        |name: &str| json!({ "response": { "FunctionError": "Handled", "Payload": { "errorType": name } } });
    let mocks = json!({ "replies": { "A": [error("Busy"), error("SoldOut")] } }).to_string();
    let mocks = Mocks::parse(&mocks).expect("mocks");
    let execution = Interpreter::new(&mocks).run_blocking(&machine(&definition), json!({}));
    assert_eq!(execution.status, Status::Succeeded(json!("SoldOut")));
}

#[test]
fn a_function_error_fails_a_task_that_waits_for_a_token() {
    let definition = task(
        "arn:aws:states:::lambda:invoke.waitForTaskToken",
        &json!({ "Parameters": { "FunctionName": "f", "Payload": { "token.$": "$$.Task.Token" } } }),
    );
    let submitted = json!({ "FunctionError": "Unhandled", "Payload": { "errorType": "Broken" } });
    let execution = run(
        &definition,
        json!({}),
        &json!({ "result": 1, "submitted": submitted }),
    );
    assert_eq!(failure(&execution).error.as_str(), "Broken");
    assert_eq!(execution.count("TaskSubmitted"), 0);
}

#[test]
fn the_sdk_integration_returns_the_error_of_the_function() {
    let definition = task(
        "arn:aws:states:::aws-sdk:lambda:invoke",
        &json!({ "Parameters": { "FunctionName": "f" } }),
    );
    let response =
        json!({ "StatusCode": 200, "FunctionError": "Unhandled", "Payload": "{\"errorType\":\"SoldOut\"}" });
    let execution = run(&definition, json!({}), &json!({ "response": response }));
    assert_eq!(execution.status, Status::Succeeded(response));
    assert_eq!(execution.count("TaskSucceeded"), 1);
    // It is a call of a service, not of a function by its ARN.
    let tasks = Tasks::new().service("aws-sdk:lambda:invoke", |call| async move {
        call.arguments["FunctionName"].clone()
    });
    let execution = Interpreter::new(tasks).run_blocking(&machine(&definition), json!({}));
    assert_eq!(execution.status, Status::Succeeded(json!("f")));
}

#[test]
fn a_time_limit_is_a_positive_integer() {
    for field in ["TimeoutSeconds", "HeartbeatSeconds"] {
        for seconds in [
            json!(0),
            json!(-1),
            json!(1.5),
            json!(100_000_000),
            json!("0"),
            json!(null),
        ] {
            let by_path = task(
                INVOKE,
                &json!({ "Parameters": { "FunctionName": "f" }, format!("{field}Path"): "$.n" }),
            );
            let execution = run(&by_path, json!({ "n": seconds }), &json!({ "result": 1 }));
            assert_eq!(failure(&execution).error, ErrorName::RUNTIME, "{field} {seconds}");
            assert!(failure(&execution).cause.contains(field));
            assert_eq!(execution.count("TaskScheduled"), 0);

            let by_expression = task(
                INVOKE,
                &json!({ "QueryLanguage": "JSONata", "Arguments": { "FunctionName": "f" }, field: "{% $states.input.n %}" }),
            );
            let execution = run(&by_expression, json!({ "n": seconds }), &json!({ "result": 1 }));
            assert_eq!(failure(&execution).error, ErrorName::QUERY_EVALUATION_ERROR);
            assert_eq!(execution.count("EvaluationFailed"), 1);
        }
    }
    let by_path = task(
        INVOKE,
        &json!({ "Parameters": { "FunctionName": "f" }, "TimeoutSecondsPath": "$.n" }),
    );
    let execution = run(&by_path, json!({ "n": 1 }), &json!({ "result": 1 }));
    assert!(matches!(execution.status, Status::Succeeded(_)));
}

#[test]
fn a_callback_cannot_send_a_long_error_or_cause() {
    let callback = task(
        "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        &json!({ "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" } }),
    );
    let activity = task("arn:aws:states:us-east-1:123456789012:activity:a", &json!({}));
    for definition in [callback, activity] {
        let error = |error: usize, cause: usize| {
            let reply = json!({ "error": "e".repeat(error), "cause": "c".repeat(cause) });
            let execution = run(&definition, json!({}), &reply);
            failure(&execution).error.clone()
        };
        assert_ne!(error(256, 32_768), ErrorName::RUNTIME);
        assert_eq!(error(257, 1), ErrorName::RUNTIME);
        assert_eq!(error(1, 32_769), ErrorName::RUNTIME);
    }
}

#[test]
fn an_error_names_the_state_and_the_field_that_raised_it() {
    let inner = task(INVOKE, &json!({ "Parameters": { "FunctionName": "f" } }));
    let parallel = json!({ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [inner], "End": true } } });
    let execution = run(&parallel, json!({}), &json!({ "error": "Broken" }));
    assert_eq!(failure(&execution).state(), Some("A"));
    assert_eq!(failure(&execution).field(), None);

    let jsonata = json!({ "QueryLanguage": "JSONata", "StartAt": "B", "States": {
        "B": { "Type": "Pass", "Output": "{% $states.input.missing %}", "End": true } } });
    let execution = run(&jsonata, json!({}), &json!({ "result": 1 }));
    assert_eq!(failure(&execution).state(), Some("B"));
    assert_eq!(failure(&execution).field(), Some("Output"));

    for field in [
        "InputPath",
        "OutputPath",
        "Parameters",
        "ResultSelector",
        "Assign",
        "TimeoutSeconds",
    ] {
        let value = json!({ "x.$": "$.missing" });
        let value = match field {
            "Parameters" | "ResultSelector" | "Assign" => json!({ field: value }),
            "TimeoutSeconds" => json!({ "TimeoutSecondsPath": "$.missing" }),
            _ => json!({ field: "$.missing" }),
        };
        let definition = task("arn:aws:states:::sqs:sendMessage", &value);
        let execution = run(&definition, json!({}), &json!({ "result": {} }));
        assert_eq!(failure(&execution).field(), Some(field));
    }
}
