//! Executions that were recorded elsewhere, run again with the recorded replies.
//!
//! The folder is `tests/recordings`, or the one in the environment variable `ASL_RECORDINGS`. Each `.json` file is one
//! execution:
//!
//! | key | meaning |
//! | --- | --- |
//! | `name` | what it shows |
//! | `definition`, `input` | the state machine, and the input of the execution |
//! | `type` | `STANDARD` (default) or `EXPRESS` |
//! | `replies`, `objects` | mocked replies per state and S3 objects, as in a mock file |
//! | `expected` | how it ends: `status` with `output`, `outputMatches` or `error`; or `invalid`; or `any`, a list of them |
//! | `events` | the event types in order; optional |
//! | `anyOrder` | the recording has lost the order of its events |
//!
//! In an expected output, `<name>` stands for any text.
//! With `ASL_RECORDINGS`, the test prints all differences and fails below the shares in `ASL_RECORDINGS_ENDS` and
//! `ASL_RECORDINGS_EVENTS` (per mille).

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the helpers of a test fail as it does"
)]

use std::{env, fs, path::PathBuf};

use infra_gen_asl::{
    check_definition,
    model::{ExecutionType, Json},
    run::{Execution, Interpreter, Mocks, Status},
};
use regex::Regex;
use serde_json::json;

#[test]
fn recorded_executions_end_the_same_with_the_same_events() {
    let folder = env::var_os("ASL_RECORDINGS").map(PathBuf::from);
    let strict = folder.is_none();
    let folder = folder.unwrap_or_else(|| PathBuf::from("tests/recordings"));
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    let (mut same_end, mut with_events, mut same_events) = (0, 0, 0);
    for path in &paths {
        let recording: Json = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let execution = replay(&recording);
        if !as_expected(&recording["expected"], &execution) {
            println!(
                "END {name}\n  expected {}\n  found    {}",
                short(&recording["expected"].to_string()),
                short(&describe(&execution))
            );
            continue;
        }
        same_end += 1;
        let (Some(events), Ok(execution)) = (recording["events"].as_array(), &execution) else {
            continue;
        };
        with_events += 1;
        let mut wanted: Vec<&str> = events.iter().map(|event| event.as_str().unwrap()).collect();
        let mut found: Vec<&str> = execution
            .history
            .iter()
            .map(|event| event.event_type.as_str())
            .collect();
        if recording["anyOrder"] == json!(true) {
            wanted.sort_unstable();
            found.sort_unstable();
        }
        if wanted == found {
            same_events += 1;
        } else {
            println!(
                "EVENTS {name}\n  expected {}\n  found    {}",
                wanted.join(" "),
                found.join(" ")
            );
        }
    }
    println!(
        "{} recordings: {same_end} end the same; of {with_events} with events, {same_events} have the same",
        paths.len()
    );
    let at_least = |variable: &str| {
        let set = env::var(variable)
            .ok()
            .map(|per_mille| per_mille.parse::<usize>().unwrap());
        set.unwrap_or(if strict { 1000 } else { 0 })
    };
    assert!(!paths.is_empty());
    let per_mille = |part: usize, whole: usize| 1000 * part / whole.max(1);
    assert!(per_mille(same_end, paths.len()) >= at_least("ASL_RECORDINGS_ENDS"));
    assert!(per_mille(same_events, with_events) >= at_least("ASL_RECORDINGS_EVENTS"));
}

/// The execution, or the problems of the definition.
fn replay(recording: &Json) -> Result<Execution, String> {
    let definition = match &recording["definition"] {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let machine = match check_definition(&definition) {
        (Some(machine), _) => machine,
        (None, findings) => return Err(findings.to_string()),
    };
    let replies = recording.get("replies").cloned().unwrap_or_else(|| json!({}));
    let objects = recording.get("objects").cloned().unwrap_or_else(|| json!([]));
    let mocks = Mocks::parse(&json!({ "replies": replies, "objects": objects }).to_string()).unwrap();
    let mut interpreter = Interpreter::new(&mocks);
    if recording["type"] == "EXPRESS" {
        interpreter.settings.execution_type = ExecutionType::Express;
    }
    Ok(interpreter.run_blocking(&machine, recording["input"].clone()))
}

fn as_expected(expected: &Json, found: &Result<Execution, String>) -> bool {
    if let Some(any) = expected["any"].as_array() {
        return any.iter().any(|expected| as_expected(expected, found));
    }
    if expected["invalid"] == json!(true) {
        return found.is_err();
    }
    let Ok(execution) = found else {
        return false;
    };
    let error = expected["error"].as_str().unwrap_or_default();
    match (expected["status"].as_str().unwrap(), &execution.status) {
        ("SUCCEEDED", Status::Succeeded(output)) => match expected["outputMatches"].as_str() {
            Some(pattern) => Regex::new(pattern).unwrap().is_match(&format!("{output:#}")),
            None => same(&expected["output"], output),
        },
        ("FAILED", Status::Failed(failure)) => failure.error.as_str() == error,
        ("TIMED_OUT", Status::TimedOut) | ("ABORTED", Status::Aborted) => true,
        _ => false,
    }
}

fn same(expected: &Json, found: &Json) -> bool {
    match (expected, found) {
        (Json::String(expected), Json::String(found)) => {
            // Causes are often JSON, whose white space does not matter.
            let document = |text: &str| serde_json::from_str(text).ok().filter(Json::is_object);
            match (document(expected), document(found)) {
                (Some(expected), Some(found)) => same(&expected, &found),
                _ => like(expected, found),
            }
        }
        (Json::String(expected), other) if is_wildcard(expected) => !other.is_null(),
        (Json::Number(expected), Json::Number(found)) => expected.as_f64() == found.as_f64(),
        (Json::Array(expected), Json::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(left, right)| same(left, right))
        }
        (Json::Object(expected), Json::Object(found)) => {
            expected.len() == found.len()
                && expected
                    .iter()
                    .all(|(name, value)| found.get(name).is_some_and(|found| same(value, found)))
        }
        _ => expected == found,
    }
}

fn is_wildcard(text: &str) -> bool {
    text.starts_with('<') && text.ends_with('>') && !text.contains(' ')
}

/// Whether `found` is `expected` with any text in place of each `<name>`.
fn like(expected: &str, found: &str) -> bool {
    if expected == found {
        return true;
    }
    let mut parts = Vec::new();
    let mut rest = expected;
    while let Some((before, after)) = rest.split_once('<')
        && let Some((_, after)) = after.split_once('>')
    {
        parts.push(before);
        rest = after;
    }
    let Some((first, middle)) = parts.split_first() else {
        return false;
    };
    let Some(mut at) = found.strip_prefix(first) else {
        return false;
    };
    for part in middle {
        match at.split_once(part) {
            Some((_, after)) => at = after,
            None => return false,
        }
    }
    at.ends_with(rest)
}

fn describe(execution: &Result<Execution, String>) -> String {
    match execution {
        Ok(execution) => match &execution.status {
            Status::Succeeded(output) => format!("output {output}"),
            other => format!("{other:?}"),
        },
        Err(problems) => format!("invalid: {problems}"),
    }
}

fn short(text: &str) -> String {
    text.chars().take(400).collect()
}
