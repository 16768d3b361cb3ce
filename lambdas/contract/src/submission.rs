//! What everyone with an order's link learns about it.
//!
//! Absent: what went wrong inside. The answer names what a customer can act on; the rest is `Internal`, and the log has
//! it. Absent too: e-mail address and phone number, which a link that was passed on need not reveal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    ExecutionArn, InvalidParameter, Malformed, Money, Order, OrderAddress, OrderId, OrderLine, PriceChange,
    ProductId, Shortfall, Timestamp,
    execution_arn::{PATH_PARAMETER, decoded},
};

/// How far a submitted order has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "UPPERCASE", rename_all_fields = "camelCase")]
pub enum SubmissionStatus {
    /// It is being worked on; ask again.
    Running {
        /// The order's ID.
        order_id: OrderId,
        /// What was ordered; absent until it is written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "OrderReceipt")]
        order: Option<OrderReceipt>,
    },
    /// It is confirmed.
    Succeeded {
        /// The order's ID.
        order_id: OrderId,
        /// What was ordered.
        order: OrderReceipt,
    },
    /// It is not, and will not be.
    Failed {
        /// The order's ID.
        order_id: OrderId,
        /// Why.
        error: SubmissionError,
        /// What was ordered; absent if it was never written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "OrderReceipt")]
        order: Option<OrderReceipt>,
    },
}

/// What was ordered, for how much, and where it is delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderReceipt {
    /// When the order was placed.
    pub created_at: Timestamp,
    /// Who receives it.
    pub name: String,
    /// Where it is delivered.
    pub address: OrderAddress,
    /// What was ordered, each line of another product.
    pub lines: Vec<OrderLine>,
    /// What all of it costs.
    pub total: Money,
}

impl From<Order> for OrderReceipt {
    fn from(order: Order) -> Self {
        Self {
            created_at: order.created_at,
            name: order.customer.name,
            address: order.customer.address,
            lines: order.lines,
            total: order.total,
        }
    }
}

/// Why a submitted order was not confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "code", rename_all_fields = "camelCase")]
pub enum SubmissionError {
    /// There was not enough of something.
    OutOfStock {
        /// The lines that fell short.
        shortfalls: Vec<Shortfall>,
    },
    /// The prices were no longer those that the customer agreed to.
    PriceChanged {
        /// The old and the new prices.
        price_change: PriceChange,
    },
    /// Something in it is not sold any more.
    UnknownProduct {
        /// The products that there are none of.
        product_ids: Vec<ProductId>,
    },
    /// Our fault.
    Internal,
}

/// The path parameters of `GET /orders/status/{executionArn}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckOrderSubmissionPath {
    /// The `orderId` that the request to order was answered with. The parameter has its name from older links, which
    /// hold the ARN of the order's execution; they still work.
    pub execution_arn: OrderReference,
}

impl CheckOrderSubmissionPath {
    /// Reads the parameters, or names the one that is wrong.
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

/// How a link names an order: by its ID, or by the execution that worked on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum OrderReference {
    /// The order's ID.
    Order(OrderId),
    /// The ARN of the order's execution.
    Execution(ExecutionArn),
}

impl OrderReference {
    /// Reads the reference, or says what it should have been.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let order = OrderId::parse(text).map(Self::Order);
        let reference = order.or_else(|_| ExecutionArn::parse(text).map(Self::Execution));
        reference.map_err(|_| Malformed {
            expected: "the `orderId` of an order, or the ARN of its execution",
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
