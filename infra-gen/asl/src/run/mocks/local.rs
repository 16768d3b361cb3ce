//! The mock configuration file of Step Functions Local.
//! <https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html>

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    model::Json,
    run::{
        error::TaskError,
        mocks::{Mock, MockError, Mocks},
        task_runner::{ResultForm, TaskReply},
    },
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
struct File {
    state_machines: BTreeMap<String, Machine>,
    #[serde(default)]
    mocked_responses: BTreeMap<String, BTreeMap<String, Reply>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
struct Machine {
    test_cases: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum Reply {
    Return(Json),
    Throw {
        #[serde(rename = "Error")]
        error: String,
        #[serde(rename = "Cause", default)]
        cause: String,
    },
}

pub(super) fn is_local(text: &str) -> bool {
    serde_json::from_str::<BTreeMap<String, Json>>(text)
        .is_ok_and(|fields| fields.contains_key("StateMachines"))
}

pub(super) fn parse(text: &str, test_case: &str) -> Result<Mocks, MockError> {
    let file: File = serde_json::from_str(text).map_err(|error| MockError(error.to_string()))?;
    let named: Vec<_> = file
        .state_machines
        .values()
        .filter_map(|machine| machine.test_cases.get(test_case))
        .collect();
    let states = match named.as_slice() {
        [states] => *states,
        [] => {
            let known = file
                .state_machines
                .values()
                .flat_map(|machine| machine.test_cases.keys());
            let known: Vec<_> = known.map(|name| format!("`{name}`")).collect();
            return Err(MockError(format!(
                "no test case `{test_case}`; the file has {}",
                known.join(", ")
            )));
        }
        _ => {
            return Err(MockError(format!(
                "several state machines have a test case `{test_case}`; keep one of them in the file"
            )));
        }
    };
    let mut replies = BTreeMap::new();
    for (state, response) in states {
        let attempts = file.mocked_responses.get(response).ok_or_else(|| {
            MockError(format!(
                "state `{state}` uses the mocked response `{response}`, which does not exist"
            ))
        })?;
        let mocks = in_order(attempts)
            .map_err(|problem| MockError(format!("the mocked response `{response}` {problem}")))?;
        replies.insert(state.clone(), mocks);
    }
    Ok(Mocks {
        replies,
        ..Mocks::default()
    })
}

/// More than the events of an execution allow.
const MAX_ATTEMPTS: usize = 25_000;

/// The replies in the order of their attempts: `"0"`, `"1-2"` and so on, without gaps.
fn in_order(attempts: &BTreeMap<String, Reply>) -> Result<Vec<Mock>, String> {
    let mut ranges = Vec::new();
    for (name, reply) in attempts {
        let number = |text: &str| text.trim().parse::<usize>().ok();
        let range = match name.split_once('-') {
            Some((first, last)) => number(first).zip(number(last)),
            None => number(name).map(|number| (number, number)),
        };
        let range = range.filter(|(first, last)| first <= last && *last < MAX_ATTEMPTS);
        let (first, last) = range.ok_or_else(|| {
            format!("has `{name}`, which is neither an attempt below {MAX_ATTEMPTS} nor a range")
        })?;
        ranges.push((first, last, reply));
    }
    ranges.sort_by_key(|(first, ..)| *first);
    let mut mocks = Vec::new();
    for (first, last, reply) in ranges {
        if first != mocks.len() {
            return Err(format!(
                "must have attempt {} exactly once",
                mocks.len().min(first)
            ));
        }
        let reply = match reply {
            Reply::Return(response) => TaskReply {
                form: ResultForm::Response,
                ..TaskReply::from(response.clone())
            },
            Reply::Throw { error, cause } => TaskError::named(error, cause.as_str()).into(),
        };
        let mock = Mock {
            reply,
            arguments: None,
        };
        mocks.extend(std::iter::repeat_n(mock, last - first + 1));
    }
    Ok(mocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{
        "StateMachines": { "Shipping": { "TestCases": { "Late": { "Ask": "Busy" }, "Lost": { "Ask": "Nothing" } } } },
        "MockedResponses": { "Busy": {
            "0": { "Throw": { "Error": "Busy", "Cause": "wait" } },
            "1-2": { "Return": { "Payload": 1 } }
        } }
    }"#;

    #[test]
    fn attempts_and_ranges_are_replies_in_order() {
        let mocks = parse(FILE, "Late").unwrap();
        let outcomes: Vec<_> = mocks.replies["Ask"]
            .iter()
            .map(|mock| mock.reply.outcome.is_ok())
            .collect();
        assert_eq!(outcomes, [false, true, true]);
    }

    #[test]
    fn a_test_case_or_response_that_does_not_exist_is_an_error() {
        assert!(parse(FILE, "Early").unwrap_err().0.contains("`Late`, `Lost`"));
        assert!(parse(FILE, "Lost").unwrap_err().0.contains("`Nothing`"));
    }

    #[test]
    fn attempts_have_no_gaps() {
        let file = FILE.replace("1-2", "2-3");
        assert!(parse(&file, "Late").unwrap_err().0.contains("attempt 1"));
    }

    #[test]
    fn a_huge_range_is_an_error() {
        let file = FILE.replace("1-2", "1-4000000000");
        assert!(parse(&file, "Late").unwrap_err().0.contains("1-4000000000"));
    }
}
