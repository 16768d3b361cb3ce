//! The task `prepare_products_report_html`: writes the page about the products.

use shop_contract::{
    PrepareProductsReportHtmlEnv,
    workflow::generate_report::{ReportHtmlTask, ReportPage},
};
use shop_runtime::{SdkConfig, Task, TaskFailure};

use crate::{
    bucket::ReportsBucket,
    page,
    report::{
        ProductsSummary,
        html::{Meta, ProductsHtml},
    },
};

/// The handler of the task `prepare_products_report_html`.
#[derive(Debug)]
pub struct PrepareProductsReportHtml {
    bucket: ReportsBucket,
    environment: String,
}

impl Task for PrepareProductsReportHtml {
    type Env = PrepareProductsReportHtmlEnv<String>;
    type Input = ReportHtmlTask;
    type Output = ReportPage;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        Self {
            bucket: ReportsBucket::new(aws, environment.reports_bucket),
            environment: environment.environment,
        }
    }

    async fn run(&self, task: ReportHtmlTask) -> Result<ReportPage, TaskFailure> {
        let html = task.report.key("products.html");
        let summary: ProductsSummary = self.bucket.read_json(&task.data.summary).await?;
        let meta = Meta {
            generated_at: &task.report.as_of,
            asked_by: &task.report.requested_by,
            environment: &self.environment,
        };
        page::write(&self.bucket, &task.data.rows, &html, |out| {
            ProductsHtml::begin(out, &summary, &meta)
        })
        .await?;
        Ok(ReportPage {
            html,
            summary: task.data.summary,
        })
    }
}
