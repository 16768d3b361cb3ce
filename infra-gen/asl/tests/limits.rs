//! Limits of the service, single states, and how far an execution goes.

use std::time::Duration;

use infra_gen_asl::{
    StateMachine,
    model::{ErrorName, ExecutionType, Json, JsonObject},
    run::{InspectionLevel, Interpreter, Mocks, StateStatus, Status, TaskError, Tasks},
    validate,
};
use serde_json::json;

#[track_caller]
fn machine(definition: &Json) -> StateMachine {
    validate(&definition.to_string()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A loop without waits whose counter stands in the input.
fn endless() -> Json {
    json!({ "StartAt": "A", "States": {
        "A": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericLessThan": 0, "Next": "Z" }], "Default": "B" },
        "B": { "Type": "Pass", "Next": "A" },
        "Z": { "Type": "Succeed" },
    } })
}

#[test]
fn a_standard_execution_fails_at_25_000_events() {
    let execution = Interpreter::new(Tasks::new()).run_blocking(&machine(&endless()), json!({ "n": 1 }));
    let Status::Failed(error) = execution.status else {
        panic!("it must fail");
    };
    assert_eq!(error.error, ErrorName::RUNTIME);
    assert!(error.cause.contains("maximum number of history events (25000)"));
    assert_eq!(execution.history.len(), 25_000);
}

#[test]
fn a_timeout_ends_a_loop_without_waits() {
    let mut definition = endless();
    definition["TimeoutSeconds"] = json!(30);
    let execution = Interpreter::new(Tasks::new()).run_blocking(&machine(&definition), json!({ "n": 1 }));
    assert_eq!(execution.status, Status::TimedOut);
    assert!(execution.took <= Duration::from_secs(31), "{:?}", execution.took);
}

#[test]
fn a_standard_execution_takes_a_year_at_most() {
    let wait =
        json!({ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 99_999_999, "End": true } } });
    let execution = Interpreter::new(Tasks::new()).run_blocking(&machine(&wait), json!({}));
    assert_eq!(execution.status, Status::TimedOut);
    assert_eq!(execution.took, Duration::from_hours(365 * 24));
}

#[test]
fn a_single_state_ends_at_the_limit_of_the_execution() {
    let mut branch = endless();
    branch["States"]["B"]["Type"] = json!("Wait");
    branch["States"]["B"]["Seconds"] = json!(1);
    let parallel = json!({ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [branch], "End": true } } });
    let mut interpreter = Interpreter::new(Tasks::new());
    interpreter.settings.execution_type = ExecutionType::Express;
    let run = interpreter
        .run_state_blocking(
            &machine(&parallel),
            "P",
            json!({ "n": 1 }),
            JsonObject::new(),
            InspectionLevel::Info,
        )
        .expect("the state exists");
    assert!(matches!(run.status, StateStatus::Failed(_)), "{run:?}");
}

#[test]
fn only_the_s3_calls_of_item_readers_read_the_stored_objects() {
    let mocks = r#"{ "replies": {}, "objects": [{ "bucket": "b", "key": "k", "body": "[]" }] }"#;
    let mocks = Mocks::parse(mocks).expect("mocks");
    for (action, bucket) in [("listObjectsV2", "other"), ("deleteObject", "b")] {
        let task = json!({ "StartAt": "L", "States": { "L": { "Type": "Task", "End": true,
            "Resource": format!("arn:aws:states:::aws-sdk:s3:{action}"), "Parameters": { "Bucket": bucket, "Key": "k" } } } });
        let execution = Interpreter::new(&mocks).run_blocking(&machine(&task), json!({}));
        assert!(
            matches!(execution.status, Status::Failed(_)),
            "{action}: {:?}",
            execution.status
        );
    }
    assert_eq!(mocks.missing(), ["state `L` has no mocked reply"]);
}

