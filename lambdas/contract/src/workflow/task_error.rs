//! The error names of the tasks of all workflows.

/// The error name of a failed task. A state machine's `Retry` and `Catch` match it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskErrorName {
    /// There is not enough stock. The order is rejected, and the message is a [`crate::SubmissionError`] as JSON.
    OutOfStock,
    /// The prices are not those that the customer agreed to. The order is rejected, and the message is a
    /// [`crate::SubmissionError`] as JSON.
    PriceChanged,
    /// A product does not exist. This run wrote no order, and the message is a [`crate::SubmissionError`] as JSON.
    UnknownProduct,
    /// The order has no total, because its prices are in several currencies or too large to add up. This run wrote
    /// no order.
    NoTotal,
    /// Another order has this ID.
    OrderIdTaken,
    /// The order does not exist.
    UnknownOrder,
    /// The order was already rejected, for another reason than stock or prices.
    AlreadyRejected,
    /// Other orders updated the same stock at the same time. Retried.
    Conflict,
    /// The store is busy or unreachable. Retried.
    Busy,
    /// The store refused the request, or an item cannot be read.
    Broken,
    /// The input cannot be read.
    MalformedInput,
}

impl TaskErrorName {
    /// Every name.
    pub const ALL: [Self; 11] = [
        Self::OutOfStock,
        Self::PriceChanged,
        Self::UnknownProduct,
        Self::NoTotal,
        Self::OrderIdTaken,
        Self::UnknownOrder,
        Self::AlreadyRejected,
        Self::Conflict,
        Self::Busy,
        Self::Broken,
        Self::MalformedInput,
    ];

    /// The transient errors, which are retried. The state machines also retry transient errors of Lambda itself.
    pub const RETRIED: [Self; 2] = [Self::Conflict, Self::Busy];

    /// The name in the state machine.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OutOfStock => "OutOfStock",
            Self::PriceChanged => "PriceChanged",
            Self::UnknownProduct => "UnknownProduct",
            Self::NoTotal => "NoTotal",
            Self::OrderIdTaken => "OrderIdTaken",
            Self::UnknownOrder => "UnknownOrder",
            Self::AlreadyRejected => "AlreadyRejected",
            Self::Conflict => "Conflict",
            Self::Busy => "Busy",
            Self::Broken => "Broken",
            Self::MalformedInput => "MalformedInput",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_is_unique() {
        let names: BTreeSet<_> = TaskErrorName::ALL.iter().map(|name| name.as_str()).collect();
        assert_eq!(names.len(), TaskErrorName::ALL.len());
    }
}
