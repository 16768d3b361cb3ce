//! The same machines and inputs in the interpreter and on the emulator, over the real Step Functions API.
//!
//! Where the two differ, the emulator differs from AWS. A table lists these differences with their reasons; the test fails if
//! one appears or disappears.

#![expect(clippy::unwrap_used, reason = "the helpers of a test fail as it does")]

#[path = "../../local/tests/common/port.rs"]
mod port;

use std::{path::Path, time::Duration};

use aws_sdk_sfn::{
    Client,
    config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider},
    types::ExecutionStatus,
};
use aws_types::SdkConfig;
use infra_gen_asl::{
    model::Json,
    run::{Interpreter, Status, Tasks},
    validate,
};
use infra_gen_local::emulator::{Config, Emulator};
use port::Port;
use serde_json::json;

/// The polling interval for running executions.
const PAUSE: Duration = Duration::from_millis(20);

/// The outcome of an execution, as far as it is comparable: causes are prose.
#[derive(Debug, Clone, PartialEq)]
enum Outcome {
    Output(Json),
    Error(String),
    TimedOut,
    /// The state machine was rejected.
    Refused,
}

/// The expected outcome on the emulator.
enum Expected {
    Agrees,
    Differs { outcome: Outcome, because: &'static str },
}

struct Case {
    name: &'static str,
    definition: Json,
    input: Json,
    emulator: Expected,
}

fn agrees(name: &'static str, definition: Json, input: Json) -> Case {
    Case {
        name,
        definition,
        input,
        emulator: Expected::Agrees,
    }
}

#[tokio::test]
async fn the_emulator_and_the_interpreter_agree_except_for_known_differences() {
    let bench = Bench::start().await;
    let mut wrong = Vec::new();
    for (index, case) in cases().into_iter().enumerate() {
        let ours = interpreted(&case);
        let theirs = bench.outcome(&format!("case-{index}"), &case).await;
        let (wanted, because) = match &case.emulator {
            Expected::Agrees => (&ours, "the two agree"),
            Expected::Differs { outcome, because } => {
                assert_ne!(
                    *outcome, ours,
                    "`{}` is listed as a difference and is none",
                    case.name
                );
                (outcome, *because)
            }
        };
        if theirs != *wanted {
            wrong.push(format!(
                "{}: it gives {theirs:?}, not {wanted:?} ({because})",
                case.name
            ));
        }
    }
    bench.stop().await;
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_emulator_continues_branches_after_a_failure_and_accepts_any_input_text() {
    let bench = Bench::start().await;
    let definition = json!({ "StartAt": "A", "States": { "A": { "Type": "Parallel", "End": true, "Branches": [
        { "StartAt": "X", "States": { "X": { "Type": "Wait", "Seconds": 1, "Next": "X2" }, "X2": { "Type": "Pass", "End": true } } },
        { "StartAt": "Y", "States": { "Y": { "Type": "Fail", "Error": "Broken" } } },
    ] } } });
    let machine = validate(&definition.to_string()).unwrap();
    let execution = Interpreter::new(Tasks::new()).run_blocking(&machine, json!({}));
    assert_eq!(
        (execution.entered_states(), execution.took),
        (vec!["A", "X", "Y"], Duration::ZERO)
    );

    let machine = bench.create("parallel", &definition).await.unwrap();
    let execution = bench
        .client
        .start_execution()
        .state_machine_arn(&machine)
        .input("{}")
        .send()
        .await
        .unwrap();
    bench.end(execution.execution_arn()).await;
    let described = bench
        .client
        .describe_execution()
        .execution_arn(execution.execution_arn())
        .send()
        .await
        .unwrap();
    let took = described.stop_date().unwrap().as_secs_f64() - described.start_date().as_secs_f64();
    assert!(took >= 1.0, "it fails fast now, after {took} s; so does AWS");

    let odd = bench
        .client
        .start_execution()
        .state_machine_arn(&machine)
        .input("no JSON")
        .send()
        .await;
    assert!(odd.is_ok(), "it now rejects input that is not JSON; so does AWS");
    bench.stop().await;
}

/// A running emulator, a Step Functions client for it, and a role for the state machines.
struct Bench {
    emulator: Emulator,
    client: Client,
    role: String,
    _port: Port,
    _state: tempfile::TempDir,
}

impl Bench {
    async fn start() -> Self {
        let port = Port::claim();
        let state = tempfile::tempdir().unwrap();
        let config = Config {
            venv: Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv"),
            port: port.number(),
            region: "eu-west-1".to_owned(),
            state: state.path().to_path_buf(),
            site_origin: None,
        };
        let emulator = Emulator::start(&config).await.unwrap();
        let client = Client::from_conf(aws_sdk_sfn::config::Builder::from(&sdk(emulator.address())).build());
        let role = role(emulator.address()).await;
        Self {
            emulator,
            client,
            role,
            _port: port,
            _state: state,
        }
    }

    async fn stop(self) {
        self.emulator.stop().await.unwrap();
    }

    async fn create(&self, name: &str, definition: &Json) -> Result<String, aws_sdk_sfn::Error> {
        let create = self
            .client
            .create_state_machine()
            .name(name)
            .definition(definition.to_string())
            .role_arn(&self.role);
        Ok(create.send().await?.state_machine_arn().to_owned())
    }

    async fn outcome(&self, name: &str, case: &Case) -> Outcome {
        let machine = match self.create(name, &case.definition).await {
            Ok(machine) => machine,
            Err(aws_sdk_sfn::Error::InvalidDefinition(_)) => return Outcome::Refused,
            Err(error) => panic!("`{}`: {error:?}", case.name),
        };
        let start = self
            .client
            .start_execution()
            .state_machine_arn(machine)
            .input(case.input.to_string());
        self.end(start.send().await.unwrap().execution_arn()).await
    }

    /// Waits for the outcome of an execution.
    async fn end(&self, execution: &str) -> Outcome {
        let mut pause = tokio::time::interval(PAUSE);
        loop {
            pause.tick().await;
            let execution = self
                .client
                .describe_execution()
                .execution_arn(execution)
                .send()
                .await
                .unwrap();
            match execution.status() {
                ExecutionStatus::Running => {}
                ExecutionStatus::Succeeded => {
                    return Outcome::Output(serde_json::from_str(execution.output().unwrap()).unwrap());
                }
                ExecutionStatus::TimedOut => return Outcome::TimedOut,
                _ => return Outcome::Error(execution.error().unwrap_or_default().to_owned()),
            }
        }
    }
}

fn interpreted(case: &Case) -> Outcome {
    let Ok(machine) = validate(&case.definition.to_string()) else {
        return Outcome::Refused;
    };
    match Interpreter::new(Tasks::new())
        .run_blocking(&machine, case.input.clone())
        .status
    {
        Status::Succeeded(output) => Outcome::Output(output),
        Status::Failed(error) => Outcome::Error(error.error.as_str().to_owned()),
        Status::TimedOut => Outcome::TimedOut,
        Status::Aborted | Status::Stopped { .. } => unreachable!("nothing stops it"),
    }
}

/// A role for the state machines, which the emulator requires.
async fn role(address: &str) -> String {
    let config = aws_sdk_cloudformation::config::Builder::from(&sdk(address)).build();
    let client = aws_sdk_cloudformation::Client::from_conf(config);
    let template = json!({
        "Resources": { "Role": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [{ "Effect": "Allow", "Principal": { "Service": "states.amazonaws.com" }, "Action": "sts:AssumeRole" }],
        } } } },
        "Outputs": { "Role": { "Value": { "Fn::GetAtt": ["Role", "Arn"] } } },
    });
    let created = client
        .create_stack()
        .stack_name("role")
        .template_body(template.to_string())
        .capabilities(aws_sdk_cloudformation::types::Capability::CapabilityIam);
    created.send().await.unwrap();
    let mut pause = tokio::time::interval(PAUSE);
    loop {
        pause.tick().await;
        let described = client.describe_stacks().stack_name("role").send().await.unwrap();
        let output = described
            .stacks()
            .first()
            .and_then(|stack| stack.outputs().first());
        if let Some(role) = output.and_then(|output| output.output_value()) {
            return role.to_owned();
        }
    }
}

