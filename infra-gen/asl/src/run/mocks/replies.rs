//! Our own mock format: `replies` has a list of replies per state, `objects` has the S3 objects for item readers.

use std::{collections::BTreeMap, time::Duration};

use serde::{Deserialize, Deserializer};

use crate::{
    model::Json,
    run::{
        error::TaskError,
        mocks::{Mock, MockError, Mocks, StoredObject, read},
        task_runner::{ResultForm, TaskReply},
    },
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    replies: BTreeMap<String, Vec<Reply>>,
    #[serde(default)]
    objects: Vec<Object>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Reply {
    #[serde(default, deserialize_with = "present")]
    result: Option<Json>,
    result_repeated: Option<Repeated>,
    #[serde(default, deserialize_with = "present")]
    response: Option<Json>,
    /// The output of a nested execution.
    #[serde(default, deserialize_with = "present")]
    output: Option<Json>,
    error: Option<String>,
    cause: Option<String>,
    #[serde(default)]
    took: f64,
    heartbeat: Option<f64>,
    #[serde(default, deserialize_with = "present")]
    submitted: Option<Json>,
    #[serde(default, deserialize_with = "present")]
    arguments: Option<Json>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Repeated {
    text: String,
    times: usize,
}

/// Many times the largest payload of Step Functions.
const MAX_REPEATED_BYTES: usize = 16 << 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Object {
    bucket: String,
    key: String,
    body: String,
}

pub(super) fn parse(text: &str) -> Result<Mocks, MockError> {
    let file: File = read(text)?;
    let replies = file.replies.into_iter().map(|(state, replies)| {
        let mocks = replies.into_iter().map(|reply| {
            mock(reply).map_err(|problem| MockError(format!("a reply of state `{state}` {problem}")))
        });
        let mocks = mocks.collect::<Result<_, _>>()?;
        Ok((state, mocks))
    });
    Ok(Mocks {
        replies: replies.collect::<Result<_, MockError>>()?,
        objects: file
            .objects
            .into_iter()
            .map(|Object { bucket, key, body }| StoredObject { bucket, key, body })
            .collect(),
        last_repeats: true,
        ..Mocks::default()
    })
}

fn mock(reply: Reply) -> Result<Mock, &'static str> {
    if reply.cause.is_some() && reply.error.is_none() {
        return Err("has a `cause` without `error`");
    }
    let repeated = |Repeated { text, times }: Repeated| {
        let bytes = text.len().checked_mul(times);
        bytes
            .filter(|bytes| *bytes <= MAX_REPEATED_BYTES)
            .map(|_| Json::from(text.repeat(times)))
            .ok_or("has a `resultRepeated` of more than 16 MiB")
    };
    let result = match reply.result {
        Some(result) => Some(result),
        None => reply.result_repeated.map(repeated).transpose()?,
    };
    let (outcome, form) = match (result, reply.response, reply.output, reply.error) {
        (Some(result), None, None, None) => (Ok(result), ResultForm::Payload),
        (None, Some(response), None, None) => (Ok(response), ResultForm::Response),
        (None, None, Some(output), None) => (Ok(output), ResultForm::NestedOutput),
        (None, None, None, Some(error)) => (
            Err(TaskError::named(&error, reply.cause.unwrap_or_default())),
            ResultForm::Payload,
        ),
        _ => return Err("must have exactly one of `result`, `response`, `output` and `error`"),
    };
    let seconds = |seconds: f64| {
        Duration::try_from_secs_f64(seconds).map_err(|_| "has a time that is not a number of seconds")
    };
    Ok(Mock {
        reply: TaskReply {
            form,
            took: seconds(reply.took)?,
            heartbeat: reply.heartbeat.map(seconds).transpose()?,
            submitted: reply.submitted,
            ..TaskReply::from(outcome)
        },
        arguments: reply.arguments,
    })
}

/// A field that is present, even if it is `null`.
fn present<'de, D: Deserializer<'de>>(field: D) -> Result<Option<Json>, D::Error> {
    Json::deserialize(field).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_has_exactly_one_outcome() {
        let read = |reply: &str| parse(&format!(r#"{{ "replies": {{ "A": [{reply}] }} }}"#));
        assert!(read(r#"{ "result": null }"#).is_ok());
        assert!(read(r#"{ "error": "E", "cause": "late" }"#).is_ok());
        for wrong in [
            "{}",
            r#"{ "result": 1, "error": "E" }"#,
            r#"{ "resluts": 1 }"#,
            r#"{ "result": 1, "took": -1 }"#,
            r#"{ "result": 1, "cause": "late" }"#,
            r#"{ "resultRepeated": { "text": "xxxxxxxxxx", "times": 1000000000000 } }"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_duplicate_key_is_an_error_and_a_byte_order_mark_is_not() {
        let file = "\u{feff}{ \"replies\": {\n\"A\": [],\n\"A\": [] } }";
        assert_eq!(parse(file).unwrap_err().0, "duplicate key `A` at line 3 column 3");
        assert!(parse(&file.replacen("\"A\"", "\"B\"", 1)).is_ok());
    }
}
