//! The task `prepare_orders_report_html`: writes the page about the orders.

use shop_contract::{
    PrepareOrdersReportHtmlEnv,
    workflow::generate_report::{ReportHtmlTask, ReportPage},
};
use shop_runtime::{SdkConfig, Task, TaskFailure};

use crate::{
    bucket::ReportsBucket,
    page,
    report::{
        OrdersSummary,
        html::{Meta, OrdersHtml},
    },
};

/// The handler of the task `prepare_orders_report_html`.
#[derive(Debug)]
pub struct PrepareOrdersReportHtml {
    bucket: ReportsBucket,
    environment: String,
}

impl Task for PrepareOrdersReportHtml {
    type Env = PrepareOrdersReportHtmlEnv<String>;
    type Input = ReportHtmlTask;
    type Output = ReportPage;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        Self {
            bucket: ReportsBucket::new(aws, environment.reports_bucket),
            environment: environment.environment,
        }
    }

    async fn run(&self, task: ReportHtmlTask) -> Result<ReportPage, TaskFailure> {
        let html = task.report.key("orders.html");
        let summary: OrdersSummary = self.bucket.read_json(&task.data.summary).await?;
        let meta = Meta {
            generated_at: &task.report.as_of,
            asked_by: &task.report.requested_by,
            environment: &self.environment,
        };
        page::write(&self.bucket, &task.data.rows, &html, |out| {
            OrdersHtml::begin(out, &summary, &meta)
        })
        .await?;
        Ok(ReportPage {
            html,
            summary: task.data.summary,
        })
    }
}
