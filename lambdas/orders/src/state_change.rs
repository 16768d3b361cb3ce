//! The update that changes the state of an order: on its own, or in a transaction with the stock.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use shop_contract::{
    HistoryEntry, OrderId, OrderState, OrderStatus,
    table::orders::{self, StateAttributes},
};
use shop_runtime::dynamo::{self, text};

/// The update of an order from one state to another.
pub(crate) struct StateChange {
    /// The attribute names by their placeholders.
    pub(crate) names: HashMap<String, String>,
    /// The attribute values by their placeholders.
    pub(crate) values: HashMap<String, AttributeValue>,
    assignments: Vec<String>,
}

impl StateChange {
    /// The condition: the order still has the status that the change starts from. It fails for an order that does not exist.
    pub(crate) const CONDITION: &'static str = "#status = :from";

    /// The decision about a pending order.
    pub(crate) fn decision(id: &OrderId, to: &OrderState) -> Self {
        Self::new(id, OrderStatus::Pending, to)
    }

    /// The change of an order with the status `from` to this state.
    pub(crate) fn new(id: &OrderId, from: OrderStatus, to: &OrderState) -> Self {
        let (mut names, mut values) = (HashMap::new(), HashMap::new());
        let mut assignments = Vec::new();
        for (name, value) in dynamo::item(&StateAttributes::new(id, to)) {
            assignments.push(format!("#{name} = :{name}"));
            values.insert(format!(":{name}"), value);
            names.insert(format!("#{name}"), name);
        }
        // The same change has the same text: DynamoDB recognizes a repeated transaction by its content.
        assignments.sort_unstable();
        values.insert(":from".to_owned(), text(from.as_str()));
        Self {
            names,
            values,
            assignments,
        }
    }

    /// The same, with a new entry in the history.
    pub(crate) fn with_history(mut self, entry: &HistoryEntry) -> Self {
        self.assignments
            .push("#history = list_append(if_not_exists(#history, :none), :entry)".to_owned());
        self.names
            .insert("#history".to_owned(), orders::HISTORY.to_owned());
        self.values.insert(":none".to_owned(), dynamo::value(&[(); 0]));
        self.values.insert(":entry".to_owned(), dynamo::value(&[entry]));
        self
    }

    /// The update: every attribute that changes.
    pub(crate) fn expression(&self) -> String {
        format!("SET {}", self.assignments.join(", "))
    }
}
