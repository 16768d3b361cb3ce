//! Requesting a report, its progress, and its links.
//!
//! Links to the pages of a report are only in the email and in the response of `GET /reports/{id}`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Day, ExecutionArn, InvalidParameter, Timestamp, text::validated_text};

/// The query parameters of `POST /create_report`: the period of the report. Other parameters are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateReportQuery {
    /// The first day of the period, in the shop's time zone. Without it, the period starts with the first order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub from: Option<Day>,
    /// The last day of the period, in the shop's time zone. Without it, the period ends with the newest order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub to: Option<Day>,
}

impl CreateReportQuery {
    /// Reads the parameters. The error names the invalid one.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let mut day = |name| {
            let day = parameter(name).map(Day::parse).transpose();
            day.map_err(|reason| InvalidParameter { name, reason })
        };
        Ok(Self {
            from: day("from")?,
            to: day("to")?,
        })
    }
}

/// A report ID: the name of the execution that created the report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[A-Za-z0-9_-]{1,80}$"))]
pub struct ReportId(String);

validated_text!(
    ReportId,
    |text| (1..=80).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte)),
    expected "a report ID of letters, digits, hyphens and underscores"
);

/// The path parameters of `/reports/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportPath {
    /// The report's ID.
    pub id: ReportId,
}

impl ReportPath {
    /// Reads the parameters. The error names the invalid one.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let id = ReportId::parse(parameter("id").unwrap_or_default());
        Ok(Self {
            id: id.map_err(|reason| InvalidParameter { name: "id", reason })?,
        })
    }
}

/// New links to the pages of a report: the response of `GET /reports/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportLinks {
    /// The report's ID.
    pub id: ReportId,
    /// A link to the page about the orders.
    pub orders_url: String,
    /// A link to the page about the products.
    pub products_url: String,
    /// When both links expire. Until the report is deleted, another request returns new links.
    pub links_expire_at: Timestamp,
}

/// The response of `POST /create_report`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreatedReport {
    /// The execution that creates the report: a new one, or the one that is already running for this employee.
    pub execution_arn: ExecutionArn,
}

/// The progress of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "UPPERCASE", rename_all_fields = "camelCase")]
pub enum ReportStatus {
    /// It is being created. Poll again.
    Running {
        /// Every step, in a fixed order.
        steps: Vec<ReportStep>,
    },
    /// It was created and emailed.
    Succeeded {
        /// Every step.
        steps: Vec<ReportStep>,
        /// The report's ID, for `GET /reports/{id}`.
        report_id: ReportId,
        /// The subscribers who receive the email.
        recipients: Vec<String>,
        /// The address of the employee who requested the report, if they received an email.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "String")]
        requester: Option<String>,
        /// When the links in the email expire.
        links_expire_at: Timestamp,
    },
    /// It failed.
    Failed {
        /// Every step.
        steps: Vec<ReportStep>,
        /// The reason.
        error: ReportError,
    },
}

/// A step of creating a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportStep {
    /// The step.
    pub step: ReportStepName,
    /// Its state.
    pub state: ReportStepState,
}

/// The steps of creating a report. The orders page and the products page are created in parallel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ReportStepName {
    /// Reads and summarizes the orders.
    PrepareOrdersData,
    /// Writes the orders page.
    PrepareOrdersHtml,
    /// Reads the products and sums up their sales.
    PrepareProductsData,
    /// Writes the products page.
    PrepareProductsHtml,
    /// Creates the expiring links to the pages.
    SignLinks,
    /// Sends the email with the links.
    SendMail,
}

impl ReportStepName {
    /// Every step, in a fixed order.
    pub const ALL: [Self; 6] = [
        Self::PrepareOrdersData,
        Self::PrepareOrdersHtml,
        Self::PrepareProductsData,
        Self::PrepareProductsHtml,
        Self::SignLinks,
        Self::SendMail,
    ];

    /// The name of the step's state in the workflow.
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

/// The state of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum ReportStepState {
    /// It has not started.
    Waiting,
    /// It is running.
    Running,
    /// It is done.
    Done,
    /// It failed, or was cancelled when another step failed.
    Failed,
}

/// Why a report failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportError {
    /// The kind of failure, for a program.
    pub code: ReportErrorCode,
    /// The step that failed; absent if no step failed, for example when the execution was stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "ReportStepName")]
    pub step: Option<ReportStepName>,
    /// What happened and what to do, for people.
    pub detail: String,
}

/// The kinds of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum ReportErrorCode {
    /// A service was too busy. A later request may succeed.
    Busy,
    /// A step timed out.
    TimedOut,
    /// The execution was stopped.
    Stopped,
    /// An internal error. Another request does not help.
    Internal,
}

/// The path parameters of `GET /create_report/status/{executionArn}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckReportSubmissionPath {
    /// The `executionArn` in the response of `POST /create_report`.
    pub execution_arn: ExecutionArn,
}

impl CheckReportSubmissionPath {
    /// Reads the parameters. The error names the invalid one.
    pub fn read<'a>(
        parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let execution_arn = ExecutionArn::from_path(parameter)?;
        Ok(Self { execution_arn })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_status_has_the_state_of_every_step() {
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
    fn the_parameters_that_are_read_are_published() {
        let mut read = Vec::new();
        let query = CreateReportQuery::read(|name| {
            read.push(name.to_owned());
            None
        });
        assert_eq!(query, Ok(CreateReportQuery::default()));
        let published = crate::schema::TypeSchema::new::<CreateReportQuery>().parameters();
        assert!(published.into_iter().map(|parameter| parameter.name).eq(read));
        let error = CreateReportQuery::read(|name| (name == "to").then_some("x")).unwrap_err();
        assert_eq!(error.name, "to");
    }

    #[test]
    fn a_report_id_is_an_execution_name() {
        for (text, right) in [
            ("5e1b-0", true),
            ("a", true),
            ("", false),
            ("../orders", false),
            ("a/b", false),
            ("ä", false),
        ] {
            crate::text::tests::check::<ReportId>(text, right);
        }
        crate::text::tests::check::<ReportId>(&"x".repeat(81), false);
    }

    #[test]
    fn a_failure_has_its_step_and_a_detail() {
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
    fn a_step_has_the_name_of_its_state() {
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
