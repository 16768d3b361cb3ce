//! What an employee learns about the report they asked for, from the execution that works on it.
//!
//! Links to the pages of a report are in the mail and in the answer of `GET /reports/{id}`, and nowhere else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Day, ExecutionArn, InvalidParameter, Timestamp, text::validated_text};

/// The query parameters of `POST /create_report`: the period that the report covers. Others are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateReportQuery {
    /// The first day of the period, in the shop's time zone. Without it, the period begins with the first order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub from: Option<Day>,
    /// The last day of the period, in the shop's time zone. Without it, the period ends with the newest order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub to: Option<Day>,
}

impl CreateReportQuery {
    /// Reads the parameters, or names the one that is wrong.
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

/// The identifier of a report: the name of the execution that made it.
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

/// The path parameters of `GET /reports/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GetReportPath {
    /// Which report.
    pub id: ReportId,
}

impl GetReportPath {
    /// Reads the parameters, or names the one that is wrong.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let id = ReportId::parse(parameter("id").unwrap_or_default());
        Ok(Self {
            id: id.map_err(|reason| InvalidParameter { name: "id", reason })?,
        })
    }
}

/// Fresh links to the pages of a report: what `GET /reports/{id}` answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportLinks {
    /// The report.
    pub id: ReportId,
    /// A link to the page about the orders.
    pub orders_url: String,
    /// A link to the page about the products.
    pub products_url: String,
    /// When both links expire. Until the report is deleted, another request gets new ones.
    pub links_expire_at: Timestamp,
}

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
        /// The report, for `GET /reports/{id}`.
        report_id: ReportId,
        /// The subscribers that the mail goes to.
        recipients: Vec<String>,
        /// The address of the employee who asked, if a mail of their own was sent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "String")]
        requester: Option<String>,
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
        let execution_arn = ExecutionArn::from_path(parameter)?;
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
    fn the_parameters_that_are_read_are_the_published_ones() {
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
    fn a_report_id_is_the_name_of_an_execution() {
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
