//! Executions: data, errors, retries, branches and time.

use std::{cell::RefCell, time::Duration};

use infra_gen_asl::{
    StateMachine,
    model::{ErrorName, Json},
    run::{
        CallOrder, Execution, ExecutionSettings, Fault, Interpreter, Status, TaskCall, TaskError, TaskReply,
        TaskRunner, Tasks,
    },
    validate,
};
use serde_json::json;

#[track_caller]
fn machine(definition: &Json) -> StateMachine {
    validate(&definition.to_string()).unwrap_or_else(|problems| panic!("{problems}"))
}

#[track_caller]
fn run(definition: &Json, input: Json) -> Execution {
    Interpreter::new(tasks()).run_blocking(&machine(definition), input)
}

/// A JSONPath machine with one state `A`.
fn path(state: &Json) -> Json {
    json!({ "StartAt": "A", "States": { "A": ending(state) } })
}

/// A JSONata machine with one state `A`.
fn jsonata(state: &Json) -> Json {
    json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": ending(state) } })
}

fn ending(state: &Json) -> Json {
    let mut state = state.clone();
    let ends_itself = matches!(state["Type"].as_str(), Some("Fail" | "Succeed" | "Choice"));
    if !ends_itself {
        state["End"] = true.into();
    }
    state
}

/// A JSONPath task that calls the function `name` by its ARN, so its response is not wrapped.
fn ask(name: &str, more: &Json) -> Json {
    let mut task = json!({ "Type": "Task", "Resource": format!("arn:aws:lambda:us-east-1:123456789012:function:{name}") });
    task.as_object_mut()
        .expect("an object")
        .extend(more.as_object().expect("an object").clone());
    task
}

fn tasks() -> Tasks<'static> {
    Tasks::new()
        .function("echo", |input| async move { TaskReply::from(input) })
        .function("fail", |_| async {
            TaskReply::from(TaskError::named("Broken", "it is broken"))
        })
        .function("slow", |input| async move {
            TaskReply::from(input).after(Duration::from_mins(1))
        })
        .function("slow-fail", |_| async {
            TaskReply::from(TaskError::named("Late", "late")).after(Duration::from_secs(5))
        })
        .function("large", |_| async {
            TaskReply::from(Json::from("x".repeat(300_000)))
        })
}

#[track_caller]
fn succeeds(definition: &Json, input: Json, wanted: &Json) {
    let execution = run(definition, input);
    assert_eq!(
        execution.status,
        Status::Succeeded(wanted.clone()),
        "{definition}"
    );
}

#[track_caller]
fn fails(definition: &Json, input: Json, wanted: &ErrorName) {
    match run(definition, input).status {
        Status::Failed(error) => assert_eq!(error.error, *wanted, "{definition}: {error}"),
        other => panic!("{definition}: {other:?}"),
    }
}

#[test]
fn jsonpath_fields_are_applied_in_order() {
    let state = ask(
        "echo",
        &json!({
            "InputPath": "$.in",
            "Parameters": { "kept": 1, "taken.$": "$.x", "made.$": "States.Format('{}!', $.x)", "from.$": "$$.Execution.Name" },
            "ResultSelector": { "got.$": "$.taken", "all.$": "$" },
            "ResultPath": "$.out.here",
            "OutputPath": "$.out",
        }),
    );
    succeeds(
        &path(&state),
        json!({ "in": { "x": "y" }, "other": 1 }),
        &json!({ "here": {
            "got": "y",
            "all": { "kept": 1, "taken": "y", "made": "y!", "from": "execution" },
        } }),
    );
}

#[test]
fn a_result_can_be_discarded() {
    let state = ask("echo", &json!({ "Parameters": { "x": 1 }, "ResultPath": null }));
    succeeds(&path(&state), json!("kept"), &json!("kept"));
}

#[test]
fn a_path_that_finds_nothing_fails() {
    let template = ask("echo", &json!({ "Parameters": { "x.$": "$.missing" } }));
    fails(&path(&template), json!({}), &ErrorName::RUNTIME);
    let selector = ask("echo", &json!({ "ResultSelector": { "x.$": "$.missing" } }));
    fails(&path(&selector), json!({}), &ErrorName::RUNTIME);
    fails(
        &path(&json!({ "Type": "Pass", "InputPath": "$.missing" })),
        json!({}),
        &ErrorName::RUNTIME,
    );
    let intrinsic = ask(
        "echo",
        &json!({ "Parameters": { "x.$": "States.MathAdd($.missing, 1)" } }),
    );
    fails(&path(&intrinsic), json!({}), &ErrorName::INTRINSIC_FAILURE);
}

