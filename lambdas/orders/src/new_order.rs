//! The task `new_order`: writes the order as pending at the agreed prices.

use shop_contract::{
    NewOrderEnv, SubmissionError, WarmUpKey,
    workflow::{NewOrderTask, OrderTaskOutput, TaskErrorName},
};
use shop_runtime::{ProductsTable, SdkConfig, Task, TaskFailure, warm_up};

use crate::{
    orders_table::OrdersTable,
    placing::{self, PlaceError, QuoteError},
};

/// The handler of the task `new_order`.
#[derive(Debug)]
pub struct NewOrder {
    products: ProductsTable,
    orders: OrdersTable,
}

impl Task for NewOrder {
    type Env = NewOrderEnv<String>;
    type Input = NewOrderTask;
    type Output = OrderTaskOutput;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        let orders = OrdersTable::new(aws, environment.orders_table);
        warm_up(products.warm_up_batch(WarmUpKey)).await;
        warm_up(orders.warm_up(WarmUpKey)).await;
        Self { products, orders }
    }

    async fn run(&self, task: NewOrderTask) -> Result<OrderTaskOutput, TaskFailure> {
        let order = placing::place(&self.products, &self.orders, task).await?;
        Ok(OrderTaskOutput { order_id: order.id })
    }
}

impl From<PlaceError> for TaskFailure {
    fn from(error: PlaceError) -> Self {
        let message = error.to_string();
        match error {
            PlaceError::Quote(QuoteError::UnknownProducts(product_ids)) => Self::with_json(
                TaskErrorName::UnknownProduct,
                &SubmissionError::UnknownProduct { product_ids },
            ),
            PlaceError::Quote(QuoteError::Total(_)) => Self {
                name: TaskErrorName::NoTotal,
                message,
            },
            PlaceError::IdTaken(_) => Self {
                name: TaskErrorName::OrderIdTaken,
                message,
            },
            PlaceError::Store(error) => error.into(),
        }
    }
}
