//! Which parts of mocked replies no execution of a machine can use. A test with such a reply would pass for the wrong reason.

use std::collections::BTreeMap;

use crate::{
    model::{Kind, State, Task},
    run::{
        mocks::Mock,
        task,
        task_runner::{ResultForm, TaskReply},
    },
    state_machine::StateMachine,
};

pub(super) fn messages(replies: &BTreeMap<String, Vec<Mock>>, machine: &StateMachine) -> Vec<String> {
    let of_states = replies.iter().map(|(name, mocks)| match machine.state(name) {
        None => vec![format!("the state machine has no state `{name}`")],
        Some(state) => match keys_without_use(state) {
            Err(reason) => vec![format!("state `{name}` {reason}")],
            Ok(unused) => mocks
                .iter()
                .enumerate()
                .flat_map(|(index, mock)| {
                    let present = unused.iter().filter(|key| key.is_in(&mock.reply));
                    present.map(move |key| format!("reply {} of state `{name}` {}", index + 1, key.message))
                })
                .collect(),
        },
    });
    of_states.flatten().collect()
}

/// A key of a reply that a state does not use.
struct Key {
    is_present: fn(&TaskReply) -> bool,
    message: &'static str,
}

impl Key {
    fn is_in(&self, reply: &TaskReply) -> bool {
        (self.is_present)(reply)
    }
}

const OUTPUT: Key = Key {
    is_present: |reply| reply.form == ResultForm::NestedOutput,
    message: "has `output`, which is for `startExecution.sync` only; use `result`",
};
const SUBMITTED: Key = Key {
    is_present: |reply| reply.submitted.is_some(),
    message: "has `submitted`, but the task does not wait for a job or a task token",
};
const HEARTBEAT: Key = Key {
    is_present: |reply| reply.heartbeat.is_some(),
    message: "has `heartbeat`, but the state has no `HeartbeatSeconds`",
};

/// The keys that the state does not use, or why it uses no reply at all.
fn keys_without_use(state: &State) -> Result<Vec<Key>, String> {
    match &state.kind {
        Kind::Task(task) => Ok(keys_without_use_in(task)),
        Kind::Map(map) if map.reader.is_some() => Ok(vec![OUTPUT, SUBMITTED, HEARTBEAT]),
        Kind::Map(_) => Err("is a Map state without `ItemReader`, which makes no call".to_owned()),
        kind => Err(format!("is a {} state, which makes no call", kind.name())),
    }
}

fn keys_without_use_in(task: &Task) -> Vec<Key> {
    let mut keys = Vec::new();
    if !task.resource.contains(":states:startExecution.sync") {
        keys.push(OUTPUT);
    }
    if !task::waits(&task.resource) {
        keys.push(SUBMITTED);
    }
    if task.heartbeat.is_none() {
        keys.push(HEARTBEAT);
    }
    keys
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{run::Mocks, validate};

    const NESTED: &str = "arn:aws:states:::states:startExecution.sync:2";
    const CALLBACK: &str = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    const INVOKE: &str = "arn:aws:states:::lambda:invoke";

    #[track_caller]
    fn check(resource: &str, reply: &serde_json::Value, expected: &[&str]) {
        let arguments = match resource {
            CALLBACK => json!({ "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }),
            INVOKE => json!({ "FunctionName": "f" }),
            _ => json!({ "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:M" }),
        };
        let mut task = json!({ "Type": "Task", "Resource": resource, "Parameters": arguments, "Next": "P" });
        if resource == CALLBACK {
            task["HeartbeatSeconds"] = 60.into();
        }
        let definition =
            json!({ "StartAt": "T", "States": { "T": task, "P": { "Type": "Pass", "End": true } } });
        let machine = validate(&definition.to_string()).expect("a state machine");
        let mocks = Mocks::parse(&json!({ "replies": { "T": [reply] } }).to_string()).expect("mocks");
        assert_eq!(mocks.ignored(&machine), expected);
        let mocks = Mocks::parse(r#"{ "replies": { "P": [], "X": [] } }"#).expect("mocks");
        assert_eq!(
            mocks.ignored(&machine),
            [
                "state `P` is a Pass state, which makes no call",
                "the state machine has no state `X`"
            ]
        );
    }

    #[test]
    fn a_key_that_the_task_does_not_use_is_reported() {
        let output =
            "reply 1 of state `T` has `output`, which is for `startExecution.sync` only; use `result`";
        let submitted =
            "reply 1 of state `T` has `submitted`, but the task does not wait for a job or a task token";
        let heartbeat = "reply 1 of state `T` has `heartbeat`, but the state has no `HeartbeatSeconds`";
        let all = json!({ "output": 1, "submitted": {}, "heartbeat": 5 });
        check(INVOKE, &all, &[output, submitted, heartbeat]);
        check(NESTED, &all, &[heartbeat]);
        check(CALLBACK, &all, &[output]);
        check(INVOKE, &json!({ "result": 1, "took": 2, "arguments": {} }), &[]);
    }
}