fn sdk(address: &str) -> SdkConfig {
    let credentials = Credentials::new("test", "test", None, None, "test");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(address)
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .build()
}

fn path(state: &Json) -> Json {
    json!({ "StartAt": "A", "States": { "A": ending(state) } })
}

fn jsonata(state: &Json) -> Json {
    json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": ending(state) } })
}

fn ending(state: &Json) -> Json {
    let mut state = state.clone();
    if !matches!(state["Type"].as_str(), Some("Fail" | "Succeed" | "Choice")) {
        state["End"] = true.into();
    }
    state
}

fn expression(text: &str) -> Json {
    jsonata(&json!({ "Type": "Pass", "Output": format!("{{% {text} %}}") }))
}

fn parameter(text: &str) -> Json {
    path(&json!({ "Type": "Pass", "Parameters": { "v.$": text } }))
}

/// A Parallel state with one branch that fails, and `more` fields for its recovery.
fn failing(more: &Json) -> Json {
    let mut state = json!({ "Type": "Parallel", "End": true, "Branches": [
        { "StartAt": "X", "States": { "X": { "Type": "Fail", "Error": "Broken", "Cause": "it is broken" } } },
    ] });
    state
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    json!({ "StartAt": "A", "States": { "A": state } })
}

/// A call of each deterministic intrinsic function.
const INTRINSICS: &[&str] = &[
    "States.Format('{} of {}', $.name, $.legs[0].seats)",
    "States.StringToJson('[1]')",
    "States.JsonToString($.legs[0])",
    "States.Array($.name, 1, null)",
    "States.ArrayPartition($.legs[*].id, 1)",
    "States.ArrayContains($.legs[*].id, 'b')",
    "States.ArrayRange(1, 9, 2)",
    "States.ArrayGetItem($.legs, 1)",
    "States.ArrayLength($.legs)",
    "States.ArrayUnique(States.Array(1, 2, 1))",
    "States.Base64Encode($.name)",
    "States.Base64Decode('YQ==')",
    "States.Hash($.name, 'SHA-512')",
    "States.JsonMerge($.legs[0], $.legs[1], false)",
    "States.MathAdd($.legs[0].seats, -5)",
    "States.StringSplit('a,b', ',')",
];

