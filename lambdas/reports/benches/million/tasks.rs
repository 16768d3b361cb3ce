//! Runs the tasks one after another and measures each.

use std::{error::Error, fs, net::SocketAddr, time::Instant};

use nix::sys::resource::{UsageWho, getrusage};
use shop_contract::{
    PrepareOrdersReportDataEnv, PrepareOrdersReportHtmlEnv, PrepareProductsReportDataEnv,
    PrepareProductsReportHtmlEnv,
    workflow::generate_report::{ReportHtmlTask, ReportTask},
};
use shop_reports::{
    bucket::ReportsBucket, prepare_orders_report_data::PrepareOrdersReportData,
    prepare_orders_report_html::PrepareOrdersReportHtml,
    prepare_products_report_data::PrepareProductsReportData,
    prepare_products_report_html::PrepareProductsReportHtml, report::OrdersSummary,
};
use shop_runtime::{SdkConfig, Task};
use shop_testing::s3_at;

use crate::{ORDERS, PRODUCTS, REPORTS};

/// Runs the tasks with tables and a bucket at these addresses.
pub(crate) async fn run(dynamo: SocketAddr, s3: SocketAddr) -> Result<(), Box<dyn Error>> {
    let aws = shop_runtime::sdk_config(|name| match name {
        "AWS_ENDPOINT_URL" => Some(format!("http://{dynamo}")),
        "AWS_SESSION_TOKEN" => None,
        _ => Some("eu-central-1".to_owned()),
    })?;
    let aws = s3_at(&aws, s3);
    let report = ReportTask {
        execution: "bench".to_owned(),
        as_of: "2030-01-01T00:00:00Z".parse()?,
        requested_by: "bench".to_owned(),
        period: None,
    };
    println!("task                           seconds   CPU s    rows/s   µs CPU/row   most memory   written");
    let html = |data| ReportHtmlTask {
        report: report.clone(),
        data,
    };
    let bucket = ReportsBucket::new(&aws, REPORTS.to_owned());

    let mut watch = Watch::start();
    let env = PrepareOrdersReportDataEnv {
        orders_table: ORDERS.to_owned(),
        reports_bucket: REPORTS.to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
    };
    let data = done::<PrepareOrdersReportData>(env, &aws, report.clone()).await?;
    let summary: OrdersSummary = bucket.read_json(&data.summary).await?;
    let rows = summary.outcomes.all();
    watch.tell(
        "prepare_orders_report_data",
        rows,
        bucket.read(&data.rows).await?.size(),
    );

    let env = PrepareOrdersReportHtmlEnv {
        reports_bucket: REPORTS.to_owned(),
        environment: "bench".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
    };
    let page = done::<PrepareOrdersReportHtml>(env, &aws, html(data)).await?;
    watch.tell(
        "prepare_orders_report_html",
        rows,
        bucket.read(&page.html).await?.size(),
    );

    let env = PrepareProductsReportDataEnv {
        products_table: PRODUCTS.to_owned(),
        orders_table: ORDERS.to_owned(),
        reports_bucket: REPORTS.to_owned(),
    };
    let data = done::<PrepareProductsReportData>(env, &aws, report.clone()).await?;
    watch.tell(
        "prepare_products_report_data",
        rows,
        bucket.read(&data.rows).await?.size(),
    );

    let env = PrepareProductsReportHtmlEnv {
        reports_bucket: REPORTS.to_owned(),
        environment: "bench".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
    };
    let page = done::<PrepareProductsReportHtml>(env, &aws, html(data)).await?;
    watch.tell(
        "prepare_products_report_html",
        14,
        bucket.read(&page.html).await?.size(),
    );
    Ok(())
}

async fn done<T: Task>(env: T::Env, aws: &SdkConfig, input: T::Input) -> Result<T::Output, Box<dyn Error>> {
    Ok(T::start(env, aws).await.run(input).await?)
}

/// Measures one task after another.
struct Watch {
    began: Instant,
    computed: f64,
}

impl Watch {
    fn start() -> Self {
        Self {
            began: Instant::now(),
            computed: cpu_seconds(),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "figures for people to read")]
    fn tell(&mut self, task: &str, rows: u64, bytes: u64) {
        let (seconds, computed) = (self.began.elapsed().as_secs_f64(), cpu_seconds() - self.computed);
        println!(
            "{task:30} {seconds:7.1} {computed:7.1} {:9.0} {:12.1} {:9.0} MiB {:6.1} MiB",
            rows as f64 / seconds,
            computed * 1e6 / rows as f64,
            peak_kib() as f64 / 1024.0,
            bytes as f64 / 1_048_576.0,
        );
        *self = Self::start();
    }
}

/// The CPU time of this process.
#[expect(clippy::cast_precision_loss, reason = "seconds of a benchmark are few")]
fn cpu_seconds() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_SELF).expect("the process knows itself");
    [usage.user_time(), usage.system_time()]
        .map(|time| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6)
        .iter()
        .sum()
}

/// The peak memory of this process, for all tasks so far.
fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok())
        .unwrap_or_default()
}
