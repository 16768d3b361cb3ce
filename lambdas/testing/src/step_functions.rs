//! Step Functions, as far as handlers call it: executions that are started by name, described and listed, and what happened
//! in them. They run nothing; a test ends them, and says what happened.
//!
//! This one is an imitation, of four calls and what their documentation says about names: who gets one is decided at
//! once, what there is may be told late. Workflows themselves
//! are tested by the interpreter and on the emulator.

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

/// The executions that there are.
#[derive(Debug, Clone, Default)]
pub struct StepFunctions {
    executions: Arc<Mutex<BTreeMap<String, Execution>>>,
    /// How many of the latest executions a list does not know yet.
    behind: Arc<Mutex<usize>>,
    /// Whether a name is refused to the second call even while its execution runs.
    strict: Arc<AtomicBool>,
}

/// An execution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Execution {
    /// What it was started with.
    pub input: String,
    /// `RUNNING` at first.
    pub status: &'static str,
    /// The name and the cause of its failure.
    pub failure: Option<(String, String)>,
    /// What it gave, once it succeeded.
    pub output: Option<String>,
    /// What happened, as the service tells it.
    pub history: Vec<Value>,
    /// How many were started before it.
    pub place: usize,
}

impl StepFunctions {
    /// The configuration whose clients find these executions, and everything else where they did.
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

    /// The executions by their ARNs.
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

    /// Ends an execution well.
    pub fn succeed(&self, arn: &str, output: &Value) {
        let mut executions = self.lock();
        let execution = executions.get_mut(arn).expect("the execution was started");
        execution.status = "SUCCEEDED";
        execution.output = Some(output.to_string());
    }

    /// Says what happened in an execution.
    pub fn tell(&self, arn: &str, history: Vec<Value>) {
        let mut executions = self.lock();
        let execution = executions.get_mut(arn).expect("the execution was started");
        execution.history = history;
    }

    /// From now on, a list knows all but so many of the latest executions.
    pub fn fall_behind(&self, executions: usize) {
        *self.behind.lock().expect("no holder panics") = executions;
    }

    /// From now on, a name is given to one call alone, as the local endpoint does it.
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
        // The same call again is the same execution, for as long as it runs; afterwards its name is taken.
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