#[test]
fn a_path_that_finds_nothing_cannot_be_caught() {
    let caught = |state: &Json| {
        let mut state = state.clone();
        state["Catch"] = json!([{ "ErrorEquals": ["States.ALL"], "Next": "B" }]);
        json!({ "StartAt": "A", "States": { "A": ending(&state), "B": { "Type": "Pass", "Result": "caught", "End": true } } })
    };
    fails(
        &caught(&ask("echo", &json!({ "Parameters": { "x.$": "$.m" } }))),
        json!({}),
        &ErrorName::RUNTIME,
    );
    fails(
        &caught(&ask("echo", &json!({ "InputPath": "$.m" }))),
        json!({}),
        &ErrorName::RUNTIME,
    );
}

#[test]
fn a_result_path_that_does_not_match_fails() {
    let state = ask("echo", &json!({ "ResultPath": "$.x.y" }));
    fails(
        &path(&state),
        json!({ "x": 1 }),
        &ErrorName::RESULT_PATH_MATCH_FAILURE,
    );
}

#[test]
fn jsonata_sees_input_result_context_and_variables() {
    let definition = json!({
        "QueryLanguage": "JSONata",
        "StartAt": "A",
        "States": {
            "A": { "Type": "Pass", "Assign": { "rate": 3, "name": "{% $states.context.State.Name %}" }, "Next": "B" },
            "B": {
                "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": { "FunctionName": "echo", "Payload": { "n": "{% $states.input.n * $rate %}" } },
                "Output": { "n": "{% $states.result.Payload.n %}", "was": "{% $states.input.n %}", "name": "{% $name %}" },
                "End": true,
            },
        },
    });
    succeeds(
        &definition,
        json!({ "n": 7 }),
        &json!({ "n": 21, "was": 7, "name": "A" }),
    );
}

#[test]
fn variables_are_set_at_the_same_time() {
    let definition = json!({
        "QueryLanguage": "JSONata",
        "StartAt": "A",
        "States": {
            "A": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "Next": "B" },
            "B": { "Type": "Pass", "Assign": { "x": "{% $y %}", "y": "{% $x %}" }, "Next": "C" },
            "C": { "Type": "Pass", "Output": "{% [$x, $y] %}", "End": true },
        },
    });
    succeeds(&definition, json!({}), &json!([2, 1]));
}

#[test]
fn an_undefined_expression_fails() {
    let output =
        |expression: &str| jsonata(&json!({ "Type": "Pass", "Output": format!("{{% {expression} %}}") }));
    for expression in [
        "$states.input.missing",
        "$missing",
        "$sum",
        "'a' + 1",
        "$parse('{')",
        "$error('no')",
    ] {
        fails(&output(expression), json!({}), &ErrorName::QUERY_EVALUATION_ERROR);
    }
    succeeds(&output("null"), json!({}), &Json::Null);
}

#[test]
fn jsonata_has_the_functions_that_step_functions_adds() {
    for (expression, wanted) in [
        ("$partition([1,2,3,4,5], 2)", json!([[1, 2], [3, 4], [5]])),
        ("$range(1, 9, 2)", json!([1, 3, 5, 7, 9])),
        ("$hash('abc', 'MD5')", json!("900150983cd24fb0d6963f7d28e17f72")),
        ("$parse('{\"a\": [1]}')", json!({ "a": [1] })),
        ("$length($uuid())", json!(36)),
        ("$random() < 1", json!(true)),
        ("$random(4) = $random(4)", json!(true)),
        ("$now()", json!("2026-01-01T00:00:00.000Z")),
        ("$millis()", json!(1_767_225_600_000_i64)),
        ("$now('[Y]-[M01]')", json!("2026-01")),
    ] {
        let definition = jsonata(&json!({ "Type": "Pass", "Output": format!("{{% {expression} %}}") }));
        succeeds(&definition, json!({}), &wanted);
    }
}

