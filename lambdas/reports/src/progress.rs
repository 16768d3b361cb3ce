//! The progress of a report: translates the history of its execution into the contract's steps.
//!
//! Details of a failure are logged. An employee sees which step failed and what to do.

use std::{collections::BTreeMap, future::Future};

use shop_contract::{
    ExecutionArn, ReportError, ReportErrorCode, ReportId, ReportStatus, ReportStep, ReportStepName,
    ReportStepState,
    workflow::{
        TaskErrorName,
        generate_report::{GeneratedReport, PREPARE_STATE},
    },
};
use shop_runtime::StoreError;

/// Looks up executions of the workflow.
pub trait FindExecution {
    /// The execution, if it exists.
    fn find(&self, execution: &ExecutionArn) -> impl Future<Output = Result<Option<Execution>, StoreError>>;
}

/// An execution of the workflow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Execution {
    /// How it ended, or none while it is running.
    pub end: Option<End>,
    /// Its events so far, in order.
    pub events: Vec<Event>,
}

/// How an execution ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// It succeeded with this output.
    Succeeded {
        /// A [`GeneratedReport`] as JSON.
        output: String,
    },
    /// It failed.
    Failed {
        /// The name of the error.
        error: String,
    },
    /// It timed out.
    TimedOut,
    /// It was aborted.
    Stopped,
}

/// An event of a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The name of the state.
    pub state: String,
    /// The kind of event.
    pub what: What,
}

/// What happened to a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It was entered.
    Entered,
    /// Its task failed and may be retried.
    Failed,
    /// It was exited.
    Left,
}

/// The status that the employee sees.
pub fn status(id: &ReportId, execution: &Execution) -> Result<ReportStatus, StoreError> {
    let steps = steps(execution);
    let Some(end) = &execution.end else {
        return Ok(ReportStatus::Running { steps });
    };
    let failed = |code| {
        let step = culprit(execution);
        Ok(ReportStatus::Failed {
            steps: steps.clone(),
            error: ReportError {
                code,
                step,
                detail: detail(code, step),
            },
        })
    };
    match end {
        End::Succeeded { output } => {
            let report: GeneratedReport =
                serde_json::from_str(output).map_err(|error| StoreError::Corrupt {
                    key: "the output of the execution".to_owned(),
                    source: error.into(),
                })?;
            Ok(ReportStatus::Succeeded {
                steps,
                report_id: id.clone(),
                recipients: report.recipients,
                requester: report.requester,
                links_expire_at: report.links_expire_at,
            })
        }
        End::Failed { error } => failed(code(error)),
        End::TimedOut => failed(ReportErrorCode::TimedOut),
        End::Stopped => failed(ReportErrorCode::Stopped),
    }
}

/// All steps with their progress.
fn steps(execution: &Execution) -> Vec<ReportStep> {
    let mut last: BTreeMap<&str, What> = BTreeMap::new();
    for event in &execution.events {
        last.insert(&event.state, event.what);
    }
    // Entering or leaving an enclosing state also says something about the step. This covers missing events of the step itself:
    // the local endpoint reports none of those within a Parallel state.
    let around = |step: ReportStepName| match (last.get(PREPARE_STATE), step) {
        (Some(What::Left), step) if step < ReportStepName::SignLinks => Some(&What::Left),
        (Some(entered), ReportStepName::PrepareOrdersData | ReportStepName::PrepareProductsData) => {
            Some(entered)
        }
        _ => None,
    };
    let told = |step: ReportStepName| last.get(step.state_name()).or_else(|| around(step));
    let state = |step: ReportStepName| match told(step) {
        None if matches!(execution.end, Some(End::Succeeded { .. })) => ReportStepState::Done,
        None => ReportStepState::Waiting,
        Some(What::Left) => ReportStepState::Done,
        // Between two attempts of a task that failed temporarily, its step is in progress.
        Some(What::Entered | What::Failed) if execution.end.is_none() => ReportStepState::Running,
        // The history is eventually consistent. If the execution has succeeded, all steps are done.
        Some(_) if matches!(execution.end, Some(End::Succeeded { .. })) => ReportStepState::Done,
        Some(What::Entered | What::Failed) => ReportStepState::Failed,
    };
    ReportStepName::ALL
        .into_iter()
        .map(|step| ReportStep {
            step,
            state: state(step),
        })
        .collect()
}

