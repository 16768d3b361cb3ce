//! The task `prepare_products_report_html`: writes the page about the products.

use shop_contract::{
    PrepareProductsReportHtmlEnv,
    workflow::generate_report::{ReportHtmlTask, ReportPage},
};
use shop_runtime::{SdkConfig, ShopZone, Task, TaskFailure};

use crate::{bucket::ReportsBucket, buffer::Buffer, page, report::html::ProductsHtml};

/// The handler of the task `prepare_products_report_html`.
#[derive(Debug)]
pub struct PrepareProductsReportHtml {
    bucket: ReportsBucket,
    environment: String,
    zone: ShopZone,
}

impl Task for PrepareProductsReportHtml {
    type Env = PrepareProductsReportHtmlEnv<String>;
    type Input = ReportHtmlTask;
    type Output = ReportPage;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        Self {
            bucket: ReportsBucket::new(aws, environment.reports_bucket),
            environment: environment.environment,
            zone: ShopZone::new(&environment.time_zone),
        }
    }

    async fn run(&self, task: ReportHtmlTask) -> Result<ReportPage, TaskFailure> {
        let page =
            page::prepare::<ProductsHtml<Buffer>>(&self.bucket, &self.environment, &self.zone, task).await?;
        Ok(page)
    }
}
