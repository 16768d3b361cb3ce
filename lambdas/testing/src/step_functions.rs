//! A mock of the Step Functions calls that handlers use: executions are started by name, described and listed, and have a
//! history. They do not run: a test ends them and sets their history.
//!
//! It follows the documentation on names: they are assigned immediately, while lists are eventually consistent. Workflows
//! themselves are tested with the interpreter and
//! on the emulator.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
};

use serde_json::{Value, json};
use shop_runtime::SdkConfig;

use crate::bridge::{Answer, Ruling, bridged};

/// The executions.
#[derive(Debug, Clone, Default)]
pub struct StepFunctions {
    executions: Arc<Mutex<BTreeMap<String, Execution>>>,
    /// The number of recent executions that are missing from a list.
    behind: Arc<Mutex<usize>>,
    /// Whether a second start with the name of a running execution is rejected.
    strict: Arc<AtomicBool>,
}

/// An execution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Execution {
    /// Its input.
    pub input: String,
    /// Its status, initially `RUNNING`.
    pub status: &'static str,
    /// The error and the cause, if it failed.
    pub failure: Option<(String, String)>,
    /// The output, if it succeeded.
    pub output: Option<String>,
    /// Its history in the service's format.
    pub history: Vec<Value>,
    /// The number of executions started before it.
    pub place: usize,
}

impl StepFunctions {
    /// A configuration whose Step Functions clients use these executions. All other clients are unchanged.
    pub fn beside(&self, config: &SdkConfig) -> SdkConfig {
        let this = self.clone();
        bridged(config, move |operation, input| {
            match operation.strip_prefix("AWSStepFunctions.") {
                None => Ruling::Pass,
                Some("StartExecution") => Ruling::Answer(this.start(input)),
                Some("DescribeExecution") => Ruling::Answer(this.describe(input)),
                Some("ListExecutions") => Ruling::Answer(this.list(input)),
                Some("GetExecutionHistory") => Ruling::Answer(this.history(input)),
                Some(_) => Ruling::Answer(Answer::refusal("AccessDeniedException")),
            }
        })
    }

    /// The executions by ARN.
    pub fn executions(&self) -> BTreeMap<String, Execution> {
        self.lock().clone()
    }

    /// Ends an execution.
    pub fn end(&self, arn: &str, status: &'static str, failure: Option<(&str, &str)>) {
        let mut executions = self.lock();
        let execution = executions.get_mut(arn).expect("the execution was started");
        execution.status = status;
        execution.failure = failure.map(|(error, cause)| (error.to_owned(), cause.to_owned()));
    }

    /// Ends an execution successfully.
    pub fn succeed(&self, arn: &str, output: &Value) {
        let mut executions = self.lock();
        let execution = executions.get_mut(arn).expect("the execution was started");
        execution.status = "SUCCEEDED";
        execution.output = Some(output.to_string());
    }

    /// Sets the history of an execution.
    pub fn tell(&self, arn: &str, history: Vec<Value>) {
        let mut executions = self.lock();
        let execution = executions.get_mut(arn).expect("the execution was started");
        execution.history = history;
    }

    /// From now on, lists lack this number of recent executions.
    pub fn fall_behind(&self, executions: usize) {
        *self.behind.lock().expect("no holder panics") = executions;
    }

    /// From now on, a second start with the same name is rejected, as by the local endpoint.
    pub fn give_names_once(&self) {
        self.strict.store(true, Ordering::SeqCst);
    }

    fn start(&self, input: &Value) -> Answer {
        let machine = text(input, "stateMachineArn").replace(":stateMachine:", ":execution:");
        let arn = format!("{machine}:{}", text(input, "name"));
        let input = text(input, "input");
        let mut executions = self.lock();
        let place = executions.len();
        if self.strict.load(Ordering::SeqCst) && executions.contains_key(&arn) {
            return Answer::refusal("ExecutionAlreadyExists");
        }
        let execution = executions.entry(arn.clone()).or_insert_with(|| Execution {
            input: input.to_owned(),
            status: "RUNNING",
            failure: None,
            output: None,
            history: Vec::new(),
            place,
        });
        // The same call returns the same execution while it is running. After that, the name is taken.
        if execution.status == "RUNNING" && execution.input == input {
            Answer {
                status: 200,
                body: json!({ "executionArn": arn, "startDate": 1_795_341_600 }),
            }
        } else {
            Answer::refusal("ExecutionAlreadyExists")
        }
    }

    fn describe(&self, input: &Value) -> Answer {
        let arn = text(input, "executionArn");
        let executions = self.lock();
        let Some(execution) = executions.get(arn) else {
            return Answer::refusal("ExecutionDoesNotExist");
        };
        let mut body = json!({
            "executionArn": arn,
            "stateMachineArn": "arn:aws:states:eu-central-1:000000000000:stateMachine:test",
            "name": arn.rsplit(':').next(),
            "status": execution.status,
            "startDate": 1_795_341_600,
            "input": execution.input,
        });
        if let Some((error, cause)) = &execution.failure {
            body["error"] = json!(error);
            body["cause"] = json!(cause);
        }
        if let Some(output) = &execution.output {
            body["output"] = json!(output);
        }
        Answer { status: 200, body }
    }

    /// The executions of a state machine, latest first.
    fn list(&self, input: &Value) -> Answer {
        let machine = text(input, "stateMachineArn").replace(":stateMachine:", ":execution:");
        let behind = *self.behind.lock().expect("no holder panics");
        let executions = self.lock();
        let mut known: Vec<_> = executions
            .iter()
            .filter(|(arn, _)| arn.rsplit_once(':').is_some_and(|(of, _)| of == machine))
            .collect();
        known.sort_by_key(|(_, execution)| std::cmp::Reverse(execution.place));
        let limit = input["maxResults"].as_u64().unwrap_or(100);
        let listed: Vec<_> = known
            .into_iter()
            .skip(behind)
            .take(usize::try_from(limit).unwrap_or(usize::MAX))
            .map(|(arn, execution)| {
                json!({
                    "executionArn": arn,
                    "stateMachineArn": text(input, "stateMachineArn"),
                    "name": arn.rsplit(':').next(),
                    "status": execution.status,
                    "startDate": 1_795_341_600,
                })
            })
            .collect();
        Answer {
            status: 200,
            body: json!({ "executions": listed }),
        }
    }

    fn history(&self, input: &Value) -> Answer {
        let executions = self.lock();
        match executions.get(text(input, "executionArn")) {
            None => Answer::refusal("ExecutionDoesNotExist"),
            Some(execution) => Answer {
                status: 200,
                body: json!({ "events": execution.history }),
            },
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Execution>> {
        self.executions.lock().expect("no holder panics")
    }
}

fn text<'a>(input: &'a Value, field: &str) -> &'a str {
    input[field].as_str().unwrap_or_default()
}