#[test]
fn a_choice_takes_the_first_matching_rule() {
    let definition = json!({
        "StartAt": "A",
        "States": {
            "A": { "Type": "Choice", "Default": "Small", "Choices": [
                { "And": [
                    { "Variable": "$.n", "IsNumeric": true },
                    { "Not": { "Variable": "$.n", "NumericLessThan": 10 } },
                ], "Next": "Large" },
                { "Or": [{ "Variable": "$.n", "IsString": true }, { "Variable": "$.n", "IsNull": true }], "Next": "Odd" },
            ] },
            "Small": { "Type": "Pass", "Result": "small", "End": true },
            "Large": { "Type": "Pass", "Result": "large", "End": true },
            "Odd": { "Type": "Pass", "Result": "odd", "End": true },
        },
    });
    for (n, wanted) in [
        (json!(1), "small"),
        (json!(10), "large"),
        (json!("x"), "odd"),
        (Json::Null, "odd"),
    ] {
        succeeds(&definition, json!({ "n": n }), &json!(wanted));
    }
}

#[test]
fn a_choice_without_a_match_or_a_boolean_fails() {
    let choice = |condition: &str| {
        json!({
            "QueryLanguage": "JSONata", "StartAt": "A",
            "States": {
                "A": { "Type": "Choice", "Choices": [{ "Condition": condition, "Next": "B" }] },
                "B": { "Type": "Succeed" },
            },
        })
    };
    fails(
        &choice("{% $states.input.n > 5 %}"),
        json!({ "n": 1 }),
        &ErrorName::NO_CHOICE_MATCHED,
    );
    fails(
        &choice("{% $states.input.n %}"),
        json!({ "n": 1 }),
        &ErrorName::QUERY_EVALUATION_ERROR,
    );
}

#[test]
fn waiting_uses_virtual_time_only() {
    for (wait, wanted) in [
        (json!({ "Type": "Wait", "Seconds": 86_400 }), 86_400),
        (json!({ "Type": "Wait", "SecondsPath": "$.s" }), 90),
        (
            json!({ "Type": "Wait", "Timestamp": "2026-01-01T01:00:00Z" }),
            3600,
        ),
        (json!({ "Type": "Wait", "TimestampPath": "$.t" }), 0),
    ] {
        let execution = run(&path(&wait), json!({ "s": 90, "t": "2020-01-01T00:00:00Z" }));
        assert_eq!(execution.took.as_secs(), wanted, "{wait}");
    }
    fails(
        &path(&json!({ "Type": "Wait", "SecondsPath": "$.s" })),
        json!({ "s": -1 }),
        &ErrorName::RUNTIME,
    );
    fails(
        &jsonata(&json!({ "Type": "Wait", "Seconds": "{% 'x' %}" })),
        json!({}),
        &ErrorName::QUERY_EVALUATION_ERROR,
    );
}

#[test]
fn retries_back_off_and_then_give_up() {
    let state = ask(
        "fail",
        &json!({ "Retry": [
        { "ErrorEquals": ["Other"], "MaxAttempts": 9 },
        { "ErrorEquals": ["Broken"], "IntervalSeconds": 2, "BackoffRate": 3.0, "MaxDelaySeconds": 10 },
    ] }),
    );
    let execution = run(&path(&state), json!({}));
    assert_eq!(execution.took.as_secs(), 2 + 6 + 10);
    assert_eq!(execution.count("LambdaFunctionFailed"), 4);
    assert!(matches!(execution.status, Status::Failed(error) if error.error.as_str() == "Broken"));
}

#[test]
fn the_context_has_the_retry_count() {
    let tries = RefCell::new(Vec::new());
    let tasks = Tasks::new().service("sqs:sendMessage", |call: TaskCall| {
        tries
            .borrow_mut()
            .push((call.retries, call.arguments["n"].as_u64()));
        let reply = if call.retries < 2 {
            Err(TaskError::named("Busy", ""))
        } else {
            Ok(json!("sent"))
        };
        async move { TaskReply::from(reply) }
    });
    let definition = jsonata(&json!({
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Arguments": { "n": "{% $states.context.State.RetryCount %}" },
        "Retry": [{ "ErrorEquals": ["States.TaskFailed"] }],
    }));
    let execution = Interpreter::new(tasks).run_blocking(&machine(&definition), json!({}));
    assert_eq!(execution.status, Status::Succeeded(json!("sent")));
    assert_eq!(*tries.borrow(), [(0, Some(0)), (1, Some(1)), (2, Some(2))]);
}