#[test]
fn a_reply_for_other_arguments_does_not_answer() {
    let task = json!({ "StartAt": "L", "States": { "L": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": "f" }, "End": true } } });
    let reply = |function: &str| json!({ "result": function, "arguments": { "FunctionName": function } });
    let run = |replies: Json| {
        let mocks = Mocks::parse(&json!({ "replies": { "L": replies } }).to_string()).expect("mocks");
        let execution = Interpreter::new(&mocks).run_blocking(&machine(&task), json!({}));
        (execution.status, mocks.missing())
    };
    let (status, missing) = run(json!([reply("g"), reply("h")]));
    assert!(matches!(status, Status::Failed(_)), "{status:?}");
    assert_eq!(missing.len(), 1);
    assert!(missing[0].contains(r#"{"FunctionName":"f"}"#), "{missing:?}");
    let (status, missing) = run(json!([reply("g"), reply("f")]));
    assert!(matches!(status, Status::Succeeded(_)), "{status:?}");
    assert!(missing.is_empty());
}

#[test]
fn an_express_execution_takes_five_minutes_at_most_and_cannot_wait_for_a_token() {
    let express = |definition: &Json| {
        let mut interpreter = Interpreter::new(Tasks::new());
        interpreter.settings.execution_type = ExecutionType::Express;
        interpreter
            .run_blocking(&machine(definition), json!({ "n": 1 }))
            .status
    };
    assert_eq!(express(&endless()), Status::TimedOut);
    let wait = json!({ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 301, "End": true } } });
    assert_eq!(express(&wait), Status::TimedOut);
    let token = json!({ "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "MessageBody.$": "$$.Task.Token" } } } });
    assert!(matches!(express(&token), Status::Failed(error) if error.error == ErrorName::RUNTIME));
}

#[test]
fn an_expression_without_end_fails() {
    for expression in [
        "( $f := function($n){ $f($n+1) }; $f(0) )",
        "$pad('x', 1000000000)",
        "$pad('x', -1000000000)",
    ] {
        let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
            "A": { "Type": "Pass", "Output": format!("{{% {expression} %}}"), "End": true } } });
        let execution = Interpreter::new(Tasks::new()).run_blocking(&machine(&definition), json!({}));
        assert!(
            matches!(&execution.status, Status::Failed(error) if error.error == ErrorName::QUERY_EVALUATION_ERROR),
            "{expression}: {:?}",
            execution.status
        );
        assert_eq!(execution.count("EvaluationFailed"), 1);
    }
}

/// An expression that doubles the text `$s` with `doubled`, 40 times.
fn doubling(doubled: &str) -> String {
    format!(
        "( $f := function($s, $n) {{ $n = 0 ? $s : $f({doubled}, $n - 1) }}; $length($string($f('xxxxxxxx', 40))) )"
    )
}

#[test]
fn a_text_that_grows_without_end_fails() {
    for doubled in [
        "$s & $s",
        "$join([$s, $s])",
        "$join([$s, $s], '-')",
        "[$s, $s] ~> $join('')",
        "$replace($s, /x/, 'xx')",
        "$replace($s, 'x', 'xx')",
        "$replace($s, /x/, function($m) { 'xx' })",
        "( $t := function($m) { 'xx' }; $replace($s, /x/, $t) )",
        "$s ~> $replace('x', 'xx')",
        "[$s, $s]",
        "{ 'a': $s, 'b': $s }",
        "$string([$s, $s])",
        "$base64encode($s) & $base64encode($s)",
    ] {
        let expression = format!("{{% {} %}}", doubling(doubled));
        let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
            "A": { "Type": "Pass", "Output": expression, "End": true } } });
        let execution = Interpreter::new(Tasks::new()).run_blocking(&machine(&definition), json!({}));
        assert!(
            matches!(&execution.status, Status::Failed(error) if error.error == ErrorName::QUERY_EVALUATION_ERROR),
            "{doubled}: {:?}",
            execution.status
        );
    }
    let shared = "{% ( $f := function($s, $n) { $n = 0 ? $s : $f([$s, $s], $n - 1) }; $f('x', 40) ) %}";
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Output": shared, "End": true } } });
    let execution = Interpreter::new(Tasks::new()).run_blocking(&machine(&definition), json!({}));
    assert!(matches!(execution.status, Status::Failed(_)));
}

