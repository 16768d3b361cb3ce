//! What everyone with an order's link learns about it.
//!
//! Absent: what went wrong inside. The answer names what a customer can act on; the rest is `Internal`, and the log has
//! it. Absent too: e-mail address and phone number, which a link that was passed on need not reveal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    InvalidParameter, Malformed, Money, Order, OrderAddress, OrderId, OrderLine, PriceChange, ProductId,
    Shortfall, Timestamp, text::validated_text,
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
        const NAME: &str = "executionArn";
        let text = decoded(parameter(NAME).unwrap_or_default());
        let reference = OrderReference::parse(&text);
        Ok(Self {
            execution_arn: reference.map_err(|reason| InvalidParameter { name: NAME, reason })?,
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

/// The name of an execution of a workflow, over all of AWS.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend(
    "pattern" = "^arn:aws[a-z-]{0,10}:states:[a-z0-9-]{1,32}:[0-9]{12}:execution:[A-Za-z0-9_-]{1,80}:[A-Za-z0-9_-]{1,80}$"
))]
pub struct ExecutionArn(String);

impl ExecutionArn {
    /// The ARN of the execution of `state_machine_arn` that is called `name`.
    pub fn of(state_machine_arn: &str, name: &str) -> Result<Self, Malformed> {
        Self::parse(&format!("{}:{name}", executions_of(state_machine_arn)))
    }

    /// Reads the path parameter `executionArn`, or names it if it is wrong.
    pub(crate) fn of_path<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        const NAME: &str = "executionArn";
        let text = decoded(parameter(NAME).unwrap_or_default());
        Self::parse(&text).map_err(|reason| InvalidParameter { name: NAME, reason })
    }

    /// Whether this is an execution of the state machine, and so one of its own account and region.
    pub fn is_of(&self, state_machine_arn: &str) -> bool {
        self.0
            .rsplit_once(':')
            .is_some_and(|(prefix, _)| prefix == executions_of(state_machine_arn))
    }

    /// The execution's own name.
    pub fn name(&self) -> &str {
        self.0.rsplit_once(':').map_or("", |(_, name)| name)
    }
}

/// An ARN from a path.
///
/// Of its characters, an encoder of paths touches only the colon. Whether it is still encoded here depends on what lies
/// between the client and the handler.
fn decoded(text: &str) -> String {
    text.replace("%3A", ":").replace("%3a", ":")
}

/// `arn:…:stateMachine:new_order` has executions `arn:…:execution:new_order:…`.
fn executions_of(state_machine_arn: &str) -> String {
    state_machine_arn.replacen(":stateMachine:", ":execution:", 1)
}

validated_text!(ExecutionArn, is_execution_arn, expected "the ARN of an execution, as it was answered when it was started");

fn is_execution_arn(text: &str) -> bool {
    let is_name = |text: &str| {
        (1..=80).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
    };
    let mut parts = text.split(':');
    let parts: [Option<&str>; 9] = std::array::from_fn(|_| parts.next());
    let [
        Some("arn"),
        Some(partition),
        Some("states"),
        Some(region),
        Some(account),
        Some("execution"),
        Some(machine),
        Some(name),
        None,
    ] = parts
    else {
        return false;
    };
    partition
        .strip_prefix("aws")
        .is_some_and(|rest| rest.len() <= 10 && rest.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'-')))
        && (1..=32).contains(&region.len())
        && region
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && account.len() == 12
        && account.bytes().all(|byte| byte.is_ascii_digit())
        && is_name(machine)
        && is_name(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    const MACHINE: &str = "arn:aws:states:eu-central-1:000000000000:stateMachine:new_order";
    const EXECUTION: &str = "arn:aws:states:eu-central-1:000000000000:execution:new_order:e-1";

    proptest! {
        #[test]
        fn what_the_published_pattern_allows_is_an_execution_arn(
            arn in "arn:aws[a-z-]{0,10}:states:[a-z0-9-]{1,32}:[0-9]{12}:execution:[A-Za-z0-9_-]{1,80}:[A-Za-z0-9_-]{1,80}"
        ) {
            prop_assert_eq!(ExecutionArn::parse(&arn).map(String::from), Ok(arn));
        }
    }

    #[test]
    fn an_execution_belongs_to_one_state_machine() {
        let execution = ExecutionArn::parse(EXECUTION).unwrap();
        assert_eq!(ExecutionArn::of(MACHINE, "e-1"), Ok(execution.clone()));
        assert_eq!(execution.name(), "e-1");
        assert!(execution.is_of(MACHINE));
        for other in [
            "arn:aws:states:eu-central-1:000000000000:stateMachine:new_orders",
            "arn:aws:states:eu-central-1:000000000000:stateMachine:order",
            "arn:aws:states:eu-west-1:000000000000:stateMachine:new_order",
            "arn:aws:states:eu-central-1:111111111111:stateMachine:new_order",
            EXECUTION,
        ] {
            assert!(!execution.is_of(other), "{other}");
        }
    }

    #[test]
    fn an_arn_is_read_from_a_path_encoded_or_not() {
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
    fn an_order_is_read_from_a_path_by_its_id() {
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
    fn a_status_travels_with_the_order_and_the_reason() {
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