/// The step in which the execution failed: the one whose task failed last and was not retried. If no task failed, the first
/// step that was started and is not done.
fn culprit(execution: &Execution) -> Option<ReportStepName> {
    let failed = execution
        .events
        .iter()
        .rev()
        .find(|event| event.what == What::Failed)
        .and_then(|event| step_of(&event.state));
    let undone = || {
        steps(execution)
            .into_iter()
            .find(|step| step.state == ReportStepState::Failed)
            .map(|step| step.step)
    };
    match execution.end {
        Some(End::Failed { .. }) => failed.or_else(undone),
        Some(End::TimedOut) => undone(),
        Some(End::Stopped | End::Succeeded { .. }) | None => None,
    }
}

fn step_of(state: &str) -> Option<ReportStepName> {
    ReportStepName::ALL
        .into_iter()
        .find(|step| step.state_name() == state)
}

/// Classifies an error of the execution.
fn code(error: &str) -> ReportErrorCode {
    const BUSY: [&str; 6] = [
        TaskErrorName::Busy.as_str(),
        TaskErrorName::Conflict.as_str(),
        "Lambda.AWSLambdaException",
        "Lambda.SdkClientException",
        "Lambda.ServiceException",
        "Lambda.TooManyRequestsException",
    ];
    const TIMED_OUT: [&str; 3] = [
        "Lambda.ClientExecutionTimeoutException",
        "Sandbox.Timedout",
        "States.Timeout",
    ];
    if BUSY.contains(&error) {
        ReportErrorCode::Busy
    } else if TIMED_OUT.contains(&error) {
        ReportErrorCode::TimedOut
    } else {
        ReportErrorCode::Internal
    }
}

