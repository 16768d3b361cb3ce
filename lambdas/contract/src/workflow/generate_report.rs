//! The payloads of the workflow `generate_report`. They contain no figures: the tasks exchange files in the bucket, under the
//! prefix of the execution, and pass only the keys.

use serde::{Deserialize, Serialize};

use crate::{Day, Timestamp};

/// The input of an execution.
///
/// It contains neither a time nor a random value: the same request of the same employee is the same input, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GenerateReportExecution {
    /// The display name of the employee who requested the report.
    pub requested_by: String,
    /// The employee's email address, if it is verified.
    #[serde(default)]
    pub requester: Option<String>,
    /// The period of the report; none for all orders.
    #[serde(default)]
    pub period: Option<ReportPeriod>,
}

/// The period of a report. The days are for people. The tasks use the times, so that all of them use the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportPeriod {
    /// The first day; none for a period that starts with the first order.
    pub from: Option<Day>,
    /// The last day; none for a period that ends with the newest order.
    pub to: Option<Day>,
    /// When the first day begins.
    pub begins: Option<Timestamp>,
    /// When the last day ends: the start of the next day.
    pub ends: Option<Timestamp>,
}

/// The report that a task works on: the same in every task and every retry of an execution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportTask {
    /// The execution's name, which is in the keys of all its files.
    pub execution: String,
    /// When the execution started. The report does not contain later orders.
    pub as_of: Timestamp,
    /// The display name of the employee who requested the report.
    pub requested_by: String,
    /// The period of the report; none for all orders.
    #[serde(default)]
    pub period: Option<ReportPeriod>,
}

impl ReportTask {
    /// The key of a file of this report: `reports/<execution>/<file>`.
    pub fn key(&self, file: &str) -> String {
        key(&self.execution, file)
    }
}

/// The key of a file of an execution.
pub fn key(execution: &str, file: &str) -> String {
    format!("{REPORTS}{execution}/{file}")
}

/// The name of the state that creates both pages in parallel.
pub const PREPARE_STATE: &str = "Prepare";

/// The prefix of the keys of all reports.
pub const REPORTS: &str = "reports/";

/// The input of the tasks that write a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportHtmlTask {
    /// The report.
    pub report: ReportTask,
    /// The data of the page.
    pub data: ReportData,
}

/// The data of a page, as keys in the bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportData {
    /// The rows of the page's table: one line of JSON per row.
    pub rows: String,
    /// Their summary.
    pub summary: String,
}

/// A page and its summary, as keys in the bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportPage {
    /// The page.
    pub html: String,
    /// The summary of its rows.
    pub summary: String,
}

/// The input of `generate_presigned_url`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PresignedUrlTask {
    /// The report.
    pub report: ReportTask,
    /// The page about the orders.
    pub orders: ReportPage,
    /// The page about the products.
    pub products: ReportPage,
    /// The address of the employee who requested the report, if they get an email.
    #[serde(default)]
    pub requester: Option<String>,
}

/// The email about the report: the output of `generate_presigned_url`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportMail {
    /// The subject: one line of fewer than a hundred ASCII characters.
    pub subject: String,
    /// The text, with the links.
    pub text: String,
    /// The subscribers who receive it.
    pub recipients: Vec<String>,
    /// The address of the employee who requested the report, if they get an email.
    #[serde(default)]
    pub requester: Option<String>,
    /// When the links expire.
    pub links_expire_at: Timestamp,
}

/// The output of an execution. It does not contain the links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GeneratedReport {
    /// The subscribers who received the email.
    pub recipients: Vec<String>,
    /// The address of the employee who requested the report, if they received an email.
    #[serde(default)]
    pub requester: Option<String>,
    /// When the links in the email expire.
    pub links_expire_at: Timestamp,
}