#[test]
fn the_text_functions_work_as_in_jsonata() {
    for (expression, wanted) in [
        (
            "'a' & 1 & null & true & [1, 'x'] & {'k': 1} & $states.input.missing",
            json!("a1nulltrue[1,\"x\"]{\"k\":1}"),
        ),
        ("$join(['a', 'b', 'c'], '-')", json!("a-b-c")),
        ("['a', 'b'] ~> $join('+')", json!("a+b")),
        ("['a', 'b'] ~> $join", json!("ab")),
        ("$join('a')", json!("a")),
        ("$string(1.5) & $string({'a': [1]})", json!("1.5{\"a\":[1]}")),
        ("$string({'a': 1}, true)", json!("{\n  \"a\": 1\n}")),
        ("[1, 2].$string()", json!(["1", "2"])),
        ("$map([1, 2], $string)", json!(["1", "2"])),
        ("$exists($string($states.input.missing))", json!(false)),
        ("$replace('abab', 'a', 'x')", json!("xbxb")),
        ("$replace('abab', 'a', 'x', 1)", json!("xbab")),
        (
            "$replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')",
            json!("Smith, John"),
        ),
        (
            "$replace('a1b2', /[0-9]/, function($m) { $string($number($m.match) + 1) })",
            json!("a2b3"),
        ),
        (
            "( $f := function($m) { '<' & $m.match & '>' }; $replace('ab', /b/, $f) )",
            json!("a<b>"),
        ),
        ("( $t := 'x'; $replace('ab', /b/, $t) )", json!("ax")),
        ("'ab' ~> $replace(/b/, 'c')", json!("ac")),
        ("( $r := $replace(?, 'b', 'c'); $r('ab') )", json!("ac")),
        ("( $join := function($x) { 'own' }; $join('a') )", json!("own")),
        (
            "$map(['a', 'b'], function($v, $i) { $v & $i })",
            json!(["a0", "b1"]),
        ),
        (
            "$reduce(['a', 'b', 'c'], function($x, $y) { $x & $y })",
            json!("abc"),
        ),
        ("{ 'a' & 'b': 'c' & 'd' }", json!({ "ab": "cd" })),
        (
            "$sort(['b', 'a'], function($l, $r) { ($l & '') > ($r & '') })",
            json!(["a", "b"]),
        ),
        ("$states.input.rows[name & '!' = 'x!'].v", json!(1)),
        ("$states.input.rows.(name & v)", json!(["x1", "y2"])),
        ("$base64encode('ab')", json!("YWI=")),
    ] {
        let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
            "A": { "Type": "Pass", "Output": format!("{{% {expression} %}}"), "End": true } } });
        let input = json!({ "rows": [{ "name": "x", "v": 1 }, { "name": "y", "v": 2 }] });
        let execution = Interpreter::new(Tasks::new()).run_blocking(&machine(&definition), input);
        assert_eq!(execution.status, Status::Succeeded(wanted), "{expression}");
    }
}

#[test]
fn a_pad_below_the_limit_works_as_in_jsonata() {
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Output": "{% [$pad('x', 3), $pad('x', -3, '#')] %}", "End": true } } });
    let execution = Interpreter::new(Tasks::new()).run_blocking(&machine(&definition), json!({}));
    assert_eq!(execution.status, Status::Succeeded(json!(["x  ", "##x"])));
}

#[test]
fn an_execution_stops_before_the_named_state() {
    let definition = json!({ "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Result": 1, "Next": "B" }, "B": { "Type": "Pass", "End": true } } });
    let mut interpreter = Interpreter::new(Tasks::new());
    interpreter.settings.until = Some("B".to_owned());
    let execution = interpreter.run_blocking(&machine(&definition), json!({}));
    let stopped = Status::Stopped {
        state: "B".to_owned(),
        input: json!(1),
        iteration: None,
    };
    assert_eq!(execution.entered_states(), ["A"]);
    assert_eq!(execution.status, stopped);
}