#[test]
fn a_catcher_writes_the_error_to_its_result_path() {
    let definition = json!({
        "StartAt": "A",
        "States": {
            "A": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:fail", "End": true,
                "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "ResultPath": "$.error", "Next": "B" }] },
            "B": { "Type": "Pass", "End": true },
        },
    });
    succeeds(
        &definition,
        json!({ "kept": 1 }),
        &json!({ "kept": 1, "error": { "Error": "Broken", "Cause": "it is broken" } }),
    );
}

#[test]
fn a_jsonata_catcher_sets_output_and_variables() {
    let definition = json!({
        "QueryLanguage": "JSONata",
        "StartAt": "A",
        "States": {
            "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "fail" }, "End": true,
                "Catch": [{ "ErrorEquals": ["Broken"], "Next": "B",
                    "Assign": { "why": "{% $states.errorOutput.Cause %}" },
                    "Output": "{% $states.input.id & ':' & $states.errorOutput.Error %}" }] },
            "B": { "Type": "Pass", "Output": "{% [$states.input, $why] %}", "End": true },
        },
    });
    succeeds(
        &definition,
        json!({ "id": "t" }),
        &json!(["t:Broken", "it is broken"]),
    );
}

#[test]
fn a_task_that_takes_too_long_times_out() {
    let state = ask(
        "slow",
        &json!({ "TimeoutSeconds": 30, "Retry": [{ "ErrorEquals": ["States.Timeout"], "MaxAttempts": 1 }] }),
    );
    let execution = run(&path(&state), json!({}));
    assert!(matches!(&execution.status, Status::Failed(error) if error.error == ErrorName::TIMEOUT));
    assert_eq!(execution.took.as_secs(), 30 + 1 + 30);
    assert_eq!(execution.count("LambdaFunctionTimedOut"), 2);
    let silent = ask("slow", &json!({ "TimeoutSeconds": 90, "HeartbeatSeconds": 10 }));
    fails(&path(&silent), json!({}), &ErrorName::TIMEOUT);
}

#[test]
fn a_task_with_heartbeats_does_not_time_out() {
    let tasks = Tasks::new().function("work", |_| async {
        TaskReply {
            heartbeat: Some(Duration::from_secs(9)),
            ..TaskReply::from(json!("done")).after(Duration::from_mins(1))
        }
    });
    let state = ask("work", &json!({ "TimeoutSeconds": 90, "HeartbeatSeconds": 10 }));
    let execution = Interpreter::new(tasks).run_blocking(&machine(&path(&state)), json!({}));
    assert_eq!(execution.status, Status::Succeeded(json!("done")));
}

#[test]
fn an_execution_times_out() {
    let mut definition = path(&json!({ "Type": "Wait", "Seconds": 100 }));
    definition["TimeoutSeconds"] = json!(60);
    let execution = run(&definition, json!({}));
    assert_eq!(
        (execution.status, execution.took.as_secs()),
        (Status::TimedOut, 60)
    );
}

