//! A shop for one test: tables, bucket, executions, and the requests to it.

use std::io::Read;

use flate2::read::GzDecoder;
use serde_json::json;
use shop_contract::{
    CheckReportSubmissionEnv, CreateReportEnv, GeneratePresignedUrlEnv, GetReportEnv, Order,
    PrepareOrdersReportDataEnv, PrepareOrdersReportHtmlEnv, PrepareProductsReportDataEnv,
    PrepareProductsReportHtmlEnv, Product,
    table::{orders, products},
    workflow::generate_report::{
        PresignedUrlTask, ReportData, ReportHtmlTask, ReportMail, ReportPage, ReportTask,
    },
};
use shop_reports::{
    check_report_submission::CheckReportSubmission, create_report::CreateReport,
    generate_presigned_url::GeneratePresignedUrl, get_report::GetReport,
    prepare_orders_report_data::PrepareOrdersReportData, prepare_orders_report_html::PrepareOrdersReportHtml,
    prepare_products_report_data::PrepareProductsReportData,
    prepare_products_report_html::PrepareProductsReportHtml,
};
use shop_runtime::{SdkConfig, TaskFailure};
use shop_testing::{Answered, CLIENT, Dynamo, Endpoint, Event, S3, STAFF, StepFunctions, Sts, ask, run_task};

pub(crate) const PRODUCTS: &str = "products";
pub(crate) const ORDERS: &str = "orders";
pub(crate) const REPORTS: &str = "reports-bucket";
pub(crate) const ORIGIN: &str = "https://shop.example";
pub(crate) const WORKFLOW: &str = "arn:aws:states:eu-central-1:000000000000:stateMachine:generate_report";
pub(crate) const EXECUTION: &str = "arn:aws:states:eu-central-1:000000000000:execution:generate_report";
/// The time zone of these tests.
pub(crate) const ZONE: &str = "Europe/Berlin";
pub(crate) const READER: &str = "arn:aws:iam::000000000000:role/reader";

pub(crate) struct Shop {
    pub(crate) dynamo: Dynamo,
    pub(crate) s3: S3,
    pub(crate) executions: StepFunctions,
    pub(crate) sts: Sts,
    /// The `userInfo` endpoint.
    pub(crate) user_info: Endpoint,
}

impl Shop {
    /// A shop without products and orders.
    pub(crate) async fn open() -> Self {
        let dynamo = Dynamo::start().await;
        dynamo.create_table(PRODUCTS, products::SCHEMA).await;
        dynamo.create_table(ORDERS, orders::SCHEMA).await;
        Self {
            dynamo,
            s3: S3::with_bucket(REPORTS).await,
            executions: StepFunctions::default(),
            sts: Sts::default(),
            user_info: Endpoint::gone(),
        }
    }

    pub(crate) fn aws(&self) -> SdkConfig {
        let aws = self.s3.beside(&self.dynamo.sdk_config());
        self.sts.beside(&self.executions.beside(&aws))
    }

    pub(crate) async fn put_order(&self, order: &Order) {
        self.dynamo.put(ORDERS, orders::OrderItem::new(order)).await;
    }

    pub(crate) async fn put_product(&self, product: Product) {
        self.dynamo
            .put(PRODUCTS, products::ProductItem::from(product))
            .await;
    }

    pub(crate) async fn create_report(&self, claims: &[(&str, &str)]) -> Answered {
        self.create_report_of(claims, &[]).await
    }

    /// Requests a report on the period in the query.
    pub(crate) async fn create_report_of(&self, claims: &[(&str, &str)], query: &[(&str, &str)]) -> Answered {
        let env = CreateReportEnv {
            generate_report_workflow: WORKFLOW.to_owned(),
            user_info_endpoint: format!("{}/oauth2/userInfo", self.user_info.origin),
            user_pool_client: CLIENT.to_owned(),
            time_zone: ZONE.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/create_report",
            query,
            headers: &[("authorization", "Bearer a.b.c")],
            claims,
            ..Event::default()
        };
        ask::<CreateReport>(env, &self.aws(), &event.post("")).await
    }

    pub(crate) async fn get_report(&self, claims: &[(&str, &str)], id: &str) -> Answered {
        let env = GetReportEnv {
            reports_bucket: REPORTS.to_owned(),
            reader_role: READER.to_owned(),
            link_minutes: "30".to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/reports/…",
            path_parameters: &[("id", id)],
            claims,
            ..Event::default()
        };
        ask::<GetReport>(env, &self.aws(), &event.get()).await
    }

    pub(crate) async fn check(&self, execution_arn: &str) -> Answered {
        self.check_as(STAFF, execution_arn).await
    }

    pub(crate) async fn check_as(&self, claims: &[(&str, &str)], execution_arn: &str) -> Answered {
        let env = CheckReportSubmissionEnv {
            generate_report_workflow: WORKFLOW.to_owned(),
            user_pool_client: CLIENT.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        };
        let event = Event {
            path: "/create_report/status/…",
            path_parameters: &[("executionArn", execution_arn)],
            claims,
            ..Event::default()
        };
        ask::<CheckReportSubmission>(env, &self.aws(), &event.get()).await
    }

