//! The contract between the parts of the shop: the types of requests, responses and payloads, the operations of the HTTP
//! API, the functions and their environment variables, and the tables.
//!
//! The stack (`infra-gen/shop`) creates routes, tables and functions from it, the handlers (`lambdas/*`) implement it, and
//! the web app's types are generated from its OpenAPI document, [`openapi::document`]. A change that only one side makes
//! does not compile, or fails a test.
//!
//! Deliberately absent: AWS SDKs, asynchronous code, and anything that reads the clock, the environment or a random
//! source. So the stack can depend on it without building an SDK.

mod actor;
mod customer;
mod day;
mod day_summary;
mod environment;
mod execution_arn;
mod expected_hours;
mod fulfilment;
mod function;
mod image_key;
mod inventory;
mod metric;
mod money;
mod new_order;
mod order;
mod order_change;
mod order_number;
mod page;
mod postal_code;
mod price_change;
mod problem;
mod product;
mod report;
mod submission;
mod sweep;
mod text;
mod text_line;
mod timestamp;
mod token;
mod warm_up;

pub mod api;
pub mod openapi;
pub mod schema;
pub mod sign_in;
pub mod table;
pub mod workflow;

pub use actor::Actor;
pub use customer::{
    Address, CountryCode, Customer, Email, OrderAddress, OrderCustomer, PhoneNumber, PostalCode,
};
pub use day::Day;
pub use day_summary::{DaySummary, GetOrdersSummaryQuery, HourSummary, Revenue, StatusCounts};
pub use environment::*;
pub use execution_arn::ExecutionArn;
pub use expected_hours::ExpectedHours;
pub use fulfilment::{Cancellation, HistoryEntry, Note, OrderEvent, Refund, Shipment};
pub use function::{Function, Microservice};
pub use image_key::ImageKey;
pub use inventory::{
    AdjustStockHeaders, InventoryItem, InventoryPage, ProductEvent, ProductHistoryEntry, ProductHistoryPage,
    StockAdjustment, StockDifference, StockReason,
};
pub use metric::{BusinessMetric, METRIC_DIMENSION, METRIC_NAMESPACE};
pub use money::{Currency, Money};
pub use new_order::{
    CreateOrderHeaders, CreatedOrder, IdempotencyKey, NewOrder, NewOrderLine, NewOrderLines, Quantity,
};
pub use order::{
    ListOrdersQuery, Order, OrderId, OrderLine, OrderPage, OrderPath, OrderState, OrderStatus, Rejection,
    Shortfall,
};
pub use order_change::{IdempotencyHeaders, NewNote, NewRefund, Step, TrackingUrl, Transition};
pub use order_number::OrderNumber;
pub use page::{PageLimit, PageQuery};
pub use price_change::{PriceChange, RepricedLine};
pub use problem::{InvalidValue, Problem, ProblemKind};
pub use product::{Product, ProductId, ProductPage, ProductPath};
pub use report::{
    CheckReportSubmissionPath, CreateReportQuery, CreatedReport, ReportError, ReportErrorCode, ReportId,
    ReportLinks, ReportPath, ReportStatus, ReportStep, ReportStepName, ReportStepState,
};
pub use submission::{
    CheckOrderSubmissionPath, Fulfilment, OrderReceipt, OrderReference, ReceiptRefund, SubmissionError,
    SubmissionStatus,
};
pub use sweep::{SweepOrdersTask, SweptOrders};
pub use text::{InvalidParameter, Malformed};
pub use text_line::{NoteText, TextLine};
pub use timestamp::Timestamp;
pub use token::{
    AuthorizationCode, CodeVerifier, ExchangeToken, RedirectUri, RefreshToken, SignedToken, TokenType, Tokens,
};
pub use warm_up::WarmUpKey;
