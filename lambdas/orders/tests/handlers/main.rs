//! The handlers, called as the gateway and the workflow call them, with their own DynamoDB; and the binary, started as Lambda
//! starts it.

mod bootstrap;
mod check_order_submission;
mod create_order;
mod employees;
mod fulfilment;
mod get_orders;
mod get_orders_summary;
mod shop;
mod starts;
mod sweep_orders;
mod tasks;
