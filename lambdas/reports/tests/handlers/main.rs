//! The handlers with gateway events and workflow inputs, on their own DynamoDB and S3.

mod check_report_submission;
mod create_report;
mod get_report;
mod links;
mod shop;
mod store_errors;
mod tasks;
