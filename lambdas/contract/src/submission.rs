//! The status of an order, for anyone who has its link.
//!
//! Deliberately absent: internal errors, which are `Internal` here and in detail in the log; and the customer's email address and
//! phone number, the employees' names, their notes and their reasons, because a link can be shared.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    ExecutionArn, InvalidParameter, Malformed, Money, Order, OrderAddress, OrderCustomer, OrderId, OrderLine,
    OrderNumber, PriceChange, ProductId, Refund, Shipment, Shortfall, Timestamp,
    execution_arn::{PATH_PARAMETER, decoded},
};

/// The status of a submitted order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "UPPERCASE", rename_all_fields = "camelCase")]
pub enum SubmissionStatus {
    /// It is being processed. Poll again.
    Running {
        /// The order's ID.
        order_id: OrderId,
        /// The order; absent until it is stored.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "OrderReceipt")]
        order: Option<OrderReceipt>,
    },
    /// It was confirmed.
    Succeeded {
        /// The order's ID.
        order_id: OrderId,
        /// The order.
        order: OrderReceipt,
        /// The progress of its delivery.
        fulfilment: Fulfilment,
    },
    /// It was confirmed, and cancelled later.
    Cancelled {
        /// The order's ID.
        order_id: OrderId,
        /// The order.
        order: OrderReceipt,
    },
    /// It was rejected.
    Failed {
        /// The order's ID.
        order_id: OrderId,
        /// The reason.
        error: SubmissionError,
        /// The order; absent if it was never stored.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "OrderReceipt")]
        order: Option<OrderReceipt>,
    },
}

/// The progress of a confirmed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "UPPERCASE", rename_all_fields = "camelCase")]
pub enum Fulfilment {
    /// Confirmed.
    Confirmed,
    /// Packed.
    Packed,
    /// Shipped.
    Shipped {
        /// The parcel.
        shipment: Shipment,
    },
    /// Delivered.
    Delivered {
        /// The parcel.
        shipment: Shipment,
    },
}

/// The number, the lines, the total, the delivery address and the refunds of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderReceipt {
    /// The order's number.
    pub number: OrderNumber,
    /// When the order was placed.
    pub created_at: Timestamp,
    /// The recipient's name.
    pub name: String,
    /// The delivery address.
    pub address: OrderAddress,
    /// The lines, each with a different product.
    pub lines: Vec<OrderLine>,
    /// The total price.
    pub total: Money,
    /// The refunds, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<ReceiptRefund>,
}

/// A refund, without the employee and the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReceiptRefund {
    /// When it was recorded.
    pub at: Timestamp,
    /// The amount.
    pub amount: Money,
}

impl From<Refund> for ReceiptRefund {
    fn from(refund: Refund) -> Self {
        let Refund {
            id: _,
            at,
            by: _,
            amount,
            reason: _,
        } = refund;
        Self { at, amount }
    }
}

impl From<Order> for OrderReceipt {
    fn from(order: Order) -> Self {
        // Without `..`: whether a new field is shown to anyone with the link has to be decided here.
        let Order {
            id: _,
            number,
            created_at,
            customer,
            lines,
            total,
            state: _,
            // These name employees and are written for them.
            history: _,
            notes: _,
            refunds,
        } = order;
        let OrderCustomer {
            name,
            email: _,
            address,
            phone: _,
        } = customer;
        Self {
            number,
            created_at,
            name,
            address,
            lines,
            total,
            refunds: refunds.into_iter().map(ReceiptRefund::from).collect(),
        }
    }
}

/// Why a submitted order was not confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "code", rename_all_fields = "camelCase")]
pub enum SubmissionError {
    /// There was not enough stock.
    OutOfStock {
        /// The lines with too little stock.
        shortfalls: Vec<Shortfall>,
    },
    /// The prices changed after the customer agreed to them.
    PriceChanged {
        /// The old and the new prices.
        price_change: PriceChange,
    },
    /// A product is no longer sold.
    UnknownProduct {
        /// The products that do not exist.
        product_ids: Vec<ProductId>,
    },
    /// An internal error.
    Internal,
}

/// The path parameters of `GET /orders/status/{executionArn}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckOrderSubmissionPath {
    /// The `orderId` of the order. Older links have the ARN of the order's execution instead, which gave the parameter its name;
    /// they still work.
    pub execution_arn: OrderReference,
}

impl CheckOrderSubmissionPath {
    /// Reads the parameters. The error names the invalid one.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let text = decoded(parameter(PATH_PARAMETER).unwrap_or_default());
        let reference = OrderReference::parse(&text);
        Ok(Self {
            execution_arn: reference.map_err(|reason| InvalidParameter {
                name: PATH_PARAMETER,
                reason,
            })?,
        })
    }
}

/// A reference to an order: its ID, or the execution that processed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum OrderReference {
    /// The order's ID.
    Order(OrderId),
    /// The ARN of the order's execution.
    Execution(ExecutionArn),
}

