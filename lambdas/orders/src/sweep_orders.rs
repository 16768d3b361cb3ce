//! The scheduled function `sweep_orders`: rejects orders that are still pending after their execution has ended, and
//! records metrics of the orders.

use std::time::{Duration, SystemTime};

use shop_contract::{
    BusinessMetric, ExpectedHours, SweepOrdersEnv, SweepOrdersTask, SweptOrders, workflow::TaskErrorName,
};
use shop_runtime::{SdkConfig, ShopZone, Task, TaskFailure, metrics};

use crate::{
    clock::timestamp,
    orders_table::OrdersTable,
    quiet,
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
    /// None if the variable has another format.
    expected_hours: Option<ExpectedHours>,
    zone: ShopZone,
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
            expected_hours: ExpectedHours::parse(&environment.expected_hours).ok(),
            zone: ShopZone::new(&environment.time_zone),
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
        metrics::record(&[
            (BusinessMetric::OrdersOverdue, overdue(counts)),
            (BusinessMetric::UnreadableOrders, counts.unreadable.into()),
        ]);
        self.record_quiet_time(now).await?;
        Ok(swept?)
    }
}

impl SweepOrders {
    async fn record_quiet_time(&self, now: SystemTime) -> Result<(), TaskFailure> {
        let hours = self.expected_hours.ok_or_else(|| TaskFailure {
            name: TaskErrorName::Broken,
            message: "`EXPECTED_HOURS` is not a range like `9-21`; set it where the function is deployed"
                .to_owned(),
        })?;
        let minutes = quiet::minutes_without_order(&self.orders, &self.zone, hours, now).await?;
        metrics::record(&[(BusinessMetric::MinutesWithoutOrder, minutes)]);
        Ok(())
    }
}

/// How many orders were pending for too long when the sweep began.
fn overdue(swept: &SweptOrders) -> u64 {
    let SweptOrders {
        rejected,
        running,
        decided: _,
        failed,
        left,
        unreadable: _,
    } = swept;
    [rejected, running, failed, left]
        .into_iter()
        .map(|count| *count as u64)
        .sum()
}

impl From<IncompleteSweep> for TaskFailure {
    fn from(error: IncompleteSweep) -> Self {
        error.source.into()
    }
}
