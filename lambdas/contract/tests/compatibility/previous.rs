//! The payload and item types of the previous version, as strict as they were there. Frozen: see `main.rs`.
//!
//! A validated text is a `String` here. What the previous version did not allow in one must not be written either; the
//! recorded documents have values that it allowed.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewOrderExecution {
    order_id: String,
    order: OrderRequest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agreed: Option<AgreedPrices>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct OrderRequest {
    customer: Customer,
    lines: Vec<RequestedLine>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Customer {
    name: String,
    email: String,
    address: Address,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Address {
    street: String,
    postal_code: String,
    city: String,
    country: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RequestedLine {
    product_id: String,
    quantity: u8,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct AgreedPrices {
    lines: Vec<AgreedPrice>,
    total: Money,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgreedPrice {
    product_id: String,
    price: Money,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Money {
    amount: u64,
    currency: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewOrderTask {
    order_id: String,
    created_at: String,
    order: OrderRequest,
    #[serde(default)]
    agreed: Option<AgreedPrices>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpdateInventoryTask {
    order_id: String,
    decided_at: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderTaskOutput {
    order_id: String,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "code", rename_all_fields = "camelCase")]
pub(crate) enum SubmissionError {
    OutOfStock { shortfalls: Vec<Shortfall> },
    PriceChanged { price_change: PriceChange },
    UnknownProduct { product_ids: Vec<String> },
    Internal,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Shortfall {
    product_id: String,
    requested: u8,
    available: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PriceChange {
    lines: Vec<RepricedLine>,
    agreed_total: Money,
    total: Money,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RepricedLine {
    product_id: String,
    name: String,
    quantity: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agreed_price: Option<Money>,
    price: Money,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SweepOrdersTask {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pending_minutes: Option<u16>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SweptOrders {
    rejected: usize,
    running: usize,
    decided: usize,
    failed: usize,
    left: usize,
    unreadable: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GenerateReportExecution {
    requested_by: String,
    #[serde(default)]
    requester: Option<String>,
    #[serde(default)]
    period: Option<ReportPeriod>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportPeriod {
    from: Option<String>,
    to: Option<String>,
    begins: Option<String>,
    ends: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportTask {
    execution: String,
    as_of: String,
    requested_by: String,
    #[serde(default)]
    period: Option<ReportPeriod>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportHtmlTask {
    report: ReportTask,
    data: ReportData,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportData {
    rows: String,
    summary: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportPage {
    html: String,
    summary: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PresignedUrlTask {
    report: ReportTask,
    orders: ReportPage,
    products: ReportPage,
    #[serde(default)]
    requester: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportMail {
    subject: String,
    text: String,
    recipients: Vec<String>,
    #[serde(default)]
    requester: Option<String>,
    links_expire_at: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GeneratedReport {
    recipients: Vec<String>,
    #[serde(default)]
    requester: Option<String>,
    links_expire_at: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderItem {
    id: String,
    created_at: String,
    customer: OrderCustomer,
    lines: Vec<OrderLine>,
    total: Money,
    #[serde(flatten)]
    state: OrderState,
    shard: String,
    status_shard: String,
    position: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct OrderCustomer {
    name: String,
    email: String,
    address: OrderAddress,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderAddress {
    street: String,
    postal_code: String,
    city: String,
    country: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderLine {
    product_id: String,
    name: String,
    price: Money,
    quantity: u8,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "UPPERCASE", rename_all_fields = "camelCase")]
pub(crate) enum OrderState {
    Pending,
    Confirmed {
        decided_at: String,
    },
    Rejected {
        decided_at: String,
        rejection: Rejection,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "reason", rename_all_fields = "camelCase")]
pub(crate) enum Rejection {
    OutOfStock { shortfalls: Vec<Shortfall> },
    PriceChanged { price_change: PriceChange },
    NotProcessed,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductItem {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    listing: Option<String>,
    name: String,
    description: String,
    price: u64,
    currency: String,
    image_key: String,
    stock: u32,
    updated_at: String,
}