impl OrderReference {
    /// Parses the reference.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let order = OrderId::parse(text).map(Self::Order);
        let reference = order.or_else(|_| ExecutionArn::parse(text).map(Self::Execution));
        reference.map_err(|_| Malformed {
            expected: "an order ID, or the ARN of an execution",
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const MACHINE: &str = "arn:aws:states:eu-central-1:000000000000:stateMachine:new_order";
    const EXECUTION: &str = "arn:aws:states:eu-central-1:000000000000:execution:new_order:e-1";

    #[test]
    fn a_path_names_an_execution_encoded_or_not() {
        for written in [
            EXECUTION.to_owned(),
            EXECUTION.replace(':', "%3A"),
            EXECUTION.replace(':', "%3a"),
        ] {
            let path = CheckOrderSubmissionPath::read(|_| Some(&written)).unwrap();
            let expected = OrderReference::Execution(ExecutionArn::parse(EXECUTION).unwrap());
            assert_eq!(path.execution_arn, expected);
        }
        let encoded_twice = EXECUTION.replace(':', "%253A");
        for wrong in [
            "",
            "e-1",
            MACHINE,
            &EXECUTION[..EXECUTION.len() - 4],
            "arn:aws:states:eu-central-1:000000000000:execution:new_order:e-1:more",
            "arn:aws:states:eu-central-1:000000000000:express:new_order:e-1",
            "arn:aws:s3:eu-central-1:000000000000:execution:new_order:e-1",
            "arn:aws:states:eu-central-1:000000000000:execution:new_order:e 1",
            &encoded_twice,
        ] {
            let error = CheckOrderSubmissionPath::read(|_| Some(wrong)).unwrap_err();
            assert_eq!(error.name, "executionArn", "{wrong}");
        }
    }

    #[test]
    fn a_path_names_an_order_by_its_id() {
        let id = "01936e2a-7c00-7abc-8def-0123456789ae";
        let path = CheckOrderSubmissionPath::read(|_| Some(id)).unwrap();
        assert_eq!(
            path.execution_arn,
            OrderReference::Order(OrderId::parse(id).unwrap())
        );
        let published = crate::schema::TypeSchema::new::<CheckOrderSubmissionPath>().parameters();
        let names: Vec<_> = published.into_iter().map(|parameter| parameter.name).collect();
        assert_eq!(names, ["executionArn"]);
    }

    #[test]
    fn a_receipt_has_no_name_note_or_reason_of_an_employee() {
        let by = json!({ "sub": "5e1b", "name": "secret-employee" });
        let order: Order = serde_json::from_value(json!({
            "id": "01936e2a-7c00-7abc-8def-0123456789ae", "createdAt": "2026-11-22T10:00:00Z",
            "customer": {
                "name": "Ann", "email": "secret@example.com", "phone": "+49 secret",
                "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
            },
            "lines": [], "total": { "amount": 700, "currency": "EUR" },
            "status": "CANCELLED", "decidedAt": "2026-11-22T10:00:01Z",
            "cancellation": { "reason": "secret reason" },
            "history": [{ "at": "2026-11-22T10:00:02Z", "by": by, "event": "CANCELLED" }],
            "notes": [{ "id": "secret-1", "at": "2026-11-22T10:00:02Z", "by": by, "text": "secret note" }],
            "refunds": [{
                "id": "secret-2", "at": "2026-11-22T10:00:03Z", "by": by,
                "amount": { "amount": 700, "currency": "EUR" }, "reason": "secret reason"
            }],
        }))
        .unwrap();
        let number = order.number.clone();
        let receipt = serde_json::to_value(OrderReceipt::from(order)).unwrap();
        assert!(!receipt.to_string().contains("secret"), "{receipt}");
        assert_eq!(receipt["number"], number.as_str());
        assert_eq!(
            receipt["refunds"],
            json!([{ "at": "2026-11-22T10:00:03Z", "amount": { "amount": 700, "currency": "EUR" } }])
        );
    }

    #[test]
    fn a_status_has_the_order_and_the_reason() {
        let order_id = OrderId::parse("01936e2a-7c00-7abc-8def-0123456789ae").unwrap();
        let running = SubmissionStatus::Running {
            order_id: order_id.clone(),
            order: None,
        };
        assert_eq!(
            serde_json::to_value(running).unwrap(),
            json!({ "status": "RUNNING", "orderId": order_id.as_str() })
        );
        let failed = SubmissionStatus::Failed {
            order_id: order_id.clone(),
            error: SubmissionError::UnknownProduct {
                product_ids: vec![ProductId::parse("oat").unwrap()],
            },
            order: None,
        };
        assert_eq!(
            serde_json::to_value(failed).unwrap(),
            json!({
                "status": "FAILED", "orderId": order_id.as_str(),
                "error": { "code": "UnknownProduct", "productIds": ["oat"] }
            })
        );
    }
}
