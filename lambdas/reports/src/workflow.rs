//! The workflow `generate_report` in Step Functions.

use std::collections::HashMap;

use aws_sdk_sfn::{
    Client,
    operation::{describe_execution::DescribeExecutionError, start_execution::StartExecutionError},
    types::{ExecutionStatus, HistoryEvent},
};
use shop_contract::ExecutionArn;
use shop_runtime::{SdkConfig, StoreError};

use crate::{
    progress::{End, Event, Execution, FindExecution, What},
    submission::{ListExecutions, Listed, Page, StartExecution, Started},
};

/// How many executions a page of the list has: as many as are told at once.
const LISTED: i32 = 1_000;

/// The state machine of the workflow.
#[derive(Debug, Clone)]
pub struct GenerateReportWorkflow {
    client: Client,
    arn: String,
}

impl GenerateReportWorkflow {
    /// The state machine of this ARN.
    pub fn new(aws: &SdkConfig, arn: String) -> Self {
        Self {
            client: Client::new(aws),
            arn,
        }
    }

    /// Whether an execution is one of this state machine.
    pub fn runs(&self, execution: &ExecutionArn) -> bool {
        execution.is_of(&self.arn)
    }

    /// An execution that there never was.
    pub fn nobodys(&self) -> ExecutionArn {
        ExecutionArn::of(&self.arn, "nobody").expect("the stack has seen to the ARN")
    }

    /// What happened in an execution, from the first event to the last.
    async fn events(&self, execution: &ExecutionArn) -> Result<Vec<Event>, StoreError> {
        let pages = self
            .client
            .get_execution_history()
            .execution_arn(execution.as_str())
            // Inputs and outputs have the links among them, and are none of this function's business.
            .include_execution_data(false)
            .into_paginator()
            .items()
            .send();
        let events = pages.collect::<Result<Vec<_>, _>>().await?;
        Ok(told(events))
    }
}

impl StartExecution for GenerateReportWorkflow {
    async fn start(&self, name: &str, input: &str) -> Result<Started, StoreError> {
        let started = self
            .client
            .start_execution()
            .state_machine_arn(&self.arn)
            .name(name)
            .input(input)
            .send()
            .await;
        match started {
            Ok(_) => Ok(Started::Runs(
                ExecutionArn::of(&self.arn, name).expect("an execution of this name was started"),
            )),
            Err(refused)
                if refused
                    .as_service_error()
                    .is_some_and(StartExecutionError::is_execution_already_exists) =>
            {
                Ok(Started::NameTaken)
            }
            Err(refused) => Err(refused.into()),
        }
    }
}

impl ListExecutions for GenerateReportWorkflow {
    async fn list(&self, token: Option<String>) -> Result<Page, StoreError> {
        let listed = self
            .client
            .list_executions()
            .state_machine_arn(&self.arn)
            .max_results(LISTED)
            .set_next_token(token)
            .send()
            .await?;
        let next = listed.next_token;
        let executions = listed.executions.into_iter().filter_map(|execution| {
            Some(Listed {
                // One that was started by hand may have a name that none of ours has.
                execution: ExecutionArn::of(&self.arn, &execution.name).ok()?,
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
        let described = self
            .client
            .describe_execution()
            .execution_arn(execution.as_str())
            .send()
            .await;
        let described = match described {
            Ok(described) => described,
            Err(refused)
                if refused
                    .as_service_error()
                    .is_some_and(DescribeExecutionError::is_execution_does_not_exist) =>
            {
                return Ok(None);
            }
            Err(refused) => return Err(refused.into()),
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
            // Whatever else there is or will be, it is not an end.
            _ => None,
        };
        Ok(Some(Execution {
            end,
            events: self.events(execution).await?,
        }))
    }
}

/// What of the history is of interest: states that were entered and left, and the tasks that failed in them.
fn told(events: Vec<HistoryEvent>) -> Vec<Event> {
    // An event names the one that led to it, and so by and by the state that it happened in.
    let mut states: HashMap<i64, String> = HashMap::new();
    let mut told = Vec::new();
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
        told.extend(what.map(|what| Event {
            state: state.clone(),
            what,
        }));
        states.insert(event.id, state);
    }
    told
}

/// `TaskFailed`, `TaskTimedOut`, `TaskStartFailed`, `TaskSubmitFailed`: a run of a task that may be repeated.
fn is_failure(event_type: &str) -> bool {
    event_type
        .strip_prefix("Task")
        .or_else(|| event_type.strip_prefix("LambdaFunction"))
        .is_some_and(|what| what.ends_with("Failed") || what.ends_with("TimedOut"))
}
