//! The task `prepare_orders_report_data`: reads the orders and writes one row per order and their totals.

use shop_contract::{
    PrepareOrdersReportDataEnv,
    workflow::generate_report::{ReportData, ReportTask},
};
use shop_runtime::{SdkConfig, ShopZone, StoreError, Task, TaskFailure};

use crate::{
    bucket::{Form, ReportsBucket},
    newest_first::OrdersByTime,
    report::{OrderRow, OrdersSummary, lines},
};

/// The handler of the task `prepare_orders_report_data`.
#[derive(Debug)]
pub struct PrepareOrdersReportData {
    orders: OrdersByTime,
    bucket: ReportsBucket,
    zone: ShopZone,
}

impl Task for PrepareOrdersReportData {
    type Env = PrepareOrdersReportDataEnv<String>;
    type Input = ReportTask;
    type Output = ReportData;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        Self {
            orders: OrdersByTime::new(aws, environment.orders_table),
            bucket: ReportsBucket::new(aws, environment.reports_bucket),
            zone: ShopZone::new(&environment.time_zone),
        }
    }

    async fn run(&self, task: ReportTask) -> Result<ReportData, TaskFailure> {
        let data = ReportData {
            rows: task.key("orders.ndjson"),
            summary: task.key("orders-summary.json"),
        };
        let mut orders = self.orders.of_report(&task).await?;
        let summary = self
            .bucket
            .write(&data.rows, Form::Rows, async |upload| {
                let mut summary = OrdersSummary::default();
                let mut rows = Vec::new();
                while let Some(batch) = orders.next().await? {
                    for row in batch
                        .into_iter()
                        .map(|order| OrderRow::in_zone(order, &self.zone))
                    {
                        summary.add(&row);
                        lines::write_row(&mut rows, &row).expect("memory takes what is written");
                    }
                    upload.write(&rows).await?;
                    rows.clear();
                }
                summary.unreadable = orders.unreadable();
                Ok::<_, StoreError>(summary)
            })
            .await?;
        self.bucket.write_json(&data.summary, &summary).await?;
        Ok(data)
    }
}
