//! The task `generate_presigned_url`: makes the links to both pages and writes the mail.

use std::time::{Duration, SystemTime};

use shop_contract::{
    GeneratePresignedUrlEnv,
    workflow::{
        TaskErrorName,
        generate_report::{PresignedUrlTask, ReportMail},
    },
};
use shop_runtime::{SdkConfig, ShopZone, Task, TaskFailure};

use crate::{
    bucket::ReportsBucket,
    links::{Links, Page},
    report::{
        OrdersSummary, ProductsSummary,
        mail::{self, MailFacts},
    },
};

/// The handler of the task `generate_presigned_url`.
#[derive(Debug)]
pub struct GeneratePresignedUrl {
    bucket: ReportsBucket,
    links: Option<Links>,
    environment: String,
    recipients: Vec<String>,
    zone: ShopZone,
    site_origin: String,
}

impl Task for GeneratePresignedUrl {
    type Env = GeneratePresignedUrlEnv<String>;
    type Input = PresignedUrlTask;
    type Output = ReportMail;

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        let minutes = environment.link_minutes.parse::<u64>().ok();
        let links = minutes.map(|minutes| {
            Links::new(
                aws,
                environment.reader_role,
                environment.reports_bucket.clone(),
                Duration::from_mins(minutes),
            )
        });
        Self {
            bucket: ReportsBucket::new(aws, environment.reports_bucket),
            links,
            environment: environment.environment,
            zone: ShopZone::new(&environment.time_zone),
            site_origin: environment.site_origin,
            recipients: environment.recipients.split(',').map(str::to_owned).collect(),
        }
    }

    async fn run(&self, task: PresignedUrlTask) -> Result<ReportMail, TaskFailure> {
        let links = self.links.as_ref().ok_or_else(|| TaskFailure {
            name: TaskErrorName::Broken,
            message: "`LINK_MINUTES` is not a number of minutes; set it where the function is deployed"
                .to_owned(),
        })?;
        let orders: OrdersSummary = self.bucket.read_json(&task.orders.summary).await?;
        let products: ProductsSummary = self.bucket.read_json(&task.products.summary).await?;

        let day = self.zone.local(&task.report.as_of).day;
        let pages = [
            Page {
                key: &task.orders.html,
                file_name: &format!("orders-{day}.html"),
            },
            Page {
                key: &task.products.html,
                file_name: &format!("products-{day}.html"),
            },
        ];
        let signed = links
            .sign(&task.report.execution, pages, SystemTime::now())
            .await?;
        let links_expire_at = signed.expires_at();

        let mail = mail::write(&MailFacts {
            environment: &self.environment,
            asked_by: &task.report.requested_by,
            asked_at: &task.report.as_of,
            period: task.report.period.as_ref(),
            page_url: &format!("{}/reports/{}", self.site_origin, task.report.execution),
            orders_url: &signed.urls[0],
            products_url: &signed.urls[1],
            links_expire_at: &links_expire_at,
            zone: &self.zone,
            orders: Some(&orders),
            products: Some(&products),
        });
        Ok(ReportMail {
            subject: mail.subject,
            text: mail.text,
            recipients: self.recipients.clone(),
            requester: task.requester,
            links_expire_at,
        })
    }
}
