//! Mocked replies by state and attempt: a [`TaskRunner`] for tests and for `infra-gen run`.
//!
//! | file | purpose |
//! | --- | --- |
//! | `replies` | our own format: replies by state, in order |
//! | `local` | the format of Step Functions Local: `MockConfigFile.json` |
//! | `unused` | which parts of the replies a machine would ignore |
//!
//! A state without a mock fails with `States.Runtime`, which no catcher matches, and is listed by [`Mocks::missing`].

mod local;
mod replies;
mod unused;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use serde::de::DeserializeOwned;
use serde_json::json;

use crate::{
    model::Json,
    read::{parse_json, without_byte_order_mark},
    run::{
        error::TaskError,
        task_runner::{TaskCall, TaskReply, TaskRunner},
    },
    state_machine::StateMachine,
};

/// Mocked replies by state and attempt.
///
/// ```
/// use infra_gen_asl::{run::{Interpreter, Mocks, Status}, validate};
/// use serde_json::json;
///
/// let machine = validate(r#"{
///     "StartAt": "Charge",
///     "States": { "Charge": {
///         "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
///         "Parameters": { "FunctionName": "charge" }, "OutputPath": "$.Payload", "End": true,
///         "Retry": [{ "ErrorEquals": ["Busy"] }]
///     } }
/// }"#)?;
/// let mocks = Mocks::parse(r#"{ "replies": { "Charge": [
///     { "error": "Busy", "cause": "try again" },
///     { "result": { "charged": true } }
/// ] } }"#).expect("mocked replies");
/// let execution = Interpreter::new(&mocks).run_blocking(&machine, json!({}));
/// assert_eq!(execution.status, Status::Succeeded(json!({ "charged": true })));
/// assert!(mocks.missing().is_empty());
/// # Ok::<(), infra_gen_cfn::Findings>(())
/// ```
#[derive(Debug, Default)]
pub struct Mocks {
    replies: BTreeMap<String, Vec<Mock>>,
    objects: Vec<StoredObject>,
    /// Whether the last reply of a state answers all later calls, too.
    last_repeats: bool,
    progress: RefCell<Progress>,
}

/// Why a mock file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MockError(String);

/// One reply.
#[derive(Debug, Clone)]
struct Mock {
    reply: TaskReply,
    /// Answers only calls with these arguments.
    arguments: Option<Json>,
}

/// An S3 object, for item readers.
#[derive(Debug, Clone)]
struct StoredObject {
    bucket: String,
    key: String,
    body: String,
}

/// Only a result writer calls S3 directly to write. It needs no mock.
const RESULT_WRITER: &str = ":states:::s3:putObject";

#[derive(Debug, Default)]
struct Progress {
    /// The indices of the replies that each state used.
    used: BTreeMap<String, BTreeSet<usize>>,
    missing: BTreeSet<String>,
}

impl Mocks {
    /// Reads mocked replies: `replies` is an object with a list of replies per state.
    ///
    /// A reply has `result` (for `lambda:invoke`, the function's payload), `response` (the whole response of the service)
    /// or `error` with `cause`. `took` and `heartbeat` are seconds of virtual time. The last reply of a state repeats.
    ///
    /// # Errors
    /// The text is not JSON, has duplicate keys or unknown fields, or has a reply without exactly one of `result`,
    /// `resultRepeated`, `response`, `output` and `error`.
    pub fn parse(text: &str) -> Result<Self, MockError> {
        replies::parse(text)
    }

    /// Reads a test case of a mock configuration file of Step Functions Local. If several state machines have a test case with
    /// this name, it is selected as `MachineName#TestCaseName`.
    ///
    /// # Errors
    /// The text is not such a file or has duplicate keys, it does not have exactly one such test case, or the test case uses a
    /// response that does not exist.
    pub fn from_local(text: &str, test_case: &str) -> Result<Self, MockError> {
        local::parse(text, test_case)
    }

    /// The test cases of a mock configuration file of Step Functions Local, as [`Self::from_local`] selects them.
    ///
    /// # Errors
    /// The text is not such a file, or has duplicate keys.
    pub fn test_cases(text: &str) -> Result<Vec<String>, MockError> {
        local::test_cases(text)
    }

