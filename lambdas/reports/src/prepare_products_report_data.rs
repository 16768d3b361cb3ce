//! The task `prepare_products_report_data`: reads the products and what was sold of them, writes a row of each and what
//! they add up to.
//!
//! What was sold is added up from the orders once more, read as the orders' half reads them: both halves count the same
//! ones, and neither waits for the other. The products are held in memory to sort them by name: they grow with the catalogue, as their sales do.

use shop_contract::{
    PrepareProductsReportDataEnv,
    workflow::generate_report::{ReportData, ReportTask},
};
use shop_runtime::{ProductsTable, SdkConfig, StoreError, Task, TaskFailure};

use crate::{
    bucket::{Form, ReportsBucket},
    newest_first::OrdersByTime,
    report::{OrderRow, ProductRow, ProductsSummary, Sales, lines},
    timeouts::with_task_timeouts,
};

/// Up to how many pieces a stock is low: about as many as are sold of a product in the time that a new batch takes.
const LOW_STOCK: u32 = 10;

/// The handler of the task `prepare_products_report_data`.
#[derive(Debug)]
pub struct PrepareProductsReportData {
    orders: OrdersByTime,
    products: ProductsTable,
    bucket: ReportsBucket,
}

impl Task for PrepareProductsReportData {
    type Env = PrepareProductsReportDataEnv<String>;
    type Input = ReportTask;
    type Output = ReportData;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        Self {
            orders: OrdersByTime::new(aws, environment.orders_table),
            products: ProductsTable::new(&with_task_timeouts(aws), environment.products_table),
            bucket: ReportsBucket::new(aws, environment.reports_bucket),
        }
    }

    async fn run(&self, task: ReportTask) -> Result<ReportData, TaskFailure> {
        let data = ReportData {
            rows: task.key("products.ndjson"),
            summary: task.key("products-summary.json"),
        };
        let mut sales = Sales::default();
        let mut orders = self.orders.of_report(&task).await?;
        while let Some(batch) = orders.next().await? {
            for row in batch.into_iter().map(OrderRow::from) {
                sales.add(&row);
            }
        }
        let mut rows = Vec::new();
        let unreadable = self
            .products
            .each(|product| rows.push(ProductRow::of(product, &mut sales)))
            .await?;
        rows.sort_unstable_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));

        let mut summary = ProductsSummary::new(LOW_STOCK);
        summary.unreadable = unreadable;
        summary.unreadable_orders = orders.unreadable();
        // Each product has taken its sales: what is left is of those that are no more.
        summary.add_discontinued(&sales);
        self.bucket
            .write(&data.rows, Form::Rows, async |upload| {
                let mut line = Vec::new();
                for row in &rows {
                    summary.add(row);
                    line.clear();
                    lines::write_row(&mut line, row).expect("memory takes what is written");
                    upload.write(&line).await?;
                }
                Ok::<_, StoreError>(())
            })
            .await?;
        self.bucket.write_json(&data.summary, &summary).await?;
        Ok(data)
    }
}
