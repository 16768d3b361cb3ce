//! The task `prepare_products_report_data`: reads the products and what was sold of them, writes a row of each and what
//! they add up to.
//!
//! The products are held in memory to sort them by name: they grow with the catalogue, as their sales do.

use shop_contract::{
    PrepareProductsReportDataEnv,
    workflow::generate_report::{ReportData, ReportTask},
};
use shop_runtime::{SdkConfig, StoreError, Task, TaskFailure};

use crate::{
    bucket::{Form, ReportsBucket},
    report::{ProductRow, ProductsSummary, lines},
    sales::Tables,
};

/// Up to how many pieces a stock is low: about as many as are sold of a product in the time that a new batch takes.
const LOW_STOCK: u32 = 10;

/// The handler of the task `prepare_products_report_data`.
#[derive(Debug)]
pub struct PrepareProductsReportData {
    tables: Tables,
    bucket: ReportsBucket,
}

impl Task for PrepareProductsReportData {
    type Env = PrepareProductsReportDataEnv<String>;
    type Input = ReportTask;
    type Output = ReportData;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        Self {
            tables: Tables::new(aws, environment.orders_table, environment.products_table),
            bucket: ReportsBucket::new(aws, environment.reports_bucket),
        }
    }

    async fn run(&self, task: ReportTask) -> Result<ReportData, TaskFailure> {
        let data = ReportData {
            rows: task.key("products.ndjson"),
            summary: task.key("products-summary.json"),
        };
        let mut sales = self.tables.sales(&task.as_of).await?;
        let mut rows = Vec::new();
        self.tables
            .products(|product| rows.push(ProductRow::of(product, &mut sales)))
            .await?;
        rows.sort_unstable_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));

        let mut summary = ProductsSummary::new(LOW_STOCK);
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
