//! The shop's own CloudWatch metrics. Handlers write them, the stack's alarms and dashboard read them.

use crate::Function;

/// The namespace of the metrics.
pub const METRIC_NAMESPACE: &str = "CookieShop";

/// The dimension of each metric: the name of the Lambda function that writes it. So environments in the same account do
/// not share metrics.
pub const METRIC_DIMENSION: &str = "FunctionName";

/// A metric of the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BusinessMetric {
    /// Orders that were confirmed.
    OrdersConfirmed,
    /// Orders that were rejected because of missing stock or a changed price.
    OrdersRejected,
    /// Orders that were still pending after their time limit, whatever a sweep did with them.
    OrdersOverdue,
    /// Items and index entries that a sweep could not read.
    UnreadableOrders,
    /// Minutes since the last order or since the start of the hours in which orders are expected, whichever is later; 0
    /// outside these hours.
    MinutesWithoutOrder,
}

impl BusinessMetric {
    /// Every metric.
    pub const ALL: [Self; 5] = [
        Self::OrdersConfirmed,
        Self::OrdersRejected,
        Self::OrdersOverdue,
        Self::UnreadableOrders,
        Self::MinutesWithoutOrder,
    ];

    /// The name in CloudWatch.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OrdersConfirmed => "OrdersConfirmed",
            Self::OrdersRejected => "OrdersRejected",
            Self::OrdersOverdue => "OrdersOverdue",
            Self::UnreadableOrders => "UnreadableOrders",
            Self::MinutesWithoutOrder => "MinutesWithoutOrder",
        }
    }

    /// The function that writes it.
    pub const fn function(self) -> Function {
        match self {
            Self::OrdersConfirmed | Self::OrdersRejected => Function::UpdateInventory,
            Self::OrdersOverdue | Self::UnreadableOrders | Self::MinutesWithoutOrder => Function::SweepOrders,
        }
    }
}