/// JSONata expressions, including the functions that Step Functions adds.
const EXPRESSIONS: &[&str] = &[
    "$states.input.legs[seats > 1].id",
    "{'sum': $sum($states.input.legs.seats), 'ids': $states.input.legs.id}",
    "$states.input.missing",
    "$states.input.name + 1",
    "$states.input.none",
    "$states.input.legs{id: seats}",
    "$map($states.input.legs, function($l) { $uppercase($l.id) })",
    "$reduce($states.input.legs.seats, function($a, $b) { $a * 10 + $b })",
    "$partition([1,2,3], 2)",
    "$range(0, 10, 5)",
    "$hash('abc', 'SHA-256')",
    "$parse('[1, {\"a\": null}]')",
];

fn cases() -> Vec<Case> {
    let trip =
        json!({ "legs": [{ "id": "a", "seats": 1 }, { "id": "b", "seats": 3 }], "name": "n", "none": null });
    let mut cases = vec![
        agrees("pass", path(&json!({ "Type": "Pass" })), trip.clone()),
        agrees(
            "result and paths",
            path(
                &json!({ "Type": "Pass", "Result": { "r": 1 }, "ResultPath": "$.at.last", "OutputPath": "$.at" }),
            ),
            trip.clone(),
        ),
        agrees(
            "null result path",
            path(&json!({ "Type": "Pass", "Result": 1, "ResultPath": null })),
            trip.clone(),
        ),
        agrees(
            "input path",
            path(&json!({ "Type": "Pass", "InputPath": "$.legs[1].id" })),
            trip.clone(),
        ),
        agrees("many found", parameter("$.legs[*].id"), trip.clone()),
        agrees(
            "succeed",
            path(&json!({ "Type": "Succeed", "InputPath": "$.legs" })),
            trip.clone(),
        ),
        agrees(
            "fail",
            path(&json!({ "Type": "Fail", "Error": "E", "Cause": "c" })),
            trip.clone(),
        ),
        agrees(
            "fail by path",
            path(&json!({ "Type": "Fail", "ErrorPath": "$.name" })),
            trip.clone(),
        ),
        agrees(
            "wait",
            path(&json!({ "Type": "Wait", "SecondsPath": "$.legs[0].seats" })),
            trip.clone(),
        ),
        agrees("parallel error", failing(&json!({})), json!({})),
        agrees(
            "parallel retried",
            failing(&json!({ "Retry": [{ "ErrorEquals": ["Broken"], "MaxAttempts": 1 }] })),
            json!({}),
        ),
    ];
    cases.extend(
        EXPRESSIONS
            .iter()
            .map(|text| agrees(text, expression(text), trip.clone())),
    );
    cases.extend(
        INTRINSICS
            .iter()
            .map(|text| agrees(text, parameter(text), trip.clone())),
    );
    cases.extend(flows(&trip));
    cases.extend(differences(&trip));
    cases
}