#[test]
fn an_execution_stops_in_the_first_iteration_that_reaches_the_state() {
    let definition = json!({ "StartAt": "M", "States": { "M": { "Type": "Map", "End": true, "ItemProcessor": {
        "StartAt": "Large?", "States": {
            "Large?": { "Type": "Choice", "Choices": [{ "Variable": "$", "NumericGreaterThan": 9, "Next": "B" }], "Default": "A" },
            "A": { "Type": "Succeed" }, "B": { "Type": "Succeed" },
    } } } } });
    let mut interpreter = Interpreter::new(Tasks::new());
    interpreter.settings.until = Some("B".to_owned());
    let execution = interpreter.run_blocking(&machine(&definition), json!([1, 20, 30]));
    let stopped = Status::Stopped {
        state: "B".to_owned(),
        input: json!(20),
        iteration: Some(1),
    };
    assert_eq!(execution.status, stopped);
}

#[test]
fn a_state_without_a_mock_fails_and_no_catcher_takes_it() {
    let definition = json!({ "StartAt": "A", "States": {
        "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }] },
        "B": { "Type": "Succeed" },
    } });
    let mocks = Mocks::parse(r#"{ "replies": { "C": [] } }"#).expect("mocks");
    let execution = Interpreter::new(&mocks).run_blocking(&machine(&definition), json!({}));
    assert!(matches!(execution.status, Status::Failed(_)));
    assert_eq!(mocks.missing(), ["state `A` has no mocked reply"]);
    assert_eq!(mocks.unused(), ["C"]);
}

#[test]
fn a_single_state_shows_its_data_flow() {
    let definition = json!({ "StartAt": "A", "States": {
        "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "B",
            "InputPath": "$.in", "Parameters": { "MessageBody.$": "$.m" }, "ResultSelector": { "id.$": "$.MessageId" },
            "ResultPath": "$.sent",
            "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 7 }],
            "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "C" }] },
        "B": { "Type": "Succeed" }, "C": { "Type": "Succeed" },
    } });
    let test = |reply: Json, level| {
        let mocks = Mocks::parse(&json!({ "replies": { "A": [reply] } }).to_string()).expect("mocks");
        let interpreter = Interpreter::new(mocks);
        let (machine, input) = (machine(&definition), json!({ "in": { "m": 1 } }));
        let run = interpreter.run_state_blocking(&machine, "A", input, JsonObject::new(), level);
        run.expect("the state exists")
    };
    let run = test(json!({ "result": { "MessageId": "x" } }), InspectionLevel::Debug);
    let output = json!({ "in": { "m": 1 }, "sent": { "id": "x" } });
    assert_eq!(run.status, StateStatus::Succeeded(output));
    assert_eq!(run.next.as_deref(), Some("B"));
    assert_eq!(run.inspection["afterInputPath"], "{\"m\":1}");
    assert_eq!(run.inspection["afterParameters"], "{\"MessageBody\":1}");
    assert_eq!(run.inspection["afterResultSelector"], "{\"id\":\"x\"}");

    let run = test(
        json!({ "error": "Busy", "cause": "wait" }),
        InspectionLevel::Debug,
    );
    assert_eq!(
        run.status,
        StateStatus::Retriable(TaskError::named("Busy", "wait"))
    );
    assert_eq!(run.inspection["errorDetails"]["retryBackoffIntervalSeconds"], 7);

    let run = test(json!({ "error": "Broken" }), InspectionLevel::Info);
    assert!(matches!(run.status, StateStatus::Caught(..)));
    assert_eq!(run.to_json()["nextState"], "C");
    assert!(run.inspection.is_empty());
}

#[test]
fn states_inside_of_an_inspected_state_are_not_shown() {
    let definition = json!({ "StartAt": "A", "States": { "A": {
        "Type": "Map", "ItemsPath": "$.list", "MaxConcurrency": 2, "End": true,
        "ItemProcessor": { "StartAt": "T", "States": {
            "T": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" },
                "OutputPath": "$.Payload", "Next": "I" },
            "I": { "Type": "Pass", "InputPath": "$.n", "Parameters": { "of.$": "$" }, "End": true },
        } },
    } } });
    let mocks = Mocks::parse(r#"{ "replies": { "T": [{ "result": { "n": 1 } }] } }"#).expect("mocks");
    let interpreter = Interpreter::new(&mocks);
    let (machine, input) = (machine(&definition), json!({ "list": [1] }));
    let run = interpreter.run_state_blocking(&machine, "A", input, JsonObject::new(), InspectionLevel::Debug);
    let run = run.expect("the state exists");
    assert_eq!(run.inspection["afterInputPath"], "{\"list\":[1]}");
    assert_eq!(run.inspection["afterItemsPath"], "[1]");
    assert_eq!(run.inspection["maxConcurrency"], 2);
    assert_eq!(run.inspection["result"], "[{\"of\":1}]");
}

/// The text of a variable of 128 KiB, with quotes.
const HALF: &str = "{% $pad('', 131070, 'x') %}";
/// The text of a variable of 256 KiB, with quotes.
const FULL: &str = "{% $pad('', 262142, 'x') %}";

fn assigning(variables: &Json, next: &str) -> Json {
    let mut state = json!({ "Type": "Pass", "Assign": variables, "Output": 1 });
    if next.is_empty() {
        state["End"] = json!(true);
    } else {
        state["Next"] = json!(next);
    }
    state
}

#[track_caller]
fn run_jsonata(states: &Json, start: &str) -> Status {
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": start, "States": states });
    Interpreter::new(Tasks::new())
        .run_blocking(&machine(&definition), json!({}))
        .status
}

#[track_caller]
fn too_large(status: Status, what: &str) {
    let Status::Failed(error) = status else {
        panic!("the variables are too large");
    };
    assert_eq!(error.error, ErrorName::DATA_LIMIT_EXCEEDED);
    assert!(error.cause.contains(what), "{}", error.cause);
}

#[test]
fn the_variables_of_one_assign_have_256_kib_at_most() {
    let run = |variables: &Json| run_jsonata(&json!({ "A": assigning(variables, "") }), "A");
    assert_eq!(run(&json!({ "a": HALF, "b": HALF })), Status::Succeeded(json!(1)));
    assert_eq!(run(&json!({ "a": FULL })), Status::Succeeded(json!(1)));
    too_large(run(&json!({ "a": HALF, "b": HALF, "c": 1 })), "`Assign`");
    too_large(run(&json!({ "a": "{% $pad('', 262143, 'x') %}" })), "`Assign`");
}

#[test]
fn all_variables_of_an_execution_have_10_mib_at_most() {
    let run = |variable: &dyn Fn(usize) -> String| {
        let states = (0..41).map(|index| {
            let next = if index == 40 {
                String::new()
            } else {
                format!("S{}", index + 1)
            };
            (
                format!("S{index}"),
                assigning(&json!({ variable(index): FULL }), &next),
            )
        });
        run_jsonata(&Json::Object(states.collect()), "S0")
    };
    too_large(run(&|index| format!("v{index}")), "10 MiB");
    // A new value takes the place of the old one.
    assert_eq!(run(&|_| "v".to_owned()), Status::Succeeded(json!(1)));
}

#[test]
fn variables_of_concurrent_iterations_count_together_until_they_end() {
    let run = |concurrency: u64| {
        let states = json!({
            "A": assigning(&json!({ "outer": FULL }), "M"),
            "M": { "Type": "Map", "Items": "{% [1..40] %}", "MaxConcurrency": concurrency, "Output": 1, "End": true,
                "ItemProcessor": { "StartAt": "I", "States": {
                    "I": assigning(&json!({ "inner": FULL }), "W"),
                    "W": { "Type": "Wait", "Seconds": 1, "End": true } } } },
        });
        run_jsonata(&states, "A")
    };
    too_large(run(0), "10 MiB");
    assert_eq!(run(39), Status::Succeeded(json!(1)));
}