#[test]
fn a_payload_that_is_too_large_fails_and_can_be_caught() {
    fails(
        &path(&ask("large", &json!({}))),
        json!({}),
        &ErrorName::DATA_LIMIT_EXCEEDED,
    );
    let definition = json!({
        "StartAt": "A",
        "States": {
            "A": ending(&ask("large", &json!({ "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "B" }] }))),
            "B": { "Type": "Pass", "Result": "caught", "End": true },
        },
    });
    succeeds(&definition, json!({}), &json!("caught"));
}

#[test]
fn a_fail_state_has_an_error_and_a_cause() {
    let definition =
        jsonata(&json!({ "Type": "Fail", "Error": "{% 'E' & $states.input.n %}", "Cause": "because" }));
    assert_eq!(
        run(&definition, json!({ "n": 1 })).status,
        Status::Failed(TaskError::named("E1", "because"))
    );
    let definition =
        path(&json!({ "Type": "Fail", "ErrorPath": "$.e", "CausePath": "States.Format('{}!', $.e)" }));
    assert_eq!(
        run(&definition, json!({ "e": "E2" })).status,
        Status::Failed(TaskError::named("E2", "E2!"))
    );
}

#[test]
fn an_unknown_function_fails_with_its_name() {
    fails(
        &path(&ask("missing", &json!({}))),
        json!({}),
        &ErrorName::new("Lambda.ResourceNotFoundException"),
    );
}

fn both(first: &Json, second: &Json, more: &Json) -> Json {
    let branch = |name: &str, state: &Json| {
        let next = format!("{name}2");
        let mut first = state.clone();
        first["Next"] = next.as_str().into();
        json!({ "StartAt": name, "States": { name: first, next: ask("echo", &json!({ "End": true })) } })
    };
    let mut state = json!({ "Type": "Parallel", "Branches": [branch("X", first), branch("Y", second)] });
    state
        .as_object_mut()
        .expect("an object")
        .extend(more.as_object().expect("an object").clone());
    path(&state)
}

#[test]
fn branches_run_concurrently_and_return_an_array() {
    let wait = |seconds: u32| json!({ "Type": "Wait", "Seconds": seconds });
    let execution = run(&both(&wait(10), &wait(3), &json!({})), json!("in"));
    assert_eq!(execution.status, Status::Succeeded(json!(["in", "in"])));
    assert_eq!(execution.took.as_secs(), 10);
    assert_eq!(execution.entered_states(), ["A", "X", "Y", "Y2", "X2"]);
}

#[test]
fn a_parallel_state_fails_with_its_first_branch_and_makes_no_later_calls() {
    let definition = both(
        &ask("slow", &json!({})),
        &ask("slow-fail", &json!({})),
        &json!({}),
    );
    let execution = run(&definition, json!("in"));
    assert_eq!(execution.status, Status::Failed(TaskError::named("Late", "late")));
    assert_eq!(execution.took.as_secs(), 5);
    assert_eq!(execution.entered_states(), ["A", "X", "Y"]);
}

#[test]
fn a_branch_error_is_caught_by_name_or_as_branch_failed() {
    for name in ["Late", "States.BranchFailed", "States.TaskFailed"] {
        let more = json!({ "Catch": [{ "ErrorEquals": [name], "ResultPath": null, "Next": "B" }] });
        let mut definition = both(&ask("slow", &json!({})), &ask("slow-fail", &json!({})), &more);
        definition["States"]["B"] = json!({ "Type": "Succeed" });
        succeeds(&definition, json!("in"), &json!("in"));
    }
}

#[test]
fn a_branch_reads_outer_variables_and_sets_only_its_own() {
    let definition = json!({
        "QueryLanguage": "JSONata", "StartAt": "A",
        "States": {
            "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "P" },
            "P": { "Type": "Parallel", "Next": "C", "Branches": [{ "StartAt": "I", "States": {
                "I": { "Type": "Pass", "Assign": { "y": "{% $x + 1 %}" }, "Next": "J" },
                "J": { "Type": "Pass", "Output": "{% $y %}", "End": true },
            } }] },
            "C": { "Type": "Pass", "Output": "{% [$states.input[0], $x] %}", "End": true },
        },
    });
    succeeds(&definition, json!({}), &json!([2, 1]));
}

fn map(more: &Json, states: &Json) -> Json {
    let mut state = json!({ "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": states } });
    for (name, value) in more.as_object().expect("an object") {
        if name == "ProcessorConfig" {
            state["ItemProcessor"][name] = value.clone();
        } else {
            state[name] = value.clone();
        }
    }
    state
}

#[test]
fn a_map_limits_its_concurrency() {
    let states = json!({ "I": { "Type": "Wait", "Seconds": 10, "End": true } });
    for (limit, wanted) in [(0, 10), (1, 50), (2, 30)] {
        let execution = run(
            &path(&map(&json!({ "MaxConcurrency": limit }), &states)),
            json!([1, 2, 3, 4, 5]),
        );
        assert_eq!(execution.status, Status::Succeeded(json!([1, 2, 3, 4, 5])));
        assert_eq!(execution.took.as_secs(), wanted, "{limit}");
    }
}

#[test]
fn the_item_selector_is_applied_to_each_item() {
    let states = json!({ "I": { "Type": "Pass", "End": true } });
    let by_path = map(
        &json!({ "ItemsPath": "$.list", "ItemSelector": { "v.$": "$$.Map.Item.Value", "i.$": "$$.Map.Item.Index", "of.$": "$.name" } }),
        &states,
    );
    let wanted = json!([{ "v": "a", "i": 0, "of": "n" }, { "v": "b", "i": 1, "of": "n" }]);
    succeeds(
        &path(&by_path),
        json!({ "list": ["a", "b"], "name": "n" }),
        &wanted,
    );
    let by_expression = map(
        &json!({ "Items": "{% $states.input.list %}", "ItemSelector": {
            "v": "{% $states.context.Map.Item.Value %}", "i": "{% $states.context.Map.Item.Index %}", "of": "{% $states.input.name %}" } }),
        &states,
    );
    succeeds(
        &jsonata(&by_expression),
        json!({ "list": ["a", "b"], "name": "n" }),
        &wanted,
    );
}

#[test]
fn an_inline_map_fails_with_its_first_failed_item() {
    let states = json!({ "I": ask("fail", &json!({ "End": true })) });
    fails(
        &path(&map(&json!({}), &states)),
        json!([1, 2]),
        &ErrorName::new("Broken"),
    );
    fails(
        &path(&map(&json!({}), &states)),
        json!("no list"),
        &ErrorName::RUNTIME,
    );
}

#[test]
fn a_distributed_map_tolerates_failures_up_to_its_limit() {
    let states = json!({
        "I": { "Type": "Choice", "Choices": [{ "Variable": "$", "NumericLessThan": 0, "Next": "Bad" }], "Default": "Good" },
        "Bad": { "Type": "Fail", "Error": "Negative" },
        "Good": { "Type": "Succeed" },
    });
    let config = |more: &Json| {
        let mut all = json!({ "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" } });
        all.as_object_mut()
            .unwrap()
            .extend(more.as_object().expect("an object").clone());
        path(&map(&all, &states))
    };
    let items = json!([1, -1, 2, -2]);
    fails(
        &config(&json!({})),
        items.clone(),
        &ErrorName::EXCEED_TOLERATED_FAILURE_THRESHOLD,
    );
    fails(
        &config(&json!({ "ToleratedFailureCount": 1 })),
        items.clone(),
        &ErrorName::EXCEED_TOLERATED_FAILURE_THRESHOLD,
    );
    fails(
        &config(&json!({ "ToleratedFailurePercentage": 49.9 })),
        items.clone(),
        &ErrorName::EXCEED_TOLERATED_FAILURE_THRESHOLD,
    );
    // The result of a failed child execution is its description.
    let Status::Succeeded(output) = run(&config(&json!({ "ToleratedFailurePercentage": 50 })), items).status
    else {
        panic!("half of the items may fail");
    };
    assert_eq!((&output[0], &output[2]), (&json!(1), &json!(2)));
    assert_eq!(output[1]["Status"], "FAILED");
    assert_eq!(output[1]["Error"], "Negative");
}

#[test]
fn a_distributed_map_reads_batches_and_writes() {
    let written = RefCell::new(Json::Null);
    let tasks = Tasks::new()
        .service("s3:getObject", |_| async {
            TaskReply::from(json!("id,name\n1,a\n2,b\n3,c\n"))
        })
        .service("s3:putObject", |call: TaskCall| {
            *written.borrow_mut() = call.arguments["Body"].clone();
            async { TaskReply::from(json!({})) }
        });
    let states = json!({ "I": { "Type": "Pass", "Parameters": { "of.$": "$.BatchInput.run", "ids.$": "$.Items[*].id" }, "End": true } });
    let definition = path(&map(
        &json!({
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
            "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV" }, "Parameters": { "Bucket": "b", "Key": "k" } },
            "ItemBatcher": { "MaxItemsPerBatch": 2, "BatchInput": { "run": 7 } },
            "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b", "Prefix": "p" },
                "WriterConfig": { "Transformation": "COMPACT", "OutputType": "JSON" } },
            "ResultSelector": { "at.$": "$.ResultWriterDetails.Bucket" },
        }),
        &states,
    ));
    let execution = Interpreter::new(tasks).run_blocking(&machine(&definition), json!({}));
    assert_eq!(execution.status, Status::Succeeded(json!({ "at": "b" })));
    assert_eq!(
        *written.borrow(),
        json!([{ "of": 7, "ids": ["1", "2"] }, { "of": 7, "ids": ["3"] }])
    );
}

