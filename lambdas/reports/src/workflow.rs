//! The workflow `generate_report` in Step Functions.

use std::collections::HashMap;

use aws_sdk_sfn::types::{ExecutionStatus, HistoryEvent};
use shop_contract::{ExecutionArn, WarmUpKey};
use shop_runtime::{SdkConfig, Started, StateMachine, StoreError};

use crate::{
    progress::{End, Event, Execution, FindExecution, What},
    submission::{ListExecutions, Listed, Page, StartExecution},
};

/// The page size of the list of executions: the maximum of the API.
const LISTED: i32 = 1_000;

/// The state machine of the workflow.
#[derive(Debug, Clone)]
pub struct GenerateReportWorkflow(StateMachine);

impl GenerateReportWorkflow {
    /// The state machine with this ARN.
    pub fn new(aws: &SdkConfig, arn: String) -> Self {
        Self(StateMachine::new(aws, arn))
    }

    /// Whether the execution belongs to this state machine.
    pub fn runs(&self, execution: &ExecutionArn) -> bool {
        execution.is_of(self.0.arn())
    }

    /// Describes an execution that does not exist.
    pub async fn warm_up(&self, key: WarmUpKey) -> Result<(), StoreError> {
        self.0.warm_up(key).await
    }

    /// The events of an execution, oldest first.
    async fn events(&self, execution: &ExecutionArn) -> Result<Vec<Event>, StoreError> {
        let pages = self
            .0
            .client()
            .get_execution_history()
            .execution_arn(execution.as_str())
            // Inputs and outputs contain the links, which this function does not need.
            .include_execution_data(false)
            .into_paginator()
            .items()
            .send();
        let events = pages.collect::<Result<Vec<_>, _>>().await?;
        Ok(state_events(events))
    }
}

impl StartExecution for GenerateReportWorkflow {
    async fn start(&self, name: &str, input: &str) -> Result<Option<ExecutionArn>, StoreError> {
        Ok(match self.0.start(name, input).await? {
            Started::Running => {
                let execution = self.0.execution(name);
                Some(execution.expect("an execution with this name was started"))
            }
            Started::NameTaken => None,
        })
    }
}

impl ListExecutions for GenerateReportWorkflow {
    async fn list(&self, token: Option<String>) -> Result<Page, StoreError> {
        let listed = self
            .0
            .client()
            .list_executions()
            .state_machine_arn(self.0.arn())
            .max_results(LISTED)
            .set_next_token(token)
            .send()
            .await?;
        let next = listed.next_token;
        let executions = listed.executions.into_iter().filter_map(|execution| {
            Some(Listed {
                // An execution that was started manually may have any name.
                execution: self.0.execution(&execution.name).ok()?,
                runs: execution.status == ExecutionStatus::Running,
                name: execution.name,
            })
        });
        Ok(Page {
            executions: executions.collect(),
            next,
        })
    }
}

impl FindExecution for GenerateReportWorkflow {
    async fn find(&self, execution: &ExecutionArn) -> Result<Option<Execution>, StoreError> {
        let Some(described) = self.0.describe(execution).await? else {
            return Ok(None);
        };
        let end = match described.status {
            ExecutionStatus::Succeeded => Some(End::Succeeded {
                output: described.output.unwrap_or_default(),
            }),
            ExecutionStatus::Failed => Some(End::Failed {
                error: described.error.unwrap_or_default(),
            }),
            ExecutionStatus::TimedOut => Some(End::TimedOut),
            ExecutionStatus::Aborted => Some(End::Stopped),
            // Any other status, including new ones, means that the execution has not ended.
            _ => None,
        };
        Ok(Some(Execution {
            end,
            events: self.events(execution).await?,
        }))
    }
}

/// The relevant part of the history: states that were entered and exited, and tasks that failed in them.
fn state_events(events: Vec<HistoryEvent>) -> Vec<Event> {
    // An event names its predecessor, and following these leads to the state to which it belongs.
    let mut states: HashMap<i64, String> = HashMap::new();
    let mut found = Vec::new();
    for event in events {
        let entered = event.state_entered_event_details.map(|details| details.name);
        let exited = event.state_exited_event_details.map(|details| details.name);
        let within = || states.get(&event.previous_event_id).cloned();
        let state = entered.clone().or_else(|| exited.clone()).or_else(within);
        let Some(state) = state else { continue };
        let what = match (entered, exited) {
            (Some(_), _) => Some(What::Entered),
            (None, Some(_)) => Some(What::Left),
            (None, None) => is_failure(event.r#type.as_str()).then_some(What::Failed),
        };
        found.extend(what.map(|what| Event {
            state: state.clone(),
            what,
        }));
        states.insert(event.id, state);
    }
    found
}

/// `TaskFailed`, `TaskTimedOut`, `TaskStartFailed`, `TaskSubmitFailed`: an attempt that may be retried.
fn is_failure(event_type: &str) -> bool {
    event_type
        .strip_prefix("Task")
        .or_else(|| event_type.strip_prefix("LambdaFunction"))
        .is_some_and(|what| what.ends_with("Failed") || what.ends_with("TimedOut"))
}
