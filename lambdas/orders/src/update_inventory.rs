//! The task `update_inventory`: takes the stock and confirms the order at its prices, or rejects it.

use shop_contract::{
    BusinessMetric, SubmissionError, UpdateInventoryEnv, WarmUpKey,
    workflow::{OrderTaskOutput, TaskErrorName, UpdateInventoryTask},
};
use shop_runtime::{SdkConfig, Task, TaskFailure, metrics, warm_up};

use crate::{
    inventory::{self, InventoryError},
    orders_table::OrdersTable,
    stock::Stock,
};

/// The handler of the task `update_inventory`.
#[derive(Debug)]
pub struct UpdateInventory {
    orders: OrdersTable,
    stock: Stock,
}

impl Task for UpdateInventory {
    type Env = UpdateInventoryEnv<String>;
    type Input = UpdateInventoryTask;
    type Output = OrderTaskOutput;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table.clone());
        let stock = Stock::new(aws, environment.products_table, environment.orders_table);
        warm_up(orders.warm_up(WarmUpKey)).await;
        Self { orders, stock }
    }

    async fn run(&self, task: UpdateInventoryTask) -> Result<OrderTaskOutput, TaskFailure> {
        let decided = inventory::decide(&self.orders, &self.stock, &task.order_id, &task.decided_at).await;
        if let Some(metric) = metric(&decided) {
            metrics::record(&[(metric, 1)]);
        }
        decided?;
        Ok(OrderTaskOutput {
            order_id: task.order_id,
        })
    }
}

/// What a decision counts as. A failure counts as nothing, because the task is repeated. A repeated task that was
/// successful before counts again.
fn metric<T>(decided: &Result<T, InventoryError>) -> Option<BusinessMetric> {
    match decided {
        Ok(_) => Some(BusinessMetric::OrdersConfirmed),
        Err(InventoryError::OutOfStock(_) | InventoryError::PriceChanged(_)) => {
            Some(BusinessMetric::OrdersRejected)
        }
        Err(_) => None,
    }
}

impl From<InventoryError> for TaskFailure {
    fn from(error: InventoryError) -> Self {
        let message = error.to_string();
        let name = match error {
            InventoryError::OutOfStock(shortfalls) => {
                let error = SubmissionError::OutOfStock { shortfalls };
                return Self::with_json(TaskErrorName::OutOfStock, &error);
            }
            InventoryError::PriceChanged(price_change) => {
                let error = SubmissionError::PriceChanged { price_change };
                return Self::with_json(TaskErrorName::PriceChanged, &error);
            }
            InventoryError::Store(error) => return error.into(),
            InventoryError::Total(_) => TaskErrorName::NoTotal,
            InventoryError::AlreadyRejected(_) => TaskErrorName::AlreadyRejected,
            InventoryError::UnknownOrder(_) => TaskErrorName::UnknownOrder,
            InventoryError::Contended => TaskErrorName::Conflict,
        };
        Self { name, message }
    }
}
