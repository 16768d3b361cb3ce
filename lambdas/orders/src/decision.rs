//! The update that decides an order, whoever makes it: on its own, or in the transaction that takes the stock.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use shop_contract::{OrderId, OrderState, OrderStatus, table::orders};
use shop_runtime::dynamo::{self, text};

/// An update of an order's item from pending to a decided state.
pub(crate) struct Decision {
    /// What stands for the attributes' names.
    pub(crate) names: HashMap<String, String>,
    /// What stands for their values.
    pub(crate) values: HashMap<String, AttributeValue>,
}

impl Decision {
    /// The condition: nobody has decided yet. It fails for an order that is not there.
    pub(crate) const CONDITION: &'static str = "#status = :pending";

    /// The decision that leads to the state.
    pub(crate) fn of(id: &OrderId, state: &OrderState) -> Self {
        let status = state.status();
        let changed = orders::state_attributes(state)
            .into_iter()
            .map(|(name, attribute)| (name, dynamo::value(attribute)))
            .chain([(
                orders::STATUS_SHARD,
                text(orders::status_shard(status, id.shard())),
            )]);
        let (mut names, mut values) = (HashMap::new(), HashMap::new());
        for (name, value) in changed {
            names.insert(format!("#{name}"), name.to_owned());
            values.insert(format!(":{name}"), value);
        }
        values.insert(":pending".to_owned(), text(OrderStatus::Pending.as_str()));
        Self { names, values }
    }

    /// The update: every attribute that changes.
    pub(crate) fn expression(&self) -> String {
        let mut names: Vec<_> = self.names.values().collect();
        // One text for one decision: a repeated transaction is known by its content.
        names.sort_unstable();
        let assignments: Vec<_> = names
            .into_iter()
            .map(|name| format!("#{name} = :{name}"))
            .collect();
        format!("SET {}", assignments.join(", "))
    }
}
