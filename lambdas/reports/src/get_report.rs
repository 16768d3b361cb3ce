//! `GET /reports/{id}`: new links to the pages of a report, as long as they exist.

use std::time::{Duration, SystemTime};

use shop_contract::{GetReportEnv, ReportLinks, ReportPath, WarmUpKey, api, workflow::generate_report};
use shop_runtime::{Employee, Failure, Handler, Request, SdkConfig, StoreError, warm_up};

use crate::{
    bucket::ReportsBucket,
    links::{Links, Page},
};

/// The handler of `GET /reports/{id}`.
#[derive(Debug)]
pub struct GetReport {
    bucket: ReportsBucket,
    links: Option<Links>,
}

impl Handler for GetReport {
    type Operation = api::GetReport;

    async fn start(environment: GetReportEnv<String>, aws: &SdkConfig) -> Self {
        let minutes = environment.link_minutes.parse::<u64>().ok();
        let links = minutes.map(|minutes| {
            Links::new(
                aws,
                environment.reader_role,
                environment.reports_bucket.clone(),
                Duration::from_mins(minutes),
            )
        });
        let bucket = ReportsBucket::new(aws, environment.reports_bucket);
        warm_up(bucket.holds_all(&[generate_report::key(WarmUpKey.as_str(), "orders.html")])).await;
        Self { bucket, links }
    }

    async fn handle(&self, request: &Request, _: Employee) -> Result<ReportLinks, Failure> {
        let no_such_report = || Failure::NotFound {
            detail: "this report does not exist, or was deleted; request a new one".to_owned(),
        };
        // A text that cannot be a report ID is treated like an unknown ID.
        let path = ReportPath::read(|name| request.path_parameter(name)).map_err(|_| no_such_report())?;
        let links = self.links.as_ref().ok_or_else(|| StoreError::Refused {
            source: "`LINK_MINUTES` is not a number of minutes; set it where the function is deployed".into(),
        })?;

        let keys = ["orders.html", "products.html"].map(|file| generate_report::key(path.id.as_str(), file));
        if !self.bucket.holds_all(&keys).await? {
            return Err(no_such_report());
        }
        let names = ["orders", "products"].map(|page| format!("{page}-{}.html", path.id));
        let pages = [0, 1].map(|page| Page {
            key: &keys[page],
            file_name: &names[page],
        });
        let signed = links.sign(path.id.as_str(), pages, SystemTime::now()).await?;
        let links_expire_at = signed.expires_at();
        let [orders_url, products_url] = signed.urls;

        Ok(ReportLinks {
            id: path.id,
            orders_url,
            products_url,
            links_expire_at,
        })
    }
}
