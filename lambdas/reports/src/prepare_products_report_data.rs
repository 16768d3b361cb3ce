//! The task `prepare_products_report_data`: reads the products and their sales, and writes one row per product and their
//! totals.
//!
//! It reads the orders again instead of waiting for the orders branch. Both branches read the same orders in the same way. The
//! products are sorted by name in memory, which grows with the catalogue, as their sales do.

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

/// The largest stock that counts as low: about as many pieces as are sold until a new batch arrives.
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
        // Each product has taken its sales. The rest belongs to products that are no longer in the catalogue.
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
