//! Properties of all state machines.

use std::time::Duration;

use infra_gen_asl::{
    model::Json,
    run::{CallOrder, ExecutionSettings, Interpreter, Status, TaskError, TaskReply, Tasks},
    validate,
};
use proptest::prelude::*;
use serde_json::{Map, json};

/// One state of a chain, without its transition.
fn state(depth: u32) -> BoxedStrategy<Json> {
    let leaf = prop_oneof![
        any::<i32>().prop_map(|n| json!({ "Type": "Pass", "Result": { "n": n }, "ResultPath": "$.last" })),
        (0..100_u32).prop_map(|s| json!({ "Type": "Wait", "Seconds": s })),
        (0..3_u32, 0..3_u32, any::<bool>()).prop_map(|(kind, attempts, jitter)| {
            let mut retrier = json!({ "ErrorEquals": ["States.ALL"], "MaxAttempts": attempts, "BackoffRate": 1.5, "MaxDelaySeconds": 9 });
            if jitter {
                retrier["JitterStrategy"] = "FULL".into();
            }
            let name = ["good", "bad", "moody"][kind as usize];
            json!({
                "Type": "Task",
                "Resource": format!("arn:aws:lambda:us-east-1:123456789012:function:{name}"),
                "ResultPath": "$.result",
                "TimeoutSeconds": 20,
                "Retry": [retrier],
            })
        }),
        Just(json!({
            "Type": "Pass", "QueryLanguage": "JSONata",
            "Assign": { "count": "{% $count($keys($states.input)) %}" },
            "Output": "{% $merge([$states.input, {'dice': $random()}]) %}",
        })),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    prop_oneof![
        4 => leaf,
        1 => prop::collection::vec(scope(depth - 1), 1..4)
            .prop_map(|branches| json!({ "Type": "Parallel", "Branches": branches, "ResultPath": "$.all" })),
        1 => (scope(depth - 1), 0..3_u32).prop_map(|(mut processor, limit)| {
            processor["ProcessorConfig"] = json!({ "Mode": "INLINE" });
            json!({
                "Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": limit, "ResultPath": "$.each",
                "ItemSelector": { "items": [], "item.$": "$$.Map.Item.Value" },
                "ItemProcessor": processor,
            })
        }),
    ]
    .boxed()
}

/// A chain of states, some of which are caught by the last; names are given when all are known.
fn scope(depth: u32) -> BoxedStrategy<Json> {
    (prop::collection::vec((state(depth), any::<bool>()), 1..5))
        .prop_map(|states| {
            let count = states.len();
            let mut body = Map::new();
            for (i, (mut state, caught)) in states.into_iter().enumerate() {
                if i + 1 == count {
                    state["End"] = true.into();
                } else {
                    state["Next"] = format!("{}", i + 1).into();
                    if caught && matches!(state["Type"].as_str(), Some("Task" | "Parallel" | "Map")) {
                        state["Catch"] = json!([{ "ErrorEquals": ["States.ALL"], "Next": format!("{}", count - 1), "ResultPath": "$.error" }]);
                    }
                }
                body.insert(i.to_string(), state);
            }
            json!({ "StartAt": "0", "States": body })
        })
        .boxed()
}

/// Names are unique in the whole definition: each gets its location in front. A scope also sets other variables than the
/// scopes around it.
fn name_apart(scope: &mut Json, prefix: &str) {
    let named = |name: &str| format!("{prefix}{name}");
    scope["StartAt"] = named(scope["StartAt"].as_str().expect("a name")).into();
    let states = std::mem::take(&mut scope["States"]);
    let Json::Object(states) = states else {
        unreachable!("the states are an object")
    };
    let mut renamed = Map::new();
    for (name, mut state) in states {
        if state.get("Assign").is_some() {
            let variable = format!("count{}", prefix.replace('.', "_"));
            state["Assign"] = json!({ variable: "{% $count($keys($states.input)) %}" });
        }
        for target in ["/Next", "/Catch/0/Next"] {
            if let Some(next) = state.pointer_mut(target) {
                *next = named(next.as_str().expect("a name")).into();
            }
        }
        if let Some(branches) = state.get_mut("Branches").and_then(Json::as_array_mut) {
            for (i, branch) in branches.iter_mut().enumerate() {
                name_apart(branch, &format!("{prefix}{name}b{i}."));
            }
        }
        if let Some(processor) = state.get_mut("ItemProcessor") {
            name_apart(processor, &format!("{prefix}{name}i."));
        }
        renamed.insert(named(&name), state);
    }
    scope["States"] = renamed.into();
}

fn definition() -> impl Strategy<Value = Json> {
    scope(2).prop_map(|mut scope| {
        name_apart(&mut scope, "");
        scope
    })
}

fn tasks() -> Tasks<'static> {
    Tasks::new()
        .function("good", |_| async {
            TaskReply::from(json!("good")).after(Duration::from_secs(2))
        })
        .function("bad", |_| async { TaskReply::from(TaskError::named("Bad", "")) })
        .function("moody", |input: Json| async move {
            let length = input.to_string().len() as u64;
            TaskReply::from(json!(length)).after(Duration::from_secs(length % 30))
        })
}

proptest! {
    #[test]
    fn what_is_read_is_written_without_a_loss(definition in definition()) {
        let machine = validate(&definition.to_string()).map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        prop_assert_eq!(machine.to_json(), definition);
        let again = validate(&machine.definition());
        prop_assert_eq!(again.as_ref(), Ok(&machine));
    }

    #[test]
    fn an_execution_ends_and_repeats_with_its_seed(definition in definition(), seed: u64, shuffled: bool) {
        let machine = validate(&definition.to_string()).map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        let order = if shuffled { CallOrder::Shuffled } else { CallOrder::Declared };
        let mut interpreter = Interpreter::new(tasks());
        interpreter.settings = ExecutionSettings { seed, order, ..ExecutionSettings::default() };
        let input = json!({ "items": [1, 2, 3] });
        let first = interpreter.run_blocking(&machine, input.clone());
        prop_assert_eq!(&first, &interpreter.run_blocking(&machine, input));
        let ended = first.history.last().map(|event| event.event_type.as_str());
        let wanted = match first.status {
            Status::Succeeded(_) => "ExecutionSucceeded",
            Status::Failed(_) => "ExecutionFailed",
            Status::TimedOut => "ExecutionTimedOut",
            Status::Aborted | Status::Stopped { .. } => "ExecutionAborted",
        };
        prop_assert_eq!(ended, Some(wanted));
        // Time goes forward, and no event follows from one that comes after it.
        prop_assert!(first.history.windows(2).all(|pair| pair[0].at <= pair[1].at));
        prop_assert!(first.history.iter().all(|event| event.previous < event.id));
    }

    #[test]
    fn every_machine_can_be_drawn(definition in definition()) {
        let machine = validate(&definition.to_string()).map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        let svg = machine.diagram().to_svg();
        prop_assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
        prop_assert_eq!(machine.diagram().to_mermaid(), machine.diagram().to_mermaid());
    }

    #[test]
    fn no_text_makes_the_validator_panic(text in r#"[\{\}\[\]":,\$\.a-zA-Z0-9%' ]{0,80}"#) {
        let _ = validate(&text);
        let path = json!({ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": text, "End": true,
            "Parameters": { "x.$": text, "y.$": format!("States.{text}") } } } });
        let _ = validate(&path.to_string());
        let expression = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
            "A": { "Type": "Pass", "Output": format!("{{% {text} %}}"), "End": true } } });
        let _ = validate(&expression.to_string());
    }
}