    pub(crate) async fn orders_data(&self, task: &ReportTask) -> Result<ReportData, TaskFailure> {
        let env = PrepareOrdersReportDataEnv {
            orders_table: ORDERS.to_owned(),
            reports_bucket: REPORTS.to_owned(),
            time_zone: ZONE.to_owned(),
        };
        run_task::<PrepareOrdersReportData>(env, &self.aws(), task).await
    }

    pub(crate) async fn orders_html(&self, task: &ReportHtmlTask) -> Result<ReportPage, TaskFailure> {
        let env = PrepareOrdersReportHtmlEnv {
            reports_bucket: REPORTS.to_owned(),
            environment: "test".to_owned(),
            time_zone: ZONE.to_owned(),
        };
        run_task::<PrepareOrdersReportHtml>(env, &self.aws(), task).await
    }

    pub(crate) async fn products_data(&self, task: &ReportTask) -> Result<ReportData, TaskFailure> {
        let env = PrepareProductsReportDataEnv {
            products_table: PRODUCTS.to_owned(),
            orders_table: ORDERS.to_owned(),
            reports_bucket: REPORTS.to_owned(),
        };
        run_task::<PrepareProductsReportData>(env, &self.aws(), task).await
    }

    pub(crate) async fn products_html(&self, task: &ReportHtmlTask) -> Result<ReportPage, TaskFailure> {
        let env = PrepareProductsReportHtmlEnv {
            reports_bucket: REPORTS.to_owned(),
            environment: "test".to_owned(),
            time_zone: ZONE.to_owned(),
        };
        run_task::<PrepareProductsReportHtml>(env, &self.aws(), task).await
    }

    pub(crate) async fn presigned_url(
        &self,
        minutes: u32,
        task: &PresignedUrlTask,
    ) -> Result<ReportMail, TaskFailure> {
        let env = GeneratePresignedUrlEnv {
            reports_bucket: REPORTS.to_owned(),
            environment: "test".to_owned(),
            reader_role: READER.to_owned(),
            link_minutes: minutes.to_string(),
            recipients: "ann@example.com,bob@example.com".to_owned(),
            time_zone: ZONE.to_owned(),
            site_origin: ORIGIN.to_owned(),
        };
        run_task::<GeneratePresignedUrl>(env, &self.aws(), task).await
    }

    /// Runs all tasks up to the mail, as the workflow does.
    pub(crate) async fn report(&self, task: &ReportTask) -> Result<ReportMail, TaskFailure> {
        let html = |data| ReportHtmlTask {
            report: task.clone(),
            data,
        };
        let orders = self.orders_html(&html(self.orders_data(task).await?)).await?;
        let products = self.products_html(&html(self.products_data(task).await?)).await?;
        let task = PresignedUrlTask {
            report: task.clone(),
            orders,
            products,
            requester: None,
        };
        self.presigned_url(30, &task).await
    }

    /// A file of the bucket as text. Pages are decompressed, as by a browser.
    pub(crate) fn file(&self, key: &str) -> String {
        let bytes = self.s3.file(REPORTS, key);
        let bytes = bytes.unwrap_or_else(|| panic!("there is no `{key}`"));
        let is_page = std::path::Path::new(key)
            .extension()
            .is_some_and(|extension| extension == "html");
        if !is_page {
            return String::from_utf8(bytes).expect("text");
        }
        let mut page = String::new();
        GzDecoder::new(&*bytes)
            .read_to_string(&mut page)
            .expect("a page is compressed");
        page
    }
}

/// The report of these tests.
pub(crate) fn report() -> ReportTask {
    ReportTask {
        execution: "ann-0".to_owned(),
        as_of: "2026-11-23T08:00:00Z".parse().expect("a moment"),
        requested_by: "ann".to_owned(),
        period: None,
    }
}

/// Text that compresses badly, so that pages stay large enough for several parts.
pub(crate) fn incompressible(length: usize) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut state = 1_u64;
    let letters = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let letter = usize::try_from(state >> 58).expect("six bits");
        char::from(LETTERS[letter])
    });
    letters.take(length).collect()
}

/// An order of some oat cookies, a number of minutes before the report.
pub(crate) fn order(number: u32, minutes_before: u32, quantity: u32) -> Order {
    let minutes = 8 * 60 + 24 * 60 * 20 - i64::from(minutes_before);
    let (day, minute) = (3 + minutes.div_euclid(24 * 60), minutes.rem_euclid(24 * 60));
    let at = format!("2026-11-{day:02}T{:02}:{:02}:00Z", minute / 60, minute % 60);
    serde_json::from_value(json!({
        "id": format!("01936e2a-7c00-7abc-8def-{number:012x}"),
        "createdAt": at,
        "customer": {
            "name": format!("Customer {number}"), "email": "ann@example.com",
            "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
        },
        "lines": [{
            "productId": "oat", "name": "Oat", "price": { "amount": 350, "currency": "EUR" }, "quantity": quantity
        }],
        "total": { "amount": 350 * quantity, "currency": "EUR" },
        "status": "CONFIRMED",
        "decidedAt": at,
    }))
    .expect("an order")
}

pub(crate) fn product(id: &str, stock: u32) -> Product {
    serde_json::from_value(json!({
        "id": id, "name": format!("Cookie {id}"), "description": "Crisp outside, soft inside.",
        "price": { "amount": 350, "currency": "EUR" }, "imageKey": format!("{id}.svg"), "stock": stock,
        "updatedAt": "2026-11-22T10:00:00Z",
    }))
    .expect("a product")
}
