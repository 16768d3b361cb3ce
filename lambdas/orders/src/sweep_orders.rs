//! The scheduled function `sweep_orders`: rejects orders that are still pending after their execution has ended.

use std::time::{Duration, SystemTime};

use shop_contract::{SweepOrdersEnv, SweepOrdersTask, SweptOrders, workflow::TaskErrorName};
use shop_runtime::{SdkConfig, Task, TaskFailure};

use crate::{
    clock::timestamp,
    orders_table::OrdersTable,
    sweep::{self, IncompleteSweep},
    workflow::NewOrderWorkflow,
};

/// The handler of `sweep_orders`.
#[derive(Debug)]
pub struct SweepOrders {
    orders: OrdersTable,
    workflow: NewOrderWorkflow,
    /// None if the variable is not a number.
    pending_minutes: Option<u16>,
}

impl Task for SweepOrders {
    type Env = SweepOrdersEnv<String>;
    type Input = SweepOrdersTask;
    type Output = SweptOrders;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        Self {
            orders: OrdersTable::new(aws, environment.orders_table),
            workflow: NewOrderWorkflow::new(aws, environment.new_order_workflow),
            pending_minutes: environment.pending_minutes.parse().ok(),
        }
    }

    async fn run(&self, task: SweepOrdersTask) -> Result<SweptOrders, TaskFailure> {
        let minutes = task.pending_minutes.or(self.pending_minutes);
        let minutes = minutes.ok_or_else(|| TaskFailure {
            name: TaskErrorName::Broken,
            message: "`PENDING_MINUTES` is not a number of minutes; set it where the function is deployed"
                .to_owned(),
        })?;
        let now = SystemTime::now();
        let created_before = now - Duration::from_mins(minutes.into());

        let swept = sweep::sweep(
            &self.orders,
            &self.workflow,
            &timestamp(created_before),
            &timestamp(now),
        )
        .await;

        let counts = match &swept {
            Ok(swept) => swept,
            Err(incomplete) => &incomplete.swept,
        };
        tracing::info!(
            rejected = counts.rejected,
            running = counts.running,
            decided = counts.decided,
            failed = counts.failed,
            left = counts.left,
            unreadable = counts.unreadable,
            "swept pending orders"
        );
        Ok(swept?)
    }
}

impl From<IncompleteSweep> for TaskFailure {
    fn from(error: IncompleteSweep) -> Self {
        error.source.into()
    }
}