/// The message for the employee: what failed, and what to do.
fn detail(code: ReportErrorCode, step: Option<ReportStepName>) -> String {
    let what = match step {
        Some(ReportStepName::PrepareOrdersData) => "The orders could not be read",
        Some(ReportStepName::PrepareOrdersHtml) => "The page about the orders could not be written",
        Some(ReportStepName::PrepareProductsData) => "The products could not be read",
        Some(ReportStepName::PrepareProductsHtml) => "The page about the products could not be written",
        Some(ReportStepName::SignLinks) => "The links to the report could not be made",
        Some(ReportStepName::SendMail) => "The mail could not be sent",
        None => "The report was not finished",
    };
    let why = match code {
        ReportErrorCode::Busy => "the shop was too busy. No email was sent. Try again in a few minutes.",
        ReportErrorCode::TimedOut => {
            "it took too long. No email was sent. Request the report again later; if it fails again, contact your \
             administrator."
        }
        ReportErrorCode::Stopped => "someone stopped it. No email was sent. Request a new one.",
        ReportErrorCode::Internal => {
            "something went wrong on our end. No email was sent. Trying again will not help; contact your \
             administrator."
        }
    };
    // If the mail step failed, the mail may have been sent before the response was lost.
    match step {
        Some(ReportStepName::SendMail) => format!("{what}: {}", why.replace(" No email was sent.", "")),
        _ => format!("{what}: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(state: &str, what: What) -> Event {
        Event {
            state: state.to_owned(),
            what,
        }
    }

    fn execution(end: Option<End>, events: &[(ReportStepName, What)]) -> Execution {
        let events = events.iter().map(|(step, what)| event(step.state_name(), *what));
        Execution {
            end,
            events: events.collect(),
        }
    }

    fn told(execution: &Execution) -> Result<ReportStatus, StoreError> {
        status(&ReportId::parse("ann-0").unwrap(), execution)
    }

    fn failed(error: &str) -> End {
        End::Failed {
            error: error.to_owned(),
        }
    }

    fn states(status: &ReportStatus) -> Vec<ReportStepState> {
        let (ReportStatus::Running { steps }
        | ReportStatus::Succeeded { steps, .. }
        | ReportStatus::Failed { steps, .. }) = status;
        steps.iter().map(|step| step.state).collect()
    }

    use ReportStepName::{PrepareOrdersData, PrepareOrdersHtml, PrepareProductsData, SendMail};
    use ReportStepState::{Done, Failed, Running, Waiting};

    #[test]
    fn a_step_is_waiting_then_running_then_done() {
        let events = [
            (PrepareOrdersData, What::Entered),
            (PrepareProductsData, What::Entered),
            (PrepareOrdersData, What::Left),
            (PrepareOrdersHtml, What::Entered),
        ];
        let status = told(&execution(None, &events)).unwrap();
        assert_eq!(
            states(&status),
            [Done, Running, Running, Waiting, Waiting, Waiting]
        );
    }

    #[test]
    fn steps_without_events_follow_from_their_neighbours() {
        let states_after = |what: &[What]| {
            let events = what.iter().map(|what| event(PREPARE_STATE, *what)).collect();
            states(&told(&Execution { end: None, events }).unwrap())
        };
        assert_eq!(
            states_after(&[What::Entered]),
            [Running, Waiting, Running, Waiting, Waiting, Waiting]
        );
        assert_eq!(
            states_after(&[What::Entered, What::Left]),
            [Done, Done, Done, Done, Waiting, Waiting]
        );
    }

    #[test]
    fn a_task_that_will_be_retried_is_running() {
        let events = [
            (PrepareOrdersData, What::Entered),
            (PrepareOrdersData, What::Failed),
        ];
        assert_eq!(states(&told(&execution(None, &events)).unwrap())[0], Running);
    }

    #[test]
    fn the_failed_step_is_named_and_the_other_branch_is_cancelled() {
        let events = [
            (PrepareOrdersData, What::Entered),
            (PrepareProductsData, What::Entered),
            (PrepareProductsData, What::Failed),
        ];
        let status = told(&execution(Some(failed("Busy")), &events)).unwrap();
        let ReportStatus::Failed { error, .. } = &status else {
            panic!("{status:?}")
        };
        assert_eq!(error.step, Some(PrepareProductsData));
        assert_eq!(error.code, ReportErrorCode::Busy);
        assert_eq!(
            states(&status),
            [Failed, Waiting, Failed, Waiting, Waiting, Waiting]
        );
    }

    #[test]
    fn errors_are_classified() {
        for (end, code, step) in [
            (failed("Busy"), ReportErrorCode::Busy, Some(PrepareOrdersData)),
            (
                failed("States.Timeout"),
                ReportErrorCode::TimedOut,
                Some(PrepareOrdersData),
            ),
            (
                failed("Lambda.AWSLambdaException"),
                ReportErrorCode::Busy,
                Some(PrepareOrdersData),
            ),
            (
                failed("Lambda.ClientExecutionTimeoutException"),
                ReportErrorCode::TimedOut,
                Some(PrepareOrdersData),
            ),
            (
                failed("Broken"),
                ReportErrorCode::Internal,
                Some(PrepareOrdersData),
            ),
            (End::TimedOut, ReportErrorCode::TimedOut, Some(PrepareOrdersData)),
            (End::Stopped, ReportErrorCode::Stopped, None),
        ] {
            let events = [(PrepareOrdersData, What::Entered)];
            let status = told(&execution(Some(end), &events)).unwrap();
            let ReportStatus::Failed { error, .. } = status else {
                panic!("{status:?}")
            };
            assert_eq!((error.code, error.step), (code, step));
        }
    }

    #[test]
    fn a_failure_says_what_to_do_without_internals() {
        for code in [
            ReportErrorCode::Busy,
            ReportErrorCode::TimedOut,
            ReportErrorCode::Stopped,
            ReportErrorCode::Internal,
        ] {
            for step in ReportStepName::ALL.map(Some).into_iter().chain([None]) {
                let detail = detail(code, step);
                assert!(
                    ["Try again", "Request", "contact"]
                        .iter()
                        .any(|way| detail.contains(way)),
                    "no way on: {detail}"
                );
                assert!(!detail.contains("Lambda") && !detail.contains("arn:"), "{detail}");
            }
        }
    }

    #[test]
    fn a_mail_that_may_have_been_sent_is_not_denied() {
        assert!(!detail(ReportErrorCode::Busy, Some(SendMail)).contains("No email was sent"));
    }

    #[test]
    fn the_recipients_come_from_the_execution() {
        let end = End::Succeeded {
            output: r#"{"recipients":["ann@example.com"],"linksExpireAt":"2026-11-23T08:45:00Z"}"#.to_owned(),
        };
        let ReportStatus::Succeeded {
            report_id,
            recipients,
            requester,
            ..
        } = told(&execution(Some(end), &[])).unwrap()
        else {
            panic!("it succeeded")
        };
        assert_eq!((report_id.as_str(), requester), ("ann-0", None));
        assert_eq!(recipients, ["ann@example.com"]);
    }

    #[test]
    fn an_unknown_output_is_an_error() {
        let end = End::Succeeded {
            output: "{}".to_owned(),
        };
        assert!(told(&execution(Some(end), &[])).is_err());
    }
}
