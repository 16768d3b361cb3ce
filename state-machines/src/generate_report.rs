//! The workflow `generate_report`: creates two pages in parallel, signs links to them, and emails the links to the
//! subscribers and to the employee who requested the report.
//!
//! The emails are the last steps, so an execution that fails before them sends nothing. The email to the employee comes last,
//! and its failure does not fail the report: the address may not be verified, or Amazon SES may reject it. It is sent without
//! retries, so that it arrives at most once; an employee who is also a subscriber gets both emails.
//!
//! The keys of all files contain the execution's name, so a task that runs twice overwrites its own file. Payloads contain
//! keys, never figures. There is nothing to clean up, so errors are not caught: the execution fails with the error of the
//! task, and the other branch is stopped.

use infra_gen_asl::{
    Branch, Call, Catch, Findings, FunctionRef, Jsonata, MailText, Parallel, Rule, SenderRef, Task, TopicRef,
    Workflow,
    model::{ErrorName, Jitter, Json, Retrier},
};
use serde_json::json;
use shop_contract::{
    ReportStepName,
    workflow::{
        TaskErrorName,
        generate_report::{
            GenerateReportExecution, GeneratedReport, PREPARE_STATE, PresignedUrlTask, ReportData,
            ReportHtmlTask, ReportMail, ReportPage, ReportTask,
        },
    },
};

use crate::transient::{TIMEOUTS, lambda_errors};

/// The timeout of functions that read or write a whole report, in seconds: the maximum of Lambda.
pub const PREPARE_SECONDS: u16 = 900;

/// The timeout of the function that signs the links, in seconds.
pub const SIGN_SECONDS: u16 = 28;

/// The timeout of the execution, in seconds: two runs of each of two tasks in sequence, and the emails.
pub const REPORT_SECONDS: u32 = 4 * PREPARE_SECONDS as u32 + 300;

/// The resources of the workflow.
pub struct Resources {
    /// Reads the orders and aggregates them.
    pub prepare_orders_data: FunctionRef<ReportTask, ReportData>,
    /// Writes the page about the orders.
    pub prepare_orders_html: FunctionRef<ReportHtmlTask, ReportPage>,
    /// Reads the products and aggregates their sales.
    pub prepare_products_data: FunctionRef<ReportTask, ReportData>,
    /// Writes the page about the products.
    pub prepare_products_html: FunctionRef<ReportHtmlTask, ReportPage>,
    /// Signs the links and writes the email.
    pub generate_presigned_url: FunctionRef<PresignedUrlTask, ReportMail>,
    /// The topic of the email to subscribers.
    pub notifications: TopicRef,
    /// The sender of the email to the employee.
    pub sender: SenderRef,
}

/// The workflow with these resources.
///
/// # Errors
/// The problems of the definition. The tests verify that there are none.
pub fn workflow(
    resources: &Resources,
) -> Result<Workflow<GenerateReportExecution, GeneratedReport>, Findings> {
    let workflow = Workflow::define("Makes two reports and mails links to them", |flow| {
        let orders = page(
            ReportStepName::PrepareOrdersData,
            &resources.prepare_orders_data,
            ReportStepName::PrepareOrdersHtml,
            &resources.prepare_orders_html,
        );
        let products = page(
            ReportStepName::PrepareProductsData,
            &resources.prepare_products_data,
            ReportStepName::PrepareProductsHtml,
            &resources.prepare_products_html,
        );
        let prepare = flow.parallel(PREPARE_STATE, Parallel::new((orders, products)));
        let sign_links = flow.task(
            ReportStepName::SignLinks.state_name(),
            task(
                resources.generate_presigned_url.invoke_with(presigned_url_task()),
                SIGN_SECONDS,
            ),
        );
        let send_mail = flow.task(
            ReportStepName::SendMail.state_name(),
            Task {
                timeout_seconds: Some(60),
                // A duplicate email is better than none, so a request without a response is retried.
                retry: vec![Retrier {
                    max_attempts: Some(5),
                    ..retry_later([ErrorName::ALL])
                }],
                ..Task::new(
                    resources
                        .notifications
                        .publish(Some(subject()), text())
                        .discard_result(),
                )
            },
        );
        let send_to_requester = flow.task(
            SEND_TO_REQUESTER_STATE,
            Task {
                comment: Some("A failure of this email does not fail the report"),
                timeout_seconds: Some(60),
                ..Task::new(
                    resources
                        .sender
                        .send(requester_mail())
                        .with_output(delivery(REQUESTER)),
                )
            },
        );
        let without = flow.pass("NotToRequester", delivery("null"));
        let has_requester = flow.choice(
            "HasRequester",
            [Rule::when(HAS_REQUESTER, send_to_requester)],
            without,
        );
        flow.start(prepare)
            .then(sign_links)
            .then(send_mail)
            .go_to(has_requester);
        flow.catch(
            send_to_requester,
            Catch::with_output([ErrorName::ALL], INPUT),
            without,
        );
        flow.from(send_to_requester).end();
        flow.from(without).end();
    })?;
    workflow.with_timeout(REPORT_SECONDS)
}

