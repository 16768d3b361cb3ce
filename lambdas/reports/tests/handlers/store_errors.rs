//! Reports while the stores fail.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

use std::sync::atomic::{AtomicUsize, Ordering};

use shop_contract::{
    PrepareOrdersReportDataEnv,
    workflow::{TaskErrorName, generate_report::ReportHtmlTask},
};
use shop_reports::prepare_orders_report_data::PrepareOrdersReportData;
use shop_runtime::{Task, TaskFailure, perform};
use shop_testing::{Answer, Ruling, Trouble, bridged};

use crate::shop::{ORDERS, REPORTS, Shop, incompressible, order, report};

/// Makes the first `times` calls of an operation fail.
fn first(
    times: usize,
    operation: &'static str,
    trouble: Trouble,
) -> impl Fn(&str, &str) -> Option<Trouble> + Send + Sync + 'static {
    let met = AtomicUsize::new(0);
    move |asked, _| (asked == operation && met.fetch_add(1, Ordering::Relaxed) < times).then_some(trouble)
}

async fn with_large_rows(shop: &Shop) -> ReportHtmlTask {
    shop.put_order(&order(0, 1, 1)).await;
    let data = shop.orders_data(&report()).await.unwrap();
    // Each row is longer than the compression window.
    let count = 400;
    let row = shop.file(&data.rows).replace("Oat", &incompressible(40_000));
    let rows = row.repeat(count);
    shop.s3.replace(REPORTS, &data.rows, rows);
    let summary = shop.file(&data.summary);
    let summary = summary.replace(r#""confirmed":1"#, &format!(r#""confirmed":{count}"#));
    shop.s3.replace(REPORTS, &data.summary, summary);
    ReportHtmlTask {
        report: report(),
        data,
    }
}

#[tokio::test]
async fn a_transient_error_is_retried() {
    let shop = Shop::open().await;
    let task = with_large_rows(&shop).await;
    for (operation, trouble) in [
        ("HeadObject", Trouble::InternalError),
        ("GetObject", Trouble::SlowDown),
        ("CreateMultipartUpload", Trouble::InternalError),
        ("UploadPart", Trouble::SlowDown),
        ("UploadPart", Trouble::Lost),
    ] {
        shop.s3.trouble(first(1, operation, trouble));
        let page = shop.orders_html(&task).await;
        let html = shop.file(&page.unwrap_or_else(|error| panic!("{operation}: {error}")).html);
        assert!(html.ends_with("</html>\n"), "{operation}");
    }
}

#[tokio::test]
async fn a_failed_upload_is_aborted_and_leaves_nothing() {
    let shop = Shop::open().await;
    let task = with_large_rows(&shop).await;
    let key = report().key("orders.html");
    for (operation, trouble, name) in [
        ("UploadPart", Trouble::InternalError, TaskErrorName::Busy),
        ("UploadPart", Trouble::AccessDenied, TaskErrorName::Broken),
        ("CompleteMultipartUpload", Trouble::SlowDown, TaskErrorName::Busy),
    ] {
        let given_up = shop.s3.count("AbortMultipartUpload");
        shop.s3
            .trouble(move |asked, _| (asked == operation).then_some(trouble));
        let failure = shop.orders_html(&task).await.unwrap_err();
        assert_eq!(failure.name, name, "{operation}");
        assert_eq!(shop.s3.count("AbortMultipartUpload"), given_up + 1, "{operation}");
        assert_eq!(shop.s3.file(REPORTS, &key), None, "{operation}");
        assert_eq!(shop.s3.parts(), 0, "{operation}");
    }
}

#[tokio::test]
async fn an_unavailable_bucket_is_transient_and_a_forbidden_one_is_not() {
    let shop = Shop::open().await;
    shop.s3.trouble(|_, _| Some(Trouble::SlowDown));
    assert_eq!(
        shop.orders_data(&report()).await.unwrap_err().name,
        TaskErrorName::Busy
    );
    shop.s3.trouble(|_, _| Some(Trouble::AccessDenied));
    assert_eq!(
        shop.orders_data(&report()).await.unwrap_err().name,
        TaskErrorName::Broken
    );
}

#[tokio::test]
async fn rows_that_differ_from_their_summary_give_no_page() {
    let shop = Shop::open().await;
    shop.put_order(&order(0, 1, 1)).await;
    let data = shop.orders_data(&report()).await.unwrap();
    for rows in ["", "{}\n", "not a row"] {
        shop.s3.replace(REPORTS, &data.rows, rows);
        let task = ReportHtmlTask {
            report: report(),
            data: data.clone(),
        };
        let failure = shop.orders_html(&task).await.unwrap_err();
        assert_eq!(failure.name, TaskErrorName::Broken, "{rows:?}");
        assert_eq!(shop.s3.file(REPORTS, &report().key("orders.html")), None);
    }
}

/// Runs the orders data task with a rule for DynamoDB.
async fn orders_data_under(
    shop: &Shop,
    rule: impl Fn(&str) -> Ruling + Send + Sync + 'static,
) -> Result<(), TaskFailure> {
    let env = PrepareOrdersReportDataEnv {
        orders_table: ORDERS.to_owned(),
        reports_bucket: REPORTS.to_owned(),
        time_zone: crate::shop::ZONE.to_owned(),
    };
    let aws = bridged(&shop.aws(), move |operation, _| {
        rule(operation.rsplit('.').next().unwrap_or_default())
    });
    let task = PrepareOrdersReportData::start(env, &aws).await;
    let input = serde_json::to_string(&report()).unwrap();
    perform(&task, &input).await.map(drop)
}

#[tokio::test]
async fn a_throttled_table_is_retried_and_then_transient() {
    let shop = Shop::open().await;
    for number in 0..40 {
        shop.put_order(&order(number, number, 1)).await;
    }
    for operation in ["Query", "BatchGetItem"] {
        let met = AtomicUsize::new(0);
        let throttle = || Ruling::Answer(Answer::refusal("ProvisionedThroughputExceededException"));
        let passing = orders_data_under(&shop, move |asked| {
            if asked == operation && met.fetch_add(1, Ordering::Relaxed) < 3 {
                throttle()
            } else {
                Ruling::Pass
            }
        });
        passing.await.unwrap();
        let lasting = orders_data_under(&shop, move |asked| {
            if asked == operation {
                throttle()
            } else {
                Ruling::Pass
            }
        });
        assert_eq!(
            lasting.await.unwrap_err().name,
            TaskErrorName::Busy,
            "{operation}"
        );
    }
}
