//! The update that decides an order: on its own, or in the transaction that takes the stock.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use shop_contract::{OrderId, OrderState, OrderStatus, table::orders::DecisionAttributes};
use shop_runtime::dynamo::{self, text};

/// The update of an order from pending to a decided state.
pub(crate) struct Decision {
    /// The attribute names by their placeholders.
    pub(crate) names: HashMap<String, String>,
    /// The attribute values by their placeholders.
    pub(crate) values: HashMap<String, AttributeValue>,
}

impl Decision {
    /// The condition: the order is pending. It fails for an order that does not exist.
    pub(crate) const CONDITION: &'static str = "#status = :pending";

    /// The decision that leads to the state.
    pub(crate) fn new(id: &OrderId, state: &OrderState) -> Self {
        let changed = dynamo::item(&DecisionAttributes::new(id, state));
        let (mut names, mut values) = (HashMap::new(), HashMap::new());
        for (name, value) in changed {
            values.insert(format!(":{name}"), value);
            names.insert(format!("#{name}"), name);
        }
        values.insert(":pending".to_owned(), text(OrderStatus::Pending.as_str()));
        Self { names, values }
    }

    /// The update: every attribute that changes.
    pub(crate) fn expression(&self) -> String {
        let mut names: Vec<_> = self.names.values().collect();
        // The same decision has the same text: DynamoDB recognizes a repeated transaction by its content.
        names.sort_unstable();
        let assignments: Vec<_> = names
            .into_iter()
            .map(|name| format!("#{name} = :{name}"))
            .collect();
        format!("SET {}", assignments.join(", "))
    }
}