/// The branch for one page: aggregates its data, then writes it.
fn page(
    data_step: ReportStepName,
    prepare_data: &FunctionRef<ReportTask, ReportData>,
    html_step: ReportStepName,
    prepare_html: &FunctionRef<ReportHtmlTask, ReportPage>,
) -> Branch<GenerateReportExecution, ReportPage> {
    Branch::define(|flow| {
        let data = flow.task(
            data_step.state_name(),
            task(prepare_data.invoke_with(report()), PREPARE_SECONDS),
        );
        let html = json!({ "report": report(), "data": Json::from(Jsonata::new("$states.input")) });
        let html = flow.task(
            html_step.state_name(),
            task(prepare_html.invoke_with(html), PREPARE_SECONDS),
        );
        flow.start(data).then(html).end();
    })
}

/// The identity of the report, the same in every run of a task.
fn report() -> Json {
    json!({
        "execution": Json::from(Jsonata::new("$states.context.Execution.Name")),
        "asOf": Json::from(Jsonata::new("$substring($states.context.Execution.StartTime, 0, 19) & 'Z'")),
        "requestedBy": Json::from(Jsonata::new("$states.context.Execution.Input.requestedBy")),
        "period": Json::from(optional_input("period")),
    })
}

fn presigned_url_task() -> Json {
    json!({
        "report": report(),
        "orders": Json::from(Jsonata::new("$states.input[0]")),
        "products": Json::from(Jsonata::new("$states.input[1]")),
        "requester": Json::from(optional_input("requester")),
    })
}

/// A field of the execution's input, or null: an execution that older code started does not have it, and an expression must
/// not be undefined.
fn optional_input(field: &str) -> Jsonata {
    let field = format!("$states.context.Execution.Input.{field}");
    Jsonata::parse(&format!("$exists({field}) ? {field} : null")).expect("a well-formed expression")
}

/// The state that sends the email to the employee. The status of the report does not show it as a step.
const SEND_TO_REQUESTER_STATE: &str = "SendToRequester";

const INPUT: Jsonata = Jsonata::new("$states.input");
const HAS_REQUESTER: Jsonata = Jsonata::new("$type($states.input.requester) = 'string'");
const REQUESTER: &str = "$states.input.requester";

fn requester_mail() -> MailText {
    MailText {
        to: Jsonata::new(REQUESTER).into(),
        subject: subject(),
        text: text(),
    }
}

fn subject() -> Json {
    Jsonata::new("$states.input.subject").into()
}

fn text() -> Json {
    Jsonata::new("$states.input.text").into()
}

/// The output of the workflow. `requester` is an expression: the address of the email to the employee, or null.
fn delivery(requester: &'static str) -> Json {
    json!({
        "requester": Json::from(Jsonata::new(requester)),
        "recipients": Json::from(Jsonata::new("$states.input.recipients")),
        "linksExpireAt": Json::from(Jsonata::new("$states.input.linksExpireAt")),
    })
}

/// A task that is retried after transient errors. After a timeout it is retried only once: a slow store may have recovered,
/// but a task that times out twice will time out again.
fn task<In, Out>(call: Call<In, Out>, seconds: u16) -> Task<In, Out> {
    let transient = TaskErrorName::RETRIED
        .map(|error| ErrorName::new(error.as_str()))
        .into_iter()
        .chain(lambda_errors());
    Task {
        timeout_seconds: Some(u32::from(seconds) + 5),
        retry: vec![
            Retrier {
                max_attempts: Some(1),
                ..retry_later(TIMEOUTS)
            },
            Retrier {
                max_attempts: Some(5),
                ..retry_later(transient)
            },
        ],
        ..Task::new(call)
    }
}

fn retry_later(errors: impl IntoIterator<Item = ErrorName>) -> Retrier {
    Retrier {
        interval_seconds: Some(2),
        max_delay_seconds: Some(60),
        jitter: Some(Jitter::Full),
        ..Retrier::new(errors)
    }
}
