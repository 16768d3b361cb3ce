//! The handlers, asked as the gateway and the workflow ask them, on a DynamoDB and an S3 of their own.

mod check_report_submission;
mod create_report;
mod get_report;
mod links;
mod shop;
mod tasks;
mod troubles;
