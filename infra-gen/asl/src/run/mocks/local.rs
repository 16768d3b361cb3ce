//! The mock configuration file of Step Functions Local.
//! <https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html>

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    model::Json,
    read::without_byte_order_mark,
    run::{
        error::TaskError,
        mocks::{Mock, MockError, Mocks, read},
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
    serde_json::from_str::<BTreeMap<String, Json>>(without_byte_order_mark(text))
        .is_ok_and(|fields| fields.contains_key("StateMachines"))
}

pub(super) fn parse(text: &str, test_case: &str) -> Result<Mocks, MockError> {
    let file: File = read(text)?;
    let states = file.select(test_case)?;
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

pub(super) fn test_cases(text: &str) -> Result<Vec<String>, MockError> {
    let file: File = read(text)?;
    Ok(file.choices())
}

/// A test case: the state machine, its name, and the mocked response of each state.
type TestCase<'f> = (&'f str, &'f str, &'f BTreeMap<String, String>);

impl File {
    fn test_cases(&self) -> impl Iterator<Item = TestCase<'_>> {
        self.state_machines.iter().flat_map(|(machine, of)| {
            let cases = of.test_cases.iter();
            cases.map(move |(name, states)| (machine.as_str(), name.as_str(), states))
        })
    }

    /// The states of the test case `wanted`: its name, or the names of the state machine and the test case with `#` between
    /// them.
    fn select(&self, wanted: &str) -> Result<&BTreeMap<String, String>, MockError> {
        let in_full = |(machine, name, _): &TestCase<'_>| format!("{machine}#{name}") == wanted;
        if let Some((_, _, states)) = self.test_cases().find(in_full) {
            return Ok(states);
        }
        let named: Vec<_> = self.test_cases().filter(|(_, name, _)| *name == wanted).collect();
        match named.as_slice() {
            [(_, _, states)] => Ok(states),
            [] => Err(MockError(format!(
                "no test case `{wanted}`; the file has {}",
                list(&self.choices())
            ))),
            _ => {
                let choices = named.iter().map(|(machine, name, _)| format!("{machine}#{name}"));
                Err(MockError(format!(
                    "several state machines have a test case `{wanted}`; select one of {}",
                    list(&choices.collect::<Vec<_>>())
                )))
            }
        }
    }

    /// The shortest text that selects each test case.
    fn choices(&self) -> Vec<String> {
        let cases = self.test_cases().map(|(machine, name, _)| {
            let is_unique = self.test_cases().filter(|(_, other, _)| *other == name).count() == 1;
            if is_unique {
                name.to_owned()
            } else {
                format!("{machine}#{name}")
            }
        });
        cases.collect()
    }
}

fn list(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
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
    fn a_test_case_of_several_machines_is_selected_with_the_name_of_the_machine() {
        let file = r#"{
            "StateMachines": {
                "A": { "TestCases": { "Late": { "Ask": "Busy" }, "Lost": {} } },
                "B": { "TestCases": { "Late": {} } }
            },
            "MockedResponses": { "Busy": { "0": { "Return": 1 } } }
        }"#;
        let refused = parse(file, "Late").unwrap_err().0;
        assert!(refused.ends_with("select one of `A#Late`, `B#Late`"), "{refused}");
        assert_eq!(parse(file, "A#Late").unwrap().replies.len(), 1);
        assert!(parse(file, "B#Late").unwrap().replies.is_empty());
        assert!(parse(file, "A#Lost").is_ok() && parse(file, "Lost").is_ok());
        assert_eq!(test_cases(file).unwrap(), ["A#Late", "Lost", "B#Late"]);
        let refused = parse(file, "C#Late").unwrap_err().0;
        assert!(
            refused.ends_with("the file has `A#Late`, `Lost`, `B#Late`"),
            "{refused}"
        );
    }

    #[test]
    fn a_duplicate_key_is_an_error() {
        let file = FILE.replace("\"Lost\"", "\"Late\"");
        assert!(
            parse(&file, "Late")
                .unwrap_err()
                .0
                .starts_with("duplicate key `Late` at line 2")
        );
        assert!(is_local(&format!("\u{feff}{FILE}")));
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