    /// Whether `text` has the format of Step Functions Local.
    pub fn is_local(text: &str) -> bool {
        local::is_local(text)
    }

    /// The parts of the replies that every execution of `machine` would ignore, one message per part: replies for states that do
    /// not exist or make no call, and keys that the task does not use.
    pub fn ignored(&self, machine: &StateMachine) -> Vec<String> {
        unused::messages(&self.replies, machine)
    }

    /// What the execution needed and the mocks did not have, one message per state.
    pub fn missing(&self) -> Vec<String> {
        self.progress.borrow().missing.iter().cloned().collect()
    }

    /// The states with mocked replies of which none was used.
    pub fn unused(&self) -> Vec<&str> {
        let progress = self.progress.borrow();
        let unused = self
            .replies
            .keys()
            .filter(|state| !progress.used.contains_key(*state));
        unused.map(String::as_str).collect()
    }

    /// The next reply of the state: the first unused one for these arguments.
    fn next(&self, call: &TaskCall) -> Option<TaskReply> {
        let mocks = self.replies.get(&call.state)?;
        let mut progress = self.progress.borrow_mut();
        let used = progress.used.entry(call.state.clone()).or_default();
        let fits = |index: &usize| {
            mocks[*index]
                .arguments
                .as_ref()
                .is_none_or(|arguments| *arguments == call.arguments)
        };
        let mut free = (0..mocks.len()).filter(|index| !used.contains(index));
        let last = || (0..mocks.len()).rev().filter(|_| self.last_repeats).find(fits);
        let index = free.find(fits).or_else(last)?;
        used.insert(index);
        Some(mocks[index].reply.clone())
    }

    /// The reply of S3 to an item reader, from the stored objects.
    fn read(&self, call: &TaskCall) -> Option<TaskReply> {
        let (_, action) = call.resource.rsplit_once(":states:::s3:")?;
        let argument = |name: &str| call.arguments.get(name).and_then(Json::as_str);
        let bucket = argument("Bucket")?;
        let mut in_bucket = self
            .objects
            .iter()
            .filter(|object| object.bucket == bucket)
            .peekable();
        in_bucket.peek()?;
        if action == "listObjectsV2" {
            let prefix = argument("Prefix").unwrap_or_default();
            let listed = in_bucket.filter(|object| object.key.starts_with(prefix));
            let contents: Vec<Json> = listed
                .map(|object| {
                    json!({ "Etag": "", "Key": object.key, "LastModified": 0, "Size": object.body.len(), "StorageClass": "STANDARD" })
                })
                .collect();
            return Some(json!({ "Contents": contents }).into());
        }
        let key = argument("Key").filter(|_| action == "getObject")?;
        in_bucket
            .find(|object| object.key == key)
            .map(|object| Json::from(object.body.as_str()).into())
    }
}

impl TaskRunner for Mocks {
    async fn run(&self, call: &TaskCall) -> TaskReply {
        if call.resource.ends_with(RESULT_WRITER) {
            return json!({}).into();
        }
        if let Some(reply) = self.next(call).or_else(|| self.read(call)) {
            return reply;
        }
        let missing = match self.replies.get(&call.state) {
            Some(mocks) if mocks.iter().any(|mock| mock.arguments.is_some()) => format!(
                "state `{}` has no mocked reply for the arguments {}",
                call.state, call.arguments
            ),
            Some(mocks) => format!(
                "state `{}` was called more often than it has mocked replies: {}",
                call.state,
                mocks.len()
            ),
            None => format!("state `{}` has no mocked reply", call.state),
        };
        self.progress.borrow_mut().missing.insert(missing.clone());
        TaskError::runtime(missing).into()
    }
}

impl<R: TaskRunner> TaskRunner for &R {
    async fn run(&self, call: &TaskCall) -> TaskReply {
        (**self).run(call).await
    }
}

/// Reads a mock file in one of the formats.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, MockError> {
    let refused = |error: serde_json::Error| MockError(error.to_string());
    parse_json(text).map_err(refused)?;
    // From the text, so that an error has line and column.
    serde_json::from_str(without_byte_order_mark(text)).map_err(refused)
}

impl fmt::Display for MockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for MockError {}
