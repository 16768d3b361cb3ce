//! What travels between the tasks of the workflow `generate_report`. Nothing of what a report is made of does: that goes
//! through the bucket, below the execution's own prefix, and only keys travel.
//!
//! Readers ignore fields that they do not know and do without those that were added later: an execution may have been
//! started before a deployment and end after it.

use serde::{Deserialize, Serialize};

use crate::{Day, Email, Timestamp};

/// What an execution of `generate_report` is started with.
///
/// There is neither a time nor a random value in it: the same employee, called the same, is the same input, to the byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GenerateReportExecution {
    /// Who asked, as people call them.
    pub requested_by: String,
    /// Where the mail to whoever asked goes; none if their address is not known to be theirs.
    #[serde(default)]
    pub requester: Option<Email>,
    /// Which orders the report is about; all of them without it.
    #[serde(default)]
    pub period: Option<ReportPeriod>,
}

/// The orders that a report is about. The days are for people, the moments for the tasks, so that every task means the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportPeriod {
    /// The first day; none from the first order on.
    pub from: Option<Day>,
    /// The last day; none up to the newest order.
    pub to: Option<Day>,
    /// When the first day begins.
    pub begins: Option<Timestamp>,
    /// When the last day has ended: the first moment of the next one.
    pub ends: Option<Timestamp>,
}

/// Which report a task works on: the same for every task of an execution, however often it runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportTask {
    /// The execution's name, under which everything it writes is kept.
    pub execution: String,
    /// When the execution started. What came in later is not in the report.
    pub as_of: Timestamp,
    /// Who asked.
    pub requested_by: String,
    /// Which orders the report is about; all of them without it.
    #[serde(default)]
    pub period: Option<ReportPeriod>,
}

impl ReportTask {
    /// The key of a file of this report: `reports/<execution>/<file>`.
    pub fn key(&self, file: &str) -> String {
        key(&self.execution, file)
    }
}

/// The key of a file of the report that an execution of this name makes.
pub fn key(execution: &str, file: &str) -> String {
    format!("{REPORTS}{execution}/{file}")
}

/// The state in which both pages are made, side by side.
pub const PREPARE_STATE: &str = "Prepare";

/// What every key of a report begins with.
pub const REPORTS: &str = "reports/";

/// What the tasks that write a page are given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportHtmlTask {
    /// Which report.
    pub report: ReportTask,
    /// Where the figures are that the page is made of.
    pub data: ReportData,
}

/// Where the figures of a page are: keys of the bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportData {
    /// A line of JSON for each row of the page's table.
    pub rows: String,
    /// What they add up to.
    pub summary: String,
}

/// A page that is written, and what it was made of: keys of the bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportPage {
    /// The page.
    pub html: String,
    /// What its rows add up to.
    pub summary: String,
}

/// What `generate_presigned_url` is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PresignedUrlTask {
    /// Which report.
    pub report: ReportTask,
    /// The page about the orders.
    pub orders: ReportPage,
    /// The page about the products.
    pub products: ReportPage,
    /// Where the mail to whoever asked goes, if there is one.
    #[serde(default)]
    pub requester: Option<Email>,
}

/// The mail that tells about the report: what `generate_presigned_url` answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportMail {
    /// The subject: a line of ASCII, shorter than a hundred characters.
    pub subject: String,
    /// The text, with the links.
    pub text: String,
    /// The subscribers that it goes to.
    pub recipients: Vec<String>,
    /// Where the mail to whoever asked goes, if there is one.
    #[serde(default)]
    pub requester: Option<Email>,
    /// Until when the links open.
    pub links_expire_at: Timestamp,
}

/// What an execution ends with: what may be told of the mail, which is not the links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GeneratedReport {
    /// The subscribers that the mail went to.
    pub recipients: Vec<String>,
    /// The address of whoever asked, if a mail of their own was sent.
    #[serde(default)]
    pub requester: Option<Email>,
    /// Until when the links in it open.
    pub links_expire_at: Timestamp,
}