#[test]
fn a_failed_reader_has_its_own_error() {
    let tasks = Tasks::new().service("s3:getObject", |_| async {
        TaskReply::from(TaskError::named("S3.NoSuchKey", "gone"))
    });
    let definition = path(&map(
        &json!({
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
            "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": {} },
        }),
        &json!({ "I": { "Type": "Succeed" } }),
    ));
    match Interpreter::new(tasks)
        .run_blocking(&machine(&definition), json!({}))
        .status
    {
        Status::Failed(error) => assert_eq!(error.error, ErrorName::ITEM_READER_FAILED),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_callback_returns_the_result() {
    let tasks = Tasks::new().service("sqs:sendMessage.waitForTaskToken", |call: TaskCall| {
        assert_eq!(call.arguments["MessageBody"].as_str(), call.token.as_deref());
        async { TaskReply::from(json!("approved")).after(Duration::from_hours(24)) }
    });
    let definition = jsonata(&json!({
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Arguments": { "MessageBody": "{% $states.context.Task.Token %}" },
    }));
    let execution = Interpreter::new(tasks).run_blocking(&machine(&definition), json!({}));
    assert_eq!(execution.status, Status::Succeeded(json!("approved")));
    assert_eq!(execution.count("TaskSubmitted"), 1);
}

#[test]
fn the_history_matches_the_events_of_aws() {
    let execution = run(&path(&ask("echo", &json!({}))), json!(1));
    let types: Vec<_> = execution
        .history
        .iter()
        .map(|event| event.event_type.as_str())
        .collect();
    assert_eq!(
        types,
        [
            "ExecutionStarted",
            "TaskStateEntered",
            "LambdaFunctionScheduled",
            "LambdaFunctionStarted",
            "LambdaFunctionSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded",
        ]
    );
    let previous: Vec<_> = execution.history.iter().map(|event| event.previous).collect();
    assert_eq!(previous, [0, 0, 2, 3, 4, 5, 6]);
}

#[test]
fn faults_apply_at_the_right_point() {
    let calls = RefCell::new(0);
    let definition = path(&ask("count", &json!({})));
    for (fault, status, wanted) in [
        (None, Status::Succeeded(json!(1)), 1),
        (
            Some(Fault::FailBefore(TaskError::named("Lost", ""))),
            Status::Failed(TaskError::named("Lost", "")),
            0,
        ),
        (
            Some(Fault::FailAfter(TaskError::named("Lost", ""))),
            Status::Failed(TaskError::named("Lost", "")),
            1,
        ),
        (Some(Fault::RunTwice), Status::Succeeded(json!(2)), 2),
        (Some(Fault::StopBefore), Status::Aborted, 0),
        (Some(Fault::StopAfter), Status::Aborted, 1),
    ] {
        *calls.borrow_mut() = 0;
        let tasks = Tasks::new().function("count", |_| {
            *calls.borrow_mut() += 1;
            let count = *calls.borrow();
            async move { TaskReply::from(json!(count)) }
        });
        let interpreter = Interpreter {
            tasks,
            faults: |_: usize, _: &TaskCall| fault.clone(),
            settings: ExecutionSettings::default(),
        };
        let execution = interpreter.run_blocking(&machine(&definition), json!({}));
        assert_eq!((execution.status, *calls.borrow()), (status, wanted), "{fault:?}");
    }
}

#[test]
fn shuffled_calls_produce_other_interleavings() {
    struct Log(RefCell<Vec<String>>);
    impl TaskRunner for &Log {
        async fn run(&self, call: &TaskCall) -> TaskReply {
            self.0.borrow_mut().push(call.state.clone());
            TaskReply::from(json!({}))
        }
    }
    let definition = machine(&both(&ask("a", &json!({})), &ask("b", &json!({})), &json!({})));
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..40 {
        let log = Log(RefCell::default());
        let mut interpreter = Interpreter::new(&log);
        interpreter.settings = ExecutionSettings {
            seed,
            order: CallOrder::Shuffled,
            ..ExecutionSettings::default()
        };
        interpreter.run_blocking(&definition, json!({}));
        seen.insert(log.0.take());
    }
    // Two branches of two calls each interleave in six ways.
    assert_eq!(seen.len(), 6, "{seen:?}");
}

#[tokio::test]
async fn task_functions_can_await_real_io() {
    let tasks = Tasks::new().function("yield", |input| async move {
        tokio::task::yield_now().await;
        TaskReply::from(input)
    });
    let execution = Interpreter::new(tasks)
        .run(&machine(&path(&ask("yield", &json!({})))), json!("in"))
        .await;
    assert_eq!(execution.status, Status::Succeeded(json!("in")));
}
