//! The reports microservice: from the request to the mail, at any number of orders with the memory of a few.
//!
//! [`report`] is what a report says and how it looks. [`submission`] and [`progress`] are what the shop means by asking for
//! one and by how far it is; [`newest_first`] reads the orders, [`bucket`] keeps the files,
//! [`workflow`] is where the executions are, [`user_info`] is what employees are called, [`links`] is what opens a file for a
//! while; each handler has a file of its own.
//!
//! Every task of the workflow writes to keys made of the execution's name and reads what was there when the execution
//! started, so that it may run twice. An order may be decided between two runs: a report shows the state in which each
//! order was met.
//!
//! Absent: a figure in a payload, and a file in memory.

pub mod bucket;
pub mod check_report_submission;
pub mod create_report;
pub mod generate_presigned_url;
pub mod get_report;
pub mod links;
pub mod newest_first;
pub mod prepare_orders_report_data;
pub mod prepare_orders_report_html;
pub mod prepare_products_report_data;
pub mod prepare_products_report_html;
pub mod progress;
pub mod report;
pub mod submission;
pub mod user_info;
pub mod workflow;

mod buffer;
mod download;
mod page;
mod timeouts;
mod upload;

use shop_contract::Microservice;
use shop_runtime::{Entries, entry, task_entry};

/// The handlers of this binary.
pub const ENTRIES: Entries = Entries::new(
    Microservice::Reports,
    &[
        entry::<create_report::CreateReport>(),
        entry::<check_report_submission::CheckReportSubmission>(),
        entry::<get_report::GetReport>(),
        task_entry::<prepare_orders_report_data::PrepareOrdersReportData>(),
        task_entry::<prepare_orders_report_html::PrepareOrdersReportHtml>(),
        task_entry::<prepare_products_report_data::PrepareProductsReportData>(),
        task_entry::<prepare_products_report_html::PrepareProductsReportHtml>(),
        task_entry::<generate_presigned_url::GeneratePresignedUrl>(),
    ],
);