fn flows(trip: &Json) -> Vec<Case> {
    let caught = |catch: &Json| {
        let mut definition = failing(&json!({ "Catch": [catch] }));
        definition["States"]["B"] = json!({ "Type": "Pass", "End": true });
        definition
    };
    let choice = json!({
        "StartAt": "A",
        "States": {
            "A": { "Type": "Choice", "Choices": [
                { "And": [{ "Variable": "$.name", "StringMatches": "n*" }, { "Not": { "Variable": "$.x", "IsPresent": true } }], "Next": "B" },
                { "Variable": "$.none", "IsNull": true, "Next": "C" },
            ], "Default": "D" },
            "B": { "Type": "Pass", "Result": "b", "End": true },
            "C": { "Type": "Pass", "Result": "c", "End": true },
            "D": { "Type": "Pass", "Result": "d", "End": true },
        },
    });
    let map = |more: &Json| {
        let mut state = json!({ "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } } });
        state
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        state
    };
    vec![
        agrees("choice and", choice.clone(), trip.clone()),
        agrees(
            "choice null",
            choice.clone(),
            json!({ "name": "x", "none": null }),
        ),
        agrees("choice default", choice, json!({ "name": "x", "none": 1 })),
        agrees(
            "no choice",
            json!({ "StartAt": "A", "States": {
            "A": { "Type": "Choice", "Choices": [{ "Variable": "$.name", "StringEquals": "q", "Next": "B" }] }, "B": { "Type": "Succeed" } } }),
            trip.clone(),
        ),
        agrees("variables", variables("Pass"), trip.clone()),
        agrees(
            "catch",
            caught(&json!({ "ErrorEquals": ["Broken"], "Next": "B" })),
            json!({ "in": 1 }),
        ),
        agrees(
            "catch all",
            caught(&json!({ "ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "B" })),
            json!({ "in": 1 }),
        ),
        agrees(
            "catch another",
            caught(&json!({ "ErrorEquals": ["Other"], "Next": "B" })),
            json!({ "in": 1 }),
        ),
        agrees("map", path(&map(&json!({ "ItemsPath": "$.legs" }))), trip.clone()),
        agrees(
            "map selector",
            path(&map(
                &json!({ "ItemsPath": "$.legs", "ItemSelector": { "i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value.id", "n.$": "$.name" } }),
            )),
            trip.clone(),
        ),
        agrees(
            "map jsonata",
            jsonata(&map(
                &json!({ "Items": "{% $states.input.legs.seats %}", "Output": "{% $sum($states.result) %}" }),
            )),
            trip.clone(),
        ),
        agrees(
            "parallel",
            json!({ "StartAt": "A", "States": { "A": { "Type": "Parallel", "End": true, "Branches": [
            { "StartAt": "X", "States": { "X": { "Type": "Pass", "Result": 1, "End": true } } },
            { "StartAt": "Y", "States": { "Y": { "Type": "Pass", "InputPath": "$.name", "End": true } } },
        ] } } }),
            trip.clone(),
        ),
    ]
}

/// A machine that sets a variable, passes a choice, and ends in a state of type `last` that returns the variable.
fn variables(last: &str) -> Json {
    let mut last = json!({ "Type": last, "Output": { "was": "{% $states.input %}", "x": "{% $x %}" } });
    if last["Type"] == "Pass" {
        last["End"] = true.into();
    }
    json!({
        "QueryLanguage": "JSONata", "StartAt": "A",
        "States": {
            "A": { "Type": "Pass", "Assign": { "x": "{% $count($states.input.legs) %}" }, "Next": "B" },
            "B": { "Type": "Choice", "Choices": [{ "Condition": "{% $x > 1 %}", "Output": "{% $x %}", "Next": "C" }], "Default": "C" },
            "C": last,
        },
    })
}

/// Known differences of the emulator from AWS. The interpreter behaves like AWS.
fn differences(trip: &Json) -> Vec<Case> {
    let differs = |name, definition: Json, outcome: Outcome, because| Case {
        name,
        definition,
        input: trip.clone(),
        emulator: Expected::Differs { outcome, because },
    };
    let nothing = || Outcome::Output(json!({ "v": null }));
    let steps = "paths with filters, descents and slices find nothing there";
    let functions = "a function that fails is `States.Runtime` there, and `States.IntrinsicFailure` on AWS";
    let runtime = || Outcome::Error("States.Runtime".to_owned());
    vec![
        differs("filter", parameter("$.legs[?(@.seats > 1)].id"), nothing(), steps),
        differs("descend", parameter("$..seats"), nothing(), steps),
        differs("slice", parameter("$.legs[0:1].id"), nothing(), steps),
        differs(
            "no such item",
            parameter("States.ArrayGetItem($.legs, 9)"),
            runtime(),
            functions,
        ),
        differs(
            "no JSON",
            parameter("States.StringToJson('{')"),
            runtime(),
            functions,
        ),
        differs(
            "the output of a Succeed state",
            variables("Succeed"),
            Outcome::Output(json!(2)),
            "the `Output` of a JSONata Succeed state is ignored there",
        ),
        differs(
            "a missing parameter",
            parameter("$.missing"),
            nothing(),
            "a path that finds nothing gives null there, and fails on AWS",
        ),
        differs(
            "a missing input",
            path(&json!({ "Type": "Pass", "InputPath": "$.missing" })),
            Outcome::Output(Json::Null),
            "a path that finds nothing gives null there, and fails on AWS",
        ),
        differs(
            "a dangling target",
            json!({ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Nowhere" } } }),
            runtime(),
            "the emulator does not check definitions before they run",
        ),
    ]
}
