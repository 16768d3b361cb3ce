//! The reports microservice. It makes reports on any number of orders with constant memory.
//!
//! [`report`] has the contents and the layout of a report, [`submission`] and [`progress`] the rules for requesting one and
//! for its progress. [`newest_first`] reads the orders, [`bucket`] stores the files, [`workflow`] accesses the executions,
//! [`user_info`] looks up the employee's name, and [`links`] makes expiring links. Each handler has its own file.
//!
//! A task writes to keys that contain the execution's name and reads the orders that existed when the execution started, so it
//! may run twice. An order may be decided between two runs; a report shows the state in which it was read.
//!
//! Payloads contain no figures, and no file is kept in memory.

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
