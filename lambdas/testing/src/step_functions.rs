//! Step Functions, as far as handlers call it: executions that are started by name and described. They run nothing; a test
//! ends them.
//!
//! This one is an imitation, of two calls and what their documentation says about names. Workflows themselves
//! are tested by the interpreter and on the emulator.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use serde_json::{Value, json};
use shop_runtime::SdkConfig;

use crate::bridge::{Answer, Ruling, bridged};

/// The executions that there are.
#[derive(Debug, Clone, Default)]
pub struct StepFunctions {
    executions: Arc<Mutex<BTreeMap<String, Execution>>>,
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

    fn start(&self, input: &Value) -> Answer {
        let machine = text(input, "stateMachineArn").replace(":stateMachine:", ":execution:");
        let arn = format!("{machine}:{}", text(input, "name"));
        let input = text(input, "input");
        let mut executions = self.lock();
        let execution = executions.entry(arn.clone()).or_insert_with(|| Execution {
            input: input.to_owned(),
            status: "RUNNING",
            failure: None,
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
        Answer { status: 200, body }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Execution>> {
        self.executions.lock().expect("no holder panics")
    }
}

fn text<'a>(input: &'a Value, field: &str) -> &'a str {
    input[field].as_str().unwrap_or_default()
}
