//! What an employee learns about the report they asked for, from the execution that works on it.
//!
//! Absent: the report itself and the links to it. Those go to whoever is subscribed to the mail, and nowhere else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ExecutionArn, InvalidParameter, Timestamp};

/// What `POST /create_report` answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreatedReport {
    /// The execution that works on the report: the one that runs for this employee already, or a new one.
    pub execution_arn: ExecutionArn,
}

/// How far a report has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "UPPERCASE", rename_all_fields = "camelCase")]
pub enum ReportStatus {
    /// It is being worked on; ask again.
    Running {
        /// Every step, in the order in which people think of them.
        steps: Vec<ReportStep>,
    },
    /// It is in the mail.
    Succeeded {
        /// Every step.
        steps: Vec<ReportStep>,
        /// Where the mail goes.
        recipients: Vec<String>,
        /// Until when the links in the mail open.
        links_expire_at: Timestamp,
    },
    /// It is not, and nothing of it was mailed.
    Failed {
        /// Every step.
        steps: Vec<ReportStep>,
        /// Why.
        error: ReportError,
    },
}

/// One step of the way to a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportStep {
    /// Which.
    pub step: ReportStepName,
    /// How far it is.
    pub state: ReportStepState,
}

/// The steps of the way to a report. The first two and the next two are done side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ReportStepName {
    /// Reads the orders and adds them up.
    PrepareOrdersData,
    /// Writes the page about the orders.
    PrepareOrdersHtml,
    /// Reads the products and adds up what was sold of them.
    PrepareProductsData,
    /// Writes the page about the products.
    PrepareProductsHtml,
    /// Makes the links that open the pages for a while.
    SignLinks,
    /// Hands the mail with the links over.
    SendMail,
}

impl ReportStepName {
    /// Every step, in the order in which people think of them.
    pub const ALL: [Self; 6] = [
        Self::PrepareOrdersData,
        Self::PrepareOrdersHtml,
        Self::PrepareProductsData,
        Self::PrepareProductsHtml,
        Self::SignLinks,
        Self::SendMail,
    ];

    /// The step's name as the workflow has it: that of its state.
    pub const fn state_name(self) -> &'static str {
        match self {
            Self::PrepareOrdersData => "PrepareOrdersData",
            Self::PrepareOrdersHtml => "PrepareOrdersHtml",
            Self::PrepareProductsData => "PrepareProductsData",
            Self::PrepareProductsHtml => "PrepareProductsHtml",
            Self::SignLinks => "SignLinks",
            Self::SendMail => "SendMail",
        }
    }
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum ReportStepState {
    /// It has not begun, and will not once the report has failed.
    Waiting,
    /// It has begun.
    Running,
    /// It is done.
    Done,
    /// It failed, or was cut short when another did.
    Failed,
}

/// Why there is no report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportError {
    /// The kind of failure, for a program.
    pub code: ReportErrorCode,
    /// The step that failed; absent if none did, as when someone stopped the execution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "ReportStepName")]
    pub step: Option<ReportStepName>,
    /// What happened and what to do about it, for people.
    pub detail: String,
}

/// The kinds of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum ReportErrorCode {
    /// A service was busy for longer than was waited; later it may work.
    Busy,
    /// A step took longer than it may.
    TimedOut,
    /// Someone stopped it.
    Stopped,
    /// Our fault, and asking again will not help.
    Internal,
}

/// The path parameters of `GET /create_report/status/{executionArn}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckReportSubmissionPath {
    /// The `executionArn` that `POST /create_report` answered.
    pub execution_arn: ExecutionArn,
}

impl CheckReportSubmissionPath {
    /// Reads the parameters, or names the one that is wrong.
    pub fn read<'a>(
        parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let execution_arn = ExecutionArn::of_path(parameter)?;
        Ok(Self { execution_arn })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_status_names_every_step_and_how_far_it_is() {
        let steps = vec![ReportStep {
            step: ReportStepName::SignLinks,
            state: ReportStepState::Running,
        }];
        assert_eq!(
            serde_json::to_value(ReportStatus::Running { steps }).unwrap(),
            json!({ "status": "RUNNING", "steps": [{ "step": "signLinks", "state": "RUNNING" }] })
        );
    }

    #[test]
    fn a_failure_says_which_step_and_what_to_do() {
        let failed = ReportStatus::Failed {
            steps: Vec::new(),
            error: ReportError {
                code: ReportErrorCode::TimedOut,
                step: Some(ReportStepName::PrepareOrdersData),
                detail: "Try again.".to_owned(),
            },
        };
        assert_eq!(
            serde_json::to_value(failed).unwrap(),
            json!({
                "status": "FAILED", "steps": [],
                "error": { "code": "TimedOut", "step": "prepareOrdersData", "detail": "Try again." }
            })
        );
    }

    #[test]
    fn a_state_is_called_as_its_step_is() {
        for step in ReportStepName::ALL {
            let Value::String(published) = serde_json::to_value(step).unwrap() else {
                panic!("{step:?}")
            };
            assert!(
                published.eq_ignore_ascii_case(step.state_name()),
                "{published} {}",
                step.state_name()
            );
        }
    }
}
